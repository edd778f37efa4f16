import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import pLimit from 'p-limit';
import { randomIds } from '../src/app/ids.ts';
import { importSchool } from '../src/data-in/import.ts';
import { previewImport } from '../src/data-in/preview.ts';
import { takeImport } from '../src/data-in/take.ts';
import type { Instant, LocalDate } from '../src/domain/time.ts';
import { writeDurably } from '../src/store/lowdb/files.ts';
import { importBackups } from '../src/store/lowdb/import-backups.ts';
import { schoolFolder } from './bench-import-folder.ts';
import { keys, openStore } from './open-store.ts';

/*
 * What an import costs beside what the disk does: a list of 2,000 pupils, read, checked, planned, backed up and written, takes
 * at most 3 times as long as writing the same files alone, as durably. Prints both and the ratio, and ends with exit code 1
 * when it is more.
 */

const PUPILS = 2_000;
const MOST = 3;
const RUNS = 5;
/** As many as the store writes at once. */
const AT_ONCE = 3;
const TODAY: LocalDate = '2026-11-23';
const NOW: Instant = '2026-11-23T09:00:00.000Z';

const two = (n: number) => String(n).padStart(2, '0');

function list(): Uint8Array {
  const rows = Array.from({ length: PUPILS }, (_, n) => {
    const born = `${two((n % 27) + 1)}/${two((n % 8) + 1)}/${2022 - (n % 7)}`;
    const plan = n % 7 === 0 ? (n % 49 === 0 ? 'E' : 'K') : '';
    return `${n + 1},Last${n},First${n},${born},${n % 7 === 0 ? 'R' : n % 7},${plan}`;
  });
  const heads = 'Adno,Legal Surname,Legal Forename,DOB,Year,SEN Status';
  return new TextEncoder().encode([heads, ...rows].join('\n'));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Milliseconds that the import takes, and that writing its files alone takes. */
async function once(file: Uint8Array): Promise<{ readonly imported: number; readonly written: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-import-'));
  const data = join(folder, 'data');
  const store = await openStore(data);
  const planning = { today: TODAY, newId: randomIds.unique };
  try {
    await importSchool(store, await schoolFolder(folder), planning);
    const imported = await timed(async () => {
      const files = [{ name: 'list.csv', bytes: file }];
      const input = { files, columns: [], skipBad: false, decisions: new Map() };
      // One for each look: a histogram that is enabled again counts the time in between as a wait.
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const preview = await previewImport(store, input, { ...planning, at: NOW });
      delay.disable();
      longest = Math.max(longest, delay.max / 1e6);
      if (preview.is === 'refused') throw new Error(`${preview.faults.length} faults in a list without any`);
      await takeImport(preview.planned, { store, backups: importBackups(data, { keys }) });
    });
    const pupils = await store.pupilsOf('bench');
    if (pupils.length !== PUPILS) throw new Error(`${pupils.length} pupils were stored, not ${PUPILS}`);
    const texts = pupils.map((pupil) => `${JSON.stringify(pupil, null, 2)}\n`);
    const inTurn = pLimit(AT_ONCE);
    const written = await timed(() =>
      Promise.all(texts.map((text, n) => inTurn(() => writeDurably(join(folder, `${n}.json`), text)))),
    );
    return { imported, written };
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Milliseconds that anybody else had to wait at most while lists were looked at. */
let longest = 0;

const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
const inMs = (ms: number) => `${ms.toFixed(0)} ms`;

const file = list();
const runs: { readonly imported: number; readonly written: number }[] = [];
for (let run = 0; run < RUNS; run++) runs.push(await once(file));
const imported = median(runs.map((run) => run.imported));
const written = median(runs.map((run) => run.written));
const ratio = median(runs.map((run) => run.imported / run.written));
console.log(`A list of ${PUPILS} pupils, median of ${RUNS}:`);
console.log(`  imported: ${inMs(imported)}`);
console.log(`  its files written alone: ${inMs(written)}`);
console.log(
  `  longest that others waited for a look at it: ${inMs(longest)} (about 50 ms at most, on a machine at rest)`,
);
console.log(`  ratio ${ratio.toFixed(2)} (at most ${MOST})`);
process.exitCode = ratio <= MOST ? 0 : 1;
