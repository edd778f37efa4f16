import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { botProcess } from '../test/support/bot-process.ts';
import { startFakeConnector } from '../test/support/fake-connector.ts';
import { Answers, type Found } from './crash-answers.ts';
import { prepareSchool } from './crash-school.ts';
import { Writer } from './crash-writer.ts';
import { examine, type Findings, killAtRandom } from './store-kills.ts';

// Kills the bot with -9, over and over on the same data folder, while members of staff send it their evidence and
// complete actions in Teams. After each kill: no answer lost that it had shown as saved, none recorded twice, every
// file readable, and it starts again.
// npm run crash -- [--kills 200] [--writers 8] [--forget]
// --forget lets the store say "stored" too early, to see that this script then finds what is lost.

const LONGEST_LIFE_MS = 2000;
/** What the clock shows in the first round, and a minute later in each further one. */
const NINE = Date.parse('2026-11-10T09:00:00.000Z');
const FORGETFUL = join(import.meta.dirname, 'crash-forgetful.ts');

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    writers: { type: 'string', default: '8' },
    forget: { type: 'boolean', default: false },
  },
});
const kills = count('kills', values.kills);
const began = performance.now();
const scratch = await mkdtemp(join(tmpdir(), 'crash-'));
const folder = join(scratch, 'data');
const school = await prepareSchool(
  folder,
  count('writers', values.writers),
  kills,
  new Date(NINE).toISOString(),
);
const answers = new Answers(school.reviews);
const connector = await startFakeConnector();
connector.takesAnybody = true;
const writers = school.writers.map((one) => new Writer(one, connector, answers, school.reviews));
const all: Findings<Found>[] = [];
const starts: number[] = [];
try {
  await startAndStop();
  for (let round = 0; round < kills && !all.at(-1)?.refused; round++) await killOnce(round);
  await startAndStop();
} finally {
  await connector.stop();
}
report();

function count(name: string, text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Error(`--${name} must be a whole number from 1`);
  return Number(text);
}

/** The bot on the data, and how it is reached. */
async function start(round: number) {
  const time = new Date(NINE + round * 60_000).toISOString().slice(0, 16);
  const started = performance.now();
  const settings = { TEAMS_PLAYGROUND: '1', DATA_DIR: folder, SANDBOX_NOW: time, LOG_LEVEL: 'error' };
  // As a second start on the same machine: what Node has compiled is kept.
  const cache = { NODE_COMPILE_CACHE: join(scratch, 'compiled') };
  const bot = botProcess(scratch, { ...settings, ...cache }, values.forget ? [FORGETFUL] : []);
  const url = await bot.ready();
  starts.push(performance.now() - started);
  return { bot, url };
}

/** In good order, as it should be, and as it must still be in the end. */
async function startAndStop(): Promise<void> {
  const { bot } = await start(0);
  const ended = await bot.end('SIGTERM');
  if (ended !== 0) throw new Error(`the bot ended with ${ended}, asked to stop: ${bot.err()}`);
}

async function killOnce(round: number): Promise<void> {
  const { bot, url } = await start(round);
  const writing = writers.map((writer, n) =>
    writer.write(url, round % writers.length === n, () => bot.child.killed),
  );
  try {
    await Promise.all([killAtRandom(bot.child, LONGEST_LIFE_MS), ...writing]);
  } finally {
    bot.child.kill('SIGKILL');
  }
  for (const writer of writers) writer.hearLast();
  connector.requests.length = 0;
  if (bot.err()) console.error(bot.err());
  all.push(await examine(folder, (store) => answers.check((id) => store.get('reviews', id))));
  if ((round + 1) % 50 === 0) console.log(`… ${round + 1} kills, ${answers.acknowledged} answers`);
}

function each(faults: readonly string[]): readonly string[] {
  return [...new Set(faults)];
}

function report(): void {
  // What is lost stays lost in all later rounds: it counts once.
  const lost = each(all.flatMap(({ found }) => found?.lost ?? []));
  const twice = each(all.flatMap(({ found }) => found?.twice ?? []));
  const unreadable = all.reduce((sum, findings) => sum + findings.unreadable, 0);
  const litter = all.reduce((sum, findings) => sum + findings.litter, 0);
  const refused = all.flatMap((findings) => findings.refused ?? []);
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${all.length} kills under ${writers.length} writers: ${answers.acknowledged} answers acknowledged, ` +
      `${lost.length} lost, ${twice.length} recorded twice, ${unreadable} unreadable files, ` +
      `${refused.length} starts refused, ${litter} half-written files removed; ` +
      `longest start ${(Math.max(...starts) / 1000).toFixed(1)} s; ${seconds.toFixed(0)} s in all`,
  );
  const faults = [...lost, ...twice, ...refused];
  for (const fault of faults.slice(0, 20)) console.error(fault);
  process.exitCode = faults.length + unreadable > 0 || answers.acknowledged === 0 ? 1 : 0;
  if (process.exitCode) console.error(`The data folder is left as it is, to be looked at: ${folder}`);
}

if (!process.exitCode) await rm(scratch, { recursive: true });
