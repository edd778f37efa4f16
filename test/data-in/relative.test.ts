import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeFault } from '../../src/data-in/fault.ts';
import { type FolderWanted, readFolder } from '../../src/data-in/folder.ts';
import { writeSchoolFor } from '../../src/data-in/relative.ts';
import { schoolYears } from '../../src/data-in/school-year.ts';
import { schoolYearOf } from '../../src/domain/school/calendar.ts';
import { dueList } from '../../src/domain/statute/due.ts';
import {
  daysBetween,
  isLocalDate,
  type LocalDate,
  plusDays,
  plusMonths,
  weekday,
} from '../../src/domain/time.ts';
import { only } from '../support/one-plan.ts';
import { newFolder } from './a-folder.ts';

const FROM = resolve('sandbox-school');

async function schoolOn(today: LocalDate): Promise<FolderWanted> {
  const folder = await newFolder();
  await writeSchoolFor(today, FROM, folder);
  const reading = await readFolder(folder, today);
  if (!reading.ok) throw new Error(reading.faults.map(describeFault).join('\n'));
  return reading.wanted;
}

const FIRST = '2025-01-01';
const anyDay = fc
  .integer({ min: 0, max: daysBetween(FIRST, '2030-12-31') })
  .map((days) => plusDays(FIRST, days));
// Leap days, month ends and both sides of the school year's turn.
const examples = ['2028-02-29', '2025-08-31', '2025-09-01', '2026-05-31', '2027-12-31', '2029-03-01'];
const onManyDays = { numRuns: 30, examples: examples.map((day): [LocalDate] => [day]) };

