import { checkWords } from '../checks.ts';
import { unless } from '../decision.ts';
import { DISAGREEMENT } from '../questions/disagreement.ts';
import type { Disagreement } from '../review.ts';
import { atMeeting, recordStands } from './instead.ts';
import { checkNew } from './meeting-notes.ts';
import type { Step } from './step.ts';
import { stepForm } from './step-form.ts';

interface RecordDisagreement extends Disagreement {
  readonly type: 'record-disagreement';
}

interface DisagreementRecorded extends Disagreement {
  readonly type: 'disagreement-recorded';
}

/** Somebody disagrees, in their own words. */
export const recordDisagreement: Step<RecordDisagreement, DisagreementRecorded> = {
  type: 'record-disagreement',
  giver: 'senco',
  stages: atMeeting(recordStands),
  decide: ({ review }, { id, who, words }) =>
    unless(
      checkNew(review.disagreements, id) ??
        checkWords(who, 'who', 'Please say who disagrees.') ??
        checkWords(words, 'words', 'Please write it in their own words.'),
      { type: 'disagreement-recorded', id, who, words },
    ),
  facts: {
    'disagreement-recorded': {
      evolve: (review, { id, who, words }) => ({
        ...review,
        disagreements: [...review.disagreements, { id, who, words }],
      }),
    },
  },
  forms: [
    stepForm({
      name: 'disagreement',
      title: 'Record a disagreement',
      open: 'Record a disagreement',
      send: 'Record it',
      ask: () => 'Write it as they said it: the record keeps their own words.',
      notification: ({ review }) => `Record a disagreement: review ${review.ref}`,
      questions: DISAGREEMENT,
      command: (answer, _subject, newId) => ({ type: 'record-disagreement', id: newId(), ...answer }),
      said: () => 'The disagreement is recorded in their own words.',
    }),
  ],
};
