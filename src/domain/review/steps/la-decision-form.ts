import { capital, count } from '../../language/words.ts';
import { dueAndWhy, dueSentence } from '../../statute/clock-words.ts';
import { annualOf } from '../annual-of.ts';
import { annualPartOf, isNeverDecided } from '../annual-part.ts';
import { DECISION } from '../questions/annual-after.ts';
import { termsIn } from '../terms-of.ts';
import { ceasingWords } from './ceasing-words.ts';
import { answered, closedByIt } from './letters.ts';
import { movedSentence } from './moved-dates.ts';
import { type FormSubject, sentences, stepForm, type Taken } from './step-form.ts';

/** Whether it was opened to note that the local authority was asked. */
const isChase = ({ said }: FormSubject) => said?.kind === 'not-yet';

/** The local authority's decision, or that it was asked for and has not come. */
export const laDecisionForm = stepForm({
  name: 'la-decision',
  becomes: ['record-la-decision', 'chase-la'],
  title: 'Decision of the LA',
  open: 'The local authority’s decision',
  send: 'Save the decision',
  // Opened to note that it was asked for, there is no decision to save.
  words: (subject) =>
    isChase(subject)
      ? { title: 'Record that you asked', open: 'The local authority was asked', send: 'Save' }
      : {},
  ask: (subject) =>
    sentences(
      isChase(subject)
        ? 'The day you asked, and what came of it. If the decision has come meanwhile, choose it.'
        : 'The day on the letter counts: the next review and the right of appeal go by it.',
      dueSentence(subject.review, 'la-decision', 'It is due by', subject.today),
    ),
  why: ({ review, today }) => dueAndWhy(review, 'la-decision', 'It is due by', today),
  notification: ({ review }) => `The local authority’s decision: review ${review.ref}`,
  questions: DECISION,
  values: (subject) => {
    const before = annualOf(subject).decision;
    if (before) return { kind: before.kind, on: before.on, words: before.words };
    const { decidedInData } = subject.review;
    return decidedInData ? { on: decidedInData } : {};
  },
  isKept: (subject) => annualOf(subject).decision !== undefined,
  oneThing: true,
  command: (answer) => {
    const { kind, ...letter } = answered(answer);
    const { on, words } = letter;
    return kind === 'not-yet'
      ? { type: 'chase-la', on, words }
      : { type: 'record-la-decision', kind, ...letter };
  },
  onStatus: 'A decision has come after all',
  offeredWhen: ({ review }) => isNeverDecided(review),
  said: (taken) =>
    taken.answers.kind === 'not-yet'
      ? sentences(
          'It is recorded that the local authority was asked.',
          taken.laLate ? `It is ${count(taken.laLate, 'day')} late.` : '',
        )
      : sentences(...decided(taken), movedSentence(taken, 'decision'), closedByIt(taken.review)),
});

function decided(taken: Taken): readonly string[] {
  const { review } = taken;
  // Who may appeal, and until when.
  const appeal = dueSentence(review, 'appeal', `${capital(termsIn(taken).addressed)} may appeal until`);
  switch (annualPartOf(review).decision?.kind) {
    case 'amend':
      return [
        'The decision is recorded: the plan is to be amended.',
        dueSentence(review, 'notice', 'The notice of the proposed changes is due by'),
        dueSentence(review, 'final-plan', 'The final plan is due by'),
      ];
    case 'keep':
      return ['The decision is recorded: the plan stays as it is.', appeal];
    default:
      return ['The decision is recorded: the plan is to cease.', appeal, ceasingWords(taken)];
  }
}
