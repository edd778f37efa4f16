import type { LaRequest } from '../../../src/domain/review/review.ts';
import {
  ASSISTANT,
  anAction,
  anEvidenceAnswer,
  anEvidenceRequest,
  anOutcome,
  aReview,
  SENCO,
} from '../../support/builders.ts';
import { of, type Sample, subject } from './sample.ts';

/** A request for an EHC needs assessment, decided at the meeting of 24 November. */
export const aRequest = (given: Partial<LaRequest> = {}): LaRequest => ({
  kind: 'ehc-assessment',
  owner: SENCO,
  sendBy: '2026-12-08',
  notes: [],
  ...given,
});
/** It was sent, and received, on the last day of November. */
export const SENT = {
  on: '2026-11-30',
  received: '2026-11-30',
  words: 'By secure e-mail',
  by: SENCO,
  at: '2026-11-30T15:00:00.000Z',
} as const;
export const REFUSED = {
  result: 'refused',
  on: '2026-12-01',
  words: 'The school can meet her needs from its own funds',
  by: SENCO,
  at: '2026-12-01T09:00:00.000Z',
} as const;

const asked = (request: LaRequest) =>
  subject(aReview({ stage: 'acting', actions: [anAction()], requests: [request] }), { about: request.kind });

const saidThem = anEvidenceRequest({
  answer: {
    at: '2026-11-12T10:00:00.000Z',
    late: false,
    said: { ...anEvidenceAnswer(), worked: 'Short books', sources: ['professional-reports'] },
  },
});
const met = aReview({
  stage: 'meeting',
  evidence: [saidThem],
  targetReviews: [
    {
      targetId: 'target-1',
      progress: 'some',
      evidence: '8 of 10 words',
      delivered: 'partly',
      difference: 'Reads in class',
      stillRight: 'keep',
    },
  ],
});

/** The forms about what was asked of the local authority. */
export const REQUEST_SAMPLES: Readonly<Record<string, Sample>> = {
  considered: of(
    'considered',
    subject(met),
    {
      tried: 'Paired reading: 8 of 10 words',
      advice: 'None yet',
      notEnough: 'She needs an adult in each lesson',
    },
    {
      type: 'record-considered',
      tried: 'Paired reading: 8 of 10 words',
      advice: 'None yet',
      notEnough: 'She needs an adult in each lesson',
    },
  ),
  'request-add': of(
    'request-add',
    subject(
      aReview({ stage: 'acting', actions: [anAction()], outcome: anOutcome({ kind: 'ehc-assessment' }) }),
    ),
    { kind: 'ehc-assessment', owner: ASSISTANT, sendBy: '2026-12-11' },
    { type: 'add-request', kind: 'ehc-assessment', owner: ASSISTANT, sendBy: '2026-12-11' },
  ),
  request: of(
    'request',
    asked(aRequest()),
    { owner: ASSISTANT, sendBy: '2026-12-11' },
    { type: 'change-request', kind: 'ehc-assessment', owner: ASSISTANT, sendBy: '2026-12-11' },
  ),
  'request-sent': of(
    'request-sent',
    asked(aRequest()),
    { on: '2026-11-26', received: '2026-11-30', words: 'By secure e-mail' },
    {
      type: 'record-request-sent',
      kind: 'ehc-assessment',
      on: '2026-11-26',
      received: '2026-11-30',
      words: 'By secure e-mail',
    },
  ),
  'request-sent-top-up': of(
    'request-sent',
    asked(aRequest({ kind: 'top-up' })),
    { on: '2026-11-30', answerBy: '2027-01-15', words: 'On their portal' },
    {
      type: 'record-request-sent',
      kind: 'top-up',
      on: '2026-11-30',
      answerBy: '2027-01-15',
      words: 'On their portal',
    },
  ),
  'request-note': of(
    'request-note',
    asked(aRequest({ sent: SENT })),
    { note: 'asked', on: '2026-12-01', exception: 'closed', answerBy: '2027-02-01', words: 'Summer closure' },
    {
      type: 'note-request',
      kind: 'ehc-assessment',
      note: 'asked',
      on: '2026-12-01',
      exception: 'closed',
      answerBy: '2027-02-01',
      words: 'Summer closure',
    },
  ),
  'request-note-refused': of(
    'request-note',
    asked(aRequest({ sent: SENT, answer: { ...REFUSED, on: '2026-11-30' } })),
    { on: '2026-12-01', words: 'They met' },
    {
      type: 'note-request',
      kind: 'ehc-assessment',
      note: 'certificate',
      on: '2026-12-01',
      words: 'They met',
    },
  ),
  'request-answer': of(
    'request-answer',
    asked(aRequest({ sent: SENT })),
    { result: 'refused', on: '2026-12-01', words: 'Own funds' },
    {
      type: 'record-request-answer',
      kind: 'ehc-assessment',
      result: 'refused',
      on: '2026-12-01',
      words: 'Own funds',
    },
  ),
  'request-answer-top-up': of(
    'request-answer',
    asked(aRequest({ kind: 'top-up', sent: SENT, answerBy: '2027-01-15' })),
    { result: 'part', on: '2026-12-01', words: 'Ten hours' },
    { type: 'record-request-answer', kind: 'top-up', result: 'part', on: '2026-12-01', words: 'Ten hours' },
  ),
};
