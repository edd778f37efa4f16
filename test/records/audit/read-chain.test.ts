import { createSecretKey } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Head, lineAfter, NO_HEAD } from '../../../src/records/audit/chain.ts';
import { mend, readChain, tornIn } from '../../../src/records/audit/read-chain.ts';
import { quickFolder } from '../../support/store.ts';

const key = createSecretKey('a key for a test', 'utf8');
const [MONDAY, TUESDAY] = ['2026-11-23', '2026-11-24'];
let audit = '';
let heads: Head[] = [];
let linesOf: Record<string, string[]> = {};

const path = (day: string) => join(audit, 'oakfield', `${day}.jsonl`);
const write = (day: string, lines: readonly string[], end = '\n') =>
  writeFile(path(day), lines.join('\n') + (lines.length > 0 ? end : ''));

/** Two days of three entries each: 1 to 3 on Monday, 4 to 6 on Tuesday. */
beforeEach(async () => {
  audit = await quickFolder();
  await mkdir(join(audit, 'oakfield'), { recursive: true });
  heads = [NO_HEAD];
  linesOf = {};
  for (const day of [MONDAY, TUESDAY]) {
    linesOf[day] = [];
    for (let n = 0; n < 3; n++) {
      const entry = { who: 'tom', kind: 'viewed', what: `e${heads.length}` } as const;
      const place = { school: 'oakfield', day };
      const next = lineAfter(key, heads.at(-1) ?? NO_HEAD, place, `${day}T09:00:00.000Z`, entry);
      heads.push(next.head);
      linesOf[day]?.push(next.line);
    }
    await write(day, linesOf[day] ?? []);
  }
});

const headAt = (seq: number) => heads[seq] ?? NO_HEAD;
async function read(given: { from?: { head: Head; day: string }; upTo?: number } = {}) {
  const taken: number[] = [];
  const take = (entry: { readonly seq: number }, head: Head) => {
    expect(head.seq).toBe(entry.seq);
    taken.push(entry.seq);
  };
  const done = await readChain('oakfield', { audit, key, ...given, take });
  return { ...done, taken };
}
const faultsOf = ({ faults }: Awaited<ReturnType<typeof read>>) =>
  faults.map(({ day, line, what, detail }) => [day, line, what, detail]);

