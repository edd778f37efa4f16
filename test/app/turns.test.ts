import { describe, expect, it } from 'vitest';
import { Turns } from '../../src/app/turns.ts';

/** Pieces of work that a test ends one by one, and the names of those begun. */
function pieces(names: string) {
  const begun: string[] = [];
  const ends = new Map([...names].map((name) => [name, Promise.withResolvers<string>()]));
  const work = (name: string) => () => {
    begun.push(name);
    return ends.get(name)?.promise ?? Promise.reject(new Error('no such piece'));
  };
  return { begun, work, ends };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('do one after the other under a key, though one fails, and side by side under two', async () => {
    const { begun, work, ends } = pieces('abz');
    const turns = new Turns();
    const first = turns.take('1', work('a'));
    const second = turns.take('1', work('b'));
    const other = turns.take('2', work('z'));
    await settled();
    expect(begun).toEqual(['a', 'z']);
    ends.get('a')?.reject(new Error('failed'));
    await expect(first).rejects.toThrow('failed');
    await settled();
    expect(begun).toEqual(['a', 'z', 'b']);
    let ended = false;
    const all = turns.ended().then(() => {
      ended = true;
    });
    ends.get('z')?.resolve('z');
    await other;
    await settled();
    expect(ended).toBe(false);
    ends.get('b')?.resolve('b');
    await all;
    expect(await second).toBe('b');
  });
});
