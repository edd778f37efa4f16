import { checkWords } from '../checks.ts';
import { staffConcerned } from '../concerned.ts';
import { unless } from '../decision.ts';
import { CANCEL, type CancelAnswer } from '../questions/cancel.ts';
import { termsIn } from '../terms-of.ts';
import { cancelled, instead, onceConcluded } from './instead.ts';
import { type Step, TAKES, tell } from './step.ts';
import { stepForm } from './step-form.ts';

interface CancelReview extends CancelAnswer {
  readonly type: 'cancel-review';
}

interface ReviewCancelled extends CancelAnswer {
  readonly type: 'review-cancelled';
}

/** The review is not held after all, until its outcome is recorded. */
export const cancelReview: Step<CancelReview, ReviewCancelled> = {
  type: 'cancel-review',
  giver: 'senco',
  stages: {
    preparing: TAKES,
    gathering: TAKES,
    meeting: TAKES,
    ...onceConcluded(
      instead(
        'The outcome has been recorded, so the review can no longer be cancelled. Add a correction to the record instead.',
        'correction',
      ),
    ),
    cancelled,
  },
  moves: [
    { from: 'preparing', to: 'cancelled' },
    { from: 'gathering', to: 'cancelled' },
    { from: 'meeting', to: 'cancelled' },
  ],
  decide: (_given, { why }) =>
    unless(checkWords(why, 'why', 'Please say why the review is cancelled.'), {
      type: 'review-cancelled',
      why,
    }),
  facts: {
    'review-cancelled': {
      evolve: (review, { why }, { who, at }) => ({
        ...review,
        stage: 'cancelled',
        cancelled: { by: who, at, why },
      }),
      tells: ({ review }) => tell('review-cancelled', staffConcerned(review)),
    },
  },
  forms: [
    stepForm({
      name: 'cancel',
      title: 'Cancel the review',
      open: 'Cancel this review',
      send: 'Cancel the review',
      ask: (subject) =>
        `Everybody who was asked or invited is told. What has been gathered is kept; the ${termsIn(subject).child} stays in the list of reviews due.`,
      notification: ({ review }) => `Cancel a review: review ${review.ref}`,
      questions: CANCEL,
      command: ({ why }) => ({ type: 'cancel-review', why }),
      said: ({ whenTold }) =>
        `The review is cancelled. Everybody who was asked or invited is told ${whenTold}.`,
    }),
  ],
};
