import { describe, expect, it } from 'vitest';
import type { AnnualReview } from '../../../src/domain/review/annual.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import type { PlanContent } from '../../../src/domain/school/school.ts';
import { isSettled } from '../../../src/domain/statute/transfer-settled.ts';
import { dated, decision, meetingHeld } from '../../support/annual-dates.ts';

const TRANSFER = { kind: 'primary-secondary', year: 2027 } as const;
/** The day from which it is thought of. */
const FLAGGED = '2026-06-22';

const named = (on: string) => ({ ...dated(on), nextPlace: 'named' as const });
const held = (annual: Partial<AnnualReview>, on = '2026-10-05') => meetingHeld(on, annual);
const settled = (plan: Partial<PlanContent>, ...reviews: readonly Review[]) =>
  isSettled({ targets: [], ...plan }, reviews, TRANSFER, FLAGGED);

describe('whether a transfer is settled because the plan is to cease', () => {
  const ceased = (on: string) => held({ decision: decision('cease', on) }, on);

  it.each<readonly [string, string, Partial<PlanContent>, boolean]>([
    ['decided on the very day it is first thought of', '2026-06-22', {}, true],
    ['decided on the day before', '2026-06-21', {}, false],
    ['that is the last decision the school’s data has', '2026-11-01', { lastDecision: '2026-11-01' }, true],
    ['the school’s data has a later decision', '2026-11-01', { lastDecision: '2026-11-02' }, false],
    [
      'decided before, whatever earlier decision there was',
      '2026-06-21',
      { lastDecision: '2026-01-10' },
      false,
    ],
    [
      'decided since, whatever earlier decision there was',
      '2026-11-01',
      { lastDecision: '2026-01-10' },
      true,
    ],
  ])('%s', (_, on, plan, is) => {
    expect(settled(plan, ceased(on))).toBe(is);
  });

  it('a later meeting that nothing is decided of changes nothing; one that was decided otherwise does', () => {
    expect(settled({}, ceased('2026-09-10'), held({}, '2026-11-20'))).toBe(true);
    const kept = held({ decision: decision('keep', '2026-12-10') }, '2026-11-20');
    expect(settled({}, ceased('2026-09-10'), kept)).toBe(false);
  });
});

describe('whether a transfer is settled by what the SENCO said of a decision on a meeting the bot does not have', () => {
  const said = (kind: 'cease' | 'keep' | 'amend', on: string) => [
    { ...decision(kind, on), meetingOn: '2026-06-05' },
  ];

  it.each<readonly [string, Partial<PlanContent>, boolean]>([
    [
      'to cease, on the very day it is first thought of',
      { lastDecision: FLAGGED, laDecided: said('cease', FLAGGED) },
      true,
    ],
    [
      'to cease, the day before',
      { lastDecision: '2026-06-21', laDecided: said('cease', '2026-06-21') },
      false,
    ],
    [
      'to cease, and the school’s data has a later decision',
      { lastDecision: '2026-07-10', laDecided: said('cease', '2026-07-01') },
      false,
    ],
    [
      'to keep the plan as it is',
      { lastDecision: '2026-07-01', laDecided: said('keep', '2026-07-01') },
      false,
    ],
    ['to amend it', { lastDecision: '2026-07-01', laDecided: said('amend', '2026-07-01') }, false],
  ])('%s', (_, plan, is) => {
    expect(settled(plan)).toBe(is);
  });
});

describe('a final plan that names the next place, of a review that began for no transfer', () => {
  const amended = (on: string, annual: Partial<AnnualReview> = {}) =>
    held({ decision: decision('amend', '2026-05-20'), finalPlan: named(on), ...annual }, '2026-05-05');

  it('settles the one that was thought of by the day it came, that day included', () => {
    expect(settled({}, amended('2026-06-22'))).toBe(true);
    expect(settled({}, amended('2026-06-21'))).toBe(false);
  });

  it('where the review began for one, settles that and no other, whenever it came', () => {
    expect(settled({}, amended('2026-06-21', { transfer: TRANSFER }))).toBe(true);
    const other = { kind: 'infant-junior', year: 2026 } as const;
    expect(settled({}, amended('2026-06-30', { transfer: other }))).toBe(false);
  });
});
