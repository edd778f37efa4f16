import type { InviteeRole, SectionChange } from '../../../src/domain/review/annual.ts';
import type { Command } from '../../../src/domain/review/steps/index.ts';
import {
  aLetter,
  anAnnualReview,
  anEhcpPupil,
  annualAt,
  readyToRecommend,
} from '../../support/annual-builders.ts';
import { ASSISTANT, SENCO, TEACHER } from '../../support/builders.ts';
import { newIds, of, type Sample, subject } from './sample.ts';

const preparing = anAnnualReview({ stage: 'preparing' });
const gathering = anAnnualReview();
const meeting = anAnnualReview({ stage: 'meeting' });
const acting = anAnnualReview({ stage: 'acting' });
const amending = anAnnualReview({
  stage: 'acting',
  annual: annualAt('acting', {
    report: aLetter('2026-11-26', 'Everybody invited'),
    decision: { ...aLetter('2026-11-27', 'Amends sections E and F'), kind: 'amend' },
  }),
});
const noticed = anAnnualReview({
  stage: 'acting',
  annual: {
    ...annualAt('closed'),
    decision: { ...aLetter('2026-11-26', ''), kind: 'amend' },
    notice: aLetter('2026-11-26', ''),
  },
});
const { finalPlan: _final, comments: _comments, ...awaited } = noticed.annual ?? annualAt('acting');
const unanswered = anAnnualReview({ stage: 'acting', annual: awaited });
const kept = anAnnualReview({
  stage: 'acting',
  annual: annualAt('acting', { decision: { ...aLetter('2026-11-25', 'Nothing to change'), kind: 'keep' } }),
});
const appealed = anAnnualReview({
  stage: 'acting',
  annual: {
    ...(kept.annual ?? annualAt('acting')),
    appeal: { ...aLetter('2026-11-27', 'Section F'), alone: 'no' },
  },
});
const forTransfer = anAnnualReview({
  stage: 'acting',
  annual: { ...awaited, transfer: { kind: 'primary-secondary', year: 2027 } },
});

/** Seventeen since November 2025, so over compulsory school age since the June before. */
const young = anEhcpPupil({ dateOfBirth: '2009-11-20', yearGroup: '12' });
const inYear9 = anEhcpPupil({ dateOfBirth: '2013-02-20', yearGroup: '9' });

const GUESTS = {
  parents: 'Bea Sample\nBo Sample',
  laOfficer: 'Olu Officer',
  health: 'Dr Hana Health',
  socialCare: 'Social care duty team',
  head: 'Hal Head',
  others: ' Educational psychologist: Dr Chan \n\nSpeech and language therapist: Sam Ali',
};
const OTHERS = [
  { role: 'educational-psychologist', name: 'Dr Chan' },
  { role: 'therapist', name: 'Speech and language therapist: Sam Ali' },
] as const;
const PLAN = {
  date: '2026-12-10',
  time: '14:00',
  where: 'https://meet.example/abc?pwd=1',
  invitees: `${SENCO},${TEACHER}`,
  ...GUESTS,
  ask: `${TEACHER},${ASSISTANT}`,
  evidenceBy: '2026-11-23',
  invitedOn: '2026-11-10',
  shortNotice: 'The family moves in January',
};
type Guests = readonly { readonly role: InviteeRole; readonly name: string }[];

/** Who was known keeps their id; the others get new ones. */
function named(guests: Guests, known: readonly (string | undefined)[]) {
  const newId = newIds();
  return guests.map((one, at) => ({ id: known[at] ?? newId(), ...one }));
}

