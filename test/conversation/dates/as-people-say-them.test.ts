import { describe, expect, it } from 'vitest';
import { type ReadDay, readDay } from '../../../src/conversation/dates/read-day.ts';
import { aSchool } from '../../support/builders.ts';

/*
 * Oakfield in 2026-27, as its calendar on the wall has it:
 *
 *   Autumn  Tue 1 Sep (INSET) to Fri 18 Dec; half-term Mon 26 to Fri 30 October; INSET on Fri 27 November
 *   Spring  Mon 4 Jan (INSET) to Thu 25 Mar; half-term Mon 15 to Fri 19 February; closed on Mon 22 February
 *   Summer  Mon 12 Apr to Wed 21 Jul; half-term Mon 31 May to Fri 4 June
 */
const wholeYear = aSchool({
  insetDays: ['2026-09-01', '2026-11-27', '2027-01-04'],
  closures: ['2027-02-22'],
});

const daysOf = (read: ReadDay) =>
  read.is === 'day' ? read.day : read.is === 'several' ? read.days.join(' or ') : read.is;

const on = (today: string, rows: readonly (readonly [string, string])[]) =>
  it.each(rows)('“%s” is %s', (text, expected) => {
    const read = readDay(text, `${today}T10:00:00.000Z`, wholeYear);
    expect(daysOf(read)).toBe(expected);
    // Nothing of it is left over to be taken for the name of an action, or a reason.
    if (read.is !== 'none') expect(read).toMatchObject({ before: '', after: '' });
  });

describe('said on Tuesday 24 November 2026', () => {
  describe('days near by', () => {
    on('2026-11-24', [
      ['tomorrow', '2026-11-25'],
      ['tommorow', '2026-11-25'],
      ['tmrw', '2026-11-25'],
      ['day after tomorrow', '2026-11-26'],
      ['the day after tomorrow', '2026-11-26'],
      ['in 3 days', '2026-11-27'],
      ['in a couple of days', '2026-11-26'],
      ['tomorrow week', '2026-12-02'],
      ['a week tomorrow', '2026-12-02'],
      ['a week today', '2026-12-01'],
      ['4 weeks today', '2026-12-22'],
      ['in a fortnight', '2026-12-08'],
      ['a fortnight’s time', '2026-12-08'],
      ["in 2 weeks' time", '2026-12-08'],
    ]);
  });

  describe('days of the week', () => {
    on('2026-11-24', [
      ['Tues', '2026-12-01'],
      ['weds', '2026-11-25'],
      ['wensday', '2026-11-25'],
      ['Wedensday', '2026-11-25'],
      ['thurs', '2026-11-26'],
      ['Thrusday', '2026-11-26'],
      ['this Friday', '2026-11-27'],
      ['the coming Friday', '2026-11-27'],
      // This week's to some, next week's to others.
      ['next Friday', '2026-11-27 or 2026-12-04'],
      ['next Monday', '2026-11-30'],
      ['next Tuesday', '2026-12-01'],
      ['Friday after next', '2026-12-04 or 2026-12-11'],
      ['Friday week', '2026-12-04'],
      ['a week on Friday', '2026-12-04'],
      ['a fortnight on Thursday', '2026-12-10'],
      ['fortnight Thursday', '2026-12-10'],
      ['week on Friday', '2026-12-04'],
      ['next week on Friday', '2026-12-04'],
      ['this week on Friday', '2026-11-27'],
      ['a week and a half', '2026-12-04 or 2026-12-05'],
      ['two weeks on Monday', '2026-12-14'],
      ['Monday fortnight', '2026-12-14'],
      ['first Monday in December', '2026-12-07'],
      ['the last Friday of January', '2027-01-29'],
      ['Friday at 3pm', '2026-11-27'],
      ['5pm tomorrow', '2026-11-25'],
      ['end of the day', 'past'],
      ['last Friday', 'past'],
    ]);
  });

  describe('weeks and months', () => {
    on('2026-11-24', [
      ['end of the week', '2026-11-27'],
      ['end of next week', '2026-12-04'],
      ['end of next week at 15:00', '2026-12-04'],
      ['start of next week', '2026-11-30'],
      ['early next week', '2026-11-30 or 2026-12-01'],
      ['later this week', '2026-11-25 or 2026-11-26 or 2026-11-27'],
      ['late next week', '2026-12-03 or 2026-12-04'],
      ['Friday next week', '2026-12-04'],
      ['next week on Wednesday', '2026-12-02'],
      ['the week after next', '2026-12-08'],
      ['end of the month', '2026-11-30'],
      ['end of next month', '2026-12-31'],
      ['start of December', '2026-12-01'],
      ['mid December', '2026-12-14 or 2026-12-16 or 2026-12-18'],
      ['mid November', 'past'],
    ]);
  });

  describe('dates', () => {
    on('2026-11-24', [
      ['29/11', '2026-11-29'],
      ['29.11.', '2026-11-29'],
      ['29.11', '2026-11-29'],
      ['3.12.', '2026-12-03'],
      ['29 Nov', '2026-11-29'],
      ['29th of November', '2026-11-29'],
      ['the 29th of this month', '2026-11-29'],
      ['31st of next month', '2026-12-31'],
      ['29 Novemeber', '2026-11-29'],
      ['the 29th', '2026-11-29'],
      ['until 29th', '2026-11-29'],
      ['Sunday 29 November', '2026-11-29'],
      // The 29th is a Sunday.
      ['Monday 29 November', '2026-11-29 or 2026-11-30'],
      ['Mon 29/11', '2026-11-29 or 2026-11-30'],
      ['Friday 4th', '2026-12-04'],
      ['Friday the 5th', '2026-12-04 or 2026-12-05'],
      ['29 February', '2027-02-28 or 2027-03-01'],
      ['29/2', '2027-02-28 or 2027-03-01'],
      ['29 February 2028', 'far'],
      ['31 November', 'none'],
      ['24 November', 'past'],
      // Yesterday was Monday the 23rd; without the weekday, next year's may be meant.
      ['Monday 23 November', 'past'],
      ['23 November', '2027-11-23'],
      ['3 March 2020', 'past'],
    ]);
  });

  describe('the school’s own calendar', () => {
    on('2026-11-24', [
      ['next school day', '2026-11-25'],
      // Friday is an INSET day.
      ['3 school days', '2026-11-30'],
      ['in five school days', '2026-12-02'],
      // Monday 22 February is a closure.
      ['after half term', '2027-02-23'],
      ['after half-term', '2027-02-23'],
      ['before half term', '2027-02-12'],
      ['until half term', '2027-02-12 or 2027-02-23'],
      ['end of half term', '2026-12-18 or 2027-02-23'],
      ['end of term', '2026-12-18'],
      ['the last day of term', '2026-12-18'],
      ['end of next term', '2027-03-25'],
      ['end of the spring term', '2027-03-25'],
      // Monday 4 January is an INSET day.
      ['start of term', '2027-01-05'],
      ['next term', '2027-01-05'],
      ['first day back', '2027-01-05'],
      ['before the holidays', '2026-12-18'],
      ['before we break up', '2026-12-18'],
      ['after Christmas', '2027-01-05'],
      ['after the Christmas holidays', '2027-01-05'],
      ['in the new year', '2027-01-05'],
      ['before Easter', '2027-03-25'],
      ['after the Easter break', '2027-04-12'],
      ['the Monday after half term', '2027-03-01'],
      ['Friday before half term', '2027-02-12'],
      ['two weeks before Christmas', '2026-12-04'],
      ['a week after half term', '2027-03-02'],
      ['end of the Christmas holidays', '2027-01-05'],
      // Nobody has imported the terms of September 2027.
      ['after the summer', 'unknown'],
      ['half term', 'none'],
      ['the Christmas play', 'none'],
    ]);
  });
});

