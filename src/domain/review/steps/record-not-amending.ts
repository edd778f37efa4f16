import { pointingOut } from '../../questions/days.ts';
import { countedBy, dueAndWhy, dueSentence } from '../../statute/clock-words.ts';
import { annualOf } from '../annual-of.ts';
import { annualPartOf, isPlanToCome } from '../annual-part.ts';
import { checkWords } from '../checks.ts';
import { refusal } from '../decision.ts';
import { NOT_AMENDING } from '../questions/annual-since.ts';
import {
  answered,
  asBefore,
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
import { sentences, stepForm } from './step-form.ts';
import { withinTheirDays } from './within-their-days.ts';

interface RecordNotAmending extends LetterGiven {
  readonly type: 'record-not-amending';
}

interface NotAmended extends LetterGiven {
  readonly type: 'not-amended';
}

/**
 * After its notice and the answer to it, the local authority decided not to amend the plan, and says why (reg 22(4)). No final
 * plan is to come then; who may appeal has two months from this letter. The next review counts from the decision all the same.
 */
export const recordNotAmending: Step<RecordNotAmending, NotAmended> = {
  type: 'record-not-amending',
  giver: 'senco',
  plans: ({ decidedElsewhere }) => decidedElsewhere,
  stages: LETTERS,
  closes: { from: 'acting', when: 'nothing else is wanted' },
  decide: (given, command) => {
    const { notAmending, finalPlan } = annualPartOf(given.review);
    return letterRecorded(given, 'not-amended', command, notAmending, () => {
      const say = 'A final plan is recorded, so the plan was amended. If that is wrong, correct the record.';
      const amended = finalPlan && refusal('not-now', say, { offer: { what: 'correction' } });
      return (
        checkAmending(given) ??
        checkAfterNotice(given, command.on) ??
        amended ??
        checkWords(command.words, 'words', 'Please write why it does not amend the plan, as the letter says.')
      );
    });
  },
  facts: {
    'not-amended': {
      evolve: (review, letter, actor) => withLetter(review, 'notAmending', dated(letter, actor), letter),
    },
  },
  forms: [
    stepForm({
      name: 'not-amending',
      title: 'Not amended after all',
      open: 'The plan is not amended after all',
      send: 'Save',
      ask: () => 'After its notice the local authority may still decide not to amend the plan, and says why.',
      why: ({ review }) =>
        sentences(
          'The regulations require it to say why, and to name the right to appeal.',
          `It has ${countedBy(review, 'not-amending')}.`,
          dueAndWhy(review, 'comments', 'The family has at least until'),
        ),
      notification: ({ review }) => `The plan is not amended: review ${review.ref}`,
      questions: { ...NOT_AMENDING, on: pointingOut(NOT_AMENDING.on, withinTheirDays) },
      values: (subject) => asBefore(annualOf(subject).notAmending),
      isKept: (subject) => annualOf(subject).notAmending !== undefined,
      oneThing: true,
      command: (answer) => ({ type: 'record-not-amending', ...answered(answer) }),
      forNothing: forAmendingOnly,
      onStatus: 'The plan is not amended after all',
      offeredWhen: ({ review }) => annualPartOf(review).notice !== undefined && isPlanToCome(review),
      said: (taken) =>
        sentences(
          'It is recorded that the plan stays as it is: no final plan is to come.',
          dueSentence(taken.review, 'appeal', 'An appeal can be made until'),
          movedSentence(taken, 'notAmending'),
          closedByIt(taken.review),
        ),
    }),
  ],
};
