import { beforeAll, describe, expect, it } from 'vitest';
import { localDate, localTime } from '../../src/domain/time.ts';
import { expectTheAnnualEffects, KEPT_ANNUAL } from './annual-effects.ts';
import { annualReview } from './annual-story.ts';
import { named, theReview } from './effects.ts';
import { type SchoolAtNoChat, schoolAtNoChat } from './no-chat.ts';

/*
 * On which days each is reminded, by hand from the policy: 7 and 2 school days before, on the day, and on Tuesdays and
 * Thursdays while overdue. What is due in the holidays (the decision, on 1 January) is reminded of as if it were due on
 * the last school day before them.
 */
const DIGESTS = {
  'Priya Shah': [
    // The advice to be sent round by 20 November; all advice to be there by the 17th; again, as it was not sent yet.
    ...['2026-11-11', '2026-11-13', '2026-11-18'],
    // Views and the meeting, on 4 December.
    ...['2026-11-25', '2026-12-02', '2026-12-04'],
    // The report by 18 December, which goes on the 10th; the decision by 1 January.
    ...['2026-12-09', '2026-12-16', '2026-12-18'],
    // The decision, overdue over the holidays, on Tuesdays and Thursdays: not on Monday the 4th, when the first message of the
    // half-term says whose parents are to be met and no more.
    ...['2027-01-05', '2027-01-07', '2027-01-12'],
    // The parents' answer by 25 January, recorded on that day; the final plan by 26 February, after half-term.
    ...['2027-01-14', '2027-01-21', '2027-01-25', '2027-02-10', '2027-02-22', '2027-02-24'],
  ],
  'Ruth Adeyemi': ['2027-01-15', '2027-01-22', '2027-01-26'],
  'Janet Holroyd': [],
  'Helen Whitaker': [],
} as const;

let school: SchoolAtNoChat;
beforeAll(async () => {
  school = await schoolAtNoChat();
  await annualReview(school);
});

describe('an annual review, from due to closed, in which the plan is amended', () => {
  it('had its effects, each once', async () => {
    expectTheAnnualEffects(await theReview(school.store, school.school));
  });

  it.each(Object.entries(DIGESTS))('reminded %s on just these days, at eight', (name, days) => {
    const email = school.school.staff.find((one) => one.name === name)?.email;
    const digests = school.sent.filter(({ to, shown }) => to === email && /^SEND reviews: \d+/.test(shown));
    expect(digests.map(({ at }) => localDate(at))).toEqual(days);
    expect(new Set(digests.map(({ at }) => localTime(at)))).toEqual(new Set(days.length ? ['08:00'] : []));
  });

  it('showed staff what they are to carry out, and the leader all of it', () => {
    const read = (name: string) => school.player(name).reads().join('\n');
    for (const name of ['Ruth Adeyemi', 'Janet Holroyd']) {
      expect(KEPT_ANNUAL.filter((text) => read(name).includes(text))).toEqual([]);
      expect(read(name)).toContain('Once a week, on Tuesdays');
      expect(read(name)).toContain('She drew the sandpit and two friends.');
    }
    expect(read('Janet Holroyd')).not.toContain('greets everybody by name at the door');
    expect(read('Helen Whitaker')).toContain(
      'Last year it said regular therapy, as required, and there was none.',
    );
    expect(read('Mei Chan')).toBe('');
  });

  it('named no pupil where a locked phone shows it', async () => {
    const pupils = await school.store.pupilsOf(school.school.id);
    expect(school.sent.length).toBeGreaterThan(30);
    expect(school.sent.flatMap(({ shown }) => named(shown, pupils))).toEqual([]);
  });
});
