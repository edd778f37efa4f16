import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bankHolidayName,
  bankHolidaysIn,
  isBankHoliday,
  nextBankHoliday,
} from '../../../src/domain/school/bank-holidays.ts';
import { easter } from '../../../src/domain/school/easter.ts';
import { plusDays, weekday } from '../../../src/domain/time.ts';

/** As gov.uk/bank-holidays lists (or listed) them for England and Wales: copied by hand, month and day. */
const PUBLISHED: Readonly<Record<number, readonly string[]>> = {
  2018: ['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26'],
  2019: ['01-01', '04-19', '04-22', '05-06', '05-27', '08-26', '12-25', '12-26'],
  2020: ['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28'],
  2021: ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28'],
  2022: ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27'],
  2023: ['01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26'],
  2024: ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'],
  2025: ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'],
  2026: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  2027: ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
  2028: ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'],
  2029: ['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26'],
  2030: ['01-01', '04-19', '04-22', '05-06', '05-27', '08-26', '12-25', '12-26'],
  2031: ['01-01', '04-11', '04-14', '05-05', '05-26', '08-25', '12-25', '12-26'],
};

const WITH_ONE_OFFS = [2022, 2023];

/**
 * Easter as the Book of Common Prayer finds it: the Sunday after the Paschal full moon, which for 1900 to 2199 stands in its
 * table by the golden number. Nothing of the computation in the program is in it.
 */
const PASCHAL_MOON_1900_TO_2199 = [
  '04-14',
  '04-03',
  '03-23',
  '04-11',
  '03-31',
  '04-18',
  '04-08',
  '03-28',
  '04-16',
  '04-05',
  '03-25',
  '04-13',
  '04-02',
  '03-22',
  '04-10',
  '03-30',
  '04-17',
  '04-07',
  '03-27',
];

function easterByTable(year: number): string {
  const moon = `${year}-${PASCHAL_MOON_1900_TO_2199[year % 19]}`;
  return plusDays(moon, 7 - weekday(moon));
}

const years = fc.integer({ min: 2024, max: 2100 });

describe('England’s bank holidays', () => {
  test.each(Object.entries(PUBLISHED))('of %s are those published', (year, days) => {
    expect(bankHolidaysIn(Number(year)).map(({ day }) => day)).toEqual(days.map((day) => `${year}-${day}`));
  });

  test('are those of an independent source for 2025 to 2040', () => {
    const source = new Holidays('GB', 'ENG', { types: ['public'] });
    for (let year = 2025; year <= 2040; year++) {
      const theirs = source.getHolidays(year).map((holiday) => holiday.date.slice(0, 10));
      const onWeekdays = [...new Set(theirs)].filter((date) => weekday(date) % 6 !== 0).sort();
      expect(bankHolidaysIn(year).map(({ day }) => day)).toEqual(onWeekdays);
    }
  });

  test('do not end: each year to 2100 has eight, on eight weekdays, each under its own name', () => {
    for (let year = 2018; year <= 2100; year++) {
      const here = bankHolidaysIn(year);
      if (!WITH_ONE_OFFS.includes(year)) expect(here).toHaveLength(8);
      expect(new Set(here.map(({ day }) => day)).size).toBe(here.length);
      expect(new Set(here.map(({ name }) => name)).size).toBe(here.length);
      for (const { day } of here) {
        expect([1, 2, 3, 4, 5]).toContain(weekday(day));
        expect(Number(day.slice(0, 4))).toBe(year);
      }
    }
  });

  test('no day of any year is one besides those of its year', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 0, max: 365 }), (year, at) => {
        const day = plusDays(`${year}-01-01`, at);
        const listed = bankHolidaysIn(Number(day.slice(0, 4))).find((one) => one.day === day);
        expect(isBankHoliday(day)).toBe(listed !== undefined);
        expect(bankHolidayName(day)).toBe(listed?.name);
      }),
    );
  });

  test('what is said of one is its name, also on the day that stands for it', () => {
    expect(bankHolidayName('2027-12-27')).toBe('Christmas Day');
    expect(bankHolidayName('2027-12-28')).toBe('Boxing Day');
    // Boxing Day was the Monday itself, and Christmas Day's substitute the Tuesday.
    expect(bankHolidayName('2022-12-26')).toBe('Boxing Day');
    expect(bankHolidayName('2022-12-27')).toBe('Christmas Day');
    expect(bankHolidayName('2022-06-03')).toBe('Platinum Jubilee');
    expect(bankHolidayName('2020-05-04')).toBeUndefined();
    expect(bankHolidayName('2022-05-30')).toBeUndefined();
  });

  test('the next one goes on into the next year', () => {
    expect(nextBankHoliday('2031-12-26')).toBe('2032-01-01');
    expect(nextBankHoliday('2027-03-26', 'Good Friday')).toBe('2028-04-14');
    expect(nextBankHoliday('2027-03-26')).toBe('2027-03-29');
    expect(nextBankHoliday('2027-03-26', 'Platinum Jubilee')).toBeUndefined();
  });
});

test('Easter is the Sunday that the Prayer Book’s tables give, from 1900 to 2199', () => {
  for (let year = 1900; year < 2200; year++) expect(`${easter(year)}`).toBe(easterByTable(year));
});
