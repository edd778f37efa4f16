/*
 * Changes the rules on dates and reminders, one small change (a mutant) at a time, and says which changes no test notices.
 * `npm run mutate`, or `npm run mutate -- statute due` for some of the targets in tools/mutate/targets.ts, or the paths of
 * files. Exit code 1 where fewer than 95 % are noticed, or one that is not is not listed in tools/mutate/equivalent.ts with
 * the reason. It takes long, so CI does not run it.
 */
import { matchesGlob } from 'node:path';
import { type FileResult, outOfDate, resultsOf } from './mutate/report.ts';
import { mutate } from './mutate/run.ts';
import { TARGETS } from './mutate/targets.ts';

const LEAST = 95;

const asked = process.argv.slice(2);
const isIn = (file: string, patterns: readonly string[]) =>
  patterns.some((pattern) => matchesGlob(file, pattern));
const filesOf = ({ files }: (typeof TARGETS)[number]) => asked.filter((word) => isIn(word, files));
const chosen = TARGETS.filter(
  (target) => asked.length === 0 || asked.includes(target.name) || filesOf(target).length > 0,
);
if (chosen.length === 0) throw new Error(`none of these is a target or a file of one: ${asked.join(', ')}`);

// So that the copies go too.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const reports = await mutate(chosen.map((target) => ({ target, only: filesOf(target) })));
const results: readonly FileResult[] = reports.flatMap(resultsOf);

const perCent = (mutants: number, killed: number) =>
  mutants === 0 ? 100 : Math.floor((1000 * killed) / mutants) / 10;
const sum = (count: (one: FileResult) => number) => results.reduce((all, one) => all + count(one), 0);
const rowOf = ({ file, mutants, killed, survivors }: FileResult) => ({
  file,
  mutants,
  killed,
  survivors: survivors.length,
  'known to be equivalent': survivors.filter(({ why }) => why).length,
  'per cent': perCent(mutants, killed),
});
const [mutants, killed] = [sum((one) => one.mutants), sum((one) => one.killed)];
const all = { file: 'all', mutants, killed, survivors: results.flatMap(({ survivors }) => survivors) };
console.table([...results, all].map(rowOf));

const unknown = all.survivors.filter(({ why }) => !why);
for (const { file, line, was, became } of unknown) console.log(`${file}:${line}\n  - ${was}\n  + ${became}`);
for (const { file, was, became } of outOfDate(results))
  console.log(`listed as equivalent, and did not survive: ${file}\n  - ${was}\n  + ${became}`);
if (perCent(mutants, killed) < LEAST || unknown.length > 0) process.exitCode = 1;
