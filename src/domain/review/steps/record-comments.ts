import type { Letter } from '../annual.ts';
import { annualPartOf, withAnnual } from '../annual-part.ts';
import { checkWords } from '../checks.ts';
import { checkAfterNotice, checkAmending, dated, LETTERS, letterRecorded } from './letters.ts';
import type { Step } from './step.ts';

interface RecordComments extends Letter {
  readonly type: 'record-comments';
}

interface CommentsRecorded extends Letter {
  readonly type: 'comments-recorded';
}

/** What the parents or the young person answer to the amendments proposed, or that they have nothing to say. */
export const recordComments: Step<RecordComments, CommentsRecorded> = {
  type: 'record-comments',
  giver: 'senco',
  plans: ({ decidedElsewhere }) => decidedElsewhere,
  stages: LETTERS,
  decide: (given, command) =>
    letterRecorded(given, 'comments-recorded', command, annualPartOf(given.review).comments, () => {
      const say = 'Please write what they answered, or that they had nothing to say.';
      return (
        checkAmending(given) ?? checkAfterNotice(given, command.on) ?? checkWords(command.words, 'words', say)
      );
    }),
  facts: {
    'comments-recorded': {
      evolve: (review, letter, actor) =>
        withAnnual(review, (annual) => ({ ...annual, comments: dated(letter, actor) })),
    },
  },
};
