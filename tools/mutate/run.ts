import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyProgram } from '../recipes/copy.ts';
import type { Report } from './report.ts';
import type { TARGETS } from './targets.ts';

/** A package of its own: see docs/dependencies.md. */
const HERE = fileURLToPath(new URL('./stryker/', import.meta.url));
const STRYKER = join(HERE, 'node_modules/@stryker-mutator/core/bin/stryker.js');
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

/** Installs Stryker in its own folder, unless it is there. */
export async function installStryker(): Promise<void> {
  if (!existsSync(STRYKER)) await done('npm', ['ci', '--no-audit', '--no-fund'], HERE);
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
export async function mutate(target: Target, only: readonly string[]): Promise<Report> {
  const copy = await copyProgram();
  try {
    const { folder } = copy;
    await symlink(join(HERE, 'node_modules'), join(folder, 'tools/mutate/stryker/node_modules'));
    await writeFile(join(folder, 'vitest.mutate.config.ts'), vitestConfig(target));
    const files = only.length > 0 ? only : target.files;
    await writeFile(join(folder, 'stryker.json'), JSON.stringify(strykerConfig(files)));
    await done(process.execPath, [STRYKER, 'run', 'stryker.json'], folder);
    return JSON.parse(await readFile(join(folder, 'mutants.json'), 'utf8'));
  } finally {
    await copy.remove();
  }
}
