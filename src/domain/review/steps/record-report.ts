import type { Letter } from '../annual.ts';
import { annualPartOf, withAnnual } from '../annual-part.ts';
import { checkWords } from '../checks.ts';
import { checkAfterMeeting, dated, LETTERS, letterRecorded } from './letters.ts';
import type { Step } from './step.ts';

interface RecordReport extends Letter {
  readonly type: 'record-report';
}

interface ReportSent extends Letter {
  readonly type: 'report-sent';
}

/** The report of the meeting was sent to everybody invited. */
export const recordReport: Step<RecordReport, ReportSent> = {
  type: 'record-report',
  giver: 'senco',
  plans: ({ decidedElsewhere }) => decidedElsewhere,
  stages: LETTERS,
  closes: { from: 'acting', when: 'nothing else is wanted' },
  decide: (given, command) =>
    letterRecorded(given, 'report-sent', command, annualPartOf(given.review).report, () => {
      const say = 'Please say to whom it was sent: everybody who was invited.';
      return checkAfterMeeting(given, command.on) ?? checkWords(command.words, 'words', say);
    }),
  facts: {
    'report-sent': {
      evolve: (review, letter, actor) =>
        withAnnual(review, (annual) => ({ ...annual, report: dated(letter, actor) })),
    },
  },
};
