import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/domain/plans/index.ts';
import { workingDayAfter } from '../../../src/domain/school/working-day.ts';
import { latestNextReview } from '../../../src/domain/statute/next-review.ts';
import { CEASING_RULES } from '../../../src/domain/statute/rules/ceasing.ts';
import {
  DEFAULT_LEAD_WEEKS,
  LEAST_LEAD_WEEKS,
  laterOf,
  leadRule,
  type Rule,
  type RuleId,
  reckon,
  ruleOn,
  STATUTE,
  strictest,
} from '../../../src/domain/statute/statute.ts';
import { isLocalDate, plusDays } from '../../../src/domain/time.ts';
import { aSchool } from '../../support/builders.ts';

const TODAY = '2026-11-10';

/** Worked by hand, from a calendar: the rule, the day it counts from, the day it gives, what is special about it. */
const WORKED: readonly (readonly [id: RuleId, from: string, date: string, what: string])[] = [
  ['early-years-opens', '2026-10-01', '2026-11-12', 'six weeks'],
  ['early-years-opens', '2026-11-20', '2027-01-01', 'six weeks, into the new year'],
  ['early-years-due', '2026-10-01', '2026-11-26', 'eight weeks'],
  ['early-years-due', '2028-01-05', '2028-03-01', 'eight weeks over a leap day'],
  ['early-years-due', '2027-01-05', '2027-03-02', 'eight weeks over a short February'],
  ['early-years-first', '2026-10-01', '2026-11-26', 'eight weeks after it was made'],
  ['sen-support-first', '2026-08-31', '2027-02-28', 'six months after it was made, into February'],
  ['sen-support-opens', '2026-07-10', '2026-10-10', 'three months'],
  ['sen-support-opens', '2026-11-30', '2027-02-28', 'three months into a month without the day'],
  ['sen-support-due', '2026-07-10', '2027-01-10', 'six months'],
  ['sen-support-due', '2026-08-31', '2027-02-28', 'six months from a month end into February'],
  ['sen-support-due', '2027-08-31', '2028-02-29', 'six months from a month end into a leap February'],
  ['parents-met-autumn', '2026-12-18', '2026-12-18', 'the end of the autumn term itself'],
  ['parents-met-spring', '2027-03-25', '2027-03-25', 'the end of the spring term itself'],
  ['parents-met-year', '2027-08-31', '2027-08-31', 'the end of the school year itself'],
  [
    'parents-met-year-told',
    '2027-06-07',
    '2027-06-07',
    'the first day of the second half of the summer term itself',
  ],
  ['parents-met-last-year-told', '2027-08-31', '2027-09-15', 'the middle of September'],
  ['advice-set', '2027-01-12', '2027-01-12', 'the day that was asked for'],
  ['set-day', '2027-03-01', '2027-03-01', 'the day that was set'],
  ['no-date', TODAY, TODAY, 'now'],
  ['ehcp-first', '2026-03-10', '2027-03-09', 'the last day of the twelve months that start with the day'],
  ['ehcp-first', '2019-01-01', '2019-12-31', 'as IPSEA works it: made on 1 January, reviewed by 31 December'],
  ['ehcp-first', '2024-02-29', '2025-02-28', 'made on a leap day'],
  ['ehcp-first', '2023-03-01', '2024-02-29', 'the last day is a leap day'],
  ['ehcp-next', '2026-02-01', '2027-01-31', 'the day before the anniversary'],
  ['ehcp-next', '2028-02-29', '2029-02-28', 'decided on a leap day'],
  ['ehcp-next', '2027-02-28', '2028-02-27', 'decided at the end of February before a leap year'],
  ['ehcp-next', '2026-09-01', '2027-08-31', 'the day before is in another month'],
  ['ehcp-next-undecided', '2026-05-20', '2027-05-19', 'from the meeting, where no decision is known'],
  ['ehcp-release', '2027-02-08', '2027-02-08', 'the day itself'],
  ['ehcp-taken-over', '2026-10-05', '2027-01-04', 'the last day of the three months that begin with the day'],
  ['ehcp-taken-over-letter', '2026-10-05', '2026-11-16', 'six weeks'],
  ['ehcp-25', '2027-07-31', '2027-07-31', 'the day itself'],
  ['ehcp-under-5-opens', '2026-11-30', '2027-02-28', 'three months from a month end'],
  ['ehcp-under-5-opens', '2026-06-15', '2026-09-15', 'three months'],
  ['ehcp-under-5-due', '2026-06-15', '2026-12-15', 'six months'],
  ['ehcp-under-5-due', '2026-08-30', '2027-02-28', 'six months into a month without the day'],
  ['ehcp-under-5-first-opens', '2026-06-15', '2026-09-15', 'three months'],
  ['ehcp-under-5-first-due', '2026-06-15', '2026-12-15', 'six months'],
  ['ehcp-under-5-met-opens', '2026-06-15', '2026-09-15', 'three months'],
  ['ehcp-under-5-met-due', '2026-06-15', '2026-12-15', 'six months'],
  ['meeting-lead', '2027-02-01', '2026-12-07', 'eight weeks'],
  ['meeting-lead-least', '2027-02-01', '2027-01-04', 'four weeks'],
  ['invite', '2027-01-08', '2026-12-25', 'two weeks before, on Christmas Day: no holiday is left out'],
  ['ask-advice', '2027-01-08', '2026-12-11', 'four weeks before'],
  ['ask-advice', '2028-03-20', '2028-02-21', 'four weeks before, over a leap day'],
  ['advice', '2027-01-08', '2026-12-22', 'seventeen days before'],
  ['circulate', '2026-03-05', '2026-02-19', 'two weeks before, into February'],
  ['circulate', '2028-03-05', '2028-02-20', 'two weeks before, into a leap February'],
  ['report', '2026-04-21', '2026-05-05', 'two weeks after'],
  ['report', '2028-02-20', '2028-03-05', 'two weeks after, over a leap day'],
  ['la-decision', '2026-04-21', '2026-05-19', 'four weeks after'],
  ['la-decision', '2026-12-10', '2027-01-07', 'four weeks after, over Christmas'],
  ['notice', '2026-04-21', '2026-05-19', 'four weeks after'],
  ['comments', '2026-05-19', '2026-06-02', 'fifteen days that begin with the day of the notice'],
  ['comments', '2026-11-25', '2026-12-09', 'served on 25 November, last day 9 December'],
  ['comments', '2027-02-20', '2027-03-06', 'fifteen days over a short February'],
  ['final-plan-notice', '2026-05-19', '2026-07-14', 'eight weeks from the notice'],
  [
    'final-plan-meeting',
    '2026-04-21',
    '2026-07-14',
    'twelve weeks from the meeting: the same day, all in time',
  ],
  ['transfer-15-feb', '2027-01-01', '2027-02-14', 'before 15 February 2027'],
  ['transfer-15-feb', '2028-01-01', '2028-02-14', 'before 15 February of a leap year'],
  ['transfer-31-mar', '2027-01-01', '2027-03-30', 'before 31 March 2027'],
  ['transfer-31-mar', '2028-01-01', '2028-03-30', 'before 31 March of a leap year'],
  ['transfer-post-16', '2027-09-01', '2027-04-01', 'five months before 1 September'],
  ['transfer-meeting', '2027-02-14', '2026-11-22', 'twelve weeks before 14 February 2027, on a Sunday'],
  ['transfer-meeting', '2027-03-30', '2027-01-05', 'twelve weeks before 30 March 2027'],
  ['transfer-meeting', '2028-03-30', '2028-01-06', 'twelve weeks before 30 March of a leap year'],
  ['transfer-at-risk', '2026-11-23', '2026-10-12', 'six weeks before the latest meeting'],
  ['transfer-flag', '2026-11-23', '2026-06-23', 'five months before the latest meeting'],
  ['appeal', '2026-05-18', '2026-07-20', 'two months from the letter, on a Saturday: Monday'],
  ['appeal', '2026-05-21', '2026-07-21', 'two months from the letter'],
  ['appeal', '2026-12-31', '2027-03-01', 'two months into a short February, on a Sunday: Monday'],
  ['appeal', '2027-12-30', '2028-02-29', 'two months into a leap February'],
  ['appeal-final-plan', '2026-07-14', '2026-09-14', 'two months from the final plan'],
  ['appeal-ordered-plan', '2026-11-20', '2027-01-20', 'two months from the amended plan'],
  ['appeal-not-amending', '2026-06-10', '2026-09-01', 'two months, in August: put off'],
  ['not-amending', '2026-05-19', '2026-07-14', 'eight weeks from the notice'],
  ['decision-to-say', '2026-12-18', '2027-01-01', 'two weeks after the decision, over Christmas'],
  ['never-decided', '2026-11-24', '2027-02-24', 'three months from the meeting'],
  ['appeal-mediation', '2026-05-10', '2026-06-10', 'one month from the certificate'],
  ['appeal-mediation', '2026-07-10', '2026-09-01', 'in August, so put off: 31 August is a bank holiday'],
  ['appeal-mediation', '2026-11-28', '2027-01-04', 'at Christmas, so put off to the Monday after New Year'],
  ['appeal', '2024-07-05', '2024-09-05', 'two months, over August'],
  ['appeal-mediation', '2027-01-31', '2027-03-01', 'one month into a short month, on a Sunday: Monday'],
  ['appeal-refusal', '2026-12-01', '2027-02-01', 'two months from the letter'],
  ['appeal-refusal', '2026-06-10', '2026-09-01', 'in August, so put off'],
  ['ehc-request-answer', '2026-11-30', '2027-01-11', 'six weeks, over Christmas'],
  [
    'ehc-request-answer',
    '2026-07-15',
    '2026-08-26',
    'six weeks: a summer holiday makes it no longer by itself',
  ],
  ['ehc-request-later', '2026-10-05', '2026-10-05', 'the day it names'],
  ['ehc-no-plan', '2026-11-30', '2027-03-22', 'sixteen weeks'],
  ['ehc-plan-made', '2026-11-30', '2027-04-19', 'twenty weeks'],
  ['top-up-answer', '2027-01-15', '2027-01-15', 'the day it names'],
  ['family-request', '2026-11-10', '2026-12-10', 'a month: the same date of the next'],
  ['family-request', '2026-09-03', '2026-10-05', 'a month, on a Saturday: Monday'],
  ['family-request', '2028-01-31', '2028-02-29', 'a month without the day, in a leap year: its last'],
  ['family-request', '2027-01-31', '2027-03-01', 'a month without the day, whose last is a Sunday: Monday'],
  ['family-request', '2028-02-29', '2028-03-29', 'a month from the leap day'],
  [
    'family-request',
    '2026-11-25',
    '2026-12-29',
    'on Christmas Day: past a weekend and Boxing Day’s substitute',
  ],
  ['family-request', '2026-12-01', '2027-01-04', 'on New Year’s Day, a Friday: Monday'],
  ['family-request', '2027-02-26', '2027-03-30', 'on Good Friday: past Easter Monday'],
  ['family-request-longer', '2026-11-10', '2027-02-10', 'three months'],
  [
    'family-request-longer',
    '2026-11-30',
    '2027-03-01',
    'three months into a short month, on a Sunday: Monday',
  ],
];

