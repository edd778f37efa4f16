import { describe, expect, it } from 'vitest';
import { WaitingFiles } from '../../src/channels/private-file.ts';

const FILE = { name: 'record-1.html', type: 'text/html', bytes: new Uint8Array([1]) };

/** Files that wait, by a stopwatch that the test moves. */
function waiting() {
  let now = 0;
  const files = new WaitingFiles(() => now);
  return { files, minutes: (count: number) => (now += count * 60_000) };
}

describe('a file that waits to be fetched', () => {
  it('is given once, to the one it waits for', () => {
    const { files } = waiting();
    files.put('key', 'jo', FILE);
    expect(files.take('key', 'al')).toBeUndefined();
    expect(files.take('other', 'jo')).toBeUndefined();
    expect(files.take('key', 'jo')).toBe(FILE);
    expect(files.take('key', 'jo')).toBeUndefined();
  });

  it('is kept for ten minutes', () => {
    const { files, minutes } = waiting();
    files.put('early', 'jo', FILE);
    minutes(9.9);
    files.put('late', 'jo', FILE);
    minutes(0.1);
    expect(files.take('early', 'jo')).toBeUndefined();
    expect(files.take('late', 'jo')).toBe(FILE);
  });

  it('gives way, of fifty, to a newer one', () => {
    const { files } = waiting();
    for (let n = 0; n <= 50; n++) files.put(`key-${n}`, `jo-${n}`, FILE);
    expect(files.take('key-0', 'jo-0')).toBeUndefined();
    expect(files.take('key-1', 'jo-1')).toBe(FILE);
    expect(files.take('key-50', 'jo-50')).toBe(FILE);
  });

  it('gives way to a newer one of the same person alone, however often they ask', () => {
    const { files } = waiting();
    files.put('hers', 'al', FILE);
    for (let n = 0; n < 60; n++) files.put(`key-${n}`, 'jo', FILE);
    expect(files.take('hers', 'al')).toBe(FILE);
    expect(files.take('key-53', 'jo')).toBeUndefined();
    expect(files.take('key-54', 'jo')).toBe(FILE);
    expect(files.take('key-59', 'jo')).toBe(FILE);
  });
});
