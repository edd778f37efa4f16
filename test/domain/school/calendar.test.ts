import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addSchoolDays,
  isSchoolDay,
  mayMessage,
  mayNudge,
  nextMessagingTime,
  nextSchoolDay,
  nextSchoolMorning,
  schoolDaysAfter,
  schoolDaysBetween,
} from '../../../src/domain/school/calendar.ts';
import { instantAt, localDate, localTime, plusDays } from '../../../src/domain/time.ts';
import { aSchool } from '../../support/builders.ts';

const school = aSchool({ closures: ['2026-11-11'] });

describe('a school day', () => {
  it.each([
    ['a Tuesday in term', '2026-11-10', true],
    ['the first day of term', '2026-09-02', true],
    ['the last day of term', '2026-12-18', true],
    ['a Saturday in term', '2026-11-14', false],
    ['a Sunday in term', '2026-11-15', false],
    ['the first day of half-term', '2026-10-26', false],
    ['the last day of half-term', '2026-10-30', false],
    ['the Friday before half-term', '2026-10-23', true],
    ['an INSET day', '2026-09-01', false],
    ['a closure', '2026-11-11', false],
    ['a bank holiday in term', '2027-05-03', false],
    ['a weekday between terms', '2026-12-21', false],
    ['a weekday before the first term', '2026-08-27', false],
    ['a weekday in the summer after the last term', '2027-08-11', false],
    ['a weekday of the September nobody has imported', '2027-09-01', true],
    ['a Saturday of that September', '2027-09-04', false],
    ['a bank holiday nobody has imported the terms of', '2027-12-27', false],
    ['an INSET day given without its term', '2027-09-06', false],
  ])('%s (%s): %s', (_, date, expected) => {
    const given = { ...school, insetDays: [...school.insetDays, '2027-09-06'] };
    expect(isSchoolDay(given, date)).toBe(expected);
  });

  it('of a school whose spring was not imported: weekdays, once the Christmas holidays are over', () => {
    const autumnOnly = aSchool({ terms: school.terms.slice(0, 1) });
    expect(isSchoolDay(autumnOnly, '2026-12-22')).toBe(false);
    expect(isSchoolDay(autumnOnly, '2026-12-31')).toBe(false);
    expect(isSchoolDay(autumnOnly, '2027-01-05')).toBe(true);
  });

  it('of a school with no terms at all: any weekday that is no bank holiday', () => {
    const none = aSchool({ terms: [] });
    expect(isSchoolDay(none, '2026-12-24')).toBe(true);
    expect(isSchoolDay(none, '2026-12-25')).toBe(false);
  });
});

describe('counting school days', () => {
  it('goes over weekends, half-term, closures and holidays', () => {
    expect(nextSchoolDay(school, '2026-11-10')).toBe('2026-11-12');
    expect(nextSchoolDay(school, '2026-10-23')).toBe('2026-11-02');
    expect(nextSchoolDay(school, '2026-12-18')).toBe('2027-01-05');
    expect(nextSchoolDay(school, '2027-07-21')).toBe('2027-09-01');
    expect(addSchoolDays(school, '2026-11-09', 5)).toBe('2026-11-17');
    expect(addSchoolDays(school, '2026-11-17', -5)).toBe('2026-11-09');
    expect(addSchoolDays(school, '2026-11-14', 0)).toBe('2026-11-14');
    expect(schoolDaysBetween(school, '2026-11-09', '2026-11-17')).toBe(5);
    expect(schoolDaysBetween(school, '2026-11-17', '2026-11-09')).toBe(-5);
    expect(schoolDaysBetween(school, '2026-10-24', '2026-11-01')).toBe(0);
  });

  it('backwards ends even before everything that was imported', () => {
    // 31 August 2026 is the summer bank holiday.
    expect(addSchoolDays(school, '2026-09-02', -1)).toBe('2026-08-28');
  });

  it('adding and counting agree', () => {
    const dates = fc.integer({ min: 0, max: 500 }).map((n) => plusDays('2026-09-01', n));
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 60 }), (date, days) => {
        expect(schoolDaysBetween(school, date, addSchoolDays(school, date, days))).toBe(days);
      }),
    );
  });
});

