import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Target } from './targets.ts';

/** A package of its own, which is installed in the copy only: see docs/dependencies.md. */
export const PACKAGE = 'tools/mutate/stryker';
/** All of a target's tests with all that they load, as one script. */
export const BUNDLE = 'mutants.cjs';

const placeSchema = z.object({ line: z.number(), column: z.number() });
const mutantSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  replacement: z.string().optional(),
  /** Counted from nought. */
  location: z.object({ start: placeSchema, end: placeSchema }),
});
/** A change of one file. */
export interface Mutant extends z.infer<typeof mutantSchema> {}

const instrumentedSchema = z.object({
  files: z.array(z.object({ name: z.string(), content: z.string() })),
  mutants: z.array(mutantSchema),
});

/** What is used of Stryker's instrumenter: every change stands in the code, and is switched on by its id. */
interface Instrumenter {
  instrument(files: readonly object[], options: object): Promise<unknown>;
}
interface Stryker {
  readonly Instrumenter: new (logger: object, ...parts: readonly unknown[]) => Instrumenter;
}
interface Rolldown {
  build(options: object): Promise<unknown>;
}

const SILENT = {
  isDebugEnabled: () => false,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
};

/** A module of the package in the copy, which nothing here is compiled against. */
const load = (folder: string, path: string) =>
  import(pathToFileURL(join(folder, PACKAGE, 'node_modules', path)).href);

/** The files of the patterns, in order, from the folder on. */
async function filesIn(patterns: readonly string[], cwd: string): Promise<readonly string[]> {
  const files: string[] = [];
  for await (const file of glob(patterns, { cwd })) files.push(file);
  return files.toSorted();
}

/**
 * Makes the script of the target's tests in the copy, with every change of its files (or of `only`) in it; the files themselves
 * stay as they are.
 */
export async function bundleMutants(
  folder: string,
  { files, tests }: Target,
  only: readonly string[],
): Promise<readonly Mutant[]> {
  const names = only.length > 0 ? only : await filesIn(files, folder);
  const sources = await Promise.all(
    names.map(async (name) => ({ name, mutate: true, content: await readFile(join(folder, name), 'utf8') })),
  );
  const stryker: Stryker = await load(folder, '@stryker-mutator/instrumenter/dist/src/index.js');
  const options = { plugins: null, excludedMutations: [], ignorers: [], noHeader: false };
  const found = await new stryker.Instrumenter(SILENT).instrument(sources, options);
  const { files: changed, mutants } = instrumentedSchema.parse(found);
  for (const { name, content } of changed) await writeFile(join(folder, name), content);
  await bundle(folder, await filesIn(tests, folder));
  for (const { name, content } of sources) await writeFile(join(folder, name), content);
  return mutants;
}

/** A module of the script finds the files beside it as it would by itself. */
const IN_ITS_PLACE = {
  name: 'in-its-place',
  transform: (code: string, path: string) =>
    code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
};

/** Each file of tests a group of its own, as it would be by itself. */
async function bundle(folder: string, tests: readonly string[]): Promise<void> {
  const groups = tests.map((file) => `describe('${file}', async () => void (await import('./${file}')));`);
  const entry = join(folder, 'mutants.entry.ts');
  await writeFile(entry, ["import { describe } from 'vitest';", ...groups, ''].join('\n'));
  const { build }: Rolldown = await load(folder, 'rolldown/dist/index.mjs');
  await build({
    cwd: folder,
    input: entry,
    platform: 'node',
    // Packages are loaded once, and are the same for all changes.
    external: (id: string) => !id.startsWith('.') && !id.startsWith(folder),
    plugins: [IN_ITS_PLACE],
    logLevel: 'silent',
    output: { file: join(folder, BUNDLE), format: 'cjs', codeSplitting: false },
  });
}
