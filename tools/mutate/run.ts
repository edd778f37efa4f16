import { spawn } from 'node:child_process';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyProgram } from '../recipes/copy.ts';
import type { Report } from './report.ts';
import type { TARGETS } from './targets.ts';

/** A package of its own, which is installed in the copy only: see docs/dependencies.md. */
const PACKAGE = 'tools/mutate/stryker';
const STRYKER = join(PACKAGE, 'node_modules/@stryker-mutator/core/bin/stryker.js');
/** As many test runners as CI has cores. */
const AT_ONCE = 2;

type Target = (typeof TARGETS)[number];

/**
 * Runs a program; resolves once it has ended well. What it says goes on to whoever waits, where `aloud`.
 * @throws {Error} with what it said, where it did not end well
 */
function done(program: string, args: readonly string[], cwd: string, aloud = false): Promise<void> {
  const child = spawn(program, args, { cwd });
  const stop = () => child.kill();
  // It goes with us, where we are told to go.
  process.once('exit', stop);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      said.push(String(data));
      if (aloud) process.stderr.write(data);
    });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('exit', stop);
      if (code === 0) resolve();
      else reject(new Error(`${program} ${args.join(' ')} failed\n${said.join('').slice(-4000)}`));
    });
  });
}

/** Vitest as Stryker can drive it: threads that share what they import hang it. */
const VITEST_CONFIG = `import { defineConfig } from 'vitest/config';
export default defineConfig({
  test: { include: ['mutate.test.ts'], setupFiles: ['test/support/each-file.ts'], testTimeout: 60_000 },
});
`;

/**
 * All of the target's tests as one file, each file of them a group of its own: for each change what they import is then loaded
 * once, which takes longer than the few tests that can notice it.
 */
async function allTests({ tests }: Target, cwd: string): Promise<string> {
  const files: string[] = [];
  for await (const file of glob(tests, { cwd })) files.push(file);
  const groups = files
    .toSorted()
    .map((file) => `describe('${file}', async () => void (await import('./${file}')));`);
  return ["import { describe } from 'vitest';", ...groups, ''].join('\n');
}

const strykerConfig = (files: readonly string[]) => ({
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutate.config.ts', related: false },
  mutate: files,
  // It is a copy already.
  inPlace: true,
  concurrency: AT_ONCE,
  coverageAnalysis: 'perTest',
  // A machine that is busy with other things must not pass for a change that goes on for ever.
  timeoutMS: 30_000,
  reporters: ['json', 'progress-append-only'],
  // Who waits half an hour wants to see how far it is, and of what is out of the ordinary.
  logLevel: 'warn',
  jsonReporter: { fileName: 'mutants.json' },
});

/** Changes the target's files (or those of `only`) in a copy of the program, one change at a time, and says which its tests notice. */
async function mutated(folder: string, target: Target, only: readonly string[]): Promise<Report> {
  await writeFile(join(folder, 'vitest.mutate.config.ts'), VITEST_CONFIG);
  await writeFile(join(folder, 'mutate.test.ts'), await allTests(target, folder));
  const files = only.length > 0 ? only : target.files;
  await writeFile(join(folder, 'stryker.json'), JSON.stringify(strykerConfig(files)));
  await done(process.execPath, [STRYKER, 'run', 'stryker.json'], folder, true);
  return JSON.parse(await readFile(join(folder, 'mutants.json'), 'utf8'));
}

/** A target, or some of its files. */
interface Chosen {
  readonly target: Target;
  /** Its files that are looked at; none for all. */
  readonly only: readonly string[];
}

/** The report of each, as it is there; all is done in one copy of the program, which goes when this process ends, if not before. */
export async function* mutate(
  chosen: readonly Chosen[],
): AsyncGenerator<{ readonly target: Target; readonly report: Report }> {
  const copy = await copyProgram();
  try {
    await done('npm', ['ci', '--no-audit', '--no-fund'], join(copy.folder, PACKAGE));
    for (const { target, only } of chosen) yield { target, report: await mutated(copy.folder, target, only) };
  } finally {
    await copy.remove();
  }
}
