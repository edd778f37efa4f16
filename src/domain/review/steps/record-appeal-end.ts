import { filledFrom } from '../../questions/form-answers.ts';
import type { AppealEnded } from '../annual.ts';
import { annualOf } from '../annual-of.ts';
import { annualPartOf, isToCease } from '../annual-part.ts';
import { checkNotBefore } from '../days.ts';
import { refusal } from '../decision.ts';
import { APPEAL_ENDED } from '../questions/annual-since.ts';
import type { Review } from '../review.ts';
import { answered, dated, LETTERS, type LetterGiven, letterRecorded, withLetter } from './letters.ts';
import { movedSentence } from './moved-dates.ts';
import type { Step } from './step.ts';
import { type FormSubject, sentences, stepForm } from './step-form.ts';

interface RecordAppealEnd extends LetterGiven, Pick<AppealEnded, 'how'> {
  readonly type: 'record-appeal-end';
}

interface AppealEndRecorded extends LetterGiven, Pick<AppealEnded, 'how'> {
  readonly type: 'appeal-ended';
}

const NO_APPEAL = 'No appeal is recorded yet. Record first when it was lodged.';

/** The appeal has ended: the day, and how. A plan that was to cease can cease then, unless it was decided or agreed for the family. */
export const recordAppealEnd: Step<RecordAppealEnd, AppealEndRecorded> = {
  type: 'record-appeal-end',
  giver: 'senco',
  plans: ({ decidedElsewhere }) => decidedElsewhere,
  stages: LETTERS,
  decide: (given, command) => {
    const { appeal, appealEnded: before } = annualPartOf(given.review);
    const check = () => {
      if (appeal) return checkNotBefore(command.on, appeal.on, 'the appeal');
      return refusal('things-missing', NO_APPEAL, { offer: { what: 'appeal' } });
    };
    return letterRecorded(given, 'appeal-ended', command, before, check, ['how']);
  },
  facts: {
    'appeal-ended': {
      evolve: (review, letter, actor) =>
        withLetter(review, 'appealEnded', { ...dated(letter, actor), how: letter.how }, letter),
    },
  },
  forms: [
    stepForm({
      name: 'appeal-end',
      title: 'The appeal has ended',
      open: 'Record how the appeal ended',
      send: 'Save',
      ask: () => 'The day it ended, and how: the Tribunal decided, both agreed, or it was withdrawn.',
      notification: ({ review }) => `The end of an appeal: review ${review.ref}`,
      questions: APPEAL_ENDED,
      values: (subject) =>
        filledFrom<FormSubject, typeof APPEAL_ENDED>(APPEAL_ENDED, annualOf(subject).appealEnded ?? {}),
      isKept: (subject) => annualOf(subject).appealEnded !== undefined,
      oneThing: true,
      command: (answer) => ({ type: 'record-appeal-end', ...answered(answer) }),
      forNothing: ({ review }) =>
        annualPartOf(review).appeal ? undefined : { look: 'status', say: NO_APPEAL },
      onStatus: 'The appeal has ended',
      offeredWhen: ({ review }) => {
        const { appeal, appealEnded } = annualPartOf(review);
        return appeal !== undefined && !appealEnded;
      },
      said: (taken) =>
        sentences(
          'The end of the appeal is recorded.',
          ceasing(taken.review),
          movedSentence(taken, 'appealEnded'),
        ),
    }),
  ],
};

/** What becomes of a plan that was to cease. */
function ceasing(review: Review): string {
  if (annualPartOf(review).decision?.kind !== 'cease') return '';
  return isToCease(review) ? 'The plan can cease now.' : 'The plan goes on: it is not ceased.';
}
