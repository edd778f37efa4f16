import { filledFrom } from '../../questions/form-answers.ts';
import { PEOPLE } from '../../school/questions/people.ts';
import { aboutPupil, type OfPupil } from '../step.ts';

/** The people around a pupil: interpreter, who comes with the family, who looks after them, who represents them. */
export const people = aboutPupil({
  name: 'people',
  title: 'Family and people',
  open: 'Family and people',
  send: 'Save',
  ask: () =>
    'Asked once, and shown again at each review to SENCOs and senior leaders only. Leave out what does not apply.',
  notification: () => 'SEND reviews: family and people',
  questions: PEOPLE,
  values: ({ pupil }) => filledFrom<OfPupil, typeof PEOPLE>(PEOPLE, pupil.people ?? {}),
  said: () => 'Saved. Invitations, the pack and the meeting go by it from now on.',
  decide: ({ pupil, actor: { who: by, at } }, answers) => ({
    ok: true,
    pupil: { ...pupil, people: { ...answers, by, at } },
  }),
});
