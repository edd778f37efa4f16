import { filledFrom } from '../../questions/form-answers.ts';
import { clockOf } from '../../statute/clock.ts';
import { countedAs, dueSentence } from '../../statute/clock-words.ts';
import type { Appeal } from '../annual.ts';
import { annualOf } from '../annual-of.ts';
import { annualPartOf } from '../annual-part.ts';
import { checkNotAfter, checkNotBefore } from '../days.ts';
import { type Refusal, refusal } from '../decision.ts';
import { APPEAL } from '../questions/annual-since.ts';
import type { Review } from '../review.ts';
import { answered, dated, LETTERS, type LetterGiven, letterRecorded, withLetter } from './letters.ts';
import { movedSentence } from './moved-dates.ts';
import type { Step } from './step.ts';
import { type FormSubject, sentences, stepForm } from './step-form.ts';

interface RecordAppeal extends LetterGiven, Pick<Appeal, 'alone'> {
  readonly type: 'record-appeal';
}

interface AppealLodged extends LetterGiven, Pick<Appeal, 'alone'> {
  readonly type: 'appeal-lodged';
}

const NOTHING =
  'There is nothing to appeal against yet: a decision to keep or to cease the plan, or the final plan.';

/**
 * An appeal was lodged with the Tribunal: the day, and whether against section I alone. One that is late is recorded all the
 * same: the Tribunal may take it.
 */
export const recordAppeal: Step<RecordAppeal, AppealLodged> = {
  type: 'record-appeal',
  giver: 'senco',
  plans: ({ decidedElsewhere }) => decidedElsewhere,
  stages: LETTERS,
  decide: (given, command) => {
    const { on } = command;
    const { appeal: before, appealEnded } = annualPartOf(given.review);
    const check = () =>
      checkSomething(given.review) ??
      checkNotBefore(on, clockOf(given.review).appeal?.from, 'what it is made against') ??
      checkNotAfter(on, appealEnded?.on, 'the end of the appeal');
    return letterRecorded(given, 'appeal-lodged', command, before, check, ['alone']);
  },
  facts: {
    'appeal-lodged': {
      evolve: (review, letter, actor) =>
        withLetter(review, 'appeal', { ...dated(letter, actor), alone: letter.alone }, letter),
    },
  },
  forms: [
    stepForm({
      name: 'appeal',
      title: 'Appeal lodged',
      open: 'Record an appeal',
      send: 'Save',
      ask: ({ review }) =>
        sentences(
          dueSentence(review, 'appeal', 'The last day to appeal is'),
          `With a mediation certificate it is ${countedAs(review, 'appeal-mediation')}, where that is later.`,
          'Against section I (the placement) alone no certificate is needed, and the two months stand.',
        ),
      notification: ({ review }) => `An appeal: review ${review.ref}`,
      questions: APPEAL,
      values: (subject) => filledFrom<FormSubject, typeof APPEAL>(APPEAL, annualOf(subject).appeal ?? {}),
      command: (answer) => ({ type: 'record-appeal', ...answered(answer) }),
      forNothing: ({ review }) => (checkSomething(review) ? { look: 'status', say: NOTHING } : undefined),
      onStatus: 'An appeal was lodged',
      offeredWhen: ({ review }) => !annualPartOf(review).appeal && clockOf(review).appeal !== undefined,
      said: (taken) =>
        sentences(
          'The appeal is recorded. What is decided stands as it is until the appeal has ended.',
          movedSentence(taken, 'appeal'),
        ),
    }),
  ],
};

function checkSomething(review: Review): Refusal | undefined {
  if (clockOf(review).appeal) return undefined;
  return refusal('things-missing', NOTHING, { offer: { what: 'status' } });
}
