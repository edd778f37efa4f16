import { isDeepStrictEqual } from 'node:util';
import { checkWords } from '../checks.ts';
import { ASITIS, unless } from '../decision.ts';
import type { ParentViewsAnswer } from '../review.ts';
import { recordStands, untilConcluded } from './instead.ts';
import type { Step } from './step.ts';

interface RecordParentViews {
  readonly type: 'record-parent-views';
  readonly said: ParentViewsAnswer;
}

interface ParentViewsRecorded {
  readonly type: 'parent-views-recorded';
  readonly said: ParentViewsAnswer;
}

/** What the parents or carers say; said again, it takes the place of what was recorded. */
export const recordParentViews: Step<RecordParentViews, ParentViewsRecorded> = {
  type: 'record-parent-views',
  giver: 'senco',
  stages: untilConcluded(recordStands),
  decide: ({ review }, { said }) => {
    const before = review.parentViews;
    if (before?.given && isDeepStrictEqual(before.said, said)) return ASITIS;
    const say = 'Please write what they said; or, if they were asked and gave none, mark that instead.';
    return unless(checkWords(Object.values(said).join(''), 'goingWell', say), {
      type: 'parent-views-recorded',
      said,
    });
  },
  facts: {
    'parent-views-recorded': {
      evolve: (review, { said }, { who, at }) => ({
        ...review,
        parentViews: { recordedBy: who, at, given: true, said },
      }),
    },
  },
};
