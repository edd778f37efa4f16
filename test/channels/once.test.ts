import { describe, expect, it } from 'vitest';
import { Once, Repeats } from '../../src/channels/once.ts';

const LONG = 'x'.repeat(1_000_000);

/** Does its work for each key, and says how often that was done in all. */
function asked<T>(once: Once<T>, result: T) {
  let done = 0;
  const ask = (key: string) =>
    once.once(key, async () => {
      done += 1;
      return result;
    });
  return { ask, done: () => done };
}

describe('what was done once', () => {
  it('is not done again, also while it is in hand', async () => {
    const { ask, done } = asked(new Once<string>({ most: 10, bytes: 10_000 }), 'saved');
    expect(await Promise.all([ask('a'), ask('a')])).toEqual(['saved', 'saved']);
    expect(await ask('a')).toBe('saved');
    expect(done()).toBe(1);
  });

  it('and failed, or was forgotten, is done again', async () => {
    const once = new Once<string>({ most: 10, bytes: 10_000 });
    await expect(once.once('a', () => Promise.reject(new Error('full')))).rejects.toThrow('full');
    const { ask, done } = asked(once, 'saved');
    await ask('a');
    once.forget('a');
    await ask('a');
    expect(done()).toBe(2);
  });

  it('is remembered up to so many bytes of results, the newest ones', async () => {
    // 5,000 characters are 10,000 bytes: four of them and what notes them go into 50,000, and no fifth.
    const { ask, done } = asked(new Once<string>({ most: 1_000, bytes: 50_000 }), 'x'.repeat(5_000));
    for (const key of ['a', 'b', 'c', 'd', 'e']) await ask(key);
    for (const key of ['b', 'c', 'd', 'e']) await ask(key);
    expect(done()).toBe(5);
    await ask('a');
    expect(done()).toBe(6);
  });

  it('takes no more for names that somebody made as long as they like', async () => {
    const { ask, done } = asked(new Once<string>({ most: 1_000, bytes: 50_000 }), 'saved');
    for (let n = 0; n < 20; n += 1) await ask(`${n}${LONG}`);
    for (let n = 0; n < 20; n += 1) await ask(`${n}${LONG}`);
    expect(done()).toBe(20);
  });

  it('is bounded in number, too', async () => {
    const { ask, done } = asked(new Once<string>({ most: 2, bytes: 50_000 }), 'saved');
    for (const key of ['a', 'b', 'c', 'a']) await ask(key);
    expect(done()).toBe(4);
  });
});

it('what came before is known for a repeat, however long it is, and the oldest is forgotten', () => {
  const repeats = new Repeats(2);
  expect([`a${LONG}`, `a${LONG}`, 'b', 'c', `a${LONG}`].map((one) => repeats.has(one))).toEqual([
    ...[false, true, false, false, false],
  ]);
});
