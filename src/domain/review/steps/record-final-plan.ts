import type { Letter } from '../annual.ts';
import { annualPartOf, withAnnual } from '../annual-part.ts';
import { checkAfterNotice, checkAmending, dated, LETTERS, letterRecorded } from './letters.ts';
import type { Step } from './step.ts';

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
};
