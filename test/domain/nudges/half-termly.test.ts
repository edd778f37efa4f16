import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHalfTermly } from '../../../src/domain/nudges/half-termly.ts';
import { isSchoolDay } from '../../../src/domain/school/calendar.ts';
import { plusDays } from '../../../src/domain/time.ts';
import { aSchool, SENCO, STAFF } from '../../support/builders.ts';

const YEAR = Array.from({ length: 365 }, (_, n) => plusDays('2026-09-01', n));
/** By hand: the first school day of each half-term; 1 September and 4 January are INSET days. */
const STARTS = ['2026-09-02', '2026-11-02', '2027-01-05', '2027-02-22', '2027-04-12', '2027-06-07'];

describe('what is mentioned once a half-term', () => {
  it('given a bot that runs every day, is so on the first school day of each', () => {
    const told = YEAR.filter((day) => isHalfTermly(aSchool(), SENCO, day, { since: plusDays(day, -1) }));
    expect(told).toEqual(STARTS);
  });

  it('given a bot that was off that day, on the next', () => {
    expect(isHalfTermly(aSchool(), SENCO, '2027-01-07', { since: '2026-12-18' })).toBe(true);
    expect(isHalfTermly(aSchool(), SENCO, '2027-01-08', { since: '2027-01-07' })).toBe(false);
  });

  it('given a SENCO who was away that day, when they are back', () => {
    const absent = { from: '2027-01-04', until: '2027-01-18' };
    const staff = STAFF.map((one) => (one.email === SENCO ? { ...one, absent } : one));
    const school = aSchool({ staff });
    expect(isHalfTermly(school, SENCO, '2027-01-18', { since: '2027-01-15' })).toBe(true);
    const toldOn = new Map([[SENCO, '2027-01-18']]);
    expect(isHalfTermly(school, SENCO, '2027-01-19', { since: '2027-01-18', toldOn })).toBe(false);
  });

  it('given any days on which the bot was off, comes at most once a half-term', () => {
    const school = aSchool();
    const schoolDays = YEAR.filter((day) => isSchoolDay(school, day));
    fc.assert(
      fc.property(fc.subarray(schoolDays), (on) => {
        const told = on.filter((day, n) => isHalfTermly(school, SENCO, day, { since: on[n - 1] }));
        const halfTerms = told.map((day) => STARTS.findLast((start) => start <= day));
        expect(new Set(halfTerms).size).toBe(told.length);
      }),
      { numRuns: 30 },
    );
  });
});
