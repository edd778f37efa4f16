import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { type Copy, copyProgram, keep, perform } from './copy.ts';
import type { Recipe } from './recipe.ts';

/** What came of trying a recipe. */
export interface Tried {
  readonly recipe: Recipe;
  readonly source: readonly string[];
  /** Tests, and pages made from the source. */
  readonly beside: readonly string[];
  readonly seconds: number;
  /** What is wrong, at length; none where all is well. */
  readonly faults: readonly string[];
}

const SOURCE = /^(src|cards|manifests)\//;
const OF_BIOME = /\.(ts|js|json)$/;

/** Runs a tool of the program's in the copy; resolves to all it said where it failed. */
function failed(folder: string, tool: string, ...args: readonly string[]): Promise<string | undefined> {
  const tools = join(folder, 'node_modules/.bin');
  // The tools look for Node where they are looked for themselves, as npm has it.
  const env = { ...process.env, PATH: [tools, process.env.PATH].join(delimiter) };
  const child = spawn(tool, args, { cwd: folder, env });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(String(data)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve(code === 0 ? undefined : `${tool} ${args.join(' ')}\n${said.join('')}`),
    );
  });
}

/** The test a recipe brings is at one place. */
const ownTest = ({ name }: Recipe) => join('test', 'recipes', `${name}.test.ts`);

/** What is said by the first of these that fails, each in its turn. */
async function firstFault(
  checks: readonly (() => Promise<string | undefined>)[],
): Promise<readonly string[]> {
  for (const check of checks) {
    const fault = await check();
    if (fault !== undefined) return [fault];
  }
  return [];
}

async function faultsIn(recipe: Recipe, copy: Copy, update: boolean): Promise<readonly string[]> {
  const { folder } = copy;
  const { pages, suite } = recipe;
  const changed = (await copy.touched()).filter((path) => OF_BIOME.test(path));
  const written = update ? [...pages, ownTest(recipe)] : pages;
  return firstFault([
    () => failed(folder, 'tsc', '--noEmit'),
    () => failed(folder, 'biome', 'check', ...changed),
    // A page that could not be written, or that a test read before it was, is found at fault by the next.
    () => failed(folder, 'vitest', 'run', ...written, '-u').then(() => undefined),
    () => failed(folder, 'vitest', 'run', 'test/architecture.test.ts', ownTest(recipe), ...pages, ...suite),
  ]);
}

/**
 * Performs the recipe on a copy of the program, and checks that it stands: types, format, the part of the suite that
 * matters, its own test, and no more source files touched than it may. Leaves nothing behind.
 * @param update writes the pages that the recipe's own test keeps anew, in the recipe too
 */
export async function tryRecipe(recipe: Recipe, update = false): Promise<Tried> {
  const began = performance.now();
  const copy = await copyProgram();
  try {
    await perform(recipe, copy);
    const faults = await faultsIn(recipe, copy, update);
    if (update) await keep(recipe, copy);
    const touched = await copy.touched();
    const source = touched.filter((path) => SOURCE.test(path));
    const over = `it touches ${source.length} source files, and may touch ${recipe.limit}`;
    return {
      recipe,
      source,
      beside: touched.filter((path) => !SOURCE.test(path)),
      seconds: (performance.now() - began) / 1000,
      faults: [...faults, ...(source.length > recipe.limit ? [over] : [])],
    };
  } finally {
    await copy.remove();
  }
}
