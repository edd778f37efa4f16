import { describe, expect, it } from 'vitest';
import type { NudgePolicy } from '../../src/domain/nudges.ts';
import { dueNow, NUDGE_POLICY, nudgesToday } from '../../src/domain/nudges.ts';
import { obligationsOf } from '../../src/domain/obligations.ts';
import type { LocalDate } from '../../src/domain/time.ts';
import { plusDays } from '../../src/domain/time.ts';
import { anAction, aReview, aSchool } from '../support/builders.ts';

const owed = (due: LocalDate) => obligationsOf(aReview({ stage: 'acting', actions: [anAction({ due })] }));

/** The days from `from` to `to` on which an action due on `due` is mentioned. */
function mentioned(
  due: LocalDate,
  from: LocalDate,
  to: LocalDate,
  school = aSchool(),
  policy: NudgePolicy = NUDGE_POLICY,
): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    if (nudgesToday(owed(due), school, day, policy).length > 0) days.push(day);
  }
  return days;
}

describe('an open action is mentioned', () => {
  it('on the day it is due, then on Tuesdays and Thursdays', () => {
    expect(mentioned('2026-11-13', '2026-11-01', '2026-11-30')).toEqual([
      '2026-11-13',
      '2026-11-17',
      '2026-11-19',
      '2026-11-24',
      '2026-11-26',
    ]);
  });

  it('once on a Tuesday on which it is due', () => {
    expect(mentioned('2026-11-10', '2026-11-09', '2026-11-13')).toEqual(['2026-11-10', '2026-11-12']);
  });

  it.each([
    ['a Sunday', '2026-11-15', '2026-11-13', '2026-11-17'],
    ['half-term', '2026-10-28', '2026-10-23', '2026-11-03'],
    ['the Christmas holidays', '2027-01-02', '2026-12-18', '2027-01-05'],
    ['an INSET day', '2027-01-04', '2026-12-18', '2027-01-05'],
    ['a bank holiday', '2027-05-03', '2027-04-30', '2027-05-04'],
  ])('when due in %s: on the last school day before, and again after', (_, due, before, after) => {
    expect(mentioned(due, plusDays(due, -20), after)).toEqual([before, after]);
  });

  it('in August of a year whose next terms nobody imported: before the holidays, and again in September', () => {
    expect(mentioned('2027-08-18', '2027-07-01', '2027-09-03')).toEqual([
      '2027-07-21',
      '2027-09-01',
      '2027-09-02',
    ]);
  });

  describe('while overdue, in a week', () => {
    const week = (...closures: LocalDate[]) =>
      mentioned('2026-11-06', '2026-11-09', '2026-11-15', aSchool({ closures }));
    it.each([
      ['without Tuesday: on Wednesday instead', ['2026-11-10'], ['2026-11-11', '2026-11-12']],
      ['without Tuesday and Wednesday: once, on Thursday', ['2026-11-10', '2026-11-11'], ['2026-11-12']],
      ['without Thursday: on Friday instead', ['2026-11-12'], ['2026-11-10', '2026-11-13']],
      ['without Thursday and Friday: on Tuesday only', ['2026-11-12', '2026-11-13'], ['2026-11-10']],
      ['without Monday: as ever', ['2026-11-09'], ['2026-11-10', '2026-11-12']],
    ])('%s', (_, closures, days) => {
      expect(week(...closures)).toEqual(days);
    });
  });

  it('seven and two school days before, where the policy says so', () => {
    const policy = { ...NUDGE_POLICY, before: [7, 2] };
    expect(mentioned('2026-11-13', '2026-10-20', '2026-11-16', aSchool(), policy)).toEqual([
      '2026-11-04',
      '2026-11-11',
      '2026-11-13',
    ]);
    // Due on the Sunday, so counted from the Friday.
    expect(mentioned('2026-11-15', '2026-10-20', '2026-11-16', aSchool(), policy)).toEqual([
      '2026-11-04',
      '2026-11-11',
      '2026-11-13',
    ]);
  });

  it('not on the day, where the policy says so', () => {
    const policy = { ...NUDGE_POLICY, onTheDay: false };
    expect(mentioned('2026-11-13', '2026-11-01', '2026-11-17', aSchool(), policy)).toEqual(['2026-11-17']);
  });
});

describe('not mentioned', () => {
  it('is what is not an action, unless the policy says so', () => {
    const gathering = obligationsOf(aReview());
    expect(nudgesToday(gathering, aSchool(), '2026-11-24')).toEqual([]);
    const kinds = { ...NUDGE_POLICY.kinds, 'hold-meeting': true };
    const nudged = nudgesToday(gathering, aSchool(), '2026-11-24', { ...NUDGE_POLICY, kinds });
    expect(nudged.map(({ kind }) => kind)).toEqual(['hold-meeting']);
  });

  it('is anything on a day without school', () => {
    expect(nudgesToday(owed('2026-11-14'), aSchool(), '2026-11-14')).toEqual([]);
  });
});

describe('a digest lists', () => {
  it('what is due today or overdue, of every kind, and what is due before the next school day', () => {
    const due = (date: LocalDate, today: LocalDate) => dueNow(owed(date), aSchool(), today).length === 1;
    expect(due('2026-11-12', '2026-11-13')).toBe(true);
    expect(due('2026-11-13', '2026-11-13')).toBe(true);
    expect(due('2026-11-15', '2026-11-13')).toBe(true);
    expect(due('2026-11-16', '2026-11-13')).toBe(false);
    expect(dueNow(obligationsOf(aReview()), aSchool(), '2026-11-13').map(({ kind }) => kind)).toEqual([
      'evidence',
      'evidence',
    ]);
  });
});
