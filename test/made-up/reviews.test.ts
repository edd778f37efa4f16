import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeFault } from '../../src/data-in/fault.ts';
import { readFolder } from '../../src/data-in/folder.ts';
import { writeSchoolFor } from '../../src/data-in/relative.ts';
import { obligationsOf } from '../../src/domain/nudges/obligations.ts';
import { missingFor } from '../../src/domain/review/missing.ts';
import type { Review } from '../../src/domain/review/review.ts';
import type { Pupil } from '../../src/domain/school/pupil.ts';
import type { School } from '../../src/domain/school/school.ts';
import { lateBy } from '../../src/domain/statute/clock.ts';
import { type DueList, type DuePupil, dueList } from '../../src/domain/statute/due.ts';
import { daysBetween, instantAt, type LocalDate, localDate, plusDays } from '../../src/domain/time.ts';
import { madeUpReviews } from '../../src/made-up/reviews.ts';

const FOLDER = resolve('sandbox-school');
const PRIYA = 'priya.shah@oakfield.example';

/** The made-up school as the sandbox shows it when it is started at `time` on `today`. */
interface Opened {
  readonly today: LocalDate;
  readonly school: School;
  readonly pupils: readonly Pupil[];
  readonly reviews: readonly Review[];
  readonly list: DueList;
  due(ref: string): DuePupil['due'];
  review(ref: string): Review;
}

async function openedOn(today: LocalDate, time = '08:30'): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'made-up-'));
  await writeSchoolFor(today, FOLDER, folder);
  const reading = await readFolder(folder, today);
  await rm(folder, { recursive: true });
  if (!reading.ok) throw new Error(reading.faults.map(describeFault).join('\n'));
  const school: School = { ...reading.wanted.school, version: 1 };
  const pupils = reading.wanted.pupils.map((pupil) => ({ ...pupil, id: `id-${pupil.ref}`, version: 1 }));
  const reviews = madeUpReviews(pupils, { school, now: instantAt(today, time) });
  const list = dueList(pupils, reviews, today, school);
  const all = [...list.overdue, ...list.due, ...list.coming];
  const id = (ref: string) => pupils.find((pupil) => pupil.ref === ref)?.id;
  return {
    ...{ today, school, pupils, reviews, list },
    due: (ref) => all.find(({ pupil }) => pupil.ref === ref)?.due ?? expect.fail(`${ref} on ${today}`),
    review: (ref) => reviews.find(({ pupilId }) => pupilId === id(ref)) ?? expect.fail(`${ref} on ${today}`),
  };
}

/** Every day from `first` to `last`, or every so many. */
function daysFrom(first: LocalDate, last: LocalDate, step = 1): readonly LocalDate[] {
  const days = Math.floor(daysBetween(first, last) / step);
  return Array.from({ length: days + 1 }, (_, at) => plusDays(first, at * step));
}

/** A year of days to start on: each day where the school year turns and around the deadline, else every fourth. */
const A_YEAR = [
  ...daysFrom('2026-08-28', '2026-10-16'),
  ...daysFrom('2026-10-17', '2027-02-09', 4),
  ...daysFrom('2027-02-10', '2027-02-18'),
  ...daysFrom('2027-02-19', '2027-08-27', 4),
];

const anyDay = fc
  .integer({ min: 0, max: daysBetween('2025-01-01', '2030-12-31') })
  .map((days) => plusDays('2025-01-01', days));

const transfersOf = ({ list }: Opened) =>
  [...list.overdue, ...list.due, ...list.coming].filter(({ due }) => due.transfer);

