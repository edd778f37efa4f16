import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/domain/plans/index.ts';
import { whyInFull, whyWords } from '../../../src/domain/statute/date-reasons.ts';
import { leadRule, reckon, ruleOn } from '../../../src/domain/statute/statute.ts';

const TODAY = '2026-11-10';

describe('why a day is the day it is', () => {
  it('given a rule: how it is counted, and where that stands', () => {
    expect(whyWords(reckon(ruleOn('report', TODAY), '2026-04-21'))).toBe(
      '14 days after the meeting; SEND Regulations 2014, reg 20(7)–(9); Code of Practice 9.176',
    );
  });

  it('given a rule that needs a word more: says it after, where there is room', () => {
    expect(whyInFull(reckon(ruleOn('transfer-15-feb', TODAY), '2027-01-01'))).toBe(
      'before 15 February of the year of transfer; SEND Regulations 2014, reg 18(1)(b); Code of Practice 9.179. The law says “before”, so the day before it is the last: the stricter day.',
    );
  });

  it('given a lead that the local authority asks for: names the local authority', () => {
    const rule = leadRule({ name: 'Northshire', leadWeeks: 10 }, TODAY);
    expect(whyInFull(reckon(rule, '2027-02-01'))).toMatch(
      /^10 weeks before the last day for the review to be complete; as Northshire asks\. /,
    );
  });

  it('reads as a sentence for every rule there is, and names nobody', () => {
    for (const rule of RULES) {
      const words = whyInFull(reckon(rule, TODAY));
      expect(words).toMatch(/^[a-z0-9][^;]*; \S/);
      expect(words).not.toMatch(/undefined|\.\.|\s$|\d{4}-\d{2}/);
    }
  });
});
