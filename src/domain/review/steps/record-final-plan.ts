import { filledFrom } from '../../questions/form-answers.ts';
import { dueSentence } from '../../statute/clock-words.ts';
import type { FinalPlan, Letter } from '../annual.ts';
import { annualOf } from '../annual-of.ts';
import { annualPartOf, withAnnual } from '../annual-part.ts';
import { checkHasBeen } from '../days.ts';
import { ASITIS, unless } from '../decision.ts';
import { FINAL_PLAN } from '../questions/annual-after.ts';
import { termsIn } from '../terms-of.ts';
import {
  checkAfterNotice,
  checkAmending,
  closedByIt,
  dated,
  forAmendingOnly,
  isSame,
  LETTERS,
} from './letters.ts';
import type { Step } from './step.ts';
import { type FormSubject, sentences, stepForm } from './step-form.ts';

interface RecordFinalPlan extends Letter, Pick<FinalPlan, 'nextPlace'> {
  readonly type: 'record-final-plan';
}

interface FinalPlanRecorded extends Letter, Pick<FinalPlan, 'nextPlace'> {
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
    const { on, words, nextPlace } = command;
    const before = annualPartOf(given.review).finalPlan;
    if (isSame(before, command) && before?.nextPlace === nextPlace) return ASITIS;
    const refused = checkHasBeen(on, given.today) ?? checkAmending(given) ?? checkAfterNotice(given, on);
    return unless(refused, {
      ...{ type: 'final-plan-recorded' as const, on, words },
      ...(nextPlace && { nextPlace }),
    });
  },
  facts: {
    'final-plan-recorded': {
      evolve: (review, letter, actor) =>
        withAnnual(review, (annual) => {
          const { nextPlace } = letter;
          return { ...annual, finalPlan: { ...dated(letter, actor), ...(nextPlace && { nextPlace }) } };
        }),
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
          dueSentence(subject.review, 'final-plan', 'It is due by'),
        ),
      notification: ({ review }) => `The final plan: review ${review.ref}`,
      questions: FINAL_PLAN,
      values: (subject) =>
        filledFrom<FormSubject, typeof FINAL_PLAN>(FINAL_PLAN, annualOf(subject).finalPlan ?? {}),
      command: (answer) => ({ type: 'record-final-plan', ...answer }),
      forNothing: forAmendingOnly,
      said: ({ review }) => sentences('The final plan is recorded.', closedByIt(review)),
    }),
  ],
};
