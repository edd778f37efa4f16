import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSchoolDay } from '../../../src/domain/school/calendar.ts';
import { holidaysOf } from '../../../src/domain/school/holidays.ts';
import { whyNoSchoolDay } from '../../../src/domain/school/no-school-day.ts';
import { plusDays } from '../../../src/domain/time.ts';
import { aSchool } from '../../support/builders.ts';

const school = aSchool({ closures: ['2026-11-11'] });

describe('a day without school says why', () => {
  it.each([
    ['2026-11-14', 'a Saturday'],
    ['2026-11-15', 'a Sunday'],
    ['2027-05-03', 'a bank holiday (Early May)'],
    ['2027-03-26', 'a bank holiday (Good Friday)'],
    ['2026-12-28', 'a bank holiday (Boxing Day)'],
    ['2026-09-01', 'an INSET day'],
    ['2026-11-11', 'a day on which the school is closed'],
    ['2026-10-26', 'in the half-term holiday'],
    ['2026-10-31', 'a Saturday'],
    ['2026-12-21', 'in the Christmas holidays'],
    ['2027-01-01', 'a bank holiday (New Year’s Day)'],
    ['2027-04-06', 'in the Easter holidays'],
    ['2027-08-11', 'in the summer holidays'],
    ['2026-12-25', 'Christmas Day'],
    ['2027-12-25', 'Christmas Day'],
    ['2026-08-27', 'before the first term in the school’s data'],
  ])('%s is %s', (date, why) => {
    expect(whyNoSchoolDay(school, date)).toBe(why);
  });

  it.each(['2026-11-10', '2027-01-05', '2027-09-01'])('%s is a school day, and has none', (date) => {
    expect(whyNoSchoolDay(school, date)).toBeUndefined();
  });

  it('and no other day does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 2000 }), (days) => {
        const date = plusDays('2026-09-01', days);
        expect(whyNoSchoolDay(school, date) === undefined).toBe(isSchoolDay(school, date));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the holidays of a school', () => {
  it('are named by what lies in them', () => {
    expect(holidaysOf(school).map(({ name, start, end }) => `${name} ${start} ${end}`)).toEqual([
      'half-term 2026-10-26 2026-10-30',
      'Christmas 2026-12-19 2027-01-03',
      'half-term 2027-02-15 2027-02-19',
      'Easter 2027-03-26 2027-04-11',
      'half-term 2027-05-31 2027-06-04',
      'summer 2027-07-22 2027-08-31',
    ]);
  });

  it('are half-terms, too, where a year has six terms', () => {
    const six = aSchool({
      terms: [
        { name: 'Term 2', start: '2026-11-02', end: '2026-12-18' },
        { name: 'Term 1', start: '2026-09-01', end: '2026-10-23' },
        // An Easter that lies outside the Easter holidays, as some authorities have it.
        { name: 'Term 4', start: '2027-02-22', end: '2027-04-02' },
        { name: 'Term 5', start: '2027-04-19', end: '2027-05-28' },
      ],
    });
    expect(holidaysOf(six).map(({ name }) => name)).toEqual(['half-term', 'Christmas', 'Easter', 'school']);
  });
});
