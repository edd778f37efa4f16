import { dueAndWhy, dueSentence } from '../../statute/clock-words.ts';
import { annualOf } from '../annual-of.ts';
import { annualPartOf } from '../annual-part.ts';
import { checkWords } from '../checks.ts';
import { COMMENTS } from '../questions/annual-after.ts';
import { termsIn } from '../terms-of.ts';
import {
  answered,
  asBefore,
  checkAfterNotice,
  checkAmending,
  dated,
  forAmendingOnly,
  LETTERS,
  type LetterGiven,
  letterRecorded,
  withLetter,
} from './letters.ts';
import { movedSentence } from './moved-dates.ts';
import type { Step } from './step.ts';
import { sentences, stepForm } from './step-form.ts';

interface RecordComments extends LetterGiven {
  readonly type: 'record-comments';
}

interface CommentsRecorded extends LetterGiven {
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
      evolve: (review, letter, actor) => withLetter(review, 'comments', dated(letter, actor), letter),
    },
  },
  forms: [
    stepForm({
      name: 'comments',
      title: 'Their answer',
      open: 'Record the answer to the amendments',
      send: 'Save their answer',
      ask: (subject) =>
        sentences(
          `What ${termsIn(subject).addressed} answered, in their words where you can; or that they had nothing to say.`,
          dueSentence(subject.review, 'comments', 'They have at least until'),
        ),
      why: ({ review }) =>
        sentences(
          dueAndWhy(review, 'comments', 'They have at least until'),
          'They may ask for a school to be named, and to meet an officer of the local authority.',
        ),
      notification: ({ review }) => `The answer to the amendments: review ${review.ref}`,
      questions: COMMENTS,
      values: (subject) => ({ on: subject.today, ...asBefore(annualOf(subject).comments) }),
      isKept: (subject) => annualOf(subject).comments !== undefined,
      oneThing: true,
      command: (answer) => ({ type: 'record-comments', ...answered(answer) }),
      forNothing: forAmendingOnly,
      said: (taken) => sentences('Their answer is recorded.', movedSentence(taken, 'comments')),
    }),
  ],
};
