import { Buffer } from 'node:buffer';
import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  checkLine,
  headFrom,
  headInWords,
  lineAfter,
  NO_HEAD,
  readLine,
} from '../../../src/records/audit/chain.ts';

const keyOf = (letter: string) => createSecretKey(Buffer.from(letter.repeat(32)));
const KEY = keyOf('k');
const PLACE = { school: 'oakfield', day: '2026-11-23' };
const AT = '2026-11-23T09:00:00.000Z';
const ENTRY = { who: 'tom@oakfield.sch.uk', kind: 'viewed', what: 'status', pupils: ['p1'] } as const;
const MAC = 'Rn4-_'.padEnd(43, 'x');

describe('a head that is noted elsewhere', () => {
  it('is a number and a mark, and is read as it is written, also with spaces around it', () => {
    expect(headInWords({ seq: 12, mac: MAC })).toBe(`12:${MAC}`);
    expect(headFrom(`12:${MAC}`)).toEqual({ seq: 12, mac: MAC });
    expect(headFrom(` 12:${MAC}\n`)).toEqual({ seq: 12, mac: MAC });
  });

  it.each([
    '',
    '12',
    ':',
    `:${MAC}`,
    '12:',
    `12:${MAC}x`,
    `12:${MAC.slice(1)}`,
    `x12:${MAC}`,
    `12x:${MAC}`,
    `12:${MAC}:3`,
    `12:${MAC.slice(1)}!`,
    `${'1'.repeat(16)}:${MAC}`,
  ])('is none where it is %j', (text) => {
    expect(headFrom(text)).toBeUndefined();
  });
});

describe('a line of the trail', () => {
  const first = lineAfter(KEY, NO_HEAD, PLACE, AT, ENTRY);
  const second = lineAfter(KEY, first.head, PLACE, AT, { ...ENTRY, pupils: ['p2'] });

  it('is JSON that ends with its mark, numbered after the one before', () => {
    expect(NO_HEAD).toEqual({ seq: 0, mac: '' });
    expect(first.head.seq).toBe(1);
    expect(second.head.seq).toBe(2);
    expect(JSON.parse(first.line)).toEqual({ seq: 1, at: AT, ...ENTRY, mac: first.head.mac });
    expect(first.line.endsWith(`,"mac":"${first.head.mac}"}`)).toBe(true);
    expect(first.head.mac).toMatch(/^[\w-]{43}$/);
    expect(readLine(first.line)?.pupils).toEqual(['p1']);
    expect([readLine('{"seq":1}'), readLine('no JSON')]).toEqual([undefined, undefined]);
  });

  it('is as written where it follows the one before in its place, and leads on to itself', () => {
    const read = checkLine(KEY, NO_HEAD, PLACE, first.line);
    expect(read.fault).toBeUndefined();
    expect([read.next, read.entry?.seq]).toEqual([first.head, 1]);
    expect(checkLine(KEY, first.head, PLACE, second.line).next).toEqual(second.head);
  });

  it('has another mark in another school, on another day, with another key, and after another line', () => {
    const other = [
      lineAfter(KEY, NO_HEAD, { ...PLACE, school: 'elm' }, AT, ENTRY),
      lineAfter(KEY, NO_HEAD, { ...PLACE, day: '2026-11-24' }, AT, ENTRY),
      lineAfter(keyOf('o'), NO_HEAD, PLACE, AT, ENTRY),
      lineAfter(KEY, { seq: 0, mac: MAC }, PLACE, AT, ENTRY),
    ].map(({ head }) => head.mac);
    expect(new Set([first.head.mac, ...other]).size).toBe(5);
  });

  it.each([
    ['edited', NO_HEAD, first.line.replace('tom@', 'tim@')],
    ['edited', NO_HEAD, first.line.replace('{"seq"', '{ "seq"')],
    ['edited', NO_HEAD, first.line.replace(`"}`, `" }`)],
    ['removed', NO_HEAD, second.line],
    ['out-of-order', second.head, first.line],
    ['out-of-order', second.head, second.line],
    ['unreadable', NO_HEAD, first.line.slice(0, -1)],
  ])('that is %s is told as that', (fault, head, line) => {
    expect(checkLine(KEY, head, PLACE, line).fault).toBe(fault);
  });

  it('that does not follow is gone on from where it only left a gap, and not where it is old or none', () => {
    expect(checkLine(KEY, NO_HEAD, PLACE, second.line).next).toEqual(second.head);
    expect(checkLine(KEY, second.head, PLACE, first.line).next).toEqual(second.head);
    expect(checkLine(KEY, second.head, PLACE, 'none').next).toEqual(second.head);
  });
});
