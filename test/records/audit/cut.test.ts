import { createSecretKey } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Head, lineAfter } from '../../../src/records/audit/chain.ts';
import type { FileAudit } from '../../../src/records/audit/file-audit.ts';
import { openAudit } from '../../../src/records/audit/open.ts';
import { closedLater } from '../../support/audit.ts';
import { quickFolder } from '../../support/store.ts';

/* Three days of ten entries each; the first is then older than it is kept. */
const DAYS = ['2019-11-25', '2026-11-24', '2026-11-25'] as const;
const A_DAY = 10;
const FROM = '2019-11-26';

let dataDir: string;
let audit: FileAudit;
let now = '';
const heads: Head[] = [];

const path = (day: string, school = 'oakfield') => join(dataDir, 'audit', school, `${day}.jsonl`);
const linesOf = async (day: string) => (await readFile(path(day), 'utf8')).trimEnd().split('\n');
const headOf = (line = ''): Head => {
  const { seq, mac } = JSON.parse(line);
  return { seq, mac };
};
const opened = () =>
  openAudit({ dataDir, key: 'k'.repeat(40), clock: { now: () => now }, files: closedLater() });
const kept = (held: readonly string[] = []) => ({ from: FROM, held: new Set(held) });
const viewed = (pupil: string) =>
  ({ who: 'tom@oakfield.sch.uk', kind: 'viewed', what: 'status', pupils: [pupil] }) as const;
const faultsOf = async (noted?: Head & { readonly chain?: string }) =>
  (await audit.verify(noted)).faults.map(({ what }) => what);

async function cutOff() {
  const [old] = await audit.ageing.old(() => kept());
  return old ? audit.ageing.remove(old, 'bot') : expect.fail('nothing is old');
}

beforeEach(async () => {
  dataDir = join(await quickFolder(), 'data');
  now = '2019-11-25T09:00:00.000Z';
  ({ audit } = await opened());
  for (const day of DAYS)
    for (let n = 0; n < A_DAY; n++) {
      now = `${day}T09:00:00.000Z`;
      audit.record('oakfield', viewed(`p${n}`));
    }
  await audit.durable();
  heads.splice(0);
  for (const day of DAYS) heads.push(...(await linesOf(day)).map(headOf));
  now = '2026-11-26T09:00:00.000Z';
});
const headAt = (seq: number) => heads[seq - 1] ?? expect.fail('there is none');

describe('a trail of which the oldest days are kept no longer', () => {
  it('loses whole days, notes who did it and up to where, and is proved from there on', async () => {
    expect(await audit.ageing.old(() => kept())).toEqual([{ school: 'oakfield', days: [DAYS[0]], of: 3 }]);
    expect(await cutOff()).toBe(true);
    await expect(readFile(path(DAYS[0]), 'utf8')).rejects.toThrow('ENOENT');
    const cut = { ...headAt(10), day: DAYS[0] };
    const entry = { seq: 31, who: 'bot', kind: 'removed', what: 'trail', count: 10, cut };
    expect(JSON.parse((await linesOf('2026-11-26'))[0] ?? '')).toMatchObject(entry);
    const { faults, cuts, entries } = await audit.verify();
    expect([faults, cuts.get('oakfield'), entries.get('oakfield')]).toEqual([[], cut, 21]);
    // The first entry that is kept follows one that is gone, and is believed all the same.
    const seen = await audit.ofPupil('oakfield', 'p0', 0, 10);
    expect([seen.entries.map(({ seq }) => seq), seen.notAsWritten]).toEqual([[21, 11], undefined]);
  });

  it('is opened as any other, with its checkpoint and without', async () => {
    await cutOff();
    await audit.close();
    const next = await opened();
    expect(next.faults).toEqual([]);
    expect((await next.audit.verify()).faults).toEqual([]);
    await next.audit.close();
    await rm(join(dataDir, 'audit', 'checkpoint.json'));
    const again = await opened();
    expect(again.faults.map(({ what }) => what)).toEqual(['no-checkpoint']);
    expect((await again.audit.verify()).faults.map(({ what }) => what)).toEqual(['no-checkpoint']);
    await again.audit.close();
  });

  it('says of a head that was noted before the cut that it is of before what is kept; of the last that went, that it is right', async () => {
    now = '2026-11-25T10:00:00.000Z';
    for (let n = 0; n < 5; n++) audit.record('elm', viewed(`e${n}`));
    now = '2026-11-26T09:00:00.000Z';
    await cutOff();
    expect(await audit.verify(headAt(7))).toMatchObject({ faults: [], before: 'oakfield' });
    expect(await audit.verify(headAt(10))).not.toHaveProperty('before');
    expect(await faultsOf(headAt(10))).toEqual([]);
    expect(await faultsOf(headAt(11))).toEqual([]);
    const other = { ...headAt(11), mac: headAt(12).mac };
    expect(await faultsOf(other)).toEqual(['not-the-head']);
    // Of a number that Elm School still has, it must be said whose it was.
    expect(await faultsOf(headAt(3))).toEqual(['not-the-head']);
    expect(await audit.verify({ ...headAt(3), chain: 'oakfield' })).toMatchObject({
      ...{ faults: [], before: 'oakfield' },
    });
    expect(await faultsOf({ ...headAt(3), chain: 'elm' })).toEqual(['not-the-head']);
  });

  it('keeps what names a child who is on hold, and all since', async () => {
    const [old] = await audit.ageing.old(() => kept(['p3']));
    expect(old).toEqual({ school: 'oakfield', days: [], of: 3, heldFrom: DAYS[0] });
    if (old) await audit.ageing.remove(old, 'bot');
    expect(await linesOf(DAYS[0])).toHaveLength(A_DAY);
  });

  it('does not lose a day that is not as it was written: by it somebody would be found out', async () => {
    const lines = await linesOf(DAYS[0]);
    await writeFile(path(DAYS[0]), `${lines.with(4, (lines[4] ?? '').replace('tom@', 'tim@')).join('\n')}\n`);
    expect(await cutOff()).toBe(false);
    expect(await linesOf(DAYS[0])).toHaveLength(A_DAY);
    expect(await faultsOf()).toEqual(['edited']);
  });

  it('is cut to the end at the next turn where the bot was killed over it', async () => {
    const first = await readFile(path(DAYS[0]), 'utf8');
    await cutOff();
    // Killed when the entry was on disk, and half of what was there gone.
    await writeFile(path(DAYS[0]), first.split('\n').slice(4).join('\n'));
    expect(await faultsOf()).toEqual([]);
    expect(await cutOff()).toBe(true);
    expect(await audit.ageing.old(() => kept())).toEqual([]);
    expect((await audit.verify()).entries.get('oakfield')).toBe(21);
  });
});

