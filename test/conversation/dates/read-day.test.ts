import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as dates from '../../../src/conversation/dates/read-day.ts';
import { type Instant, isLocalDate, localDate, plusMonths, weekday } from '../../../src/domain/time.ts';
import { aSchool } from '../../support/builders.ts';

const school = aSchool();
const readDay = (text: string, now: Instant) => dates.readDay(text, now, school);
const dayAlone = (text: string, now: Instant) => dates.dayAlone(text, now, school);

/** A Tuesday. */
const NOW = '2026-11-24T10:00:00.000Z';

describe('a day in words', () => {
  it.each([
    ['tomorrow', '2026-11-25'],
    ['in 2 weeks', '2026-12-08'],
    ['in two weeks', '2026-12-08'],
    ['for a week', '2026-12-01'],
    ['a fortnight', '2026-12-08'],
    ['in a month', '2026-12-24'],
    ['next week', '2026-12-01'],
    ['Friday', '2026-11-27'],
    ['this Friday', '2026-11-27'],
    ['next Monday', '2026-11-30'],
    ['Tuesday', '2026-12-01'],
    ['Friday week', '2026-12-04'],
    ['a week on Friday', '2026-12-04'],
    ['3 December', '2026-12-03'],
    ['3rd Dec', '2026-12-03'],
    ['the 4th', '2026-12-04'],
    ['the 4th of December', '2026-12-04'],
    ['the 31st', '2026-12-31'],
    ['3 January', '2027-01-03'],
    ['2026-12-03', '2026-12-03'],
    ['tomorrow at 5pm', '2026-11-25'],
  ])('is read as of now: %s', (text, day) => {
    expect(readDay(text, NOW)).toEqual({ is: 'day', day, before: '', after: '' });
    expect(readDay(`until ${text}`, NOW)).toMatchObject({ is: 'day', day, before: '' });
  });

  it.each([
    ['3/12', '2026-12-03'],
    ['12/3/27', '2027-03-12'],
    ['03.12.2026', '2026-12-03'],
  ])('has the day before the month: %s', (text, day) => {
    expect(readDay(text, NOW)).toMatchObject({ is: 'day', day });
  });

  it.each([
    ['today', '2026-11-24'],
    ['yesterday', '2026-11-23'],
    ['last Friday', '2026-11-20'],
    ['24 November', '2026-11-24'],
    ['3 March 2020', '2020-03-03'],
    ['3 days ago', '2026-11-21'],
  ])('that is not ahead is known for one: %s', (text, day) => {
    expect(readDay(text, NOW)).toMatchObject({ is: 'past', day });
  });

  it.each(['in 3 years', '3 March 2029'])('that is more than a year away is known for one: %s', (text) => {
    expect(readDay(text, NOW).is).toBe('far');
  });

  it.each([
    ['Monday or Friday', '2026-11-27', '2026-11-30'],
    ['3 Dec to 5 Dec', '2026-12-03', '2026-12-05'],
    ['tomorrow, or on Thursday', '2026-11-25', '2026-11-26'],
    ['until Monday or Tuesday', '2026-11-30', '2026-12-01'],
  ])('is not guessed between two: %s', (text, ...days) => {
    expect(readDay(text, NOW)).toEqual({ is: 'several', days, before: '', after: '' });
  });

  it('among other words keeps them all, when it is not one', () => {
    const text = 'the Monday sheet Friday';
    expect(readDay(text, NOW)).toMatchObject({ is: 'several', before: text, after: '' });
  });

  it.each([
    '',
    'soon',
    'march',
    'until May',
    'half term test',
    '5pm',
    'now',
    '31 November',
    '12',
    '2026-02-30',
  ])('is not found where there is none: “%s”', (text) => {
    expect(readDay(text, NOW)).toEqual({ is: 'none' });
  });

  it('leaves the words around it', () => {
    const found = readDay('the Monday sheet until Friday because 2 weeks of illness', NOW);
    expect(found).toEqual({
      is: 'day',
      day: '2026-11-27',
      before: 'the Monday sheet',
      after: 'because 2 weeks of illness',
    });
  });

  it('is reckoned from the day it is at school, not where the machine is', () => {
    expect(readDay('tomorrow', '2026-07-01T23:30:00.000Z')).toMatchObject({ day: '2026-07-03' });
    expect(readDay('tomorrow', '2026-11-24T23:30:00.000Z')).toMatchObject({ day: '2026-11-25' });
    // Both nights on which clocks change.
    expect(readDay('in 1 day', '2026-10-25T00:30:00.000Z')).toMatchObject({ day: '2026-10-26' });
    expect(readDay('in 1 day', '2027-03-28T00:30:00.000Z')).toMatchObject({ day: '2027-03-29' });
  });

  it.each(['tomorrow', 'in 2 weeks', 'next Monday', 'until Friday', '3/12', 'Friday please', '3.12', '3-12'])(
    'and nothing else is an answer by itself: %s',
    (text) => {
      expect(dayAlone(text, NOW).is).toBe('day');
    },
  );

  it.each([
    'may',
    'sat',
    'sun',
    'now',
    '5pm',
    'the laptop on Friday',
    'please',
    '1.30',
    '12-13',
    'I sat down',
  ])('is not taken for one among other words, nor in three letters: %s', (text) => {
    expect(dayAlone(text, NOW)).toEqual({ is: 'none' });
  });
});

