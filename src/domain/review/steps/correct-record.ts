import { checkWords } from '../checks.ts';
import { staffConcerned } from '../concerned.ts';
import { unless } from '../decision.ts';
import type { CorrectionAnswer } from '../questions/correction.ts';
import { beforeMeeting, cancelled, instead } from './instead.ts';
import { type Step, TAKES, tell } from './step.ts';

interface CorrectRecord extends CorrectionAnswer {
  readonly type: 'correct-record';
}

interface RecordCorrected extends CorrectionAnswer {
  readonly type: 'record-corrected';
}

/** A correction stands beside what was written, with its author. */
export const correctRecord: Step<CorrectRecord, RecordCorrected> = {
  type: 'correct-record',
  giver: 'senco',
  stages: {
    ...beforeMeeting(instead('There is no record to correct yet: it comes from the meeting.', 'status')),
    meeting: instead('Nothing is final yet: change it in the meeting’s notes.', 'agenda'),
    acting: TAKES,
    closed: TAKES,
    cancelled,
  },
  decide: (_given, { part, words }) =>
    unless(
      checkWords(part, 'part', 'Please choose the part it corrects.') ??
        checkWords(words, 'words', 'Please write what it should say.'),
      { type: 'record-corrected', part, words },
    ),
  facts: {
    'record-corrected': {
      evolve: (review, { part, words }, { who, at }) => ({
        ...review,
        corrections: [...review.corrections, { by: who, at, part, words }],
      }),
      tells: ({ review }) => tell('record-corrected', staffConcerned(review)),
    },
  },
};