describe('given the sandbox’s school, started on any day of a year', () => {
  const year: Opened[] = [];
  beforeAll(async () => {
    for (const today of A_YEAR) year.push(await openedOn(today));
  });

  test('then one pupil’s move to another phase is at risk, or past its deadline; and no other is near', () => {
    for (const opened of year) {
      const { today } = opened;
      const moves = Number(today.slice(0, 4)) + (today.slice(5) >= '09-01' ? 1 : 0);
      const [moving, ...others] = transfersOf(opened);
      expect(
        others.map(({ pupil }) => pupil.ref),
        today,
      ).toEqual([]);
      expect(moving?.pupil, today).toMatchObject({ ref: '1024', firstName: 'Niamh', yearGroup: '6' });
      expect(moving?.due.transfer, today).toMatchObject({
        kind: 'primary-secondary',
        year: moves,
        standing: today < `${moves}-02-15` ? 'at-risk' : 'late',
      });
    }
  });

  test('then a meeting is set too late for that move only while it would else be in time', () => {
    for (const { today, due, reviews } of year) {
      const { meetingOn = '', meetBy } = due('1024').transfer ?? expect.fail(today);
      const early = today >= '2026-09-01' && today <= '2026-10-11';
      expect(reviews, today).toHaveLength(early ? 3 : 2);
      expect(meetingOn > meetBy.date, today).toBe(early);
    }
  });

  test('then one local authority is late with its decision, and nothing else of that review is missing', () => {
    const late: number[] = [];
    for (const opened of year) {
      const { today } = opened;
      const review = opened.review('1025');
      expect(review, today).toMatchObject({ stage: 'acting', annual: { la: 'Wexcombe' } });
      expect(review.annual, today).not.toHaveProperty('decision');
      expect(lateBy(review, 'report', today), today).toBe(0);
      const days = lateBy(review, 'la-decision', today);
      expect(days, today).toBeGreaterThanOrEqual(3);
      late.push(days);
      expect(opened.due('1025').awaiting, today).toMatchObject({ daysLate: days });
      const owed = obligationsOf(review, opened.school, today);
      expect(
        owed.map(({ kind, who }) => [kind, who]),
        today,
      ).toEqual(expect.arrayContaining([['la-decision', PRIYA]]));
      // The action agreed is not due yet, so that the local authority is all that is late.
      expect(
        owed.filter(({ due }) => due < today).map(({ kind }) => kind),
        today,
      ).toEqual(['la-decision']);
    }
    const usual = late.filter((days) => days >= 10 && days <= 16);
    expect(usual.length).toBeGreaterThan(late.length / 2);
    expect(Math.max(...late)).toBeLessThan(45);
  });

  test('then one annual review is being prepared: some evidence and advice is there, and none of the rest is late', () => {
    for (const { today, school, due, review } of year) {
      const prepared = review('1026');
      expect(prepared.stage, today).toBe('gathering');
      expect(prepared.evidence.map(({ answer }) => answer !== undefined)).toEqual([true, false]);
      const { outsiders = [] } = prepared.annual ?? {};
      expect(outsiders.map(({ advice }) => advice?.given)).toEqual([
        undefined,
        undefined,
        undefined,
        false,
        true,
      ]);
      expect(due('1026'), today).toMatchObject({ state: 'due', current: prepared.id });
      expect(missingFor(prepared, school).length).toBeGreaterThan(2);
      for (const owed of obligationsOf(prepared, school, today))
        expect(owed.due >= today, `${owed.kind} on ${today}`).toBe(true);
    }
  });

  test('then a child under five has an EHC plan that it is time to look at', () => {
    for (const opened of year) {
      const { today } = opened;
      expect(opened.due('1031'), today).toMatchObject({ kind: 'ehcp', state: 'due' });
      expect(opened.due('1031').advised?.rule.id, today).toBe('ehcp-under-5-due');
    }
  });
});

describe('given the sandbox’s school, started at any time', () => {
  test('then all in its reviews has been, and nobody has a message to come', async () => {
    const time = fc.constantFrom('00:00', '06:30', '08:30', '12:00', '23:59');
    await fc.assert(
      fc.asyncProperty(anyDay, time, async (today, at) => {
        const now = instantAt(today, at);
        const { reviews, school, due } = await openedOn(today, at);
        expect(reviews.length).toBeGreaterThanOrEqual(2);
        for (const { messages, history, startedAt, version, id } of reviews) {
          expect(messages).toEqual([]);
          expect(version).toBe(0);
          expect(id).toMatch(/^[a-z0-9]+$/);
          const times = history.map((entry) => entry.at);
          expect(times.toSorted()).toEqual(times);
          expect(startedAt < now && times.every((each) => each <= now)).toBe(true);
          const staff = new Set(school.staff.map(({ email }) => email));
          expect(history.every(({ by }) => staff.has(by))).toBe(true);
        }
        expect(['at-risk', 'late']).toContain(due('1024').transfer?.standing);
        expect(due('1025').awaiting?.daysLate).toBeGreaterThan(0);
      }),
      {
        numRuns: 40,
        examples: [
          ['2028-02-29', '00:00'],
          ['2026-09-01', '00:00'],
          ['2029-08-31', '23:59'],
        ],
      },
    );
  });

  test('then each of its reviews was held, planned and answered on school days', async () => {
    const { reviews, school } = await openedOn('2027-01-05');
    const inTerm = (day: LocalDate) => school.terms.some(({ start, end }) => start <= day && day <= end);
    for (const { history, meeting } of reviews)
      for (const day of [meeting?.date ?? '', ...history.map(({ at }) => localDate(at))])
        expect(inTerm(day), day).toBe(true);
  });
});

test('given terms that begin only after the clock’s day, the reviews are made all the same, on weekdays', async () => {
  const opened = await openedOn('2026-11-10');
  const terms = [{ name: 'Autumn 2027', start: '2027-09-01', end: '2027-12-17' }];
  const now = instantAt('2026-11-10', '08:30');
  const reviews = madeUpReviews(opened.pupils, { school: { ...opened.school, terms }, now });
  expect(reviews.length).toBeGreaterThanOrEqual(2);
  for (const { meeting } of reviews) {
    const day = new Date(meeting?.date ?? '').getUTCDay();
    expect([1, 2, 3, 4, 5]).toContain(day);
  }
});
