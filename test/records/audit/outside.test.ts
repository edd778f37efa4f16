import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { auditedStores } from '../../../src/records/audit/audited-store.ts';
import { beginAudit } from '../../../src/records/audit/begin.ts';
import { storeCommand } from '../../../src/store/cli/command.ts';
import type { BroughtUp, Options } from '../../../src/store/lowdb/options.ts';
import { openLowdbStore } from '../../../src/store/lowdb/store.ts';
import type { Store } from '../../../src/store/store.ts';
import { UPGRADES } from '../../../src/store/upgrades/index.ts';
import { eachDocument, type Upgrade } from '../../../src/store/upgrades/upgrade.ts';
import { aPupil, aSchool, SENCO } from '../../support/builders.ts';
import { testClock } from '../../support/clock.ts';
import { quickFolder } from '../../support/store.ts';

const clock = testClock('2026-11-23T09:00:00.000Z');
const KEY = 'k'.repeat(32);
const ID = aPupil().id;

/** One run of the bot on a data folder: it opens it, does `work`, and stops. Returns what it found changed by hand. */
async function aRun(
  dataDir: string,
  work: (audited: Store) => Promise<unknown> = async () => undefined,
  options: Partial<Options> = {},
) {
  let upgraded: BroughtUp | undefined;
  const onUpgraded = (one: BroughtUp) => {
    upgraded = one;
  };
  const store = await openLowdbStore(dataDir, { ...options, onUpgraded });
  const { audit, byHand } = await beginAudit(store, { dataDir, key: KEY, clock, upgraded });
  await work(auditedStores(store, audit, clock)({ who: SENCO, by: 'submit.details' }));
  const { faults } = await audit.verify();
  await audit.close();
  await store.close();
  expect(faults).toEqual([]);
  return byHand;
}

/** A data folder in which a school and a pupil were stored by the bot. */
async function aFolder() {
  const dataDir = join(await quickFolder(), 'data');
  await aRun(dataDir, async (store) => {
    await store.put('schools', aSchool());
    await store.put('pupils', aPupil());
  });
  return dataDir;
}

const inClass = (className: string) => async (store: Store) => {
  const pupil = (await store.get('pupils', ID)) ?? expect.fail();
  await store.put('pupils', { ...pupil, className });
};

const runs = (dataDir: string, ...args: readonly string[]) =>
  storeCommand(args, { DATA_DIR: dataDir, AUDIT_KEY: KEY });

/** Somebody changes the pupil with an editor. */
async function byEditor(dataDir: string, className: string) {
  const path = join(dataDir, 'pupils', `${ID}.json`);
  const pupil = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...pupil, className }));
}

async function trailOf(dataDir: string, chain: string) {
  const days = ['2026-11-23', new Date().toISOString().slice(0, 10)];
  const texts = await Promise.all(
    [...new Set(days)].map((day) =>
      readFile(join(dataDir, 'audit', chain, `${day}.jsonl`), 'utf8').catch(() => ''),
    ),
  );
  return (
    texts
      .join('')
      .split('\n')
      .flatMap((line) => (line ? [JSON.parse(line)] : []))
      // By whatever name somebody is logged in where the tests run.
      .map(({ who, kind, what }) => `${who.replace(/^terminal:.+/, 'terminal')} ${kind} ${what}`)
  );
}

const SOME_PUPIL_CHANGED = [{ collection: 'pupils', id: ID, is: 'changed' }];

it('a backup that is made and one that is put back are entries, and no change by hand', async () => {
  const dataDir = await aFolder();
  const backup = join(dataDir, '..', 'backup');
  expect((await runs(dataDir, 'backup', backup)).ok).toBe(true);
  await aRun(dataDir, inClass('Hedgehogs'));
  expect((await runs(dataDir, 'restore', backup)).ok).toBe(true);
  expect((await runs(dataDir, 'recount')).ok).toBe(true);
  expect(await aRun(dataDir)).toEqual([]);
  expect(await trailOf(dataDir, '+none')).toEqual([
    'bot begun accounts',
    'terminal backed-up store',
    'terminal restored backup',
    'terminal ran recount',
  ]);
  expect((await trailOf(dataDir, 'oakfield')).at(-1)).toBe('terminal restored changed');
});

it('what somebody changes by hand after a backup was put back is noticed all the same', async () => {
  const dataDir = await aFolder();
  const backup = join(dataDir, '..', 'backup');
  await runs(dataDir, 'backup', backup);
  await aRun(dataDir, inClass('Hedgehogs'));
  await runs(dataDir, 'restore', backup);
  await byEditor(dataDir, 'Owls');
  expect(await aRun(dataDir)).toEqual(SOME_PUPIL_CHANGED);
});

it('nothing is put back where that can’t be noted', async () => {
  const dataDir = await aFolder();
  const backup = join(dataDir, '..', 'backup');
  await runs(dataDir, 'backup', backup);
  await aRun(dataDir, inClass('Hedgehogs'));
  const before = await readFile(join(dataDir, 'pupils', `${ID}.json`), 'utf8');
  const args = ['restore', backup];
  const { ok, lines } = await storeCommand(args, { DATA_DIR: dataDir, AUDIT_KEY: 'x'.repeat(32) });
  expect(ok).toBe(false);
  expect(lines.join('\n')).toContain('AUDIT_KEY');
  expect(await readFile(join(dataDir, 'pupils', `${ID}.json`), 'utf8')).toBe(before);
});

const FORMAT = UPGRADES.length + 1;
/** Today's formats and a later one, in which every pupil is of another class. */
const upgrades: readonly Upgrade[] = [
  ...UPGRADES,
  {
    to: FORMAT + 1,
    run: eachDocument((document, collection) => ({
      ...document,
      format: FORMAT + 1,
      ...(collection === 'pupils' && { className: 'Kestrels' }),
    })),
  },
];

it('an upgrade of the format is an entry, and no change by hand', async () => {
  const dataDir = await aFolder();
  expect(await aRun(dataDir, undefined, { upgrades })).toEqual([]);
  expect(await aRun(dataDir, undefined, { upgrades })).toEqual([]);
  expect(await trailOf(dataDir, '+none')).toEqual([
    'bot begun accounts',
    `bot upgraded format-${FORMAT}-to-${FORMAT + 1}`,
  ]);
  expect((await trailOf(dataDir, 'oakfield')).at(-1)).toBe('bot upgraded changed');
});

it('what somebody has changed by hand before an upgrade is noticed at it', async () => {
  const dataDir = await aFolder();
  await byEditor(dataDir, 'Owls');
  expect(await aRun(dataDir, undefined, { upgrades })).toEqual(SOME_PUPIL_CHANGED);
});