const planned = (
  known: readonly (string | undefined)[],
  role: 'parent' | 'young-person' = 'parent',
): Command => ({
  type: 'plan-meeting',
  date: PLAN.date,
  time: PLAN.time,
  where: PLAN.where,
  invitees: [
    { kind: 'staff', who: SENCO },
    { kind: 'staff', who: TEACHER },
  ],
  ask: [TEACHER, ASSISTANT],
  evidenceBy: PLAN.evidenceBy,
  annual: {
    outsiders: named(
      [
        { role, name: 'Bea Sample' },
        { role, name: 'Bo Sample' },
        { role: 'la-sen-officer', name: 'Olu Officer' },
        { role: 'health', name: 'Dr Hana Health' },
        { role: 'social-care', name: 'Social care duty team' },
        { role: 'head', name: 'Hal Head' },
        ...OTHERS,
      ],
      known,
    ),
    invitedOn: '2026-11-10',
    shortNotice: 'The family moves in January',
  },
});
const KNOWN = [
  'outsider-parent',
  undefined,
  'outsider-la',
  'outsider-health',
  'outsider-care',
  'outsider-head',
];

const ATTENDED = {
  staff_1: 'present',
  'other_outsider-parent': 'present',
  'other_outsider-la': 'apologies',
  'other_outsider-health': 'sent-advice',
  'other_outsider-care': 'absent',
  'other_outsider-head': 'present',
} as const;

const CHANGE: Omit<SectionChange, 'id'> = {
  section: 'F',
  change: 'Speech and language therapy, 45 minutes a week',
  evidence: 'The therapist’s report of 2 November',
};

const RECOMMENDED = {
  kind: 'recommend-amend',
  inWords: 'Section F should say weekly therapy',
  whatWillChange: 'Ben will see the therapist each week',
  healthAndCare: 'A new hearing aid',
  personalBudget: 'Not wanted',
} as const;
const recommends = (adulthood: string): Command => {
  const { kind, inWords, whatWillChange, healthAndCare, personalBudget } = RECOMMENDED;
  return {
    type: 'decide-outcome',
    ...{ kind, inWords, whatWillChange, reasons: [], topUpFunding: false },
    report: { healthAndCare, adulthood, personalBudget },
  };
};

const WHY = { whyCorrected: 'The day was read off the envelope' };
const SENT = { on: '2026-11-30', words: 'By secure e-mail' };

