/*
 * Changes the rules on dates, reminders and permissions, one small change (a mutant) at a time, and says which changes no test notices.
 * `npm run mutate`, or `npm run mutate -- statute due` for some of the targets in tools/mutate/targets.ts, or the paths of
 * files. Exit code 1 where fewer than 95 % of a target's are noticed, where one that is not is not listed in
 * tools/mutate/equivalent.ts with the reason, or where something is listed there that is not one survivor. CI does not run it.
 */
import { matchesGlob } from 'node:path';
import { EQUIVALENT } from './mutate/equivalent.ts';
import { type FileResult, misfits, resultsOf } from './mutate/report.ts';
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
for (const { file } of EQUIVALENT)
  if (!TARGETS.some(({ files }) => isIn(file, files)))
    throw new Error(`${file} has equivalent changes listed, and is a file of no target`);

// So that the copies go too.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const perCent = (mutants: number, killed: number) =>
  mutants === 0 ? 100 : Math.floor((1000 * killed) / mutants) / 10;

/** A line of the table: of one file, of a target, of all. */
function rowOf(what: string, results: readonly FileResult[]) {
  const sum = (count: (one: FileResult) => number) => results.reduce((all, one) => all + count(one), 0);
  const [mutants, killed] = [sum((one) => one.mutants), sum((one) => one.killed)];
  return {
    what,
    mutants,
    killed,
    'timed out': sum((one) => one.timedOut),
    survivors: sum(({ survivors }) => survivors.length),
    'known to be equivalent': sum(({ survivors }) => survivors.filter(({ why }) => why).length),
    'per cent': perCent(mutants, killed),
  };
}

const found: { readonly name: string; readonly results: readonly FileResult[] }[] = [];
for await (const { target, report } of mutate(chosen.map((target) => ({ target, only: filesOf(target) })))) {
  const results = resultsOf(report);
  found.push({ name: target.name, results });
  console.table([...results.map((one) => rowOf(one.file, [one])), rowOf(target.name, results)]);
}
const results = found.flatMap((one) => one.results);

const targets = found.map((one) => rowOf(one.name, one.results));
console.table([...targets, rowOf('all', results)]);

const unknown = results.flatMap(({ survivors }) => survivors).filter(({ why }) => !why);
for (const { file, line, was, became } of unknown) console.log(`${file}:${line}\n  - ${was}\n  + ${became}`);
const wrong = misfits(results);
for (const { file, was, became, survivors } of wrong)
  console.log(
    `listed as equivalent, and ${survivors === 0 ? 'did not survive' : `there are ${survivors} of it`}: ${file}\n  - ${was}\n  + ${became}`,
  );
const tooFew = targets.some((row) => row['per cent'] < LEAST);
if (tooFew || unknown.length > 0 || wrong.length > 0) process.exitCode = 1;
