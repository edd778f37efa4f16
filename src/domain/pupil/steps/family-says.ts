import { dayWords } from '../../language/days.ts';
import { withFamilySays } from '../../school/family-says.ts';
import { FAMILY_SAYS, NOT_PUT_RIGHT } from '../../school/questions/family-says.ts';
import { familyToldBy } from '../../statute/family-request.ts';
import { aboutPupil } from '../step.ts';

/** What the law has a family told where nothing is changed (UK GDPR, article 12(4)). */
const TELL_WHY =
  'Please tell them so and why, and that they may complain to the school or the Information Commissioner (ico.org.uk), or go to court.';

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
  suggests: ({ today }) => ({ saidOn: today, became: 'not-yet' }),
  said({ pupil: { familySays: said = [] } }) {
    const last = said.at(-1);
    const by = last && familyToldBy(last);
    if (by)
      return `It is kept beside what it is about. Please tell them what became of it by ${dayWords(by.date)}.`;
    if (last && NOT_PUT_RIGHT.includes(last.became)) return `It is kept beside what it is about. ${TELL_WHY}`;
    return 'It is kept beside what it is about. Please tell them what became of it.';
  },
  decide: ({ pupil, actor, newId }, answers) => ({
    ok: true,
    pupil: withFamilySays(pupil, { id: newId, ...answers, by: actor.who, at: actor.at }),
  }),
});
