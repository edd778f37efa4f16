import { ratesOf } from '../src/channels/index.ts';
import { instantAt } from '../src/domain/time.ts';
import type { Memory } from '../src/store/lowdb/memory.ts';
import { makePace } from '../src/worker/rates.ts';
import { Rounds } from '../src/worker/rounds.ts';
import { pupilsOf, reviewsWith, SCHOOL, TODAY } from './bench-school.ts';
import { remember, storeOver } from './memory-store.ts';

/*
 * What a sweep costs is to depend on what is due, not on what there is: with 1,000 actions due, one over 250,000 open actions
 * costs at most 1.5 times one over 2,500, and no more for the EHC plans of all the pupils they are of. Prints both and the ratio, and ends with exit code 1 when it is more.
 */

const DUE = 1_000;
const FEW = 2_500;
const MANY = 250_000;
const MOST = 1.5;
const RUNS = 31;

const nothing = () => {
  throw new Error('a sweep changes nothing that was sent');
};

/** Milliseconds that a sweep on the morning of `TODAY` takes, over all that `memory` holds. */
async function sweep(memory: Memory): Promise<number> {
  const store = storeOver(memory);
  const rounds = new Rounds({
    store,
    channels: [],
    clock: { now: () => instantAt(TODAY, '08:00') },
    log: { info: () => undefined, warn: () => undefined, error: (event) => console.error(event) },
    wording: {
      message: async () => undefined,
      together: async () => undefined,
      digest: async () => undefined,
      settled: nothing,
      overtaken: nothing,
      standing: nothing,
    },
    pace: makePace(ratesOf, () => performance.now()),
    random: Math.random,
  });
  const begun = performance.now();
  await rounds.sweep();
  const took = performance.now() - begun;
  const made = await store.digestsOf(TODAY);
  const items = made.reduce((sum, digest) => sum + digest.items.length, 0);
  if (items !== DUE) throw new Error(`${items} actions were found due, not ${DUE}`);
  return took;
}

const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
const inMs = (ms: number) => `${ms.toFixed(2)} ms`;

const school = (open: number): Memory => {
  const reviews = reviewsWith(open, DUE);
  return remember(SCHOOL, reviews, pupilsOf(reviews));
};
const [few, many] = [school(FEW), school(MANY)];
const took: { few: number[]; many: number[] } = { few: [], many: [] };
// The first ones warm the engine up; then by turns, so that both meet the same weather.
for (let run = -5; run < RUNS; run++) {
  const each = { few: await sweep(few), many: await sweep(many) };
  if (run < 0) continue;
  took.few.push(each.few);
  took.many.push(each.many);
}
const ratio = median(took.many) / median(took.few);
console.log(`One sweep with ${DUE} actions due, median of ${RUNS}:`);
console.log(`  over ${FEW} open actions: ${inMs(median(took.few))}`);
console.log(`  over ${MANY} open actions: ${inMs(median(took.many))}`);
console.log(`  ratio ${ratio.toFixed(2)} (at most ${MOST})`);
process.exitCode = ratio <= MOST ? 0 : 1;
