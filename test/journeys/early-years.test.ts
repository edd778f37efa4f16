import { beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../src/domain/time.ts';
import { expectTheEarlyYearsEffects } from './early-years-effects.ts';
import { earlyYearsReview } from './early-years-story.ts';
import { inEveryChat } from './in-chats.ts';
import { type SchoolAtNoChat, schoolAtNoChat } from './no-chat.ts';

/** By hand: 7 and 2 school days before, on the day, and on Tuesdays and Thursdays while overdue. */
const DIGESTS = {
  // Views and the meeting, on 1 December.
  'Priya Shah': ['2026-11-20', '2026-11-27', '2026-12-01'],
  // Her action, of the 8th. The evidence of 24 November is asked for on the 10th, and comes on the 17th.
  'Mei Chan': ['2026-11-13', '2026-12-04', '2026-12-08'],
  'Janet Holroyd': ['2026-11-13'],
} as const;

let school: SchoolAtNoChat;
beforeAll(async () => {
  school = await schoolAtNoChat();
  await earlyYearsReview(school);
});

describe('a review of a nursery child’s plan, from overdue to closed', () => {
  it('had its effects, each once, and a new one was begun six weeks after', async () => {
    await expectTheEarlyYearsEffects(school.store, school.school);
  });

  it('offers the last day the next one is due by for its meeting, which is taken as it stands', async () => {
    const next = (await school.store.reviewsOf(school.school.id)).find(({ stage }) => stage === 'gathering');
    expect(next?.meeting?.date).toBe('2027-01-26');
    expect(next?.evidence.map(({ dueBy }) => dueBy)).toContain('2027-01-19');
  });

  it.each(Object.entries(DIGESTS))('reminded %s on just these days', (name, days) => {
    const email = school.school.staff.find((one) => one.name === name)?.email;
    const digests = school.sent.filter(({ to, shown }) => to === email && /^SEND reviews: \d+/.test(shown));
    expect(digests.map(({ at }) => localDate(at))).toEqual(days);
  });

  it('spoke of a child at nursery, with targets, to everybody', () => {
    const read = ['Priya Shah', 'Mei Chan', 'Janet Holroyd'].flatMap((name) => school.player(name).reads());
    const ofIsla = read.filter((text) => text.includes('Isla MacLeod · Early years plan'));
    expect(ofIsla.length).toBeGreaterThan(5);
    const others = /\b(pupil|school|teach(es)?|outcome [0-9]|supply teacher)\b/i;
    expect(ofIsla.filter((text) => others.test(text))).toEqual([]);
  });
});

describe('the same in a chat', () => {
  inEveryChat({
    tell: earlyYearsReview,
    effects: expectTheEarlyYearsEffects,
    installed: ['Mei Chan', 'Janet Holroyd'],
  });
});
