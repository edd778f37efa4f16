import { filledFrom } from '../../questions/form-answers.ts';
import { appealable, lodgedAppeal } from '../../statute/appeal.ts';
import { clockOf } from '../../statute/clock.ts';
import { countedAs, dueAndWhy, dueSentence } from '../../statute/clock-words.ts';
import type { Appeal } from '../annual.ts';
import { annualOf } from '../annual-of.ts';
import { annualPartOf, isAnotherAppeal, withAnnual } from '../annual-part.ts';
import { dayInWords } from '../checks.ts';
import { checkNotBefore } from '../days.ts';
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
 * same: the Tribunal may take it. One lodged after another has ended is a second, and the first is kept with its end.
 */
export const recordAppeal: Step<RecordAppeal, AppealLodged> = {
  type: 'record-appeal',
  giver: 'senco',
  plans: ({ decidedElsewhere }) => decidedElsewhere,
  stages: LETTERS,
  decide: (given, command) => {
    const { on } = command;
    const annual = annualPartOf(given.review);
    const { appeal, earlierAppeals = [], mediation } = annual;
    // Recorded again by the day it was, it is put right.
    const before = isAnotherAppeal(given.review, on) ? undefined : appeal;
    // Section I alone needs no certificate (s.55(2)), so the day of one does not count.
    const certificate = command.alone === 'yes' ? undefined : mediation?.on;
    const check = () =>
      checkSomething(given.review) ??
      checkNotBefore(on, appealable(annual)?.on, 'what it is made against') ??
      checkNotBefore(on, certificate, 'the mediation certificate') ??
      checkNotBefore(on, earlierAppeals.at(-1)?.ended.on, 'the end of the appeal before it');
    return letterRecorded(given, 'appeal-lodged', command, before, check, ['alone']);
  },
  facts: {
    'appeal-lodged': {
      evolve: (review, letter, actor) =>
        withLetter(
          isAnotherAppeal(review, letter.on) ? withAppealPutBy(review) : review,
          'appeal',
          { ...dated(letter, actor), alone: letter.alone },
          letter,
        ),
    },
  },
  forms: [
    stepForm({
      name: 'appeal',
      title: 'Appeal lodged',
      open: 'Record an appeal',
      send: 'Save',
      ask: ({ review }) =>
        sentences(beforeIt(review), dueSentence(review, 'appeal', 'The last day to appeal is')),
      why: ({ review }) =>
        sentences(
          dueAndWhy(review, 'appeal', 'The last day to appeal is'),
          `With a mediation certificate it is ${countedAs(review, 'appeal-mediation')}, where that is later.`,
          'Against section I (the placement) alone no certificate is needed, and the two months stand.',
        ),
      notification: ({ review }) => `An appeal: review ${review.ref}`,
      questions: APPEAL,
      values: (subject) => {
        const { appeal = {} } = annualOf(subject);
        return filledFrom<FormSubject, typeof APPEAL>(APPEAL, isWithdrawn(subject) ? {} : appeal);
      },
      isKept: (subject) => annualOf(subject).appeal !== undefined && !isWithdrawn(subject),
      oneThing: true,
      command: (answer) => ({ type: 'record-appeal', ...answered(answer) }),
      forNothing: ({ review }) => (checkSomething(review) ? { look: 'status', say: NOTHING } : undefined),
      onStatus: 'An appeal was lodged',
      // Not again against the same, unless that was withdrawn; against a plan that was amended since, it is another.
      offeredWhen: ({ review }) => {
        const annual = annualPartOf(review);
        const isFree = lodgedAppeal(annual) === undefined || annual.appealEnded?.how === 'withdrawn';
        return clockOf(review).appeal !== undefined && isFree;
      },
      said: (taken) =>
        sentences(
          'The appeal is recorded. What is decided stands as it is until the appeal has ended.',
          movedSentence(taken, 'appeal'),
        ),
    }),
  ],
};

/** One that was withdrawn may be begun anew: nothing of it stands in the form to be sent again by mistake. */
const isWithdrawn = (subject: FormSubject): boolean => annualOf(subject).appealEnded?.how === 'withdrawn';

/** The review with the appeal that has ended among the earlier ones. */
function withAppealPutBy(review: Review): Review {
  return withAnnual(review, ({ appeal, appealEnded, ...annual }) => {
    if (!appeal || !appealEnded) return { ...annual, ...(appeal && { appeal }) };
    const { earlierAppeals = [] } = annual;
    return { ...annual, earlierAppeals: [...earlierAppeals, { lodged: appeal, ended: appealEnded }] };
  });
}

/** That one has ended, so that a later day is another. */
function beforeIt(review: Review): string {
  const { appealEnded } = annualPartOf(review);
  if (!appealEnded) return '';
  return `The appeal that is recorded ended on ${dayInWords(appealEnded.on)}: a day after that is another appeal, and that one is kept.`;
}

function checkSomething(review: Review): Refusal | undefined {
  if (clockOf(review).appeal) return undefined;
  return refusal('things-missing', NOTHING, { offer: { what: 'status' } });
}
