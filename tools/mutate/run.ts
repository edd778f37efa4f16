import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
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

/** Runs a program; resolves once it has ended well. @throws {Error} with what it said, where it did not */
function done(program: string, args: readonly string[], cwd: string): Promise<void> {
  const child = spawn(program, args, { cwd });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(String(data)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ${args.join(' ')} failed\n${said.join('').slice(-4000)}`));
    });
  });
}

/** Vitest as Stryker can drive it: threads that share what they import hang it. */
const vitestConfig = ({ tests }: Target) => `import { defineConfig } from 'vitest/config';
export default defineConfig({
  test: { include: ${JSON.stringify(tests)}, setupFiles: ['test/support/each-file.ts'], testTimeout: 60_000 },
});
`;

const strykerConfig = (files: readonly string[]) => ({
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutate.config.ts', related: false },
  mutate: files,
  // It is a copy already.
  inPlace: true,
  concurrency: AT_ONCE,
  coverageAnalysis: 'perTest',
  reporters: ['json'],
  jsonReporter: { fileName: 'mutants.json' },
});

/** Changes the target's files (or those of `only`) in a copy of the program, one change at a time, and says which its tests notice. */
async function mutated(folder: string, target: Target, only: readonly string[]): Promise<Report> {
  await writeFile(join(folder, 'vitest.mutate.config.ts'), vitestConfig(target));
  const files = only.length > 0 ? only : target.files;
  await writeFile(join(folder, 'stryker.json'), JSON.stringify(strykerConfig(files)));
  await done(process.execPath, [STRYKER, 'run', 'stryker.json'], folder);
  return JSON.parse(await readFile(join(folder, 'mutants.json'), 'utf8'));
}

/** A target, or some of its files. */
interface Chosen {
  readonly target: Target;
  /** Its files that are looked at; none for all. */
  readonly only: readonly string[];
}

/** The reports of each, in order; all is done in one copy of the program, which goes when this process ends, if not before. */
export async function mutate(chosen: readonly Chosen[]): Promise<readonly Report[]> {
  const copy = await copyProgram();
  try {
    await done('npm', ['ci', '--no-audit', '--no-fund'], join(copy.folder, PACKAGE));
    const reports: Report[] = [];
    for (const { target, only } of chosen) reports.push(await mutated(copy.folder, target, only));
    return reports;
  } finally {
    await copy.remove();
  }
}
