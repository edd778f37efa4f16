import { beforeAll, describe, expect, it } from 'vitest';
import { instantAt, localDate, localTime } from '../../src/domain/time.ts';
import { beginTerm, PUPILS, type Term, WHO } from './a-term.ts';
import { HAPPENS } from './what-happens.ts';

/*
 * A term of ten pupils' reviews through the real conversation and the real worker: from September, when they are overdue
 * or due, to January, when the last is closed and each stands in the list for its next. Who is told what and when is
 * written down below by hand, from the policy: 7 and 2 school days before, on the day, and on Tuesdays and Thursdays while
 * overdue; all at 08:00.
 */
/** On which days each person is sent a digest: month by month, by hand. */
const DIGESTS: Readonly<Record<keyof typeof WHO, string>> = {
  // Of meetings to hold, of Fay's action while it had no owner, and that Bo left: the next morning, and twice a week until half-term.
  SENCO: `09: 07 08 11 14 15 16 17 18 22 24 25 29
          10: 02 05 06 08 12 14 19 20 22
          11: 04 06 10 11 13 18 20`,
  LEADER: '',
  TOM: `09: 21 23 28 30
        10: 14 21 23
        11: 03 05 06 10 11 12 18 20 24
        12: 02 04 09 16 18
        01: 05 07`,
  ANN: `09: 24 30
        10: 01 05 06 07 08 09 13
        11: 11 13 19 26 30`,
  BO: '10: 13 15',
};

function daysOf(months: string): string[] {
  return months
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const [month = '', days = ''] = line.split(':').map((part) => part.trim());
      const year = month === '01' ? '2027' : '2026';
      return days.split(' ').map((day) => `${year}-${month}-${day}`);
    });
}

const IS_DIGEST = /^SEND reviews: \d+ things?\b/;
const someOf = (term: Term, to: string, shown: RegExp) =>
  term.sent.filter((one) => one.to === to && shown.test(one.shown));
const daysSent = (some: Term['sent']) => some.map(({ at }) => localDate(at));

let term: Term;
beforeAll(async () => {
  term = await beginTerm();
  await term.senco.type('review due');
  await term.senco.sees('4 overdue, 6 due now.');
  for (const [date, time, what] of HAPPENS) {
    await term.until(date, time);
    await what(term);
  }
});

describe('a term of ten reviews', () => {
  it.each(Object.keys(WHO) as (keyof typeof WHO)[])('reminds %s on just these days', (name) => {
    expect(daysSent(someOf(term, WHO[name], IS_DIGEST))).toEqual(daysOf(DIGESTS[name]));
  });

  it('reminds at 08:00, in summer time and after it', () => {
    const digests = term.sent.filter(({ shown }) => IS_DIGEST.test(shown));
    expect(new Set(digests.map(({ at }) => localTime(at)))).toEqual(new Set(['08:00']));
    expect(new Set(digests.map(({ at }) => at.slice(11, 16)))).toEqual(new Set(['07:00', '08:00']));
  });

  it('says nothing in the evening, at the weekend, in half-term, or in the holidays', () => {
    expect(term.sent.length).toBeGreaterThan(100);
    for (const { at } of term.sent) {
      expect(localTime(at) >= '08:00' && localTime(at) < '17:00', at).toBe(true);
      const date = localDate(at);
      expect([0, 6], at).not.toContain(new Date(`${date}T12:00:00Z`).getUTCDay());
      expect(date >= '2026-10-24' && date <= '2026-11-01', at).toBe(false);
      expect(date >= '2026-12-19' && date <= '2027-01-04', at).toBe(false);
    }
  });

  it('asks each colleague once for each pupil, on the next school morning', () => {
    const asked = ['2026-09-07', '2026-09-21', '2026-11-02'].flatMap((day, index) =>
      Array.from({ length: index === 0 ? 4 : 3 }, () => instantAt(day, '08:00')),
    );
    for (const who of [WHO.TOM, WHO.ANN]) {
      expect(someOf(term, who, /^Your evidence is asked for/).map(({ at }) => at)).toEqual(asked);
    }
  });

  it('gives each owner their actions, and what was met on in the evening the next school morning', () => {
    const given = (who: string) => daysSent(someOf(term, who, /^A new action for you/));
    expect(given(WHO.TOM)).toEqual(
      daysOf(`09: 16 17
              10: 06 14 21
              11: 23 30`),
    );
    expect(given(WHO.ANN)).toEqual(
      daysOf(`09: 22 24
              11: 11 13`),
    );
    expect(given(WHO.BO)).toEqual(['2026-10-08']);
  });

  it('shares each record once with each colleague it concerns', () => {
    for (const who of [WHO.TOM, WHO.ANN]) {
      expect(someOf(term, who, /^The record of review \w+$/)).toHaveLength(10);
    }
    expect(someOf(term, WHO.BO, /record/)).toEqual([]);
  });

  it('tells the SENCO when all have answered, of what is nobody’s, and of each review that closes', () => {
    expect(someOf(term, WHO.SENCO, /^All the evidence is in/)).toHaveLength(10);
    expect(daysSent(someOf(term, WHO.SENCO, /is closed$/))).toEqual(
      daysOf(`09: 24 30
              10: 09 14
              11: 05 13 13 25
              12: 04
              01: 08`),
    );
    expect(daysSent(someOf(term, WHO.SENCO, /needs a new owner/))).toEqual(['2026-11-30']);
  });

  it('says nothing more to somebody who has left', () => {
    expect(term.sent.filter(({ to, at }) => to === WHO.BO && at > '2026-10-18')).toEqual([]);
  });

  it('closes every review, and owes nobody anything', async () => {
    const reviews = await term.store().reviewsOf('oakfield');
    expect(reviews.map(({ stage }) => stage)).toEqual(PUPILS.map(() => 'closed'));
    const states = reviews.flatMap(({ messages }) => messages.map(({ state }) => state.is));
    expect(new Set(states)).toEqual(new Set(['sent']));
  });

  it('shows each pupil where their next review stands', async () => {
    await term.senco.type('review due');
    await term.senco.sees('6 due now, 4 coming up.');
    const next = {
      Ada: 'Tue 16 Mar 2027',
      Ben: 'Wed 17 Mar 2027',
      Cal: 'Mon 22 Mar 2027',
      Dee: 'Wed 24 Mar 2027',
      Eli: 'Tue 6 Apr 2027',
      Fay: 'Thu 8 Apr 2027',
      Gus: 'Wed 14 Apr 2027',
      Hal: 'Mon 10 May 2027',
      Ivy: 'Thu 13 May 2027',
      Joy: 'Thu 20 May 2027',
    };
    const row = ([name, day]: readonly [string, string]) => `${name} Example[^\\n]* due ${day}`;
    const rows = Object.entries(next).map(row);
    await term.senco.sees(new RegExp(rows.join('[^]*')));
  });
});