describe('a rule named by one of its rows', () => {
  it('is the row of that id that holds on the day', () => {
    for (const rule of STATUTE) expect(ruleOn(rule, rule.holds.from)).toEqual(rule);
  });
});

describe('the day each rule gives', () => {
  it.each(WORKED)('%s from %s is %s: %s', (id, from, date) => {
    expect(reckon(ruleOn(id, TODAY), from)).toMatchObject({ date, from, rule: { id } });
  });

  it('is worked here for every rule there is', () => {
    expect([...new Set(WORKED.map(([id]) => id))].toSorted()).toEqual(
      [...new Set(STATUTE.map(({ id }) => id))].toSorted(),
    );
  });
});

describe('the table of rules', () => {
  it('says of every rule what is to be done, how it is counted and where it stands', () => {
    for (const { id, what, counted, source } of RULES)
      expect(
        [what, counted, source].every((words) => words.trim() !== ''),
        id,
      ).toBe(true);
  });

  it('labels each day that is stricter than the words of the law', () => {
    for (const { note, before } of RULES) if (before) expect(note).toMatch(/the stricter day\.$/);
  });

  // Which paragraph of the Code has it was found in no text that could be read: the regulation stands by itself.
  const BY_THE_REGULATION_ALONE: readonly string[] = ['transfer-post-16'];

  it.each([
    ...RULES.map(({ id, source }) => [id, source]),
    ...CEASING_RULES.map(({ words, source }) => [words, source]),
  ] as const)(
    '%s is said in the regulation with the Code beside it, in guidance, in a record, or is said to be our own: %s',
    (id, source) => {
      const [first = '', ...beside] = source.split('; ');
      if (first.startsWith('UK GDPR')) {
        expect(first).toMatch(/^UK GDPR, articles \d/);
        expect(beside).toEqual(['Information Commissioner’s guidance on time limits']);
        return;
      }
      if (/Regulations|Act 2014|Rules 2008|EWHC/.test(source)) {
        expect(first).toMatch(
          /Regulations/.test(source) ? /^SEND Regulations 2014, reg \d/ : /^Children and Families Act 2014 s/,
        );
        if (BY_THE_REGULATION_ALONE.includes(id)) expect(beside).toEqual([]);
        else expect(beside.at(-1)).toMatch(/^Code of Practice(, chapter| \d+\.\d)/);
        return;
      }
      expect(source).toMatch(
        /^(Code of Practice \d+\.\d+|Bristol SEN Support guidance|the record of that review|our own default, no law sets it|White Paper of [^;]+ \(proposed[^)]*\))$/,
      );
    },
  );

  it('takes none of ours for law or guidance: their notes name those they are to serve, and no more', () => {
    const ours = RULES.filter(({ source }) => source === 'our own default, no law sets it').map(
      ({ id }) => id,
    );
    expect(new Set(ours)).toEqual(
      new Set([
        'advice',
        'advice-set',
        'ask-advice',
        'decision-to-say',
        'meeting-lead',
        'never-decided',
        'no-date',
        'parents-met-last-year-told',
        'parents-met-year-told',
        'top-up-answer',
        'transfer-at-risk',
        'transfer-flag',
      ]),
    );
  });

  it('has real days, and for each rule one row after the other, without overlap or gap', () => {
    expect(faults(RULES)).toEqual([]);
  });

  it.each([
    ['an overlap', [{ from: '2014-09-01', until: '2027-08-31' }, { from: '2027-08-31' }]],
    ['a gap', [{ from: '2014-09-01', until: '2027-08-31' }, { from: '2027-09-02' }]],
    ['two that have no end', [{ from: '2014-09-01' }, { from: '2027-09-01' }]],
    ['a last one that ends', [{ from: '2014-09-01', until: '2027-08-31' }]],
    ['an end before its beginning', [{ from: '2027-09-01', until: '2027-08-31' }]],
    ['a day that is none', [{ from: '2027-02-30' }]],
  ])('would be found at fault for %s', (_, holds) => {
    expect(faults(holds.map((each) => ({ ...ruleOn('report', TODAY), holds: each })))).toEqual(['report']);
  });

  it('is sound as two versions of a rule', () => {
    expect(faults(CHANGED)).toEqual([]);
  });
});

