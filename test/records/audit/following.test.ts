import { Buffer } from 'node:buffer';
import { createSecretKey } from 'node:crypto';
import { expect, it } from 'vitest';
import { type Head, lineAfter, NO_HEAD, readLine } from '../../../src/records/audit/chain.ts';
import { Following } from '../../../src/records/audit/following.ts';

const KEY = createSecretKey(Buffer.from('k'.repeat(32)));
const PLACE = { school: 'oakfield', day: '2026-11-23' };
const AT = '2026-11-23T09:00:00.000Z';

/** A line that is sealed to what stands before it, and where the chain then stands. */
function lineTo(head: Head, what = 'status') {
  const { line, head: next } = lineAfter(KEY, head, PLACE, AT, { who: 'bot', kind: 'viewed', what });
  return { line: line.trimEnd(), head: next };
}

/** The lines of five entries that were written one after the other. */
function fiveLines(): readonly [string, string, string, string, string] {
  let head = NO_HEAD;
  const next = () => {
    const made = lineTo(head);
    head = made.head;
    return made.line;
  };
  return [next(), next(), next(), next(), next()];
}

const [ONE, TWO, THREE, FOUR, FIVE] = fiveLines();

/** Of each line: what is wrong with it, or else its number. */
function told(...lines: readonly string[]) {
  const following = new Following(KEY, NO_HEAD);
  return lines.map((line) => {
    const { fault, entry } = following.take(PLACE, line);
    return fault ?? entry?.seq;
  });
}

it('lines behind a gap are followed as soon as one of them is sealed to another, and the gap is told once', () => {
  expect(told(ONE, FOUR, FIVE)).toEqual([1, 'removed', 5]);
});

it('an edit behind a gap is told as an edit', () => {
  expect(told(ONE, FOUR, FIVE.replace('status', 'record'))).toEqual([1, 'removed', 'edited']);
});

it('lines behind a gap that change places are each told as not following', () => {
  expect(told(ONE, FOUR, THREE)).toEqual([1, 'removed', 'removed']);
});

it('a line that stands for a second time is no beginning to follow from', () => {
  expect(told(ONE, TWO, ONE, TWO, THREE)).toEqual([1, 2, 'out-of-order', 'out-of-order', 3]);
});

it('another second entry, with its own third, is not followed, though both are sealed', () => {
  const first = readLine(ONE) ?? expect.fail();
  const other = lineTo({ seq: 1, mac: first.mac }, 'record');
  const third = lineTo(other.head, 'record');
  expect(told(ONE, TWO, other.line, third.line)).toEqual([1, 2, 'out-of-order', 'edited']);
});
