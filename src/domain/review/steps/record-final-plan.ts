import { dueSentence } from '../../statute/clock-words.ts';
import type { Letter } from '../annual.ts';
import { annualOf } from '../annual-of.ts';
import { annualPartOf, withAnnual } from '../annual-part.ts';
import { FINAL_PLAN } from '../questions/annual-after.ts';
import { termsIn } from '../terms-of.ts';
import {
  asBefore,
  checkAfterNotice,
  checkAmending,
  closedByIt,
  dated,
  forAmendingOnly,
  LETTERS,
  letterRecorded,
} from './letters.ts';
import type { Step } from './step.ts';
import { sentences, stepForm } from './step-form.ts';

interface RecordFinalPlan extends Letter {
  readonly type: 'record-final-plan';
}

interface FinalPlanRecorded extends Letter {
  readonly type: 'final-plan-recorded';
}

/** The final plan has come: the day on it. */
export const recordFinalPlan: Step<RecordFinalPlan, FinalPlanRecorded> = {
  type: 'record-final-plan',
  giver: 'senco',
  plans: ({ decidedElsewhere }) => decidedElsewhere,
  stages: LETTERS,
  closes: { from: 'acting', when: 'nothing else is wanted' },
  decide: (given, command) =>
    letterRecorded(
      given,
      'final-plan-recorded',
      command,
      annualPartOf(given.review).finalPlan,
      () => checkAmending(given) ?? checkAfterNotice(given, command.on),
    ),
  facts: {
    'final-plan-recorded': {
      evolve: (review, letter, actor) =>
        withAnnual(review, (annual) => ({ ...annual, finalPlan: dated(letter, actor) })),
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
      values: (subject) => asBefore(annualOf(subject).finalPlan),
      command: (answer) => ({ type: 'record-final-plan', ...answer }),
      forNothing: forAmendingOnly,
      said: ({ review }) => sentences('The final plan is recorded.', closedByIt(review)),
    }),
  ],
};