describe('given the sandbox’s made-up school', () => {
  test('on any day, then it has no fault, and reviews that are overdue, due and coming', async () => {
    await fc.assert(
      fc.asyncProperty(anyDay, async (today) => {
        const { pupils } = await schoolOn(today);
        const support = pupils.flatMap(({ plans }) => plans).filter(({ kind }) => kind === 'sen-support');
        const opensAndEnds = support.map(({ lastReviewed, planMade }) => {
          const from = lastReviewed ?? planMade ?? '';
          return [plusMonths(from, 3), plusMonths(from, 6)] as const;
        });
        const overdue = opensAndEnds.filter(([, ends]) => today > ends).length;
        const coming = opensAndEnds.filter(([opens]) => today < opens).length;
        expect(overdue).toBeGreaterThanOrEqual(3);
        expect(coming).toBeGreaterThanOrEqual(3);
        expect(support.length - overdue - coming).toBeGreaterThanOrEqual(3);

        const stored = pupils.map((pupil) => ({ ...pupil, id: pupil.ref, version: 1 }));
        const list = dueList(stored, [], today);
        const count = (state: keyof typeof list) =>
          list[state].filter(({ due }) => due.kind === 'sen-support').length;
        expect([count('overdue'), count('coming')]).toEqual([overdue, coming]);
      }),
      onManyDays,
    );
  });

  test('on any day, then every child is of the age of their year group, and nothing happened on a weekend', async () => {
    await fc.assert(
      fc.asyncProperty(anyDay, async (today) => {
        const { pupils } = await schoolOn(today);
        const august = `${schoolYearOf(today)}-08-31`;
        for (const { dateOfBirth, yearGroup, plans } of pupils) {
          const age = { N1: 2, N2: 3, R: 4 }[yearGroup] ?? Number(yearGroup) + 4;
          expect(dateOfBirth <= plusMonths(august, -age * 12)).toBe(true);
          expect(dateOfBirth > plusMonths(august, -(age + 1) * 12)).toBe(true);
          for (const day of plans.flatMap(({ planMade, lastReviewed }) => [planMade, lastReviewed]))
            if (day) expect([1, 2, 3, 4, 5]).toContain(weekday(day));
        }
      }),
      onManyDays,
    );
  });

  test('then it is a school one can try everything in', async () => {
    const { school, pupils } = await schoolOn('2026-11-23');
    expect(school.staff).toHaveLength(12);
    expect(school.staff.filter(({ role }) => role === 'senco')).toHaveLength(1);
    expect(school.staff.filter(({ role }) => role === 'leader')).toHaveLength(1);
    expect(school.staff.every(({ email }) => email.endsWith('@oakfield.example'))).toBe(true);
    expect(pupils).toHaveLength(31);
    const firstNames = pupils.map(({ firstName }) => firstName);
    expect(new Set(firstNames).size).toBe(firstNames.length - 1);
    const byPlan = Map.groupBy(pupils, ({ plans: [plan] }) => plan?.kind ?? 'none');
    for (const plan of ['sen-support', 'early-years-iep', 'ehcp', 'none'] as const)
      expect(byPlan.get(plan)?.length).toBeGreaterThanOrEqual(3);
    for (const { plans, keyStaff } of pupils.filter((pupil) => pupil.plans.length > 0)) {
      const { kind: plan, targets } = only({ plans });
      expect(keyStaff.length, plan).toBeGreaterThanOrEqual(2);
      expect(keyStaff.length, plan).toBeLessThanOrEqual(4);
      expect(targets.length, plan).toBeGreaterThanOrEqual(2);
    }
  });

  test('then no mark of what is to be filled in is left in a file', async () => {
    const folder = await newFolder();
    await writeSchoolFor('2026-11-23', FROM, folder);
    for (const file of ['school.json', 'staff.csv', 'pupils.csv', 'targets.csv'])
      expect(await readFile(join(folder, file), 'utf8')).not.toMatch(
        /\{(today|began|moves|born|terms|inset)/,
      );
  });
});

describe('given the terms of the school years around a day', () => {
  test('on any day, then they are three years of three terms, in order, with half-term inside and today among them', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const { terms, insetDays } = schoolYears(today);
        expect(terms).toHaveLength(9);
        terms.forEach(({ start, end, halfTerm, name }, at) => {
          const before = terms[at - 1];
          for (const day of [start, end, halfTerm?.start ?? '', halfTerm?.end ?? ''])
            expect(isLocalDate(day)).toBe(true);
          expect(name).toContain(start.slice(0, 4));
          expect([1, 2, 3, 4]).toContain(weekday(start));
          expect(weekday(end)).toBe(5);
          expect([
            weekday(halfTerm?.start ?? ''),
            daysBetween(halfTerm?.start ?? '', halfTerm?.end ?? ''),
          ]).toEqual([1, 4]);
          // Four weeks of school at least on either side of half-term, and ten days of holiday at least before the term.
          expect(daysBetween(start, halfTerm?.start ?? '')).toBeGreaterThanOrEqual(28);
          expect(daysBetween(halfTerm?.end ?? '', end)).toBeGreaterThanOrEqual(28);
          if (before) expect(daysBetween(before.end, start)).toBeGreaterThanOrEqual(10);
        });
        expect(insetDays).toEqual([terms[0]?.start, terms[3]?.start, terms[6]?.start]);
        expect((terms[0]?.start ?? '') < today && today < (terms[8]?.end ?? '')).toBe(true);
        expect(daysBetween(today, terms[8]?.end ?? '')).toBeGreaterThanOrEqual(320);
      }),
      { numRuns: 300, examples: examples.map((day): [LocalDate] => [day]) },
    );
  });

  test('then Easter, and England’s bank holidays but that of early May, are in the holidays', () => {
    const england = new Holidays('GB', 'ENG');
    for (let year = 2025; year <= 2031; year++) {
      const { terms } = schoolYears(`${year}-06-01`);
      const days = england
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10));
      const taught = days.filter((day) =>
        terms.some(
          ({ start, end, halfTerm }) =>
            start <= day && day <= end && !(halfTerm && halfTerm.start <= day && day <= halfTerm.end),
        ),
      );
      expect(days.length, `${year}`).toBeGreaterThanOrEqual(8);
      expect(
        taught.map((day) => day.slice(5, 7)),
        `${year}`,
      ).toEqual(['05']);
    }
  });
});