const word = fc.constantFrom(
  ...(
    'until till next last this in on the a 2 14 3/12 2/30 29.11. week weeks days months years ago Friday mon wensday tomorrow today ' +
    'fortnight December march 31st at 5pm noon and to because : - 99999999999 end start mid of before after half term school ' +
    'Christmas holidays Feb 29'
  ).split(' '),
);
const phrase = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
const anyText = fc.oneof(phrase, fc.string({ unit: 'grapheme', maxLength: 300 }));
const anyTime = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString());

describe('whatever is typed, whenever', () => {
  it('a day understood, or offered, is real, ahead, and within a year', () => {
    fc.assert(
      fc.property(anyText, anyTime, (text, now) => {
        const read = readDay(text, now);
        const days = read.is === 'day' ? [read.day] : read.is === 'several' ? read.days : [];
        expect(days.length).toBeLessThanOrEqual(5);
        for (const day of days) {
          expect(isLocalDate(day)).toBe(true);
          expect(day > localDate(now)).toBe(true);
          expect(day <= plusMonths(localDate(now), 12)).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('the same words at any time of the same day say the same', () => {
    fc.assert(
      fc.property(anyText, anyTime, fc.nat(11), (text, now, hour) => {
        const morning = `${now.slice(0, 10)}T08:00:00.000Z`;
        const later = `${now.slice(0, 10)}T${String(8 + hour).padStart(2, '0')}:59:00.000Z`;
        expect(readDay(text, later)).toEqual(readDay(text, morning));
      }),
      { numRuns: 500 },
    );
  });

  it('a weekday is the next of its name', () => {
    const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
    fc.assert(
      fc.property(fc.nat(6), anyTime, (at, now) => {
        const read = readDay(`until ${names[at]}`, now);
        if (read.is !== 'day') return expect.fail(`${names[at]} was not read`);
        expect(weekday(read.day)).toBe(at);
        const days = (Date.parse(read.day) - Date.parse(localDate(now))) / 86_400_000;
        expect(days).toBeGreaterThanOrEqual(1);
        expect(days).toBeLessThanOrEqual(7);
      }),
    );
  });

  it('is looked for in the first 400 characters, however long the text', () => {
    const words = 'it has not come yet '.repeat(1000);
    const ending = (at: number) => readDay(`${words.slice(0, at - ' Friday'.length)} Friday ${words}`, NOW);
    expect(ending(400)).toMatchObject({ is: 'day', day: '2026-11-27' });
    expect(ending(407)).toEqual({ is: 'none' });
  });
});
