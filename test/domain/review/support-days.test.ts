import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Provision } from '../../../src/domain/review/review.ts';
import { afterNo, afterYes, askedNext } from '../../../src/domain/review/support-days.ts';
import { isSchoolDay } from '../../../src/domain/school/calendar.ts';
import { dayInNextHalfTerm, halfTermsOf } from '../../../src/domain/school/half-terms.ts';
import { type LocalDate, plusDays } from '../../../src/domain/time.ts';
import { ASSISTANT, aProvision, aSchool, TEACHER } from '../../support/builders.ts';

/*
 * Oakfield: autumn 1 September (INSET) to 18 December, half-term 26 to 30 October; spring 4 January (INSET) to 25 March,
 * half-term 15 to 19 February; summer 12 April to 21 July, half-term 31 May to 4 June.
 */
const school = aSchool();
const AGREED = '2026-11-24T15:00:00.000Z';
const heard = (is: 'yes' | 'partly' | 'not-yet', day: LocalDate, next: LocalDate) => ({
  by: ASSISTANT,
  at: `${day}T10:00:00.000Z`,
  is,
  why: is === 'yes' ? '' : 'The room is taken',
  next,
});
const next = (given: Partial<Provision>) => askedNext(aProvision(given), AGREED, school);

describe('whether support happens', () => {
  it('given it starts on Wednesday 25 November, then it is asked two weeks later, on Wednesday 9 December', () => {
    expect(next({ starts: '2026-11-25' })).toBe('2026-12-09');
  });

  it('given two weeks later is a Saturday, a holiday or an INSET day, then on the next school day', () => {
    expect(next({ starts: '2026-11-28' })).toBe('2026-12-14');
    expect(next({ starts: '2026-12-07' })).toBe('2027-01-05');
    expect(next({ starts: '2026-12-21' })).toBe('2027-01-05');
  });

  it('given the start lies before the outcome was recorded, then not before the day after that', () => {
    expect(next({ starts: '2026-10-05' })).toBe('2026-11-25');
  });

  it('given somebody was named later, then they are not late the moment they hear of it', () => {
    const named = { by: TEACHER, at: '2027-01-14T10:00:00.000Z' };
    expect(next({ starts: '2026-11-25', named })).toBe('2027-01-15');
  });

  it('given nobody sees to it, or it has ended, then it is not asked', () => {
    const { owner: _, ...nobodys } = aProvision();
    expect(askedNext(nobodys, AGREED, school)).toBeUndefined();
    expect(next({ ended: { by: TEACHER, at: AGREED, why: 'She reads on her own' } })).toBeUndefined();
  });

  it('given “not yet” on Friday 11 December, then it is asked a week later, or on the day they named', () => {
    expect(afterNo(school, '2026-12-11')).toBe('2026-12-18');
    expect(afterNo(school, '2026-12-14')).toBe('2027-01-05');
    expect(next({ happening: [heard('not-yet', '2026-12-11', '2026-12-16')] })).toBe('2026-12-16');
  });

  it('given “yes”, then it is asked two weeks into the next half-term', () => {
    // Spring begins on 4 January; two weeks into it is Monday 18 January. The second half begins after 19 February, a
    // Friday: on Saturday the 20th, so two weeks later is Saturday 6 March, and the school day Monday 8 March.
    expect(afterYes(school, '2026-12-09')).toBe('2027-01-18');
    expect(afterYes(school, '2027-01-18')).toBe('2027-03-08');
    // From the summer term's second half on nobody knows next year's terms: they usually begin on 1 September.
    expect(afterYes(school, '2027-06-21')).toBe('2027-09-15');
  });

  it('given the terms were changed since the yes, then it is asked in another half-term all the same', () => {
    const happening = [heard('yes', '2026-12-09', '2026-12-14')];
    expect(next({ happening })).toBe('2027-01-18');
  });
});

const days = fc.integer({ min: 0, max: 300 }).map((n) => plusDays('2026-09-01', n));
const halfOf = (day: LocalDate) =>
  halfTermsOf(school).findIndex(({ start, end }) => start <= day && day <= end);

describe('whenever support starts, and whatever is said of it', () => {
  it('is asked on school days only, and after a yes in a later half-term, once', () => {
    fc.assert(
      fc.property(days, fc.array(fc.constantFrom('yes', 'not-yet'), { maxLength: 12 }), (starts, said) => {
        let provision = aProvision({ starts });
        for (const is of said) {
          const day = askedNext(provision, AGREED, school) ?? '';
          expect(isSchoolDay(school, day)).toBe(true);
          const last = provision.happening?.at(-1);
          const before = last?.at.slice(0, 10) ?? '';
          if (last?.is === 'yes' && halfOf(day) >= 0) expect(halfOf(day)).toBeGreaterThan(halfOf(before));
          expect(day > before).toBe(true);
          const again = is === 'yes' ? afterYes(school, day) : afterNo(school, day);
          provision = aProvision({
            starts,
            happening: [...(provision.happening ?? []), heard(is, day, again)],
          });
        }
      }),
    );
  });

  it('is never later without the school than with it: the index of what is due goes by that', () => {
    fc.assert(
      fc.property(days, days, fc.constantFrom('yes', 'not-yet', undefined), (starts, said, is) => {
        const again = is === 'yes' ? afterYes(school, said) : afterNo(school, said);
        const provision = aProvision({ starts, ...(is && { happening: [heard(is, said, again)] }) });
        const alone = askedNext(provision, AGREED, undefined) ?? '';
        expect(alone <= (askedNext(provision, AGREED, school) ?? '')).toBe(true);
      }),
    );
  });
});

describe('half-terms', () => {
  it('given a year of six terms, then each is one', () => {
    const six = aSchool({
      terms: [
        { name: '1', start: '2026-09-01', end: '2026-10-23' },
        { name: '2', start: '2026-11-02', end: '2026-12-18' },
      ],
    });
    expect(halfTermsOf(six)).toHaveLength(2);
    expect(dayInNextHalfTerm(six, '2026-09-10', 14)).toBe('2026-11-16');
  });

  it('given no terms are known, then the usual ones stand in', () => {
    expect(dayInNextHalfTerm(aSchool({ terms: [], insetDays: [] }), '2026-09-10', 14)).toBe('2026-11-16');
  });

  it('given a half-term shorter than two weeks, then it is asked on its last school day', () => {
    const terms = [
      { name: 'Short', start: '2026-11-02', end: '2026-11-08' },
      { name: 'Next', start: '2026-11-16', end: '2026-12-18' },
    ];
    expect(dayInNextHalfTerm(aSchool({ terms }), '2026-10-20', 14)).toBe('2026-11-06');
  });
});
