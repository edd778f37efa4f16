import { dayWords } from '../../language/days.ts';
import { dueAndWhy, dueSentence } from '../../statute/clock-words.ts';
import { heldOn } from '../held.ts';
import { outcomeChoice } from '../outcomes.ts';
import { RECOMMENDATION } from '../questions/recommendation.ts';
import { CONSULTED_FIRST, ceasingRule, ceasingWords } from './ceasing-words.ts';
import { notReady } from './outcome-form.ts';
import { sentences, stepForm } from './step-form.ts';

/** What the meeting recommends to the local authority, which decides; and what its report has besides. */
export const recommendationForm = stepForm({
  name: 'recommendation',
  title: 'Recommendation',
  open: 'Record the recommendation',
  send: 'Record it',
  ask: ({ review }) =>
    `This ends the meeting of ${dayWords(heldOn(review))}. The local authority decides, and goes by what is written here.`,
  why: (subject) =>
    sentences(
      dueAndWhy(subject.review, 'report', 'The report to everybody invited is due by'),
      dueAndWhy(subject.review, 'la-decision', 'The local authority’s decision is due by'),
      CONSULTED_FIRST,
      ceasingRule(subject),
    ),
  notification: ({ review }) => `The recommendation: review ${review.ref}`,
  questions: RECOMMENDATION,
  command: ({ kind, inWords, whatWillChange, ...report }) => ({
    type: 'decide-outcome',
    ...{ kind, inWords, whatWillChange, reasons: [], topUpFunding: false },
    report,
  }),
  forNothing: notReady,
  said: (taken) => {
    const { review } = taken;
    const ends = review.outcome && !outcomeChoice(review.outcome.kind).continues;
    return sentences(
      'The recommendation is recorded.',
      ends ? ceasingWords(taken) : '',
      dueSentence(review, 'report', 'The report to everybody invited is due by'),
      dueSentence(review, 'la-decision', 'The local authority’s decision is due by'),
    );
  },
  leadsTo: 'record',
});