describe('messaging hours', () => {
  it.each([
    ['2026-11-10', '07:59', false],
    ['2026-11-10', '08:00', true],
    ['2026-11-10', '16:59', true],
    ['2026-11-10', '17:00', false],
    ['2026-11-11', '10:00', false],
    ['2026-11-14', '10:00', false],
  ])('%s at %s: %s', (date, time, expected) => {
    expect(mayMessage(school, instantAt(date, time))).toBe(expected);
  });

  it('are by the school clock, winter and summer, on both sides of each clock change', () => {
    expect(mayMessage(school, '2026-10-23T07:00:00.000Z')).toBe(true);
    expect(mayMessage(school, '2026-10-23T16:00:00.000Z')).toBe(false);
    expect(mayMessage(school, '2026-11-02T07:00:00.000Z')).toBe(false);
    expect(mayMessage(school, '2026-11-02T16:00:00.000Z')).toBe(true);
    expect(mayMessage(school, '2027-03-25T07:59:59.999Z')).toBe(false);
    expect(mayMessage(school, '2027-04-12T07:00:00.000Z')).toBe(true);
  });

  it('a message written at night waits for the morning, and one at the weekend for Monday', () => {
    expect(nextMessagingTime(school, instantAt('2026-11-10', '11:15'))).toBe(
      instantAt('2026-11-10', '11:15'),
    );
    expect(nextMessagingTime(school, instantAt('2026-11-10', '06:00'))).toBe(
      instantAt('2026-11-10', '08:00'),
    );
    expect(nextMessagingTime(school, instantAt('2026-11-10', '17:00'))).toBe(
      instantAt('2026-11-12', '08:00'),
    );
    expect(nextMessagingTime(school, instantAt('2026-11-13', '19:00'))).toBe(
      instantAt('2026-11-16', '08:00'),
    );
  });

  it('is 08:00 on the school clock on the first morning after each clock change', () => {
    const open = aSchool({ terms: [{ name: 'all year', start: '2026-09-01', end: '2027-07-21' }] });
    // The clocks go back on 25 October 2026 and forward on 28 March 2027; 29 March is Easter Monday.
    expect(nextSchoolMorning(open, '2026-10-23T12:00:00.000Z')).toBe('2026-10-26T08:00:00.000Z');
    expect(nextSchoolMorning(open, '2027-03-28T12:00:00.000Z')).toBe('2027-03-30T07:00:00.000Z');
  });

  it('the next school morning is always later, on a school day, at 08:00, and may be written in', () => {
    const minutes = fc.integer({ min: 0, max: 500 * 24 * 60 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const instant = new Date(Date.parse('2026-08-20T00:00:00.000Z') + minute * 60_000).toISOString();
        const morning = nextSchoolMorning(school, instant);
        expect(morning > instant).toBe(true);
        expect(localTime(morning)).toBe('08:00');
        expect(isSchoolDay(school, localDate(morning))).toBe(true);
        expect(mayMessage(school, nextMessagingTime(school, instant))).toBe(true);
      }),
    );
  });
});

describe('the school days after a day', () => {
  it('are those after it up to and with the last, in order', () => {
    expect(schoolDaysAfter(aSchool(), '2026-10-22', '2026-11-03')).toEqual([
      '2026-10-23',
      '2026-11-02',
      '2026-11-03',
    ]);
    expect(schoolDaysAfter(aSchool(), '2026-11-03', '2026-11-03')).toEqual([]);
    expect(schoolDaysAfter(aSchool(), '2026-11-04', '2026-11-03')).toEqual([]);
  });

  it('reach over the summer holidays, and back two months at most, however long ago it is', () => {
    expect(schoolDaysAfter(aSchool(), '2027-07-20', '2027-09-02')).toEqual([
      '2027-07-21',
      '2027-09-01',
      '2027-09-02',
    ]);
    const long = schoolDaysAfter(aSchool(), '1990-01-01', '2026-11-03');
    expect(long.length).toBeLessThan(63);
    expect([long[0], long.at(-1)]).toEqual(['2026-09-03', '2026-11-03']);
  });
});

describe('digests go out', () => {
  it.each([
    ['a minute before the school’s hour', '2026-11-10', '08:59', false],
    ['at the school’s hour', '2026-11-10', '09:00', true],
    ['late in the day', '2026-11-10', '16:59', true],
    ['after the school day', '2026-11-10', '17:00', false],
    ['on a Saturday', '2026-11-14', '09:00', false],
  ] as const)('%s: %s %s: %s', (_, date, time, may) => {
    expect(mayNudge(aSchool(), '09:00', instantAt(date, time))).toBe(may);
  });

  it('before other messages may, where the school’s hour is earlier', () => {
    const at = instantAt('2026-11-10', '07:30');
    expect([mayNudge(aSchool(), '07:30', at), mayMessage(aSchool(), at)]).toEqual([true, false]);
  });
});
