import { expect } from 'vitest';
import type { Review } from '../../src/domain/review/review.ts';

const [PRIYA, RUTH, JANET, HELEN] = ['priya.shah', 'ruth.adeyemi', 'janet.holroyd', 'helen.whitaker'];

/** All that was done in the story of the annual review: by whom, on which day, in order. */
const DONE = [
  ['2026-11-10', 'review-started', PRIYA],
  ['2026-11-10', 'meeting-planned', PRIYA],
  ['2026-11-10', 'meeting-planned', PRIYA],
  ['2026-11-10', 'told-outside', PRIYA],
  ['2026-11-11', 'evidence-submitted', RUTH],
  ['2026-11-11', 'evidence-submitted', PRIYA],
  ['2026-11-11', 'evidence-submitted', JANET],
  ...Array.from({ length: 4 }, () => ['2026-11-16', 'advice-recorded', PRIYA]),
  ['2026-11-18', 'advice-circulated', PRIYA],
  ['2026-12-02', 'parent-views-recorded', PRIYA],
  ['2026-12-02', 'pupil-views-recorded', PRIYA],
  ['2026-12-04', 'meeting-opened', PRIYA],
  ['2026-12-04', 'attendance-recorded', PRIYA],
  ['2026-12-04', 'target-reviewed', PRIYA],
  ['2026-12-04', 'target-reviewed', PRIYA],
  ['2026-12-04', 'provision-added', PRIYA],
  ['2026-12-04', 'provision-changed', PRIYA],
  ['2026-12-04', 'disagreement-recorded', PRIYA],
  ['2026-12-04', 'section-change-added', PRIYA],
  ['2026-12-04', 'action-added', PRIYA],
  ['2026-12-04', 'outcome-decided', PRIYA],
  ['2026-12-10', 'report-sent', PRIYA],
  ['2027-01-05', 'la-chased', PRIYA],
  ['2027-01-12', 'la-decided', PRIYA],
  ['2027-01-12', 'notice-recorded', PRIYA],
  ['2027-01-25', 'comments-recorded', PRIYA],
  ['2027-01-26', 'action-completed', RUTH],
  ['2027-02-25', 'final-plan-recorded', PRIYA],
  ['2027-02-25', 'review-closed', PRIYA],
];

/** All that it told people of its own accord, each once. */
const TOLD = [
  ['evidence-request', RUTH],
  ['evidence-request', JANET],
  ['evidence-request', PRIYA],
  ['meeting-set', HELEN],
  ...[HELEN, RUTH, JANET].map((who) => ['meeting-moved', who]),
  ['all-answered', PRIYA],
  ...[HELEN, RUTH, JANET].map((who) => ['record', who]),
  ['action-given', RUTH],
  ['support-given', RUTH],
  ...[HELEN, RUTH, JANET].map((who) => ['la-decided', who]),
];

/** What only the SENCO and the leaders are shown. */
export const KEPT_ANNUAL = [
  'She asks for a rest at home, too.',
  'Therapy that happens.',
  'Last year it said regular therapy, as required, and there was none.',
  'Glasses since October.',
  'The therapist’s letter of October.',
  'Elmshire sends none of its own before a meeting.',
  'Kept: advice of',
  'They say that a panel meets on Monday.',
  'It will amend section F.',
  'Mum wants the day named, too.',
  'The new therapist has not rung us yet.',
  'She begins on Monday, as the new plan says.',
  'Kerry Robinson',
];

const nameless = (email: string) => email.replace('@oakfield.example', '');

/** Expects the story of the annual review to have had its effects: each, on its day, and once. */
export function expectTheAnnualEffects(review: Review): void {
  expect(review.history.map(({ at, what, by }) => [at.slice(0, 10), what, nameless(by)])).toEqual(DONE);
  const told = review.messages.map(({ kind, to }) => [kind, nameless(to)]);
  expect(told.toSorted()).toEqual(TOLD.toSorted());
  expect(new Set(review.messages.map(({ state }) => state.is))).toEqual(new Set(['sent']));
  expect(review).toMatchObject({
    stage: 'closed',
    kind: 'ehcp',
    outcome: { kind: 'recommend-amend' },
    meeting: { date: '2026-12-04' },
    earlierMeetings: [{ date: '2026-12-01', was: 'moved' }],
    annual: {
      la: 'Elmshire',
      invitedOn: '2026-11-10',
      circulated: { on: '2026-11-18' },
      report: { on: '2026-12-10' },
      chases: [{ on: '2027-01-05' }],
      decision: { kind: 'amend', on: '2027-01-11' },
      notice: { on: '2027-01-11' },
      comments: { on: '2027-01-25' },
      finalPlan: { on: '2027-02-24' },
    },
  });
  const { outsiders = [], sectionChanges } = review.annual ?? {};
  expect(outsiders.map(({ role, advice }) => [role, advice?.given])).toEqual([
    ['parent', undefined],
    ['la-sen-officer', false],
    ['health', true],
    ['social-care', true],
    ['therapist', true],
  ]);
  expect(sectionChanges).toHaveLength(1);
  expect(review.provision).toHaveLength(1);
  expect(review.disagreements).toHaveLength(1);
  expect(review.actions).toHaveLength(1);
}
