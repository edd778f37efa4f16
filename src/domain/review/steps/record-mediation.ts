import { countedBy, dueAndWhy, dueSentence } from '../../statute/clock-words.ts';
import { annualOf } from '../annual-of.ts';
import { annualPartOf } from '../annual-part.ts';
import { checkNotBefore } from '../days.ts';
import { refusal } from '../decision.ts';
import { MEDIATION } from '../questions/annual-after.ts';
import { beforeMeeting, instead } from './instead.ts';
import {
  answered,
  asBefore,
  dated,
  LETTERS,
  type LetterGiven,
  letterRecorded,
  withLetter,
} from './letters.ts';
import { movedSentence } from './moved-dates.ts';
import type { Step } from './step.ts';
import { sentences, stepForm } from './step-form.ts';

const decisionFirst = instead(
  'Mediation comes after the local authority’s decision. Once that is recorded, this can be done.',
  'status',
);

interface RecordMediation extends LetterGiven {
  readonly type: 'record-mediation';
}

interface MediationRecorded extends LetterGiven {
  readonly type: 'mediation-recorded';
}

/** A mediation certificate: the day on it. It may give longer to appeal. */
export const recordMediation: Step<RecordMediation, MediationRecorded> = {
  type: 'record-mediation',
  giver: 'senco',
  plans: ({ decidedElsewhere }) => decidedElsewhere,
  stages: { ...LETTERS, ...beforeMeeting(decisionFirst), meeting: decisionFirst },
  decide: (given, command) => {
    const { decision, mediation } = annualPartOf(given.review);
    return letterRecorded(given, 'mediation-recorded', command, mediation, () => {
      const say = 'Mediation comes after the local authority’s decision. Record that first.';
      if (!decision) return refusal('things-missing', say, { offer: { what: 'la-decision' } });
      return checkNotBefore(command.on, decision.on, 'the local authority’s decision');
    });
  },
  facts: {
    'mediation-recorded': {
      evolve: (review, letter, actor) => withLetter(review, 'mediation', dated(letter, actor), letter),
    },
  },
  forms: [
    // Children and Families Act 2014, s.51.
    stepForm({
      name: 'mediation',
      title: 'Mediation certificate',
      open: 'Record a mediation certificate',
      send: 'Save',
      ask: ({ review }) =>
        sentences(
          'It may give longer to appeal.',
          dueSentence(review, 'appeal', 'As it stands, the last day is'),
        ),
      why: ({ review }) =>
        sentences(
          `It may give longer to appeal: until ${countedBy(review, 'appeal-mediation')}, where that is later.`,
          dueAndWhy(review, 'appeal', 'As it stands, the last day is'),
          'Against section I (the placement) alone no certificate is needed, and the two months stand.',
        ),
      notification: ({ review }) => `A mediation certificate: review ${review.ref}`,
      questions: MEDIATION,
      values: (subject) => asBefore(annualOf(subject).mediation),
      isKept: (subject) => annualOf(subject).mediation !== undefined,
      oneThing: true,
      command: (answer) => ({ type: 'record-mediation', ...answered(answer) }),
      said: (taken) =>
        sentences(
          'The mediation certificate is recorded.',
          movedSentence(taken, 'mediation'),
          dueSentence(taken.review, 'appeal', 'An appeal can be made until'),
        ),
    }),
  ],
};
