import { capital } from '../../language/words.ts';
import { countedBy, dueAndWhy, dueSentence } from '../../statute/clock-words.ts';
import { localDate } from '../../time.ts';
import { annualOf } from '../annual-of.ts';
import { annualPartOf, isNoticeToCome } from '../annual-part.ts';
import { checkNotAfter } from '../days.ts';
import { NOTICE } from '../questions/annual-after.ts';
import { termsIn, termsOf } from '../terms-of.ts';
import {
  answered,
  asBefore,
  checkAfterMeeting,
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
import { sentences, stepForm } from './step-form.ts';

interface RecordNotice extends LetterGiven {
  readonly type: 'record-notice';
}

interface NoticeRecorded extends LetterGiven {
  readonly type: 'notice-recorded';
}

/** The local authority’s notice of the amendments it proposes: the day on it. */
export const recordNotice: Step<RecordNotice, NoticeRecorded> = {
  type: 'record-notice',
  giver: 'senco',
  plans: ({ decidedElsewhere }) => decidedElsewhere,
  stages: LETTERS,
  decide: (given, command) => {
    const { notice, comments, notAmending, finalPlan } = annualPartOf(given.review);
    return letterRecorded(
      given,
      'notice-recorded',
      command,
      notice,
      () =>
        checkAmending(given) ??
        checkAfterMeeting(given, command.on) ??
        checkNotAfter(command.on, comments?.on, 'the answer to it') ??
        checkNotAfter(command.on, notAmending?.on, 'the letter that the plan is not amended') ??
        checkNotAfter(command.on, finalPlan?.on, 'the final plan'),
    );
  },
  facts: {
    'notice-recorded': {
      evolve: (review, letter, actor) => withLetter(review, 'notice', dated(letter, actor), letter),
    },
  },
  forms: [
    // SEND Regulations 2014, reg 22.
    stepForm({
      name: 'notice',
      title: 'Proposed amendments',
      open: 'Record the proposed amendments',
      send: 'Save',
      ask: ({ review, today }) =>
        sentences(
          'The day on the local authority’s notice counts.',
          dueSentence(review, 'notice', 'It is due by', today),
        ),
      why: (subject) =>
        sentences(
          'The local authority’s notice comes with the plan, the evidence for the changes, and the right to ask for a school to be named and to meet an officer.',
          dueAndWhy(subject.review, 'notice', 'It is due by', subject.today),
          `The regulations require at least ${countedBy(subject.review, 'comments')} for ${termsIn(subject).addressed} to answer.`,
        ),
      notification: ({ review }) => `The proposed amendments: review ${review.ref}`,
      questions: NOTICE,
      values: (subject) => asBefore(annualOf(subject).notice),
      isKept: (subject) => annualOf(subject).notice !== undefined,
      oneThing: true,
      command: (answer) => ({ type: 'record-notice', ...answered(answer) }),
      forNothing: forAmendingOnly,
      alternatives: [
        {
          title: () => 'The plan came without a notice',
          when: ({ review }) => isNoticeToCome(review),
          opens: 'ordered-plan',
        },
      ],
      said: (taken) => {
        const { review, pupil } = taken;
        const noticed = annualPartOf(review).notice?.on ?? localDate(review.startedAt);
        const { addressed } = termsOf(review, pupil, noticed);
        return sentences(
          'The proposed changes are recorded.',
          movedSentence(taken, 'notice'),
          dueSentence(review, 'comments', `${capital(addressed)} can answer until`),
          dueSentence(review, 'final-plan', 'The final plan is due by'),
          closedByIt(review),
        );
      },
    }),
  ],
};
