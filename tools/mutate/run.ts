import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyProgram } from '../recipes/copy.ts';
import { bundleMutants, type Mutant, PACKAGE } from './mutants.ts';
import type { Report } from './report.ts';
import type { Line } from './share.ts';
import type { Target } from './targets.ts';

/** As many shares at once as CI has cores. */
const SHARES = 2;
/** A change that has been tried for so long (milliseconds) goes on for ever. */
const TOO_LONG = 120_000;

/** Starts a program, which goes with us where we are told to go; `ended` is told once, of whether it ended well and what it said. */
function start(program: string, args: readonly string[], cwd: string) {
  const child = spawn(program, args, { cwd });
  const stop = () => void child.kill('SIGKILL');
  process.once('exit', stop);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(String(data)));
  const ended = new Promise<string | undefined>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('exit', stop);
      resolve(code === 0 ? undefined : `${program} ${args.join(' ')} failed\n${said.join('').slice(-4000)}`);
    });
  });
  return { stop, ended };
}

/** The tests of this share, as one test of Vitest's: what they expect with is its own. */
const shareFile = (mutants: readonly Mutant[], file: string) => `import { it } from 'vitest';
import { runShare } from './tools/mutate/share.ts';
it('tries its share of the changes', () => runShare(${JSON.stringify(mutants)}, '${file}'), 0);
`;
const vitestConfig = (include: string) => `import { defineConfig } from 'vitest/config';
export default defineConfig({ test: { include: ['${include}'], experimental: { viteModuleRunner: false } } });
`;

async function linesOf(path: string): Promise<readonly Line[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** Tries all of `mutants`; where one goes on for ever, the rest after it in another process. */
async function share(folder: string, n: number, mutants: readonly Mutant[]): Promise<readonly Line[]> {
  const [test, config, lines] = [`share-${n}.test.ts`, `share-${n}.config.ts`, `share-${n}.jsonl`];
  await writeFile(join(folder, config), vitestConfig(test));
  await rm(join(folder, lines), { force: true });
  const done: Line[] = [];
  for (;;) {
    const known = new Set(done.map(({ id }) => id));
    const rest = mutants.filter(({ id }) => !known.has(id));
    if (rest.length === 0) return done;
    await writeFile(join(folder, test), shareFile(rest, lines));
    const { stop, ended } = start('node_modules/.bin/vitest', ['run', '--config', config], folder);
    let seen = -1;
    const watch = setInterval(async () => {
      const now = (await linesOf(join(folder, lines))).length;
      if (now === seen) stop();
      seen = now;
    }, TOO_LONG);
    const failed = await ended;
    clearInterval(watch);
    const found = await linesOf(join(folder, lines));
    const fared = found.filter(({ status }) => status !== undefined);
    const last = found.at(-1);
    // The one that was being tried when the process was ended.
    const endless: readonly Line[] = last && !last.status ? [{ id: last.id, status: 'Timeout' }] : [];
    if (fared.length + endless.length === 0) throw new Error(failed ?? 'no change was tried');
    await rm(join(folder, lines), { force: true });
    done.push(...fared, ...endless);
  }
}

/** Changes the target's files (or those of `only`) one change at a time, and says which its tests notice. */
async function mutated(folder: string, target: Target, only: readonly string[]): Promise<Report> {
  const mutants = await bundleMutants(folder, target, only);
  const shares = Array.from({ length: SHARES }, (_, n) => mutants.filter((__, at) => at % SHARES === n));
  // All of them, though one fails: the copy goes after that.
  const ends = await Promise.allSettled(shares.map((some, n) => share(folder, n, some)));
  const lines = ends.flatMap((end) => {
    if (end.status === 'rejected') throw end.reason;
    return end.value;
  });
  const statuses = new Map(lines.map(({ id, status }) => [id, status]));
  const byFile = Map.groupBy(mutants, ({ fileName }) => fileName);
  const files = await Promise.all(
    [...byFile].map(async ([file, some]) => {
      const source = await readFile(join(folder, file), 'utf8');
      return [file, { source, mutants: some.map((one) => reported(one, statuses.get(one.id))) }] as const;
    }),
  );
  return { files: Object.fromEntries(files) };
}

const reported = ({ location: { start, end }, replacement = '' }: Mutant, status = 'NoCoverage') => ({
  status,
  replacement,
  location: { start: fromOne(start), end: fromOne(end) },
});
const fromOne = ({ line, column }: Mutant['location']['start']) => ({ line: line + 1, column: column + 1 });

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
    const failed = await start('npm', ['ci', '--no-audit', '--no-fund'], join(copy.folder, PACKAGE)).ended;
    if (failed) throw new Error(failed);
    for (const { target, only } of chosen) yield { target, report: await mutated(copy.folder, target, only) };
  } finally {
    await copy.remove();
  }
}
