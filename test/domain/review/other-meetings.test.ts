import { describe, expect, it } from 'vitest';
import { busyThen, busyWords, otherMeetings } from '../../../src/domain/review/other-meetings.ts';
import { freeDay } from '../../../src/domain/review/steps/suggested-days.ts';
import { ASSISTANT, aReview, aSchool, LEADER, SENCO, TEACHER } from '../../support/builders.ts';

const school = aSchool({ insetDays: [], closures: [] });
const staff = (...people: readonly string[]) => people.map((who) => ({ kind: 'staff' as const, who }));
/** Monday 14 December 2026 at 15:30. */
const meeting = { date: '2026-12-14', time: '15:30', invitees: staff(TEACHER) };
const one = aReview({ id: 'one', lead: SENCO, meeting });

describe('the meetings of other reviews', () => {
  it('are those that are set and not over, with whoever leads them and is invited, and say nothing of the pupil', () => {
    const set = { date: '2026-12-14', time: '15:30', who: [SENCO, TEACHER] };
    expect(otherMeetings([one], 'another')).toEqual([set]);
  });

  it.each([
    ['the review’s own', one, 'one'],
    ['one that is called off', { ...one, stage: 'cancelled' as const }, 'another'],
    ['one that was held before its day', { ...one, stage: 'acting' as const }, 'another'],
    ['a closed one', { ...one, stage: 'closed' as const }, 'another'],
  ])('are not %s', (_, review, id) => {
    expect(otherMeetings([review], id)).toEqual([]);
  });
});

describe('who has another review’s meeting then', () => {
  const others = otherMeetings([one], 'another');

  it.each([
    ['at the same time', '2026-12-14', '15:30', [SENCO, TEACHER]],
    ['less than an hour later', '2026-12-14', '16:29', [SENCO, TEACHER]],
    ['less than an hour earlier', '2026-12-14', '14:31', [SENCO, TEACHER]],
    ['an hour later', '2026-12-14', '16:30', []],
    ['an hour earlier', '2026-12-14', '14:30', []],
    ['on another day', '2026-12-15', '15:30', []],
  ])('%s', (_, date, time, busy) => {
    expect(busyThen(others, date, time, [LEADER, SENCO, TEACHER])).toEqual(busy);
  });

  it('is said by name, and nothing where nobody has', () => {
    expect(busyWords(school, [])).toBeUndefined();
    expect(busyWords(school, [TEACHER])).toBe(
      'Tom Teacher has another review then. To keep it, send as it stands.',
    );
    expect(busyWords(school, [TEACHER, ASSISTANT])).toContain(
      'Tom Teacher and Ann Assistant have another review then.',
    );
  });
});

describe('the day suggested where somebody has another review’s meeting', () => {
  const busyOn = (...days: readonly string[]) =>
    otherMeetings(
      days.map((date) => aReview({ id: date, lead: SENCO, meeting: { ...meeting, date } })),
      'another',
    );
  const free = (days: readonly string[], last?: string, people: readonly string[] = [SENCO]) =>
    freeDay(
      { ...{ school, today: '2026-11-23', review: {} }, otherMeetings: busyOn(...days) },
      '2026-12-14',
      { first: '2026-12-10', last },
      { time: '15:30', people },
    );

  it.each([
    ['the next that is free', ['2026-12-14', '2026-12-15'], undefined, '2026-12-16'],
    ['the one before, where the next is too late', ['2026-12-14'], '2026-12-14', '2026-12-11'],
    [
      'the next all the same, where none before will do',
      ['2026-12-10', '2026-12-11', '2026-12-14'],
      '2026-12-14',
      '2026-12-15',
    ],
  ])('is %s', (_, days, last, expected) => {
    expect(free(days, last)).toBe(expected);
  });

  it('is the day itself for people who have none', () => {
    expect(free(['2026-12-14'], undefined, [LEADER])).toBe('2026-12-14');
  });
});