// A generator of one's own, so that a failure can be seen again.
let seed = 20261127;
const random = (below: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * below);
};

/** What is made of the lines that are kept, at a place drawn at random, by somebody without the key. */
const WAYS: Readonly<Record<string, (lines: readonly string[], at: number) => readonly string[]>> = {
  'an entry says that somebody else did it': (lines, at) =>
    lines.with(at, (lines[at] ?? '').replace(/"who":"[^"]+"/, '"who":"else@oakfield.sch.uk"')),
  'an entry is gone': (lines, at) => lines.toSpliced(at, 1),
  'more is gone from the beginning': (lines, at) => lines.slice(at + 1),
  'more is gone, and a cut says so that was written without the key': (lines, at) => {
    const cut = { ...headOf(lines[at]), day: DAYS[0] };
    const forged = lineAfter(
      createSecretKey('guessed', 'utf8'),
      headOf(lines.at(-1)),
      { school: 'oakfield', day: '2026-11-26' },
      now,
      { who: 'bot', kind: 'removed', what: 'trail', count: 10, cut },
    );
    return [...lines.slice(at + 1), forged.line];
  },
  'more is gone, and the cut there was says so': (lines, at) =>
    lines.slice(at + 1).map((line) =>
      line.replace(/"cut":\{"seq":\d+,"mac":"[^"]+"/, () => {
        const { seq, mac } = headOf(lines[at]);
        return `"cut":{"seq":${seq},"mac":"${mac}"`;
      }),
    ),
};

describe('a trail that was cut, and then tampered with', () => {
  it.each(Object.entries(WAYS))('is found out at each of 40 places where %s', async (_, tamper) => {
    await cutOff();
    const days = [DAYS[1], DAYS[2], '2026-11-26'];
    const files = await Promise.all(days.map(linesOf));
    const whole = files.flat();
    let found = 0;
    const dayOf = new Map(files.flatMap((lines, n) => lines.map((line) => [headOf(line).seq, days[n]])));
    for (let place = 0; place < 40; place++) {
      const made = tamper(whole, random(whole.length - 1));
      const by = Map.groupBy(made, (line) => dayOf.get(headOf(line).seq) ?? '2026-11-26');
      for (const day of days)
        await writeFile(path(day), (by.get(day) ?? []).map((line) => `${line}\n`).join(''));
      if ((await audit.verify()).faults.length > 0) found += 1;
    }
    expect(found).toBe(40);
  });
});