/** The forms that only annual reviews have, in each of the ways they can look. */
export const ANNUAL_SAMPLES: Readonly<Record<string, Sample>> = {
  'plan-annual': of('plan-annual', subject(preparing), PLAN, planned([])),
  'plan-annual-again': of(
    'plan-annual',
    subject(gathering),
    { ...PLAN, whyMoved: 'The officer is on leave' },
    { ...planned(KNOWN), whyMoved: 'The officer is on leave' } as Command,
  ),
  'plan-annual-young-person': of(
    'plan-annual',
    subject(preparing, { pupil: young }),
    PLAN,
    planned([], 'young-person'),
  ),
  'cancel-meeting-annual': of(
    'cancel-meeting',
    subject(gathering),
    { why: 'The family has Covid' },
    { type: 'cancel-meeting', why: 'The family has Covid' },
  ),
  advice: of(
    'advice',
    subject(gathering, { about: 'outsider-la' }),
    { given: 'given', on: '2026-11-09', words: 'In the file' },
    { type: 'record-advice', id: 'outsider-la', given: true, on: '2026-11-09', words: 'In the file' },
  ),
  'advice-again': of(
    'advice',
    subject(gathering, { about: 'outsider-care' }),
    { given: 'given', on: '2026-11-10', words: 'A letter after all' },
    {
      type: 'record-advice',
      id: 'outsider-care',
      given: true,
      on: '2026-11-10',
      words: 'A letter after all',
    },
  ),
  circulate: of(
    'circulate',
    subject(gathering),
    { on: '2026-11-10', words: 'By secure e-mail' },
    { type: 'record-circulation', on: '2026-11-10', words: 'By secure e-mail' },
  ),
  attendance: of(
    'attendance',
    subject(anAnnualReview({ stage: 'meeting', annual: annualAt('meeting', { attendance: {} }) })),
    ATTENDED,
    {
      type: 'record-attendance',
      attendance: Object.fromEntries([
        [TEACHER, ATTENDED.staff_1],
        ...Object.entries(ATTENDED)
          .slice(1)
          .map(([input, how]) => [input.replace('other_', ''), how]),
      ]),
    },
  ),
  'attendance-again': of(
    'attendance',
    subject(meeting),
    { ...ATTENDED, staff_1: 'apologies' },
    {
      type: 'record-attendance',
      attendance: {
        [TEACHER]: 'apologies',
        'outsider-parent': 'present',
        'outsider-la': 'apologies',
        'outsider-health': 'sent-advice',
        'outsider-care': 'absent',
        'outsider-head': 'present',
      },
    },
  ),
  'section-change': of('section-change', subject(meeting), CHANGE, {
    type: 'add-section-change',
    change: { id: 'new', ...CHANGE },
  }),
  recommendation: of('recommendation', subject(readyToRecommend()), RECOMMENDED, recommends('')),
  'recommendation-year-9': of(
    'recommendation',
    subject(readyToRecommend(), { pupil: inYear9 }),
    { ...RECOMMENDED, adulthood: 'A taster day at the college' },
    recommends('A taster day at the college'),
  ),
  'recommendation-young-person': of(
    'recommendation',
    subject(readyToRecommend(), { pupil: young }),
    { ...RECOMMENDED, adulthood: 'Travels by himself' },
    recommends('Travels by himself'),
  ),
  report: of('report', subject(acting), SENT, { type: 'record-report', ...SENT }),
  'report-again': of(
    'report',
    subject(amending),
    { ...SENT, ...WHY },
    { type: 'record-report', ...SENT, ...WHY },
  ),
  'la-decision-again': of(
    'la-decision',
    subject(amending),
    { kind: 'keep', ...SENT, ...WHY },
    { type: 'record-la-decision', kind: 'keep', ...SENT, ...WHY },
  ),
  'never-decided': of(
    'never-decided',
    subject(acting, { today: '2027-03-01' }),
    { why: 'Asked four times' },
    { type: 'never-decided', why: 'Asked four times' },
  ),
  'cease-consultation': of('cease-consultation', subject(acting), SENT, {
    type: 'record-cease-consultation',
    ...SENT,
  }),
  'cease-consultation-young-person': of('cease-consultation', subject(acting, { pupil: young }), SENT, {
    type: 'record-cease-consultation',
    ...SENT,
  }),
  'not-amending': of('not-amending', subject(unanswered), SENT, { type: 'record-not-amending', ...SENT }),
  'ordered-plan': of(
    'ordered-plan',
    subject(appealed),
    { cameBy: 'tribunal', ...SENT },
    { type: 'record-ordered-plan', cameBy: 'tribunal', ...SENT },
  ),
  appeal: of(
    'appeal',
    subject(kept),
    { alone: 'yes', ...SENT },
    { type: 'record-appeal', alone: 'yes', ...SENT },
  ),
  'appeal-end': of(
    'appeal-end',
    subject(appealed),
    { how: 'agreed', ...SENT },
    { type: 'record-appeal-end', how: 'agreed', ...SENT },
  ),
  'la-decision': of(
    'la-decision',
    subject(acting),
    { kind: 'cease', ...SENT },
    { type: 'record-la-decision', kind: 'cease', ...SENT },
  ),
  'la-decision-chase': of(
    'la-decision',
    subject(acting),
    { kind: 'not-yet', ...SENT },
    { type: 'chase-la', ...SENT },
  ),
  notice: of('notice', subject(amending), SENT, { type: 'record-notice', ...SENT }),
  'notice-young-person': of('notice', subject(amending, { pupil: young }), SENT, {
    type: 'record-notice',
    ...SENT,
  }),
  comments: of('comments', subject(unanswered), SENT, { type: 'record-comments', ...SENT }),
  'comments-young-person': of('comments', subject(unanswered, { pupil: young }), SENT, {
    type: 'record-comments',
    ...SENT,
  }),
  'final-plan': of('final-plan', subject(unanswered), SENT, { type: 'record-final-plan', ...SENT }),
  'final-plan-transfer': of(
    'final-plan',
    subject(forTransfer),
    { nextPlace: 'named', ...SENT },
    { type: 'record-final-plan', nextPlace: 'named', ...SENT },
  ),
  mediation: of('mediation', subject(amending), SENT, { type: 'record-mediation', ...SENT }),
};