describe('a chain that is read', () => {
  it('is read from its first entry to its last, also where nobody takes its entries', async () => {
    const all = await read();
    expect(all.taken).toEqual([1, 2, 3, 4, 5, 6]);
    expect([all.head, all.day, all.faults]).toEqual([headAt(6), TUESDAY, []]);
    expect((await readChain('oakfield', { audit, key })).head).toEqual(headAt(6));
  });

  it('is nothing, without a day, where there is none', async () => {
    const none = await readChain('elm', { audit, key });
    expect(none).toEqual({ head: NO_HEAD, day: '', faults: [] });
  });

  it.each([
    [0, MONDAY, [1, 2, 3, 4, 5, 6]],
    [1, MONDAY, [2, 3, 4, 5, 6]],
    [3, MONDAY, [4, 5, 6]],
    [4, TUESDAY, [5, 6]],
    [6, TUESDAY, []],
  ])('is read on from entry %i, which was known', async (seq, day, taken) => {
    const on = await read({ from: { head: headAt(seq), day } });
    expect([on.taken, on.faults, on.head]).toEqual([taken, [], headAt(6)]);
  });

  it('is not read before the day of the entry that is known', async () => {
    await write(MONDAY, ['no entry']);
    const on = await read({ from: { head: headAt(4), day: TUESDAY } });
    expect([on.taken, on.faults]).toEqual([[5, 6], []]);
  });

  it('says so where the entry that is known is there no more, or is another', async () => {
    const other = { ...headAt(4), mac: headAt(5).mac };
    const gone = await read({ from: { head: other, day: TUESDAY } });
    expect(faultsOf(gone)[0]).toEqual([TUESDAY, undefined, 'cut', '4']);
    expect(gone.taken).not.toContain(4);
    await write(TUESDAY, []);
    expect(faultsOf(await read({ from: { head: headAt(5), day: TUESDAY } }))).toEqual([
      [TUESDAY, undefined, 'cut', '5'],
    ]);
    await rm(path(TUESDAY));
    const noDay = await read({ from: { head: headAt(5), day: TUESDAY } });
    expect(faultsOf(noDay)).toEqual([[undefined, undefined, 'cut', '5']]);
    expect(noDay.faults[0]?.chain).toBe('oakfield');
  });

  it('names the line that is at fault, counted from 1', async () => {
    const [first = '', , third = ''] = linesOf[MONDAY] ?? [];
    await write(MONDAY, [first, 'no entry', third]);
    expect(faultsOf(await read())[0]).toEqual([MONDAY, 2, 'unreadable', undefined]);
  });

  it('tells of a line that is none, before and after the entry that is known', async () => {
    const [four = '', five = '', six = ''] = linesOf[TUESDAY] ?? [];
    await write(TUESDAY, ['no entry', four, five, 'none either', six]);
    const on = await read({ from: { head: headAt(5), day: TUESDAY } });
    expect([on.taken, faultsOf(on)]).toEqual([[6], [[TUESDAY, 4, 'unreadable', undefined]]]);
  });

  it('names the line behind a hole, and its last day, of however many', async () => {
    const [four = '', five = '', six = ''] = linesOf[TUESDAY] ?? [];
    await write(TUESDAY, [four, `\0\0${five}`, six]);
    expect(faultsOf(await read())).toEqual([[TUESDAY, 2, 'hole', undefined]]);
    await writeFile(path('2026-11-25'), '');
    expect((await read()).day).toBe('2026-11-25');
  });

  it('passes over a line that is just being written, and no other', async () => {
    const half = (linesOf[TUESDAY]?.[2] ?? '').slice(0, 30);
    const [four = '', five = ''] = linesOf[TUESDAY] ?? [];
    await write(TUESDAY, [four, five, half], '');
    expect(faultsOf(await read({ upTo: 5 }))).toEqual([]);
    expect(faultsOf(await read({ upTo: 6 }))).toEqual([[TUESDAY, 3, 'unreadable', undefined]]);
    expect(faultsOf(await read())).toEqual([[TUESDAY, 3, 'unreadable', undefined]]);
    await write(TUESDAY, [four, five, half]);
    expect(faultsOf(await read({ upTo: 5 }))).toEqual([[TUESDAY, 3, 'unreadable', undefined]]);
    await write(TUESDAY, [four, 'no entry', five, half], '');
    expect(faultsOf(await read({ upTo: 4 }))[0]).toEqual([TUESDAY, 2, 'unreadable', undefined]);
  });
});

describe('the end of a file that a crash left half written', () => {
  it('is cut off and kept beside, each time under a name of its own', async () => {
    expect(await tornIn(path(TUESDAY))).toBeUndefined();
    const whole = await readFile(path(TUESDAY), 'utf8');
    for (const turn of [1, 2, 3]) {
      await writeFile(path(TUESDAY), `${whole}half ${turn}`);
      const torn = await tornIn(path(TUESDAY));
      expect(torn).toEqual({ path: path(TUESDAY), at: whole.length, bytes: 6 });
      const kept = torn && (await mend(torn));
      expect(kept).toBe(`${TUESDAY}.jsonl.cut-${whole.length}-${turn}`);
      expect(await readFile(join(audit, 'oakfield', kept ?? ''), 'utf8')).toBe(`half ${turn}`);
      expect(await readFile(path(TUESDAY), 'utf8')).toBe(whole);
    }
    expect((await read()).faults).toEqual([]);
  });

  it('stays where it can’t be kept beside, as under a name too long for that', async () => {
    const long = join(audit, 'x'.repeat(253));
    await writeFile(long, 'half');
    await expect(mend({ path: long, at: 0, bytes: 4 })).rejects.toMatchObject({ code: 'ENAMETOOLONG' });
    expect(await readFile(long, 'utf8')).toBe('half');
  });
});
