import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceFrom, freeDay } from '../../../src/domain/review/steps/suggested-days.ts';
import { isSchoolDay } from '../../../src/domain/school/calendar.ts';
import { plusDays } from '../../../src/domain/time.ts';
import { aSchool, SENCO } from '../../support/builders.ts';

/* Autumn term 2026 to Friday 18 December, spring term from Monday 4 January 2027; no INSET days. */
const school = aSchool({ insetDays: [], closures: [] });

describe('the day evidence is wanted by, before anything is typed', () => {
  // Said on Tuesday 24 November 2026; wanted 17 days before the meeting.
  const by = (wanted: string, meeting: string, today = '2026-11-24') =>
    evidenceFrom({ school, today }, wanted, meeting);

  it.each([
    ['two and a half weeks before the meeting', '2026-12-04', '2026-12-21', '2026-12-04'],
    ['the Friday before, where that is a Saturday', '2026-12-19', '2027-01-05', '2026-12-18'],
    [
      'five school days on, where the law leaves the meeting two weeks',
      '2026-11-21',
      '2026-12-08',
      '2026-12-01',
    ],
    ['five school days on, where it would be today', '2026-11-24', '2026-12-11', '2026-12-01'],
    ['the day before a meeting that is near', '2026-11-09', '2026-11-26', '2026-11-25'],
    ['its own day, where the meeting is tomorrow', '2026-11-08', '2026-11-25', '2026-11-25'],
  ])('is %s', (_, wanted, meeting, expected) => {
    expect(by(wanted, meeting)).toBe(expected);
  });

  it('is the first day back, where it would be in a holiday that has begun', () => {
    // Saturday 2 January; the last school day before it was 18 December.
    expect(by('2027-01-02', '2027-01-11', '2026-12-21')).toBe('2027-01-04');
  });

  it('is Monday’s own day for a meeting on Monday that is set on the Friday before', () => {
    expect(by('2026-11-13', '2026-11-30', '2026-11-27')).toBe('2026-11-30');
  });

  it('is never today, nor after the meeting, and a school day where the meeting’s is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 60 }), (at, ahead) => {
        const today = plusDays('2026-09-01', at);
        const meeting = plusDays(today, ahead);
        const day = evidenceFrom({ school, today }, plusDays(meeting, -17), meeting);
        expect(day > today && day <= meeting).toBe(true);
        if (isSchoolDay(school, meeting)) expect(isSchoolDay(school, day)).toBe(true);
      }),
    );
  });
});

describe('the day suggested for a meeting, where one of the review was called off', () => {
  const off = (...days: readonly string[]) => ({
    school,
    today: '2026-11-24',
    review: {
      earlierMeetings: days.map((date) => ({
        ...{ date, time: '14:00', invitees: [], was: 'called-off' as const, why: 'Ill' },
        ...{ by: SENCO, at: '2026-11-20T10:00:00.000Z' },
      })),
    },
  });
  const limits = { first: '2026-12-07', last: '2026-12-08' };

  it.each([
    ['as it is, where none was', [], '2026-12-08', undefined, '2026-12-08'],
    ['the next school day', ['2026-12-08'], '2026-12-08', undefined, '2026-12-09'],
    ['Monday, after two', ['2026-12-10', '2026-12-11'], '2026-12-10', undefined, '2026-12-14'],
    ['the day before, where the next is too late', ['2026-12-08'], '2026-12-08', limits, '2026-12-07'],
    [
      'the next all the same, where none before will do',
      ['2026-12-07', '2026-12-08'],
      '2026-12-08',
      limits,
      '2026-12-09',
    ],
  ])('is %s', (_, days, day, given, expected) => {
    expect(freeDay(off(...days), day, given ?? { first: '2026-11-25' })).toBe(expected);
  });
});
