import { describe, expect, it } from 'vitest';
import { OUTCOMES, outcomeChoice, outcomesFor } from '../../../src/domain/review/outcomes.ts';
import { REASONS } from '../../../src/domain/review/questions/reasons.ts';
import type { LittleProgressReason, OutcomeKind } from '../../../src/domain/review/review.ts';

// One of each, or this does not compile.
const EACH_OUTCOME: Record<OutcomeKind, true> = {
  'plan-ended': true,
  continues: true,
  updated: true,
  'ehc-assessment': true,
  'recommend-keep': true,
  'recommend-amend': true,
  'recommend-cease': true,
};
const EACH_REASON: Record<LittleProgressReason, true> = {
  'not-put-into-practice': true,
  'beyond-control': true,
  'wrong-intervention': true,
  'too-ambitious': true,
  'measured-badly': true,
  'needs-not-met': true,
};

describe('what a review can conclude', () => {
  it('given the guidance and the law, has their outcomes in their order, and six reasons', () => {
    expect(OUTCOMES.map(({ code }) => code)).toEqual(Object.keys(EACH_OUTCOME));
    expect(REASONS.map(({ code }) => code)).toEqual(Object.keys(EACH_REASON));
  });

  it.each([...OUTCOMES, ...REASONS])(
    'given $code, its title fits a radio button and its source is named',
    (choice) => {
      expect(choice.title.length).toBeLessThanOrEqual(75);
      expect(choice.explanation).toMatch(/\.$/);
      expect(choice.source).toMatch(/SEN Support|SEND Regulations 2014, reg 20; Code of Practice 9\.176/);
    },
  );

  it.each(['sen-support', 'early-years-iep'] as const)('given %s, offers the four outcomes', (kind) => {
    expect(outcomesFor(kind).map(({ code }) => code)).toEqual([
      'plan-ended',
      'continues',
      'updated',
      'ehc-assessment',
    ]);
  });

  it('given an EHC plan, offers the three recommendations', () => {
    expect(outcomesFor('ehcp').map(({ code }) => code)).toEqual([
      'recommend-keep',
      'recommend-amend',
      'recommend-cease',
    ]);
  });

  it('given the three, only amending needs a section to change, only ceasing no action, and none a reason', () => {
    const codes = (key: 'needsAction' | 'needsReason' | 'needsSectionChange' | 'continues') =>
      outcomesFor('ehcp')
        .filter((choice) => choice[key])
        .map(({ code }) => code);
    expect(codes('needsAction')).toEqual(['recommend-keep', 'recommend-amend']);
    expect(codes('continues')).toEqual(['recommend-keep', 'recommend-amend']);
    expect(codes('needsSectionChange')).toEqual(['recommend-amend']);
    expect(codes('needsReason')).toEqual([]);
  });

  it('given the four, only the one that ends the plan needs no action and has no next review', () => {
    const codes = (key: 'needsAction' | 'needsReason' | 'continues') =>
      outcomesFor('sen-support')
        .filter((choice) => choice[key])
        .map(({ code }) => code);
    expect(codes('needsAction')).toEqual(['continues', 'updated', 'ehc-assessment']);
    expect(codes('continues')).toEqual(['continues', 'updated', 'ehc-assessment']);
    expect(codes('needsReason')).toEqual(['updated']);
  });

  it('given a code, finds it; given what is none, throws', () => {
    expect(outcomeChoice('updated').code).toBe('updated');
    expect(() => outcomeChoice('sort-of' as OutcomeKind)).toThrow('no such outcome');
  });
});
