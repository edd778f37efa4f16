import { describe, expect, it } from 'vitest';
import { type ReadDay, readDay } from '../../../src/conversation/dates/read-day.ts';
import { dayWords } from '../../../src/domain/language/days.ts';
import { plusDays } from '../../../src/domain/time.ts';
import { anAction, aSchool, TEACHER } from '../../support/builders.ts';
import { aTalkAbout, standingIn, textOf } from '../talk.ts';

type Reply = Awaited<ReturnType<Awaited<ReturnType<typeof aTalkAbout>>['says']>>;

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

/** What somebody with one action, due on the day before, is shown when they ask for more time with these words. */
async function shownTo(
  text: string,
  now: string,
): Promise<{ readonly snooze: Reply; readonly alone: Reply }> {
  const action = anAction({ due: plusDays(now.slice(0, 10), -1) });
  const talk = await aTalkAbout({ stage: 'acting', actions: [action] }, { now, schools: [wholeYear] });
  return { snooze: await talk.says(TEACHER, `snooze ${text}`), alone: await talk.says(TEACHER, text) };
}

const on = (today: string, rows: readonly (readonly [string, string])[]) => {
  const now = `${today}T10:00:00.000Z`;

  it.each(rows)('“%s” is %s', (text, expected) => {
    const read = readDay(text, now, wholeYear);
    expect(daysOf(read)).toBe(expected);
    // Nothing of it is left over to be taken for the name of an action, or a reason.
    if (read.is !== 'none') expect(read).toMatchObject({ before: '', after: '' });
  });

  const days = rows.filter(([, expected]) => expected.startsWith('2'));
  it.each(days)(
    '“%s” is said back by weekday and date, in a snooze and in its form: %s',
    async (text, expected) => {
      const [day = '', ...others] = expected.split(' or ');
      const { snooze, alone } = await shownTo(text, now);
      for (const one of [day, ...others].filter((each) => each > today)) {
        expect(textOf(snooze)).toContain(dayWords(one));
        // Three letters by themselves are likelier something else than a day: “may”, “sat”.
        if (text.length > 3) expect(textOf(alone)).toContain(dayWords(one));
      }
      // In no doubt, it stands in the form that asks why.
      if (readDay(text, now, wholeYear).is === 'day')
        expect(standingIn(snooze.show)).toMatchObject({ to: day });
    },
  );
};

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
      ['2moro', '2026-11-25'],
      ['in 2 wks', '2026-12-08'],
      ['2wks', '2026-12-08'],
      ['2 wks time', '2026-12-08'],
      ['10 days time', '2026-12-04'],
      ['a month’s time', '2026-12-24'],
      ['a week or so', '2026-12-01'],
      ['in a week or two', '2026-12-01 or 2026-12-08'],
      ['2-3 weeks', '2026-12-08 or 2026-12-15'],
      // No weekend is counted; the INSET day on Friday is.
      ['5 working days', '2026-12-01'],
      ['this time next week', '2026-12-01'],
      ['week tomorrow', '2026-12-02'],
      ['a month today', '2026-12-24'],
      ['2 months today', '2027-01-24'],
      ['a month tomorrow', '2026-12-25'],
      ['two months from now', '2027-01-24'],
      ['a year today', '2027-11-24'],
      // Four weeks after that Friday, or the 27th of the next month.
      ['a month on Friday', '2026-12-25 or 2026-12-27'],
      ['two Fridays from now', '2026-12-04'],
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
      ['weds week', '2026-12-02'],
      ['week Friday', '2026-12-04'],
      ['Mon wk', '2026-12-07'],
      ['Weds next wk', '2026-12-02'],
      ['Monday 3 weeks', '2026-12-21'],
      ['a week next Monday', '2026-12-07'],
      ['next Monday week', '2026-12-07'],
      ['a week next Friday', '2026-12-04 or 2026-12-11'],
      ['Friday next', '2026-11-27 or 2026-12-04'],
      ['Tues next', '2026-12-01'],
      ['nxt Friday', '2026-11-27 or 2026-12-04'],
      ['the following Monday', '2026-11-30 or 2026-12-07'],
      ['Wednesday coming', '2026-11-25'],
      // On it, or by the day before.
      ['before Friday', '2026-11-26 or 2026-11-27'],
      ['first Monday in January', '2027-01-04'],
      ['first thing Monday', '2026-11-30'],
      ['Monday am', '2026-11-30'],
      ['Friday after school', '2026-11-27'],
      ['after school Friday', '2026-11-27'],
      ['close of play Friday', '2026-11-27'],
      ['COP Friday', '2026-11-27'],
      ['by Friday at the latest', '2026-11-27'],
      ['no later than Friday', '2026-11-27'],
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
      ['early December', '2026-12-02 or 2026-12-04'],
      ['end of next wk', '2026-12-04'],
      ['before the end of the week', '2026-11-27'],
      ['midweek', '2026-11-25'],
      ['before the weekend', '2026-11-27'],
      ['after the weekend', '2026-11-30'],
      ['EOM', '2026-11-30'],
      // The week with the month’s first Thursday is its first.
      ['first week of December', '2026-12-01 or 2026-12-04'],
      ['second week in January', '2027-01-11 or 2027-01-15'],
      ['last week of January', '2027-01-25 or 2027-01-29'],
      ['w/c 30 November', '2026-11-30'],
      ['week beginning 30 Nov', '2026-11-30'],
      ['the week of the 7th', '2026-12-07'],
      // Of the calendar’s year, or the school’s.
      ['end of the year', '2026-12-31 or 2027-07-21'],
      ['end of the school year', '2027-07-21'],
    ]);
  });

  describe('dates', () => {
    on('2026-11-24', [
      ['29/11', '2026-11-29'],
      ['29.11.', '2026-11-29'],
      ['29.11', '2026-11-29'],
      ['1.12', '2026-12-01'],
      ['1-12', '2026-12-01'],
      ['01-12', '2026-12-01'],
      ['until 1.12', '2026-12-01'],
      ['until 1-12, please', '2026-12-01'],
      ['1-12-2026', '2026-12-01'],
      ['Friday please', '2026-11-27'],
      ['Friday, please!', '2026-11-27'],
      ['next Tuesday at 5pm pls', '2026-12-01'],
      // A month ago may be meant: the one to come is offered, and asked.
      ['30.10', '2027-10-30'],
      ['3.12.', '2026-12-03'],
      ['3.12.26', '2026-12-03'],
      ['3/12/26', '2026-12-03'],
      ['03/12', '2026-12-03'],
      ['1st Dec', '2026-12-01'],
      ['dec 1', '2026-12-01'],
      ['December the 4th', '2026-12-04'],
      ['December 10', '2026-12-10'],
      ['Dec 10', '2026-12-10'],
      ['until Dec 1', '2026-12-01'],
      ['4-Dec', '2026-12-04'],
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
      ['Monday the 29th of November', '2026-11-29 or 2026-11-30'],
      ['November 29, Monday', '2026-11-29 or 2026-11-30'],
      ['Friday the 4th of December', '2026-12-04'],
      ['Friday 4th', '2026-12-04'],
      ['Thurs 3', '2026-12-03'],
      ['thursday 3rd', '2026-12-03'],
      // The 5th is no Friday: rather a time of day.
      ['Friday at 5', '2026-11-27'],
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
      ['before the end of term', '2026-12-18'],
      ['last week of term', '2026-12-14 or 2026-12-18'],
      ['last Friday of term', '2026-12-18'],
      ['last Friday before Christmas', '2026-12-18'],
      ['the week before xmas', '2026-12-14 or 2026-12-18'],
      ['after the end of term', '2027-01-05'],
      ['end of next term', '2027-03-25'],
      ['end of the spring term', '2027-03-25'],
      // Monday 4 January is an INSET day.
      ['start of term', '2027-01-05'],
      ['next term', '2027-01-05'],
      ['in the new term', '2027-01-05'],
      ['first week of term', '2027-01-05 or 2027-01-08'],
      ['second week of term', '2027-01-11 or 2027-01-15'],
      ['first Friday of term', '2027-01-08'],
      ['when we get back', '2027-01-05'],
      ['first week back', '2027-01-05 or 2027-01-08'],
      ['first Monday back', '2027-01-11'],
      // The next half of the year’s six, or the days off in the middle of a term.
      ['next half term', '2027-01-05 or 2027-02-12'],
      ['start of next half term', '2027-01-05'],
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
      ['the week after half term', '2027-02-23 or 2027-02-26'],
      ['after Feb half term', '2027-02-23'],
      ['before May half term', '2027-05-28'],
      ['after the October half term', 'unknown'],
      ['next INSET day', '2026-11-27'],
      ['after the INSET day', '2026-11-30'],
      ['Christmas Eve', '2026-12-24'],
      ['Boxing Day', '2026-12-26'],
      ['New Year’s Day', '2027-01-01'],
      ['Good Friday', '2027-03-26'],
      ['Easter Monday', '2027-03-29'],
      ['after the bank holiday', '2027-01-05'],
      ['end of the Christmas holidays', '2027-01-05'],
      // Nobody has imported the terms of September 2027.
      ['after the summer', 'unknown'],
      // By its last school day before, or the first after: which is asked.
      ['half term', '2027-02-12 or 2027-02-23'],
      ['half-term', '2027-02-12 or 2027-02-23'],
      ['at half term, please', '2027-02-12 or 2027-02-23'],
      ['May half term', '2027-05-28 or 2027-06-07'],
      ['the summer half term', '2027-05-28 or 2027-06-07'],
      ['until May half term', '2027-05-28 or 2027-06-07'],
      ['the October half term', 'unknown'],
      ['Christmas', '2026-12-18 or 2027-01-05'],
      ['over Easter', '2027-03-25 or 2027-04-12'],
      ['the Easter holidays', '2027-03-25 or 2027-04-12'],
      ['until we break up', '2026-12-18'],
      ['back to school', '2027-01-05'],
      ['until back to school', '2027-01-05'],
      ['when school starts again', '2027-01-05'],
      ['our first day back at school', '2027-01-05'],
      ['when they’re back in school', '2027-01-05'],
      // Friday 27 November has one.
      ['INSET day', '2026-11-27'],
      ['the INSET day', '2026-11-27'],
      ['the next INSET day', '2026-11-27'],
      ['our next inset', '2026-11-27'],
      ['on the training day', '2026-11-27'],
      ['until INSET', '2026-11-27'],
      ['before the INSET day', '2026-11-26'],
      // What an action, a pupil or a play is called.
      ['the Christmas play', 'none'],
      ['half term report', 'none'],
      ['back to school letter', 'none'],
      ['book the training day', 'none'],
      ['Easter', 'none'],
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
    ['before Christmas', 'past'],
  ]);
});

