import { runningIt } from './concerned.ts';
import { type Facts, tell } from './steps/step.ts';

/** Nothing more is wanted of the review. No step says so by itself: it follows one that may be the last. */
export interface ReviewClosed {
  readonly type: 'review-closed';
}

/** What the closing changes, and whom it tells. */
export const CLOSING: Facts<ReviewClosed> = {
  'review-closed': {
    evolve: (review, _closed, { at }) => ({ ...review, stage: 'closed', closedAt: at }),
    tells: ({ review, school }) => tell('review-closed', runningIt(review, school)),
  },
};
