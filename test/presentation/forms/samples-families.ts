import type { Rearrangement, SentIn } from '../../../src/domain/review/from-families.ts';
import { anAnnualReview } from '../../support/annual-builders.ts';
import { aReview, SENCO } from '../../support/builders.ts';
import { of, type Sample, subject } from './sample.ts';

const ASKED = {
  asker: 'parent',
  askedOn: '2026-11-09',
  why: 'Mum works nights that week',
  preferred: 'A Tuesday after 14:00',
} as const;
const waiting: Rearrangement = { id: 'rearrangement-1', ...ASKED, by: SENCO, at: '2026-11-09T10:00:00.000Z' };

const SENT = {
  what: 'A letter from the sleep clinic',
  from: 'Mum',
  on: '2026-11-09',
  kept: 'In the file',
};
const sent: SentIn = { id: 'sent-in-1', ...SENT, by: SENCO, at: '2026-11-09T10:00:00.000Z' };

const AGAIN = {
  date: '2026-12-01',
  time: '15:30',
  where: 'Room 4',
  whyMoved: 'A parent asked',
  invitees: SENCO,
  others: 'Ada’s mother',
  ask: SENCO,
  evidenceBy: '2026-11-24',
};

/** The forms on what families ask for and send in. */
export const FAMILY_SAMPLES = {
  rearrange: of('rearrange', subject(aReview()), ASKED, { type: 'ask-to-rearrange', id: 'new', ...ASKED }),
  'keep-meeting': of(
    'keep-meeting',
    subject(aReview({ rearrangements: [waiting] })),
    { why: 'The therapist can only come then' },
    { type: 'keep-meeting', why: 'The therapist can only come then' },
  ),
  'plan-meeting-rearranged': of('plan-meeting', subject(aReview({ rearrangements: [waiting] })), AGAIN, {
    type: 'plan-meeting',
    date: '2026-12-01',
    time: '15:30',
    where: 'Room 4',
    invitees: [
      { kind: 'staff', who: SENCO },
      { kind: 'other', name: 'Ada’s mother' },
    ],
    ask: [SENCO],
    evidenceBy: '2026-11-24',
    whyMoved: 'A parent asked',
  }),
  'sent-in': of('sent-in', subject(aReview()), SENT, { type: 'record-sent-in', id: 'new', ...SENT }),
  'sent-in-again': of('sent-in', subject(anAnnualReview({ sentIn: [sent] }), { about: 'sent-in-1' }), SENT, {
    type: 'record-sent-in',
    id: 'sent-in-1',
    ...SENT,
  }),
} satisfies Record<string, Sample>;
