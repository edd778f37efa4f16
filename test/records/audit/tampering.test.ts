import { createSecretKey } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { headInWords, lineAfter, NO_HEAD } from '../../../src/records/audit/chain.ts';
import type { FileAudit } from '../../../src/records/audit/file-audit.ts';
import { openAudit } from '../../../src/records/audit/open.ts';
import { closedLater } from '../../support/audit.ts';
import { quickFolder } from '../../support/store.ts';

/*
 * Somebody with the files, and without the key, changes the trail in every way there is, at 200 places each drawn at random; whoever
 * verifies it hears of each.
 */

const DAYS = ['2026-11-23', '2026-11-24', '2026-11-25'];
const A_DAY = 30;
const PLACES = 200;
const ALL = DAYS.length * A_DAY;

let dataDir: string;
let audit: FileAudit;
let now = '';

// A generator of one's own, so that a failure can be seen again.
let seed = 20261126;
const random = (below: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * below);
};

const path = (day: string) => join(dataDir, 'audit', 'oakfield', `${day}.jsonl`);
const linesOf = async (day: string) => (await readFile(path(day), 'utf8')).trimEnd().split('\n');

beforeAll(async () => {
  dataDir = join(await quickFolder(), 'data');
  ({ audit } = await openAudit({
    dataDir,
    key: 'k'.repeat(40),
    clock: { now: () => now },
    files: closedLater(),
  }));
  for (const day of DAYS)
    for (let n = 0; n < A_DAY; n++) {
      now = `${day}T09:00:00.000Z`;
      audit.record('oakfield', {
        ...{ who: `t${n % 7}@oakfield.sch.uk`, chat: 'teams', kind: n % 3 === 0 ? 'changed' : 'viewed' },
        ...{ what: 'status', pupils: [`p${n}`], reviews: [`r${n}`], fields: ['evidence'] },
      });
    }
  await audit.durable();
});

type Lines = readonly string[];
/** What is made of all lines, at a place drawn at random; each stays in the file of its day. */
type Tampering = (lines: string[], at: number) => Lines;

const WAYS: Readonly<Record<string, Tampering>> = {
  'a letter of an entry is another': (lines, at) => {
    const line = lines[at] ?? '';
    const letter = random(line.length);
    const other = line[letter] === 'x' ? 'y' : 'x';
    return lines.with(at, line.slice(0, letter) + other + line.slice(letter + 1));
  },
  'an entry says that somebody else did it': (lines, at) =>
    lines.with(at, (lines[at] ?? '').replace(/"who":"[^"]+"/, '"who":"somebody.else@oakfield.sch.uk"')),
  'an entry is gone': (lines, at) => lines.toSpliced(at, 1),
  'several entries are gone': (lines, at) => lines.toSpliced(at, 2 + random(5)),
  'two entries have changed places': (lines, at) => {
    const other = (at + 1 + random(ALL - 1)) % ALL;
    return lines.with(at, lines[other] ?? '').with(other, lines[at] ?? '');
  },
  'an entry stands there twice': (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ''),
  'an entry is put in': (lines, at) => lines.toSpliced(at, 0, (lines[at] ?? '').replace('"p', '"q')),
  'the rest is written anew with another key': (lines, at) => {
    let head = at === 0 ? NO_HEAD : headOf(lines[at - 1]);
    const rest = lines.slice(at).map((line, n) => {
      const { seq: _, mac: __, at: when, ...entry } = JSON.parse(line);
      const day = DAYS[Math.floor((at + n) / A_DAY)] ?? '';
      const made = lineAfter(createSecretKey('guessed', 'utf8'), head, { school: 'oakfield', day }, when, {
        ...entry,
        who: 'innocent@oakfield.sch.uk',
      });
      head = made.head;
      return made.line;
    });
    return [...lines.slice(0, at), ...rest];
  },
  'the end is cut off': (lines, at) => lines.slice(0, at),
};

const headOf = (line = '') => {
  const { seq, mac } = JSON.parse(line);
  return { seq, mac };
};

/** What was written last of each day; nothing else writes them. */
const written = new Map<string, string>();

function write(lines: Lines): void {
  const files = Map.groupBy(lines.entries(), ([n]) => asIs(n));
  for (const day of DAYS) {
    const text = (files.get(day) ?? []).map(([, line]) => `${line}\n`).join('');
    if (written.get(day) === text) continue;
    if (text === '') rmSync(path(day), { force: true });
    else writeFileSync(path(day), text);
    written.set(day, text);
  }
}

const asIs = (n: number) => DAYS[Math.min(Math.floor(n / A_DAY), DAYS.length - 1)] ?? '';

describe('a trail that was tampered with', () => {
  it.each(Object.entries(WAYS))('is found out at each of 200 places where %s', async (_, tamper) => {
    const whole = (await Promise.all(DAYS.map(linesOf))).flat();
    expect(whole).toHaveLength(ALL);
    let found = 0;
    for (let place = 0; place < PLACES; place++) {
      write(tamper([...whole], random(ALL)));
      if ((await audit.verify()).faults.length > 0) found += 1;
    }
    write(whole);
    expect(found).toBe(PLACES);
    expect((await audit.verify()).faults).toEqual([]);
  });

  it('is found out where a day, or a whole school, is gone, and where a file does not belong', async () => {
    const moved = `${path('2026-11-24')}.away`;
    await rename(path('2026-11-24'), moved);
    expect((await audit.verify()).faults.map(({ what }) => what)).toEqual(['strange', 'removed']);
    await rename(moved, path('2026-11-24'));
    const school = join(dataDir, 'audit', 'oakfield');
    await rename(school, join(dataDir, 'oakfield'));
    expect((await audit.verify()).faults.map(({ what }) => what)).toEqual(['cut']);
    await rename(join(dataDir, 'oakfield'), school);
    await writeFile(join(school, 'copy of 2026-11-23.jsonl'), '');
    expect((await audit.verify()).faults.map(({ detail }) => detail)).toEqual(['copy of 2026-11-23.jsonl']);
    await rm(join(school, 'copy of 2026-11-23.jsonl'));
    expect(await readdir(school)).toHaveLength(3);
  });

  it('is found out by a head noted elsewhere, though whoever did it has the key and the checkpoint', async () => {
    const lines = await linesOf('2026-11-25');
    const noted = headOf(lines.at(-1));
    const earlier = headOf(lines[3]);
    expect((await audit.verify(noted)).faults).toEqual([]);
    expect((await audit.verify(earlier)).faults).toEqual([]);
    const other = { ...noted, mac: `${noted.mac.startsWith('A') ? 'B' : 'A'}${noted.mac.slice(1)}` };
    expect((await audit.verify(other)).faults).toEqual([
      { chain: '', what: 'not-the-head', detail: headInWords(other) },
    ]);
    expect((await audit.verify({ ...noted, seq: noted.seq + 1 })).faults).toHaveLength(1);
  });
});
