import { withFamilySays } from '../../school/family-says.ts';
import { FAMILY_SAYS } from '../../school/questions/family-says.ts';
import { aboutPupil } from '../step.ts';

/** A family says that something held is wrong: it is kept beside what it is about (UK GDPR, article 16: within a month). */
export const familySays = aboutPupil({
  name: 'family-says',
  title: 'What the family says',
  open: 'The family says something is wrong',
  send: 'Keep what they say',
  ask: () =>
    'What they say is kept beside what it is about, whatever becomes of it, and stands in every copy that is taken out. The law gives a month to answer.',
  notification: () => 'SEND reviews: what a family says is wrong',
  questions: FAMILY_SAYS,
  suggests: ({ today }) => ({ saidOn: today }),
  said: () => 'It is kept beside what it is about. Please tell them what became of it.',
  decide: ({ pupil, actor, newId }, answers) => ({
    ok: true,
    pupil: withFamilySays(pupil, { id: newId, ...answers, by: actor.who, at: actor.at }),
  }),
});
