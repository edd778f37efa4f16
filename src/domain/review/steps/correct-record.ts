import { planRow } from '../../plans/index.ts';
import { checkWords } from '../checks.ts';
import { staffToldOfOutcome } from '../concerned.ts';
import { unless } from '../decision.ts';
import { CORRECTION, type CorrectionAnswer, recordParts } from '../questions/correction.ts';
import { termsIn } from '../terms-of.ts';
import { beforeMeeting, cancelled, instead } from './instead.ts';
import { type Step, TAKES, tell } from './step.ts';
import { stepForm } from './step-form.ts';

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
      tells: ({ review }) => tell('record-corrected', staffToldOfOutcome(review)),
    },
  },
  forms: [
    stepForm({
      name: 'correction',
      title: 'Correct the record',
      open: 'Correct the record',
      send: 'Add the correction',
      ask: () =>
        'The correction stands beside what was written, with your name and the date. Colleagues who have the record are told.',
      notification: ({ review }) => `Correct the record: review ${review.ref}`,
      questions: CORRECTION,
      command: ({ part, words }, subject) => ({
        type: 'correct-record',
        part: recordParts({ plan: planRow(subject.review.kind) }, { ...termsIn(subject) })[part] ?? '',
        words,
      }),
      said: ({ whenTold }) =>
        `The correction is in the record. Colleagues who have the record are told ${whenTold}.`,
      leadsTo: 'record',
    }),
  ],
};
