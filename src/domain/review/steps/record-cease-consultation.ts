import { annualOf } from '../annual-of.ts';
import { annualPartOf, isNeverDecided } from '../annual-part.ts';
import { checkWords } from '../checks.ts';
import { checkNotAfter } from '../days.ts';
import { outcomeChoice } from '../outcomes.ts';
import { CEASE_CONSULTED } from '../questions/annual-since.ts';
import type { Review } from '../review.ts';
import { CONSULTED_FIRST, ceasingRule } from './ceasing-words.ts';
import {
  answered,
  asBefore,
  checkAfterMeeting,
  dated,
  LETTERS,
  type LetterGiven,
  letterRecorded,
  withLetter,
} from './letters.ts';
import { movedSentence } from './moved-dates.ts';
import type { Step } from './step.ts';
import { sentences, stepForm } from './step-form.ts';

interface RecordCeaseConsultation extends LetterGiven {
  readonly type: 'record-cease-consultation';
}

interface CeaseConsulted extends LetterGiven {
  readonly type: 'cease-consulted';
}

/**
 * The first of the two steps by which a plan ceases: the local authority tells the family that it considers it, and consults
 * them and the head (reg 31). The second is its decision.
 */
export const recordCeaseConsultation: Step<RecordCeaseConsultation, CeaseConsulted> = {
  type: 'record-cease-consultation',
  giver: 'senco',
  plans: ({ decidedElsewhere }) => decidedElsewhere,
  stages: LETTERS,
  decide: (given, command) => {
    const { ceaseConsulted, decision } = annualPartOf(given.review);
    const ceased = decision?.kind === 'cease' ? decision.on : undefined;
    return letterRecorded(
      given,
      'cease-consulted',
      command,
      ceaseConsulted,
      () =>
        checkAfterMeeting(given, command.on) ??
        checkNotAfter(command.on, ceased, 'the decision to cease the plan') ??
        checkWords(command.words, 'words', 'Please write what they said, or that they have not answered.'),
    );
  },
  facts: {
    'cease-consulted': {
      evolve: (review, letter, actor) => withLetter(review, 'ceaseConsulted', dated(letter, actor), letter),
    },
  },
  forms: [
    stepForm({
      name: 'cease-consultation',
      title: 'Consulted before ceasing',
      open: 'Record that it consulted before ceasing',
      send: 'Save',
      ask: () =>
        'It tells the family that it considers ceasing the plan, and consults them and the head, first.',
      why: (subject) => sentences(CONSULTED_FIRST, ceasingRule(subject)),
      notification: ({ review }) => `Consulted before ceasing: review ${review.ref}`,
      questions: CEASE_CONSULTED,
      values: (subject) => asBefore(annualOf(subject).ceaseConsulted),
      isKept: (subject) => annualOf(subject).ceaseConsulted !== undefined,
      oneThing: true,
      command: (answer) => ({ type: 'record-cease-consultation', ...answered(answer) }),
      onStatus: 'It consulted before ceasing the plan',
      offeredWhen: ({ review }) => isCeasingInSight(review) && !annualPartOf(review).ceaseConsulted,
      said: (taken) =>
        sentences(
          'The consultation is recorded. The plan stands until the local authority has decided and any appeal has ended.',
          movedSentence(taken, 'ceaseConsulted'),
        ),
    }),
  ],
};

/** The meeting recommended that the plan ends and nothing is decided yet, or it was decided so. */
function isCeasingInSight(review: Review): boolean {
  const { decision } = annualPartOf(review);
  if (decision) return decision.kind === 'cease';
  return (
    !isNeverDecided(review) && review.outcome !== undefined && !outcomeChoice(review.outcome.kind).continues
  );
}
