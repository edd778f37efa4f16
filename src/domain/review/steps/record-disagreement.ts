import { checkWords } from '../checks.ts';
import { unless } from '../decision.ts';
import type { Disagreement } from '../review.ts';
import { atMeeting, recordStands } from './instead.ts';
import { checkNew } from './meeting-notes.ts';
import type { Step } from './step.ts';

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
};