/** The table as it would be if from September 2027 a report were due in ten days and the decision in six weeks. */
const CHANGED: readonly Rule[] = STATUTE.flatMap((rule) => {
  const span = { report: { days: 10 }, 'la-decision': { weeks: 6 } }[rule.id];
  if (!span) return [rule];
  return [
    { ...rule, holds: { ...rule.holds, until: '2027-08-31' } },
    { ...rule, span, holds: { from: '2027-09-01' } },
  ];
});

describe('a rule that changes', () => {
  it.each([
    ['2027-08-31', '2027-09-24'],
    ['2027-09-01', '2027-09-20'],
  ])('a review that began on %s keeps the rule it began under', (began, date) => {
    expect(reckon(ruleOn('report', began, CHANGED), '2027-09-10').date).toBe(date);
  });

  it('leaves the others as they were', () => {
    expect(ruleOn('invite', '2027-09-01', CHANGED)).toBe(ruleOn('invite', TODAY));
  });

  it('for a day the table says nothing of is a fault that names the rule, and no date made up', () => {
    expect(() => ruleOn('report', '2010-01-01')).toThrow(/report.*2010-01-01/);
    expect(() => ruleOn('report', TODAY, [])).toThrow(/report/);
  });
});

describe('the lead a local authority asks for', () => {
  const LEAST_SOURCE = 'SEND Regulations 2014, reg 20(10); Code of Practice 9.176';
  const of = (leadWeeks?: number) =>
    reckon(
      leadRule({ name: 'Northshire', ...(leadWeeks !== undefined && { leadWeeks }) }, TODAY),
      '2027-02-01',
    );

  it.each([
    ['none given: eight weeks', undefined, '2026-12-07', 'our own default, no law sets it'],
    ['ten weeks', 10, '2026-11-23', 'as Northshire asks'],
    ['six weeks', 6, '2026-12-21', 'as Northshire asks'],
    ['five weeks', 5, '2026-12-28', 'as Northshire asks'],
    ['four weeks, the least', 4, '2027-01-04', 'as Northshire asks'],
    ['two weeks: four all the same', 2, '2027-01-04', LEAST_SOURCE],
    ['none at all: four all the same', 0, '2027-01-04', LEAST_SOURCE],
    ['less than none: four all the same', -3, '2027-01-04', LEAST_SOURCE],
  ])('%s', (_, weeks, date, source) => {
    expect(of(weeks)).toMatchObject({ date, rule: { source } });
  });

  it('of no local authority we know is as usual', () => {
    expect(leadRule(undefined, TODAY)).toBe(ruleOn('meeting-lead', TODAY));
  });

  it('says how many weeks it is', () => {
    expect(of(10).rule.counted).toMatch(/^10 weeks before/);
    expect(of().rule.counted).toMatch(new RegExp(`^${DEFAULT_LEAD_WEEKS} weeks`));
    expect(of(1).rule.counted).toMatch(new RegExp(`^${LEAST_LEAD_WEEKS} weeks`));
  });
});

