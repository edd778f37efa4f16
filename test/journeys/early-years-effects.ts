import { expect } from 'vitest';
import type { School } from '../../src/domain/school/school.ts';
import type { Store } from '../../src/store/store.ts';

const [PRIYA, MEI, JANET] = ['priya.shah', 'mei.chan', 'janet.holroyd'];

const DONE = [
  ['2026-11-10', 'review-started', PRIYA],
  ['2026-11-10', 'meeting-planned', PRIYA],
  ['2026-11-17', 'evidence-submitted', MEI],
  ['2026-11-17', 'evidence-submitted', JANET],
  ['2026-11-27', 'parent-views-recorded', PRIYA],
  ['2026-11-27', 'pupil-views-recorded', PRIYA],
  ['2026-12-01', 'meeting-opened', PRIYA],
  ['2026-12-01', 'target-reviewed', PRIYA],
  ['2026-12-01', 'target-reviewed', PRIYA],
  ['2026-12-01', 'action-added', PRIYA],
  ['2026-12-01', 'outcome-decided', PRIYA],
  ['2026-12-08', 'action-completed', MEI],
  ['2026-12-08', 'review-closed', MEI],
];

const TOLD = [
  ['evidence-request', MEI],
  ['evidence-request', JANET],
  ['all-answered', PRIYA],
  ['record', MEI],
  ['record', JANET],
  ['action-given', MEI],
  ['review-closed', PRIYA],
];

const nameless = (email: string) => email.replace('@oakfield.example', '');

/** Expects the story of the nursery child's review to have had its effects, each once, and the next one to be begun. */
export async function expectTheEarlyYearsEffects(store: Store, { id }: School): Promise<void> {
  const reviews = await store.reviewsOf(id);
  expect(reviews.map(({ stage, kind }) => [stage, kind]).toSorted()).toEqual([
    ['closed', 'early-years-iep'],
    ['gathering', 'early-years-iep'],
  ]);
  const closed = reviews.find(({ stage }) => stage === 'closed') ?? expect.fail();
  expect(closed.history.map(({ at, what, by }) => [at.slice(0, 10), what, nameless(by)])).toEqual(DONE);
  const told = closed.messages.map(({ kind, to }) => [kind, nameless(to)]);
  expect(told.toSorted()).toEqual(TOLD.toSorted());
  expect(new Set(closed.messages.map(({ state }) => state.is))).toEqual(new Set(['sent']));
  expect(closed.outcome).toMatchObject({ kind: 'continues' });
  expect(closed.annual).toBeUndefined();
}
