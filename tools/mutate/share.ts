import { appendFileSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { types } from 'node:util';
import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { Harness, runTest } from './harness.ts';
import { BUNDLE, type Mutant } from './mutants.ts';

/** How a change has fared, in the words of Stryker's reports. */
type Status = 'Killed' | 'Survived' | 'NoCoverage' | 'RuntimeError' | 'Timeout';
/** A line of a share's file: a change that is about to be tried, or how it fared. */
export interface Line {
  readonly id: string;
  readonly status?: Status;
}

/** What Stryker's code in the script reads and writes. */
interface Switch {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: Coverage;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
}
type Hits = Record<string, number>;
interface Coverage {
  readonly static: Hits;
  readonly perTest: Record<string, Hits>;
}

/** So many times as often as without the change it may be come by: then it goes on for ever. */
const TOO_OFTEN = 100;

const ON: Switch = {};
Object.assign(globalThis, { __stryker__: ON });
// So that a change that is noticed today is noticed tomorrow; what else would fail is no matter.
fc.configureGlobal({ seed: 20_261_126, endOnFailure: true });

type Script = (require: (id: string) => unknown, module: { exports: object }, exports: object) => void;

/** Node’s `require`, by which a module that only has a default is that: so the script’s bundler, for which it is CommonJS, has it. */
function requiring(path: string): (id: string) => unknown {
  const load = createRequire(path);
  return (id) => {
    const found = load(id);
    const isOfDefault = types.isModuleNamespaceObject(found) && typeof found.default === 'function';
    return isOfDefault ? Object.assign(found.default, { ...found }) : found;
  };
}

/** The script of all tests as a function that runs it: compiled once, and loaded anew for each change. */
function compiled(): () => Promise<Awaited<ReturnType<Harness['tests']>>> {
  const path = resolve(BUNDLE);
  const source = readFileSync(path, 'utf8');
  const script: Script = runInThisContext(`(function (require, module, exports) {${source}\n})`, {
    filename: path,
  });
  const load = requiring(path);
  return async () => {
    const harness = new Harness();
    const { vitest } = harness;
    script((id) => (id === 'vitest' ? vitest : load(id)), { exports: {} }, {});
    return harness.tests();
  };
}

/** Tries this share of the changes, and notes of each how it fared: a line before it and one after it. */
export async function runShare(mutants: readonly Mutant[], file: string): Promise<void> {
  const tests = compiled();
  const { coverage, byTime } = await withoutChange(tests);
  const note = (line: Line) => appendFileSync(file, `${JSON.stringify(line)}\n`);
  for (const { id } of mutants) {
    note({ id });
    note({ id, status: await tried(id, tests, coverage, byTime) });
  }
  // Nothing that was left behind by one change may have failed the tests of another.
  await withoutChange(tests);
}

/** Which changes each test comes by, and the tests' numbers, the quickest first. @throws where one fails as it is */
async function withoutChange(load: ReturnType<typeof compiled>) {
  const coverage: Coverage = { static: {}, perTest: {} };
  Object.assign(ON, { mutantCoverage: coverage, activeMutant: undefined });
  const tests = await load();
  const took: (readonly [test: number, time: number])[] = [];
  for (const [n, test] of tests.entries()) {
    const began = performance.now();
    ON.currentTestId = `test ${n}`;
    await runTest(test);
    ON.currentTestId = undefined;
    took.push([n, performance.now() - began]);
  }
  ON.mutantCoverage = { static: {}, perTest: {} };
  return { coverage, byTime: took.toSorted(([, a], [, b]) => a - b).map(([n]) => n) };
}

async function tried(
  id: string,
  load: ReturnType<typeof compiled>,
  coverage: Coverage,
  byTime: readonly number[],
): Promise<Status> {
  const isStatic = coverage.static[id] !== undefined;
  const covering = byTime.filter((n) => isStatic || coverage.perTest[`test ${n}`]?.[id] !== undefined);
  if (covering.length === 0) return 'NoCoverage';
  const hits = Object.values(coverage.perTest).reduce((sum, test) => sum + (test[id] ?? 0), 0);
  const hitLimit = TOO_OFTEN * (hits + (coverage.static[id] ?? 0));
  Object.assign(ON, { activeMutant: id, hitCount: 0, hitLimit });
  try {
    const tests = await load();
    for (const n of covering) {
      const test = tests[n];
      if (!test || (await fails(test))) return (ON.hitCount ?? 0) > hitLimit ? 'Timeout' : 'Killed';
    }
    return 'Survived';
  } catch {
    // The tests could not even be listed.
    return 'RuntimeError';
  } finally {
    Object.assign(ON, { activeMutant: undefined, hitCount: undefined });
  }
}

async function fails(test: Parameters<typeof runTest>[0]): Promise<boolean> {
  try {
    await runTest(test);
    return false;
  } catch {
    return true;
  }
}
