import { isConcluded } from '../../review/held.ts';
import { byParts, PROVISION } from '../../review/questions/provision.ts';
import { aboutPlan, type OfPlan } from '../step.ts';
import { withPlan } from '../with-plan.ts';

/** Whether a review of the plan was held here: from then on its support is kept with reviews, and agreed there. */
export const isReviewed = ({ plan, reviews }: OfPlan): boolean =>
  reviews.some((review) => review.kind === plan.kind && isConcluded(review));

/** Support that a plan has before its first review here, which looks at each as at what an earlier review agreed. */
export const supportAdd = aboutPlan({
  name: 'support-add',
  title: 'Support in the plan',
  open: 'Add support',
  send: 'Add it',
  ofPlan: { noPlan: 'There is no plan yet. Add one first, under “About the pupil”.' },
  ask: () =>
    'What the plan says is given now. The first review here asks of each whether it was delivered; from then on support is agreed there.',
  notification: () => 'SEND reviews: support in a plan',
  questions: PROVISION,
  offered: (of) => (isReviewed(of) ? undefined : 'Add support'),
  note: (of) =>
    isReviewed(of) ? 'A review was held here, and what it agreed holds: this would not be shown.' : undefined,
  said: () => 'Added. The first review here looks at it.',
  decide: ({ pupil, plan, newId, school }, said) => ({
    ok: true,
    pupil: withPlan(pupil, {
      ...plan,
      provision: [...(plan.provision ?? []), { id: newId, ...byParts(said, school) }],
    }),
  }),
});
