import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { applyEdit } from './edit.ts';
import type { Recipe } from './recipe.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** A copy of the program, to try something on. */
export interface Copy {
  readonly folder: string;
  /** The files that are new or have changed since it was made, by their place in the program. */
  touched(): Promise<readonly string[]>;
  remove(): Promise<void>;
}

/** The program's files: those in Git, and those that are not ignored. */
async function programFiles(): Promise<readonly string[]> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const { stdout } = await run('git', args, { cwd: ROOT, maxBuffer: 2 ** 26 });
  return stdout.split('\0').filter((path) => path !== '');
}

/** Each package by a link of its own: what tools keep beside the packages stays in the copy. */
async function linkPackages(folder: string): Promise<void> {
  await mkdir(join(folder, 'node_modules'));
  const names = await readdir(join(ROOT, 'node_modules'));
  const packages = names.filter((name) => !name.startsWith('.') || name === '.bin');
  for (const name of packages)
    await symlink(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** What stands in a file; undefined where there is none. */
async function textIn(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'latin1');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** All files below a folder, by their path from it, but for the packages. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith('node_modules/'));
}

/** Copies the program to a temporary folder, which goes when this process ends, if not before. */
export async function copyProgram(): Promise<Copy> {
  const folder = await mkdtemp(join(tmpdir(), 'recipe-'));
  const removeNow = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeNow);
  const before = new Map<string, string>();
  for (const path of await programFiles()) {
    const text = await textIn(join(ROOT, path));
    // A file that was removed and is still in Git's list is none of the program's.
    if (text === undefined) continue;
    before.set(path, text);
    await cp(join(ROOT, path), join(folder, path));
  }
  await linkPackages(folder);
  return {
    folder,
    touched: async () => {
      const files = await filesBelow(folder);
      const changed = await Promise.all(
        files.map(async (path) => (await textIn(join(folder, path))) !== before.get(path)),
      );
      return files.filter((_, at) => changed[at]).toSorted();
    },
    remove: async () => {
      await rm(folder, { recursive: true, force: true });
      process.off('exit', removeNow);
    },
  };
}

const newFilesOf = ({ name }: Recipe) => join(ROOT, 'tools/recipes', name, 'new');

/** Does to a copy what the recipe says. @throws {Error} where a place to put something is gone, or a new file is there already */
export async function perform(recipe: Recipe, { folder }: Copy): Promise<void> {
  for (const path of await filesBelow(newFilesOf(recipe))) {
    const place = join(folder, path.replace(/\.txt$/, ''));
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, await readFile(join(newFilesOf(recipe), path)), { flag: 'wx' });
  }
  for (const edit of recipe.edits) {
    const place = join(folder, edit.file);
    await writeFile(place, applyEdit(await readFile(place, 'utf8'), edit));
  }
}

/** Brings the recipe's own new files that have become others in the copy back to the recipe. */
export async function keep(recipe: Recipe, { folder }: Copy): Promise<void> {
  for (const path of await filesBelow(newFilesOf(recipe)))
    await cp(join(folder, path.replace(/\.txt$/, '')), join(newFilesOf(recipe), path));
}
