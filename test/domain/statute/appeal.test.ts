import { describe, expect, it } from 'vitest';
import type { AnnualReview } from '../../../src/domain/review/annual.ts';
import { appealable, isAsOrdered, lodgedAppeal } from '../../../src/domain/statute/appeal.ts';
import { annualPart, dated, decision } from '../../support/annual-dates.ts';

const kept = { decision: decision('keep', '2026-12-18') };
const amends = { decision: decision('amend', '2026-12-18') };
const final = (on: string) => ({ finalPlan: dated(on) });
const agreed = (on: string) => ({ orderedPlan: { ...dated(on), cameBy: 'agreed' as const } });
const ordered = (on: string) => ({ orderedPlan: { ...dated(on), cameBy: 'tribunal' as const } });
const appeal = (on: string) => ({ appeal: { ...dated(on), alone: 'no' as const } });

/* Children and Families Act 2014, s.51(2): the plan's making, an amendment, a decision not to amend, or to cease. */
describe('what can be appealed against', () => {
  it.each<readonly [string, Partial<AnnualReview>, ReturnType<typeof appealable>]>([
    ['nothing is decided', {}, undefined],
    ['the plan is kept', kept, { rule: 'appeal', on: '2026-12-18' }],
    ['it is to cease', { decision: decision('cease', '2026-12-18') }, { rule: 'appeal', on: '2026-12-18' }],
    ['it is to be amended, and no more has come', amends, undefined],
    [
      'the final plan has come',
      { ...amends, ...final('2027-02-05') },
      { rule: 'appeal-final-plan', on: '2027-02-05' },
    ],
    [
      'it is not amended after all',
      { ...amends, notAmending: dated('2027-01-20') },
      { rule: 'appeal-not-amending', on: '2027-01-20' },
    ],
    [
      'an amended plan was agreed after one was kept',
      { ...kept, ...agreed('2027-01-15') },
      { rule: 'appeal-ordered-plan', on: '2027-01-15' },
    ],
    [
      'one was agreed after the final plan',
      { ...amends, ...final('2027-02-05'), ...agreed('2027-03-10') },
      { rule: 'appeal-ordered-plan', on: '2027-03-10' },
    ],
    [
      'one was agreed, dated as the final plan is',
      { ...amends, ...final('2027-02-05'), ...agreed('2027-02-05') },
      { rule: 'appeal-ordered-plan', on: '2027-02-05' },
    ],
    [
      'the final plan came after one that was agreed',
      { ...amends, ...agreed('2027-01-15'), ...final('2027-02-05') },
      { rule: 'appeal-final-plan', on: '2027-02-05' },
    ],
    ['the Tribunal ordered one', { ...kept, ...ordered('2027-05-10') }, undefined],
    [
      'a final plan came after that',
      { ...amends, ...ordered('2027-01-15'), ...final('2027-02-05') },
      { rule: 'appeal-final-plan', on: '2027-02-05' },
    ],
  ])('given %s', (_, annual, against) => {
    expect(appealable(annualPart(annual))).toEqual(against);
  });
});

describe('a plan that is as the Tribunal ordered it', () => {
  it.each<readonly [string, Partial<AnnualReview>, boolean]>([
    ['ordered', { ...kept, ...ordered('2027-05-10') }, true],
    ['ordered after the final plan', { ...amends, ...final('2027-02-05'), ...ordered('2027-05-10') }, true],
    [
      'ordered, and a final plan since',
      { ...amends, ...ordered('2027-01-15'), ...final('2027-02-05') },
      false,
    ],
    ['agreed', { ...kept, ...agreed('2027-01-15') }, false],
    ['neither', kept, false],
  ])('%s', (_, annual, is) => {
    expect(isAsOrdered(annualPart(annual))).toBe(is);
  });
});

describe('an appeal that was lodged', () => {
  it.each<readonly [string, Partial<AnnualReview>, boolean]>([
    ['after the decision', { ...kept, ...appeal('2027-01-10') }, true],
    ['on the very day of the letter', { ...kept, ...appeal('2026-12-18') }, true],
    ['before the letter', { ...kept, ...appeal('2026-12-17') }, false],
    [
      'before an amended plan was agreed',
      { ...kept, ...appeal('2027-01-10'), ...agreed('2027-01-15') },
      false,
    ],
    ['after that', { ...kept, ...appeal('2027-01-16'), ...agreed('2027-01-15') }, true],
    [
      'before the Tribunal ordered a plan',
      { ...kept, ...appeal('2027-01-10'), ...ordered('2027-05-10') },
      true,
    ],
  ])('%s is against what stands: %s', (_, annual, stands) => {
    expect(lodgedAppeal(annualPart(annual))).toEqual(stands ? annual.appeal : undefined);
  });
});
