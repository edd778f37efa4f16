import { dayWords } from '../../domain/language/days.ts';
import { planRow } from '../../domain/plans/index.ts';
import { heldOn } from '../../domain/review/held.ts';
import { CANCEL } from '../../domain/review/questions/cancel.ts';
import { CORRECTION, recordParts } from '../../domain/review/questions/correction.ts';
import { OUTCOME } from '../../domain/review/questions/outcome.ts';
import type { Review } from '../../domain/review/review.ts';
import { questionForm } from './form.ts';
import { voiceIn } from './voice.ts';

const endsMeeting = (review: Review) => `This ends the meeting of ${dayWords(heldOn(review))}.`;

/** Said before anything is typed, so that nobody types for nothing. */
const whatFollows = ({ actions }: Review) =>
  actions.length
    ? 'The record then goes to the colleagues concerned, and each owner is told of their action.'
    : 'No action has been added: unless the plan ends, add one first.';

/** The outcome decision: one of four, why, and what will change for the child (seeds 000 and 003). */
export const outcome = questionForm({
  name: 'outcome',
  does: 'decide-outcome',
  title: 'Outcome of the review',
  open: 'Decide the outcome',
  send: 'Record the outcome',
  ask: ({ review }) => `${endsMeeting(review)} ${whatFollows(review)}`,
  notification: ({ review }) => `Decide the outcome: review ${review.ref}`,
  questions: OUTCOME,
  command: ({ topUpFunding, nextReviewBy, ...answer }) => ({
    type: 'decide-outcome',
    ...answer,
    topUpFunding: topUpFunding === 'yes',
    ...(nextReviewBy ? { nextReviewBy } : {}),
  }),
});

/** A correction to the record. The record keeps what stood before, and says who corrected it. */
export const correction = questionForm({
  name: 'correction',
  does: 'correct-record',
  title: 'Correct the record',
  open: 'Correct the record',
  send: 'Add the correction',
  ask: () =>
    'The correction stands beside what was written, with your name and the date. Colleagues who have the record are told.',
  notification: ({ review }) => `Correct the record: review ${review.ref}`,
  questions: CORRECTION,
  command: ({ part, words }, subject) => ({
    type: 'correct-record',
    part: recordParts({ plan: planRow(subject.review.kind) }, { ...voiceIn(subject) })[part] ?? '',
    words,
  }),
});

/** Ends a review that will not be held, with the reason. */
export const cancel = questionForm({
  name: 'cancel',
  does: 'cancel-review',
  title: 'Cancel the review',
  open: 'Cancel this review',
  send: 'Cancel the review',
  ask: (subject) =>
    `Everybody who was asked or invited is told. What has been gathered is kept; the ${voiceIn(subject).child} stays in the list of reviews due.`,
  notification: ({ review }) => `Cancel a review: review ${review.ref}`,
  questions: CANCEL,
  command: ({ why }) => ({ type: 'cancel-review', why }),
});