describe('said on the last day before half-term, Friday 12 February 2027', () => {
  // Today is too late: whether the next half-term is meant is asked.
  on('2027-02-12', [
    ['before half term', '2027-05-28'],
    ['the day before half term', '2027-05-28'],
    ['Friday before half term', '2027-05-28'],
    ['until half term', '2027-02-23'],
    ['half term', '2027-02-23'],
    ['before the holidays', '2027-03-25'],
  ]);
  on('2027-02-13', [['before half term', '2027-05-28']]);
  on('2027-02-17', [
    ['before half term', '2027-05-28'],
    ['half term', '2027-02-23 or 2027-05-28'],
  ]);
});

describe('said on Thursday 17 December 2026 of a date that has been', () => {
  on('2026-12-17', [
    // 29 November was a Sunday; next year’s is a Monday, and may be meant.
    ['Monday 29 November', '2027-11-29'],
    ['Mon 29/11', '2027-11-29'],
    ['Monday the 29th of November', '2027-11-29'],
    ['Sunday 29 November', 'past'],
    ['Monday 29 November 2027', '2027-11-29'],
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

it.each([
  ['2027-02-12', 'before half term', 'Fri 28 May 2027'],
  ['2027-02-13', 'before half term', 'Fri 28 May 2027'],
  ['2027-02-12', 'until half term', 'Tue 23 Feb 2027'],
  ['2026-12-17', 'Monday 29 November', 'Mon 29 Nov 2027'],
])('said on %s, “%s” is not taken for one day unasked', async (today, text, day) => {
  expect(readDay(text, `${today}T10:00:00.000Z`, wholeYear).is).toBe('several');
  const { snooze } = await shownTo(text, `${today}T10:00:00.000Z`);
  expect(textOf(snooze)).toContain(`I’m not sure which day you mean. Is it ${day}?`);
});

it('what is no doubt is not asked: in half-term itself, “before half term” is before the next', () => {
  expect(readDay('before half term', '2027-02-17T10:00:00.000Z', wholeYear).is).toBe('day');
});
