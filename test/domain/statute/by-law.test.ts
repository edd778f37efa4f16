import { describe, expect, it } from 'vitest';
import { isByLaw, isOverdue, pressing, urgency } from '../../../src/domain/statute/by-law.ts';
import { type RuleId, reckon, ruleOn, STATUTE } from '../../../src/domain/statute/statute.ts';

const on = (id: RuleId, from: string) => reckon(ruleOn(id, '2026-11-26'), from);

describe('what is law', () => {
  it('is what an Act, the regulations, the UK GDPR or the Tribunal’s rules set', () => {
    const law: RuleId[] = [
      'ehcp-next',
      'report',
      'la-decision',
      'final-plan-meeting',
      'transfer-15-feb',
      'appeal',
      'family-request',
    ];
    expect(law.filter((id) => !isByLaw(ruleOn(id, '2026-11-26')))).toEqual([]);
  });

  it('is not what the Code, other guidance or this program sets', () => {
    const guidance: RuleId[] = [
      'sen-support-due',
      'early-years-due',
      'ehcp-under-5-due',
      'ask-advice',
      'advice',
    ];
    expect(guidance.filter((id) => isByLaw(ruleOn(id, '2026-11-26')))).toEqual([]);
  });

  it('is told from the source of each rule of the table: none names a law in another way', () => {
    const unclear = STATUTE.filter((rule) => !isByLaw(rule) && /\b(?:reg|s|rr?)\.? ?\d/.test(rule.source));
    expect(unclear.map(({ id }) => id)).toEqual([]);
  });
});

describe('what is owed, given it is 26 November', () => {
  it.each([
    ['the report of a meeting of 11 November, due on the 25th', on('report', '2026-11-11'), 0],
    ['that of a meeting of 12 November, due today', on('report', '2026-11-12'), 2],
    ['advice asked for by our own default, due on the 14th', on('advice', '2026-12-01'), 1],
  ])('when it is %s: then it stands where it is to', (_what, why, place) => {
    expect(urgency({ due: why.date, why }, '2026-11-26')).toBe(place);
  });

  it('and no rule says why: then it is overdue and not by law', () => {
    expect(urgency({ due: '2026-11-25' }, '2026-11-26')).toBe(1);
    expect(urgency({ due: '2026-11-26' }, '2026-11-26')).toBe(2);
  });
});

describe('what presses most, given it is 26 November', () => {
  it.each([
    ['a report of a meeting of 11 November, due on the 25th', on('report', '2026-11-11'), 0],
    ['a report of a meeting of 12 November, due today', on('report', '2026-11-12'), 1],
    ['advice asked for by our own default, due on the 14th', on('advice', '2026-12-01'), 2],
    ['advice asked for by our own default, due later', on('advice', '2026-12-20'), 3],
  ])(
    'is what is late by law, then the nearest day of the law, then what is longest late: %s',
    (_what, why, place) => {
      expect(pressing({ due: why.date, why }, '2026-11-26')).toBe(place);
    },
  );

  it('and without a rule: what is late before what is to come', () => {
    expect(pressing({ due: '2026-11-25' }, '2026-11-26')).toBe(2);
    expect(pressing({ due: '2026-11-26' }, '2026-11-26')).toBe(3);
  });
});

describe('whether something is overdue', () => {
  const by = (rule: 'report' | 'ehcp-release') => ({
    due: '2027-03-08',
    why: reckon(ruleOn(rule, '2027-03-08'), '2027-03-08'),
  });

  it('is so from the day after its last, for whatever reason or none', () => {
    for (const one of [by('report'), { due: '2027-03-08' }]) {
      expect(isOverdue(one, '2027-03-08')).toBe(false);
      expect(isOverdue(one, '2027-03-09')).toBe(true);
    }
  });

  it('is never so by a release from custody, for which the Act sets no day', () => {
    expect(isOverdue(by('ehcp-release'), '2027-06-01')).toBe(false);
    expect(urgency(by('ehcp-release'), '2027-06-01')).toBe(2);
  });
});
