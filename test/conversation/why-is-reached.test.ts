import { expect, it } from 'vitest';
import type { Reply } from '../../src/channels/channel.ts';
import type { ScreenName } from '../../src/domain/review/screen-name.ts';
import { press } from '../../src/presentation/buttons.ts';
import { everyReview } from '../store/every-review.ts';
import { SENCO } from '../support/builders.ts';
import { aTalk, textOf, titlesOf } from './talk.ts';

const NAMES = [
  'status',
  'agenda',
  'record',
  'dates',
  'pack',
  'chase',
  'requests',
] as const satisfies ScreenName[];

it('on a screen that leaves its reasons out, “Why” brings them, in its place, and “Without reasons” takes them away', async () => {
  const reviews = everyReview();
  const talk = await aTalk({
    pupils: reviews.map(({ pupil }) => ({ ...pupil, version: 0 })),
    reviews: reviews.map(({ review }) => ({ ...review, version: 0 })),
  });
  const explains = async (short: Reply) => {
    if (!titlesOf(short).includes('Why')) return false;
    expect(short.show).not.toHaveProperty('inFull');
    const full = await talk.presses(SENCO, short, 'Why');
    expect(full.kind).toBe('replace');
    expect(textOf(full).length).toBeGreaterThan(textOf(short).length);
    expect(titlesOf(full)).toContain('Without reasons');
    return true;
  };
  // Of each screen the first review that has something to explain there.
  for (const name of NAMES) {
    let isMet = false;
    for (const { review } of reviews)
      isMet ||= await explains(await talk.sends(SENCO, press.show(name, review.id)));
    expect(isMet, name).toBe(true);
  }
  expect(await explains(await talk.says(SENCO, 'guide'))).toBe(true);
});