describe('the latest day for the next review', () => {
  it.each([
    ['early-years-iep', '2026-11-24', '2027-01-19'],
    ['sen-support', '2026-11-24', '2027-05-24'],
    ['sen-support', '2026-08-31', '2027-02-28'],
    ['ehcp', '2026-11-24', '2027-11-23'],
  ] as const)('of %s, met on %s, is %s', (kind, meeting, date) => {
    expect(latestNextReview(kind, meeting, '2026-11-02').date).toBe(date);
  });

  it('of an early years plan goes by the school’s own interval, where it has one', () => {
    const school = aSchool({ earlyYearsWeeks: { opens: 9, due: 12 } });
    const last = latestNextReview('early-years-iep', '2026-11-24', '2026-11-02', undefined, school);
    expect(last.date).toBe('2027-02-16');
  });

  it('goes by the rule the review began under', () => {
    const longer = STATUTE.flatMap((rule) =>
      rule.id === 'sen-support-due'
        ? [
            { ...rule, holds: { ...rule.holds, until: '2026-11-01' } },
            { ...rule, span: { months: 4 }, holds: { from: '2026-11-02' } },
          ]
        : [rule],
    );
    expect(latestNextReview('sen-support', '2026-11-24', '2026-11-01', longer).date).toBe('2027-05-24');
    expect(latestNextReview('sen-support', '2026-11-24', '2026-11-02', longer).date).toBe('2027-03-24');
  });
});

