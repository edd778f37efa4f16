import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Store } from '../src/store/store.ts';
import { examine, type Findings, killAtRandom } from './store-kills.ts';
import { type Acknowledged, Ledger } from './store-ledger.ts';

// Kills a process that writes through the store with -9, over and over on the same data folder, and checks after
// each kill that no acknowledged write is lost, that every file can be read, and that it starts again.
// npm run crash:store -- [--kills 200] [--writers 8]; `npm run crash` does the same to the whole bot.

const LONGEST_LIFE_MS = 120;
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, writers: { type: 'string', default: '8' } },
});
const kills = count('kills', values.kills);
const writers = count('writers', values.writers);
const folder = await mkdtemp(join(tmpdir(), 'store-crash-'));
const ledger = new Ledger();
const all: Findings<readonly Acknowledged[]>[] = [];
const lostIn = (store: Store) => ledger.lost(async (id) => (await store.get('reviews', id))?.taken ?? []);
for (let round = 0; round < kills; round++) {
  await writeUntilKilled(round);
  all.push(await examine(folder, lostIn));
  if (all.at(-1)?.refused) break;
}
report();

function count(name: string, text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Error(`--${name} must be a whole number from 1`);
  return Number(text);
}

async function writeUntilKilled(round: number): Promise<void> {
  const writer = join(import.meta.dirname, 'store-writer.ts');
  const child = spawn(process.execPath, [writer, folder, String(round), String(writers)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await ready(child);
  await killAtRandom(child, LONGEST_LIFE_MS);
}

/** Resolves when the process is writing; from then on, what it acknowledges goes into the ledger. */
async function ready(child: ChildProcess): Promise<void> {
  if (!child.stdout) throw new Error('the writer has no output to read');
  const lines = createInterface(child.stdout);
  const first = once(lines, 'line');
  lines.on('line', (line) => {
    if (line !== 'ready') ledger.acknowledge(JSON.parse(line) as Acknowledged);
  });
  const died = once(child, 'exit').then(() => {
    throw new Error('the writer could not start');
  });
  await Promise.race([first, died]);
}

function report(): void {
  const sum = (of: (findings: (typeof all)[number]) => number) =>
    all.reduce((total, findings) => total + of(findings), 0);
  const lost = sum((findings) => findings.found?.length ?? 0);
  const unreadable = sum((findings) => findings.unreadable);
  const refused = all.flatMap((findings) => findings.refused ?? []);
  const slowest = Math.max(...all.map((findings) => findings.openedAfter));
  console.log(
    `${all.length} kills under ${writers} writers: ${ledger.count} writes acknowledged, ${lost} lost, ` +
      `${unreadable} unreadable files, ${refused.length} starts refused, ` +
      `${sum((findings) => findings.litter)} half-written files removed; open again within ${slowest.toFixed(0)} ms`,
  );
  for (const why of refused) console.error(why);
  process.exitCode = lost + unreadable + refused.length > 0 || ledger.count === 0 ? 1 : 0;
  if (process.exitCode) console.error(`The data folder is left as it is, to be looked at: ${folder}`);
}

if (!process.exitCode) await rm(folder, { recursive: true });
