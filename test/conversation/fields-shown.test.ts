import { describe, expect, it } from 'vitest';
import { fieldsShown } from '../../src/conversation/fields-shown.ts';
import type { ScreenName } from '../../src/domain/review/screen-name.ts';
import { press } from '../../src/presentation/buttons.ts';
import type { CardMessage } from '../../src/presentation/message.ts';
import { everyReview } from '../store/every-review.ts';
import { aPupil, aReview, SENCO } from '../support/builders.ts';
import { aTalk, type Talk, textOf } from './talk.ts';

/** Every screen of a review: it does not compile without a new one. */
const SCREENS: Readonly<Record<ScreenName, true>> = {
  status: true,
  'held-early': true,
  agenda: true,
  record: true,
  action: true,
  support: true,
  'my-evidence': true,
  dates: true,
  chase: true,
  pack: true,
  requests: true,
  family: true,
};

/** What somebody wrote: by the field it stands in, each text long enough to stand on a card by no chance. */
function writtenIn(document: object): readonly (readonly [string, string])[] {
  const texts = (part: unknown): readonly string[] => {
    if (typeof part === 'string') return /[a-z] [a-z]/i.test(part) && part.length >= 12 ? [part] : [];
    return typeof part === 'object' && part !== null ? Object.values(part).flatMap(texts) : [];
  };
  return Object.entries(document)
    .filter(([field]) => !['history', 'messages'].includes(field))
    .flatMap(([field, part]) => texts(part).map((text) => [field, text] as const));
}

const fieldsNoted = (talk: Talk) =>
  new Set(talk.noted.at(-1)?.fields?.map((field) => field.split('.')[0] ?? ''));

it('what an entry says of a screen names each field whose words stand there, whichever screen it is', async () => {
  const reviews = everyReview().filter(({ review }) => review.stage !== 'cancelled');
  const talk = await aTalk({
    pupils: reviews.map(({ pupil }) => ({ ...pupil, version: 0 })),
    reviews: reviews.map(({ review }) => ({ ...review, version: 0 })),
  });
  let met = 0;
  for (const name of Object.keys(SCREENS) as ScreenName[])
    for (const { pupil, review } of reviews) {
      const text = textOf(await talk.sends(SENCO, press.show(name, review.id)));
      const noted = fieldsNoted(talk);
      for (const [field, written] of [...writtenIn(review), ...writtenIn(pupil)]) {
        if (!text.includes(written)) continue;
        met += 1;
        expect(noted, `${name}: ${written}`).toContain(field);
      }
    }
  expect(met).toBeGreaterThan(1_000);
});

describe('a field', () => {
  const card = (text: string): readonly CardMessage[] => [
    { card: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text }] } } as unknown as CardMessage,
  ];
  const shown = (text: string, over: Partial<ReturnType<typeof aPupil>> = {}) =>
    fieldsShown(card(text), { pupils: [aPupil(over)], reviews: [] }, '2018-05-01');

  it('is shown where the day in it is, in words, and not where another is that ends as it does', () => {
    const born = { dateOfBirth: '2018-05-03' };
    expect(shown('Born on Thu 3 May 2018', born)).toEqual(['dateOfBirth']);
    expect(shown('The meeting is on Wed 23 May 2018', born)).toEqual([]);
  });

  it('is shown where so many days to it, or since it, are said', () => {
    const born = { dateOfBirth: '2018-05-03' };
    expect(shown('Due in 2 days', born)).toEqual(['dateOfBirth']);
    expect(shown('Due in 12 days', born)).toEqual([]);
    expect(shown('That was today', { dateOfBirth: '2018-05-01' })).toEqual(['dateOfBirth']);
    expect(shown('That was 3 days ago', { dateOfBirth: '2018-04-28' })).toEqual(['dateOfBirth']);
  });

  it('is shown where the beginning of a long text is, whatever marks stand in it', () => {
    const className = 'Hedgehogs, who have moved to the room beside the library for this term';
    expect(shown('\u2068Hedgehogs,\nwho *have* moved to the room beside the …\u2069', { className })).toEqual(
      ['className'],
    );
  });

  it('is not shown by two letters that stand in any text', () => {
    expect(shown('An answer', { className: 'An' })).toEqual([]);
  });

  it('is of the first ten on a list, and never an id', () => {
    const reviews = Array.from({ length: 12 }, (_, n) =>
      aReview({ id: `r${n}`, ref: `Ref-number-${n + 10}` }),
    );
    const list = (ref: string) => fieldsShown(card(`${ref} r11`), { pupils: [], reviews }, '2018-05-01');
    expect(list('Ref-number-19')).toEqual(['ref']);
    expect(list('Ref-number-21')).toEqual([]);
  });
});