describe('whatever the day', () => {
  const day = fc.integer({ min: 0, max: 9000 }).map((n) => plusDays('2014-09-01', n));
  const rule = fc.constantFrom(...RULES);
  const isAhead = ({ span: { months = 0, weeks = 0, days = 0 } }: Rule) =>
    months >= 0 && weeks >= 0 && days >= 0;

  it('a deadline is never before what it counts from; what is so long before something is never after it', () => {
    fc.assert(
      fc.property(rule, day, (some, from) => {
        const { date } = reckon(some, from);
        expect(isAhead(some) ? date >= from : date <= from).toBe(true);
      }),
    );
  });

  it('counting from a later day never makes a deadline earlier', () => {
    fc.assert(
      fc.property(rule, day, fc.nat(800), (some, from, later) => {
        expect(reckon(some, plusDays(from, later)).date >= reckon(some, from).date).toBe(true);
      }),
    );
  });

  it('a last day to appeal is a working day: its own, or the first after it, or after August or Christmas', () => {
    const appeals = fc.constantFrom(...STATUTE.filter(({ putOff = [] }) => putOff.length > 0));
    const inBetween = /-08-|-12-(2[5-9]|3)|-01-01/;
    fc.assert(
      fc.property(appeals, day, ({ putOff, ...plainly }, from) => {
        const { date } = reckon({ ...plainly, ...(putOff && { putOff }) }, from);
        const without = reckon(plainly, from).date;
        expect(workingDayAfter(plusDays(date, -1))).toBe(date);
        if (inBetween.test(without)) expect(inBetween.test(date)).toBe(false);
        else expect(date).toBe(workingDayAfter(plusDays(without, -1)));
      }),
    );
  });

  it('the later of two is one of them, and neither is later', () => {
    fc.assert(
      fc.property(rule, day, fc.option(day, { nil: undefined }), (some, from, another) => {
        const one = reckon(some, from);
        const other = another === undefined ? undefined : reckon(some, another);
        const last = laterOf(one, other);
        expect([one, other]).toContain(last);
        expect(last.date >= one.date && last.date >= (other?.date ?? '')).toBe(true);
      }),
    );
  });

  it('the strictest is one of those there are, and none of them is earlier', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(rule, day), { minLength: 1 }), (some) => {
        const [first, ...more] = some.map(([each, from]) => reckon(each, from));
        if (!first) throw new Error('there is at least one');
        const least = strictest(first, undefined, ...more);
        expect([first, ...more]).toContain(least);
        expect([first, ...more].every(({ date }) => least.date <= date)).toBe(true);
      }),
    );
  });
});

/** The rules whose rows are not one after the other, from a real day on and without an end. */
function faults(statute: readonly Rule[]): readonly string[] {
  return [...Map.groupBy(statute, ({ id }) => id)].flatMap(([id, rows]) => {
    const holds = rows.map((row) => row.holds).toSorted((a, b) => (a.from < b.from ? -1 : 1));
    const sound = holds.every(({ from, until }, at) => {
      const next = holds[at + 1];
      if (!isLocalDate(from)) return false;
      if (until === undefined || next === undefined) return until === undefined && next === undefined;
      return isLocalDate(until) && from <= until && plusDays(until, 1) === next.from;
    });
    return sound ? [] : [id];
  });
}
