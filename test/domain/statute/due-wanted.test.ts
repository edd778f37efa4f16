import { describe, expect, it } from 'vitest';
import type { School } from '../../../src/domain/school/school.ts';
import { duesOf } from '../../../src/domain/statute/due.ts';
import {
  type DueWanted,
  isOfThose,
  isPeriod,
  isWanted,
  lastDayWanted,
  PERIODS,
} from '../../../src/domain/statute/due-wanted.ts';
import { anEhcpPupil } from '../../support/annual-builders.ts';
import { aPupil, aSchool, SENCO } from '../../support/builders.ts';

/*
 * Oakfield's year: terms to 18 December 2026, 25 March and 21 July 2027; half-terms off from 26 October, 15 February and 31 May. The
 * INSET day on Monday 4 January begins the spring term.
 */
const school = aSchool();
const lastDay = (by: Parameters<typeof lastDayWanted>[0], today: string, at: School = school) =>
  lastDayWanted(by, at, today);

describe('a time that is asked for', () => {
  it('is one of nine, by its words', () => {
    expect(PERIODS).toEqual([
      'overdue',
      'today',
      'this week',
      'next week',
      'this month',
      'next month',
      'this half-term',
      'next half-term',
      'this term',
    ]);
    expect(isPeriod('next half-term')).toBe(true);
    for (const word of ['soon', '2026-12-01', 'constructor']) expect(isPeriod(word)).toBe(false);
  });

  // Of a Tuesday in the second half of the autumn term.
  it.each([
    ['overdue', '2026-11-09'],
    ['today', '2026-11-10'],
    ['this week', '2026-11-15'],
    ['next week', '2026-11-22'],
    ['this month', '2026-11-30'],
    ['next month', '2026-12-31'],
    ['this half-term', '2026-12-18'],
    ['next half-term', '2027-02-14'],
    ['this term', '2026-12-18'],
    ['2026-12-01', '2026-12-01'],
  ] as const)('said on 10 November 2026: %s is up to %s', (by, day) => {
    expect(lastDay(by, '2026-11-10')).toBe(day);
  });

  it.each([
    ['this week', 'on a Sunday, that day', '2026-11-15', '2026-11-15'],
    ['next week', 'on a Sunday, a week later', '2026-11-15', '2026-11-22'],
    ['this month', 'on its last day, that day', '2026-12-31', '2026-12-31'],
    ['next month', 'after a month with more days', '2027-01-31', '2027-02-28'],
    ['this month', 'in February of a leap year', '2028-02-10', '2028-02-29'],
    ['this half-term', 'on its last day, that day', '2026-10-25', '2026-10-25'],
    ['this half-term', 'in the half-term holiday, the one that begins next', '2026-10-26', '2026-12-18'],
    ['this half-term', 'in the Christmas holidays, the one that begins next', '2026-12-21', '2027-02-14'],
    ['next half-term', 'in the last of the year, the one to October', '2027-06-07', '2027-10-31'],
    ['this term', 'on its last day, that day', '2026-12-18', '2026-12-18'],
    ['this term', 'in the holidays, the term that begins next', '2026-12-19', '2027-03-25'],
  ] as const)('%s: %s', (by, _, today, day) => {
    expect(lastDay(by, today)).toBe(day);
  });

  it('beyond the terms that are known: a half-term as schools usually have them, and no term', () => {
    expect(lastDay('this half-term', '2027-09-06')).toBe('2027-10-31');
    expect(lastDay('this term', '2027-09-06')).toBeUndefined();
  });

  it('is that of the term it is, whichever order the terms were given in', () => {
    const shuffled = aSchool({ terms: school.terms.toReversed() });
    expect(lastDay('this term', '2026-11-10', shuffled)).toBe('2026-12-18');
    expect(lastDay('this half-term', '2026-11-10', shuffled)).toBe('2026-12-18');
  });
});

describe('which reviews are wanted', () => {
  it('are those of the kinds and years that were named, or all', () => {
    const ada = aPupil({ yearGroup: '4' });
    expect(isOfThose(ada, 'ehcp', {})).toBe(true);
    expect(isOfThose(ada, 'ehcp', { kinds: ['ehcp'] })).toBe(true);
    expect(isOfThose(ada, 'ehcp', { kinds: ['sen-support'] })).toBe(false);
    expect(isOfThose(ada, 'ehcp', { years: ['Reception', 'Year 4'] })).toBe(true);
    expect(isOfThose(ada, 'ehcp', { years: ['Reception'] })).toBe(false);
    expect(isOfThose(ada, 'ehcp', { kinds: ['ehcp'], years: ['Reception'] })).toBe(false);
    expect(isOfThose(ada, 'ehcp', { kinds: ['sen-support'], years: ['Year 4'] })).toBe(false);
  });

  // Decided on 16 December 2025: to be complete by 15 December 2026, and met for by 20 October, eight weeks before.
  const ben = anEhcpPupil();
  const wanted = (by: DueWanted, today: string, pupil = ben) => {
    const [due] = duesOf(pupil, [], today, school);
    return isWanted({ pupil, due: due ?? expect.unreachable() }, by, school, today);
  };

  it('up to a day are those with something to do by that day: of an EHC plan the meeting', () => {
    expect(wanted({ by: '2026-10-19' }, '2026-10-01')).toBe(false);
    expect(wanted({ by: '2026-10-20' }, '2026-10-01')).toBe(true);
    expect(wanted({ by: 'next half-term' }, '2026-10-01')).toBe(true);
    expect(wanted({ by: 'this week' }, '2026-10-01')).toBe(false);
    expect(wanted({ by: 'overdue' }, '2026-10-20')).toBe(false);
    expect(wanted({ by: 'overdue' }, '2026-10-21')).toBe(true);
  });

  it('in no time that was named are all, also where the school’s calendar has no such time', () => {
    expect(wanted({}, '2026-02-01')).toBe(true);
    // After the last term it knows.
    expect(wanted({ by: 'this term' }, '2027-08-02')).toBe(true);
  });

  it('in a time are those of the kinds and years alone', () => {
    expect(wanted({ by: '2026-10-20', kinds: ['ehcp'], years: ['Year 5'] }, '2026-10-01')).toBe(true);
    expect(wanted({ by: '2026-10-20', years: ['Year 4'] }, '2026-10-01')).toBe(false);
    expect(wanted({ years: ['Year 4'] }, '2026-10-01')).toBe(false);
  });

  it('in a time are none of a pupil in custody, of whom nothing is asked by any day', () => {
    const place = { place: 'custody', since: '2026-09-14', school: '', releasedOn: '' } as const;
    const inside = anEhcpPupil({ places: [{ ...place, by: SENCO, at: '2026-09-14T09:00:00.000Z' }] });
    expect(wanted({ by: '2026-12-31' }, '2026-10-01', inside)).toBe(false);
    expect(wanted({}, '2026-10-01', inside)).toBe(true);
  });
});
