import { reviewInTheWay } from '../../review/start.ts';
import { EARLY_REVIEW } from '../../school/questions/early-review.ts';
import { refuseEarly } from '../../school/refused-requests.ts';
import { aboutPlan } from '../step.ts';

/** A review is asked for before its time: who asked, when and why, and whether it is agreed (Guide to SEND review meetings for parents). */
export const earlyReview = aboutPlan({
  name: 'early-review',
  title: 'Early review asked for',
  open: 'An early review was asked for',
  send: 'Save the answer',
  ofPlan: {
    noPlan: 'There is no plan to review. Once the school’s data has one, a review can be started.',
  },
  ask: () =>
    'A parent, a young person or the school may ask for one at any time, with a reason. The reason is kept, whatever the answer.',
  notification: () => 'SEND reviews: an early review was asked for',
  questions: EARLY_REVIEW,
  suggests: ({ today }) => ({ askedOn: today }),
  // What was asked for and refused is kept all the same.
  note: ({ pupil, plan, reviews, today }) =>
    reviewInTheWay(pupil, plan, reviews, today)
      ? 'A review is under way already, so none can be begun early. A request that is refused can be kept with its reason.'
      : undefined,
  said: () => 'Refused, and both reasons are kept. Please tell whoever asked, and why.',
  decide({ pupil, plan, actor, school, newId }, { asker, askedOn, why, answer, refusal }) {
    if (answer === 'agree') return { ok: true, begins: { asker, askedOn, why } };
    const request = { id: newId, kind: plan.kind, asker, askedOn, why, refusal };
    return refuseEarly(pupil, request, actor, school);
  },
});
