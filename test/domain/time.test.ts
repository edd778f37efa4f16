import { TZDate } from '@date-fns/tz';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, localDate, plusDays, plusMonths } from '../../src/domain/time.ts';

const two = (n: number) => String(n).padStart(2, '0');

describe('the day it is at school', () => {
  it.each([
    ['in winter, just before midnight', '2026-12-31T23:59:59.999Z', '2026-12-31'],
    ['in winter, at midnight', '2027-01-01T00:00:00.000Z', '2027-01-01'],
    ['in summer, an hour before UTC’s midnight', '2026-07-10T23:00:00.000Z', '2026-07-11'],
    ['in summer, just before that', '2026-07-10T22:59:59.999Z', '2026-07-10'],
    ['on the last evening of winter time', '2027-03-27T23:30:00.000Z', '2027-03-27'],
    ['on the first evening of summer time', '2027-03-28T23:30:00.000Z', '2027-03-29'],
    ['on the last evening of summer time', '2026-10-24T23:30:00.000Z', '2026-10-25'],
    ['on the first evening of winter time', '2026-10-25T23:30:00.000Z', '2026-10-25'],
  ])('%s', (_, instant, day) => {
    expect(localDate(instant)).toBe(day);
  });

  it('is what the clocks of London show, at any moment', () => {
    const moments = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2060-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (moment) => {
        const there = new TZDate(moment.getTime(), 'Europe/London');
        const shown = `${there.getFullYear()}-${two(there.getMonth() + 1)}-${two(there.getDate())}`;
        expect(localDate(moment.toISOString())).toBe(shown);
      }),
    );
  });
});

describe('a day and a span', () => {
  it.each([
    ['no days', plusDays('2026-11-30', 0), '2026-11-30'],
    ['a day over a month’s end', plusDays('2026-11-30', 1), '2026-12-01'],
    ['back over a leap day', plusDays('2028-03-01', -1), '2028-02-29'],
    ['over the end of summer time', plusDays('2026-10-24', 2), '2026-10-26'],
    ['no months', plusMonths('2026-08-31', 0), '2026-08-31'],
    ['six months, to a month’s last day', plusMonths('2026-08-31', 6), '2027-02-28'],
    ['a year from a leap day', plusMonths('2028-02-29', 12), '2029-02-28'],
    ['back a month', plusMonths('2026-03-31', -1), '2026-02-28'],
  ])('%s', (_, reached, day) => {
    expect(reached).toBe(day);
  });

  it('of any number of days is the day so many days away, one by one or all at once', () => {
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: -70, max: 70 }), (moment, span) => {
        const from = moment.toISOString().slice(0, 10);
        const there = new Date(Date.parse(from) + span * 86_400_000).toISOString().slice(0, 10);
        let step = from;
        for (let left = Math.abs(span); left > 0; left--) step = plusDays(step, Math.sign(span));
        expect([plusDays(from, span), step]).toEqual([there, there]);
        expect(daysBetween(from, there)).toBe(span);
      }),
    );
  });
});
