import { capital } from '../../language/words.ts';
import { pointingOut } from '../../questions/days.ts';
import { filledFrom } from '../../questions/form-answers.ts';
import { dueAndWhy, dueSentence } from '../../statute/clock-words.ts';
import type { FinalPlan } from '../annual.ts';
import { annualOf } from '../annual-of.ts';
import { annualPartOf } from '../annual-part.ts';
import { withSupportAmended } from '../carry-over.ts';
import { FINAL_PLAN } from '../questions/annual-after.ts';
import { termsIn } from '../terms-of.ts';
import {
  answered,
  checkAfterNotice,
  checkAmending,
  closedByIt,
  dated,
  forAmendingOnly,
  LETTERS,
  type LetterGiven,
  letterRecorded,
  withLetter,
} from './letters.ts';
import { movedSentence } from './moved-dates.ts';
import type { Step } from './step.ts';
import { type FormSubject, sentences, stepForm } from './step-form.ts';
import { withinTheirDays } from './within-their-days.ts';

interface RecordFinalPlan extends LetterGiven, Pick<FinalPlan, 'nextPlace'> {
  readonly type: 'record-final-plan';
}

interface FinalPlanRecorded extends LetterGiven, Pick<FinalPlan, 'nextPlace'> {
  readonly type: 'final-plan-recorded';
}

/** The final plan has come: the day on it and, for a transfer, whether it names the next place. */
export const recordFinalPlan: Step<RecordFinalPlan, FinalPlanRecorded> = {
  type: 'record-final-plan',
  giver: 'senco',
  plans: ({ decidedElsewhere }) => decidedElsewhere,
  stages: LETTERS,
  closes: { from: 'acting', when: 'nothing else is wanted' },
  decide: (given, command) => {
    const before = annualPartOf(given.review).finalPlan;
    const check = () => checkAmending(given) ?? checkAfterNotice(given, command.on);
    return letterRecorded(given, 'final-plan-recorded', command, before, check, ['nextPlace']);
  },
  facts: {
    'final-plan-recorded': {
      evolve: (review, letter, actor) => {
        const { nextPlace } = letter;
        const plan = { ...dated(letter, actor), ...(nextPlace && { nextPlace }) };
        return withSupportAmended(withLetter(review, 'finalPlan', plan, letter));
      },
    },
  },
  forms: [
    // SEND Regulations 2014, reg 22(3).
    stepForm({
      name: 'final-plan',
      title: 'Final plan',
      open: 'Record the final plan',
      send: 'Save',
      ask: (subject) =>
        sentences(
          `From the day on it, ${termsIn(subject).addressed} may appeal against what it says.`,
          dueSentence(subject.review, 'final-plan', 'It is due by', subject.today),
        ),
      why: ({ review, today }) =>
        sentences(
          dueAndWhy(review, 'final-plan', 'It is due by', today),
          dueAndWhy(review, 'comments', 'The family has at least until'),
        ),
      notification: ({ review }) => `The final plan: review ${review.ref}`,
      questions: { ...FINAL_PLAN, on: pointingOut(FINAL_PLAN.on, withinTheirDays) },
      values: (subject) =>
        filledFrom<FormSubject, typeof FINAL_PLAN>(FINAL_PLAN, annualOf(subject).finalPlan ?? {}),
      isKept: (subject) => annualOf(subject).finalPlan !== undefined,
      oneThing: true,
      command: (answer) => ({ type: 'record-final-plan', ...answered(answer) }),
      forNothing: forAmendingOnly,
      said: (taken) =>
        sentences(
          'The final plan is recorded.',
          dueSentence(
            taken.review,
            'appeal',
            `${capital(termsIn(taken).addressed)} may appeal against it until`,
          ),
          movedSentence(taken, 'finalPlan'),
          closedByIt(taken.review),
        ),
    }),
  ],
};
