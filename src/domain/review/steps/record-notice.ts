import type { Letter } from '../annual.ts';
import { annualPartOf, withAnnual } from '../annual-part.ts';
import { checkNotAfter } from '../days.ts';
import { checkAfterMeeting, checkAmending, dated, LETTERS, letterRecorded } from './letters.ts';
import type { Step } from './step.ts';

interface RecordNotice extends Letter {
  readonly type: 'record-notice';
}

interface NoticeRecorded extends Letter {
  readonly type: 'notice-recorded';
}

/** The local authority’s notice of the amendments it proposes: the day on it. */
export const recordNotice: Step<RecordNotice, NoticeRecorded> = {
  type: 'record-notice',
  giver: 'senco',
  plans: ({ decidedElsewhere }) => decidedElsewhere,
  stages: LETTERS,
  decide: (given, command) => {
    const { notice, comments, finalPlan } = annualPartOf(given.review);
    return letterRecorded(
      given,
      'notice-recorded',
      command,
      notice,
      () =>
        checkAmending(given) ??
        checkAfterMeeting(given, command.on) ??
        checkNotAfter(command.on, comments?.on, 'the answer to it') ??
        checkNotAfter(command.on, finalPlan?.on, 'the final plan'),
    );
  },
  facts: {
    'notice-recorded': {
      evolve: (review, letter, actor) =>
        withAnnual(review, (annual) => ({ ...annual, notice: dated(letter, actor) })),
    },
  },
};
