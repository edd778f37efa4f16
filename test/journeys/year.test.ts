import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type LocalDate, localDate, localTime } from '../../src/domain/time.ts';
import { SENCO } from '../support/builders.ts';
import { DOWN, isSchool } from './year-calendar.ts';
import { AWAY, LEADERS, LEAVER } from './year-facts.ts';
import { playYear, type Year } from './year-play.ts';
import { differences } from './year-received.ts';

// Some seconds; many more on a machine that is busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

/*
 * A school year, from September to July, of two hundred pupils' reviews and forty staff: answers of every kind on days left
 * to (seeded) chance, somebody away for three weeks, somebody who leaves, and three mornings on which the bot is down. What
 * each digest says is read off its card, and held against an oracle that knows the policy in words and what people did,
 * and none of the bot's own rules.
 */
let year: Year;
beforeAll(async () => {
  year = await playYear();
});

const digests = () => year.sent.filter(({ digest }) => digest);
const daysOf = (who: string) => digests().flatMap(({ to, at }) => (to === who ? localDate(at) : []));
const between = (days: readonly LocalDate[], from: LocalDate, to: LocalDate) =>
  days.filter((day) => from <= day && day < to);

describe('a school year of two hundred reviews', () => {
  it('brings everybody just the digests, with just the things, that the policy says', () => {
    expect(year.wrong.slice(0, 20).join('\n')).toBe('');
    expect(year.wrong).toHaveLength(0);
  });

  it('has much of everything in it', () => {
    expect(digests().length).toBeGreaterThan(1_500);
    expect(new Set(digests().map(({ to }) => to)).size).toBe(40);
    for (const what of ['done', 'time', 'not-mine', 'cannot', 'never', 'evidence', 'views', 'meeting']) {
      expect(year.life.done[what], what).toBeGreaterThan(20);
    }
    for (const person of [SENCO, ...LEADERS]) {
      const told = year.expected.flatMap(({ of }) => of.get(person)?.late ?? []);
      expect(told.length, person).toBeGreaterThan(50);
    }
  });

  it('brings digests at 08:00 by the school’s clock, in summer time and in winter', () => {
    expect(new Set(digests().map(({ at }) => localTime(at)))).toEqual(new Set(['08:00']));
    const hours = (from: LocalDate, to: LocalDate) =>
      new Set(digests().flatMap(({ at }) => (from <= at && at < to ? at.slice(11, 16) : [])));
    expect(hours('2026-09-01', '2026-10-25')).toEqual(new Set(['07:00']));
    expect(hours('2026-10-25', '2027-03-28')).toEqual(new Set(['08:00']));
    expect(hours('2027-03-28', '2027-08-01')).toEqual(new Set(['07:00']));
  });

  it('brings nothing at all on a day without school, and no second digest on any', () => {
    for (const { at } of year.sent) expect(isSchool(localDate(at)), at).toBe(true);
    const keys = digests().map(({ to, at }) => `${to} ${localDate(at)}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('leaves alone who is away, and who has left', () => {
    const away = daysOf(AWAY.who);
    expect(between(away, '2026-09-01', AWAY.from).length).toBeGreaterThan(0);
    expect(between(away, AWAY.from, AWAY.until)).toEqual([]);
    expect(away).toContain(AWAY.until);
    const left = daysOf(LEAVER.who);
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter((day) => day > LEAVER.on)).toEqual([]);
  });

  it('catches up on the first school day that the bot is back', () => {
    const people = (day: LocalDate) => year.expected.find((one) => one.day === day)?.of.size ?? 0;
    for (const day of DOWN) expect(year.sent.filter(({ at }) => localDate(at) === day)).toEqual([]);
    // A Thursday after two mornings missed, and the first day after Easter.
    expect(people('2026-11-12')).toBeGreaterThan(10);
    expect(people('2027-04-12')).toBeGreaterThan(10);
  });

  it('would tell, if a digest came on a day when it should not, did not come, or said something else', () => {
    const one = year.expected.find(({ of }) => of.size > 3) ?? expect.fail('no such day');
    const [[who, must] = expect.fail('nobody')] = one.of;
    const rows = ['Your action: A9999'];
    const said = { notification: '', groups: [rows], rows, moreOwn: 0, moreLate: 0 };
    const tell = (received: readonly (typeof said)[]) =>
      differences(one.day, new Map([[who, must]]), new Map([[who, received]]));
    expect(tell([]).join()).toContain(`${one.day} ${who}: nothing came; expected `);
    expect(tell([said]).join()).toMatch(/lists Your action: A9999.*lacks /);
    expect(differences(one.day, new Map(), new Map([[who, [said]]]))).toEqual([
      `${one.day} ${who}: came, but should not: Your action: A9999`,
    ]);
  });
});