describe('said on Friday 27 November 2026', () => {
  on('2026-11-27', [
    ['Friday', '2026-12-04'],
    // Today may be meant, and is too late: still asked.
    ['this Friday', '2026-12-04'],
    ['next Friday', '2026-12-04'],
    ['next Monday', '2026-11-30'],
    ['end of the week', 'past'],
    ['later this week', 'past'],
  ]);
});

describe('said on Saturday 28 or Sunday 29 November 2026', () => {
  on('2026-11-28', [
    ['end of the week', '2026-12-04'],
    ['next Monday', '2026-11-30 or 2026-12-07'],
  ]);
  on('2026-11-29', [
    ['next Monday', '2026-11-30 or 2026-12-07'],
    ['next Friday', '2026-12-04'],
    ['end of next week', '2026-12-04'],
    ['Friday next week', '2026-12-04'],
  ]);
});

describe('said before, in and at the end of holidays', () => {
  on('2026-10-12', [
    ['after half term', '2026-11-02'],
    ['before the holidays', '2026-10-23 or 2026-12-18'],
    ['after the holidays', '2026-11-02 or 2027-01-05'],
    ['end of half term', '2026-10-23 or 2026-11-02'],
  ]);
  on('2026-10-28', [
    ['after half term', '2026-11-02'],
    ['next school day', '2026-11-02'],
    ['3 school days', '2026-11-04'],
    ['end of term', '2026-12-18'],
  ]);
  on('2026-12-18', [
    ['end of term', 'past'],
    ['start of term', '2027-01-05'],
    ['after Christmas', '2027-01-05'],
  ]);
});

describe('said before a 29 February that there is', () => {
  on('2027-11-24', [['29 February', '2028-02-29']]);
});

it('is in doubt, where it is, even with one day left to offer', () => {
  const read = (text: string) => readDay(text, '2026-11-27T10:00:00.000Z', wholeYear).is;
  expect(read('this Friday')).toBe('several');
  expect(read('26 November')).toBe('several');
  expect(read('next Friday')).toBe('day');
});
