import { pupilName } from '../../domain/language/people.ts';
import { planRow } from '../../domain/plans/index.ts';
import { EARLY_REVIEW } from '../../domain/school/questions/early-review.ts';
import { makePupilForm } from './pupil-form.ts';

/** A review is asked for before its time: who asked, when and why, and whether it is agreed (Guide to SEND review meetings for parents). */
export const earlyReview = makePupilForm({
  name: 'early-review',
  title: 'Early review asked for',
  open: 'An early review was asked for',
  send: 'Save the answer',
  line: ({ pupil, plan }) => `${pupilName(pupil)} · ${planRow(plan.kind).name}`,
  ask: () =>
    'A parent, a young person or the school may ask for one at any time, with a reason. The reason is kept, whatever the answer.',
  notification: () => 'SEND reviews: an early review was asked for',
  questions: EARLY_REVIEW,
  values: ({ today }) => ({ askedOn: today }),
  command: ({ answer, refusal, ...asked }) => ({
    type: 'early-review',
    ...asked,
    agree: answer === 'agree',
    refusal: answer === 'refuse' ? refusal : '',
  }),
});
