import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COLLECTIONS } from '../../../src/store/schemas.ts';
import { afterwards } from '../../support/afterwards.ts';
import { quickFolder } from '../../support/store.ts';
import { fixtureFolder } from '../fixtures.ts';

/** A data folder as a version of that time left it: a copy of its fixtures. */
export async function oldFolder(format: number): Promise<string> {
  const folder = await quickFolder();
  cpSync(fixtureFolder(format), folder, { recursive: true });
  return folder;
}

/** The same with little in it: one review, with its pupil and school, and one of each other kind. */
export async function littleOldFolder(format: number): Promise<string> {
  const folder = await quickFolder();
  cpSync(await little(format), folder, { recursive: true });
  return folder;
}

const made = new Map<number, Promise<string>>();

// Made once for each format: a test of what kills can do takes a copy for every kill.
function little(format: number): Promise<string> {
  const before = made.get(format);
  if (before) return before;
  const once = makeLittle(format);
  made.set(format, once);
  // It is gone when this test file is done, and test files share this module.
  afterwards(async () => void made.delete(format));
  return once;
}

async function makeLittle(format: number): Promise<string> {
  const folder = await oldFolder(format);
  const review = 'ehcp-acting.json';
  const { pupilId } = JSON.parse(await readFile(join(folder, 'reviews', review), 'utf8'));
  const kept = [review, `${pupilId}.json`, 'oakfield.json'];
  for (const collection of COLLECTIONS) {
    const names = await readdir(join(folder, collection));
    const keep = names.find((name) => kept.includes(name)) ?? names[0];
    for (const name of names) if (name !== keep) await rm(join(folder, collection, name));
  }
  // From format 2 on, how many there are is kept beside them.
  const one = Object.fromEntries(COLLECTIONS.map((collection) => [collection, 1]));
  if (format > 1) await change(join(folder, 'format.json'), (json) => ({ ...json, documents: one }));
  return folder;
}

// Not waiting for each file: some tests look at a folder after every write there is.
/** Every file below a folder, by its path in it, but for the lock's; `leaveOut` are folders not looked into. */
export async function everythingIn(
  folder: string,
  leaveOut: readonly string[] = [],
): Promise<Map<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const all = new Map<string, string>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
    if (path.startsWith('lock') || leaveOut.some((each) => path.startsWith(`${each}/`))) continue;
    all.set(path, readFileSync(join(folder, path), 'utf8'));
  }
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Changes what stands in a document's file. */
export async function change(
  file: string,
  to: (json: Readonly<Record<string, unknown>>) => unknown,
): Promise<void> {
  await writeFile(file, JSON.stringify(to(JSON.parse(await readFile(file, 'utf8'))), null, 2));
}
