import { z } from 'zod';
import { capital, choices, dayWords } from '../cards/words.ts';
import { heldOn } from '../domain/held.ts';
import { OUTCOMES, REASONS } from '../domain/outcomes.ts';
import { planOf } from '../domain/plans/index.ts';
import type { Review } from '../domain/review.ts';
import { besides, dayOrNone, neededText, oneOf, oneOrNone, severalOf } from './fields.ts';
import { type FormSubject, makeForm } from './form.ts';
import { outcomeTitles, titlesOf } from './outcome-titles.ts';
import { voiceIn } from './voice.ts';

const REASON_TITLES = titlesOf(REASONS);
const YES_NO = { yes: 'Yes', no: 'No' };

/** Also of what is no outcome at all: the rule below is checked whatever was sent. */
const needsReason = (kind: string) => OUTCOMES.some((one) => one.code === kind && one.needsReason);

/** The table speaks of the pupil. */
const spokenOf = (subject: FormSubject) => (choice: { title: string; value: string }) => ({
  ...choice,
  title: choice.title.replace('pupil', voiceIn(subject).child),
});

const endsMeeting = (review: Review) => `This ends the meeting of ${dayWords(heldOn(review))}.`;

/** Said before anything is typed, so that nobody types for nothing. */
const whatFollows = ({ actions }: Review) =>
  actions.length
    ? 'The record then goes to the colleagues concerned, and each owner is told of their action.'
    : 'No action has been added: unless the plan ends, add one first.';

/** The outcome decision: one of four, why, and what will change for the child (seeds 000 and 003). */
export const outcome = makeForm({
  name: 'outcome',
  does: 'decide-outcome',
  title: 'Outcome of the review',
  open: 'Decide the outcome',
  send: 'Record the outcome',
  ask: ({ review }) => `${endsMeeting(review)} ${whatFollows(review)}`,
  notification: ({ review }) => `Decide the outcome: review ${review.ref}`,
  data: (subject) => ({
    outcomes: choices(outcomeTitles(subject)),
    reasons: choices(REASON_TITLES).map(spokenOf(subject)),
    yesNo: choices(YES_NO),
  }),
  schema: (subject) =>
    z
      .object({
        kind: oneOf(outcomeTitles(subject), 'Please choose what the review concludes.'),
        inWords: neededText('Please say it in your own words.'),
        reasons: severalOf(REASON_TITLES),
        topUpFunding: oneOrNone(YES_NO),
        whatWillChange: neededText('Please say what will change for the child.'),
        nextReviewBy: dayOrNone(),
      })
      .refine(({ kind, reasons }) => !needsReason(kind) || reasons.length > 0, {
        path: ['reasons'],
        message: 'Please choose at least one reason why there was little progress.',
        ...besides,
      }),
  command: ({ topUpFunding, nextReviewBy, ...answer }) => ({
    type: 'decide-outcome',
    ...answer,
    topUpFunding: topUpFunding === 'yes',
    ...(nextReviewBy ? { nextReviewBy } : {}),
  }),
});

/** The parts of the record that can be corrected, as the record has them. */
const partsOf = (subject: FormSubject): Readonly<Record<string, string>> => {
  const { child, goals } = voiceIn(subject);
  const { words, proposesChanges, decidedElsewhere } = planOf(subject.review);
  return {
    outcome: `The ${words.conclusion}`,
    'what-will-change': `What will change for the ${child === 'pupil' ? 'child' : child}`,
    targets: `${capital(goals)} and progress`,
    provision: 'Provision',
    'parent-views': 'Parent or carer views',
    'pupil-views': `The ${child}'s views`,
    disagreement: 'A disagreement',
    actions: 'Actions',
    attendance: 'Who was there',
    ...(proposesChanges ? { sections: 'Changes to sections of the plan' } : {}),
    ...(decidedElsewhere ? { dates: 'A date' } : {}),
    other: 'Something else',
  };
};

/** A correction to the record. The record keeps what stood before, and says who corrected it. */
export const correction = makeForm({
  name: 'correction',
  does: 'correct-record',
  title: 'Correct the record',
  open: 'Correct the record',
  send: 'Add the correction',
  ask: () =>
    'The correction stands beside what was written, with your name and the date. Colleagues who have the record are told.',
  notification: ({ review }) => `Correct the record: review ${review.ref}`,
  data: (subject) => ({ parts: choices(partsOf(subject)) }),
  schema: (subject) =>
    z.object({
      part: oneOf(partsOf(subject), 'Please choose the part.'),
      words: neededText('Please write what it should say.'),
    }),
  command: ({ part, words }, subject) => ({
    type: 'correct-record',
    part: partsOf(subject)[part] ?? '',
    words,
  }),
});

/** Ends a review that will not be held, with the reason. */
export const cancel = makeForm({
  name: 'cancel',
  does: 'cancel-review',
  title: 'Cancel the review',
  open: 'Cancel this review',
  send: 'Cancel the review',
  ask: (subject) =>
    `Everybody who was asked or invited is told. What has been gathered is kept; the ${voiceIn(subject).child} stays in the list of reviews due.`,
  notification: ({ review }) => `Cancel a review: review ${review.ref}`,
  data: () => ({}),
  schema: () => z.object({ why: neededText('Please say why.') }),
  command: ({ why }) => ({ type: 'cancel-review', why }),
});
