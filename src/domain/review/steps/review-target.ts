import { isDeepStrictEqual } from 'node:util';
import { planRow } from '../../plans/index.ts';
import { checkWords } from '../checks.ts';
import { ASITIS, unless } from '../decision.ts';
import type { TargetReview } from '../review.ts';
import { atMeeting, recordStands } from './instead.ts';
import { checkKnown } from './meeting-notes.ts';
import type { Step } from './step.ts';

interface ReviewTarget {
  readonly type: 'review-target';
  readonly review: TargetReview;
}

interface TargetReviewed {
  readonly type: 'target-reviewed';
  readonly review: TargetReview;
}

/** What the meeting makes of one of the plan's targets; said again, it takes the place of what was said before. */
export const reviewTarget: Step<ReviewTarget, TargetReviewed> = {
  type: 'review-target',
  giver: 'senco',
  stages: atMeeting(recordStands),
  decide: ({ review }, { review: said }) => {
    if (review.targetReviews.some((before) => isDeepStrictEqual(before, said))) return ASITIS;
    const { goal } = planRow(review.kind);
    const change = said.stillRight === 'change';
    const refused =
      checkKnown(review.targets, said.targetId, goal) ??
      (change
        ? checkWords(said.newText ?? '', 'newText', `Please write the ${goal}’s new wording.`)
        : undefined);
    return unless(refused, { type: 'target-reviewed', review: said });
  },
  facts: {
    'target-reviewed': {
      evolve: (review, { review: said }) => ({
        ...review,
        targetReviews: withTargetReview(review.targetReviews, said),
      }),
    },
  },
};

/** A second review of the same target takes the place of the first, where that stood. */
function withTargetReview(all: readonly TargetReview[], one: TargetReview): readonly TargetReview[] {
  const seen = all.some(({ targetId }) => targetId === one.targetId);
  return seen ? all.map((each) => (each.targetId === one.targetId ? one : each)) : [...all, one];
}
