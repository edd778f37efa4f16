import { lstat, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { StoredFault } from '../damaged.ts';
import { formatOf } from '../upgrades/bring-up.ts';
import { copyTo, datedBackup } from './backup.ts';
import { codeOf, ifMissing, makeFolder } from './files.ts';
import { lockFolder } from './lock.ts';
import { type Counted, writeMarker } from './marker.ts';
import type { Options } from './options.ts';
import { faultsOf, stopIfSerious, surveyData } from './prepare.ts';
import { finishReplacement, replaceAll } from './replacement.ts';
import { type Survey, survey } from './survey.ts';

/*
 * What an IT manager does with a data folder while the bot is stopped. Each takes the folder's lock, so each is refused
 * (`InUse`) while the bot runs.
 */

/** Something asked for that can't be done, in words for an IT manager. */
export class Refused extends Error {}

/** What a look at all that is stored found. */
export interface Verified {
  readonly format: number;
  /** The format of today, which the next start brings it up to. */
  readonly today: number;
  readonly there: Counted;
  readonly faults: readonly StoredFault[];
}

/**
 * Reads all of the data folder as the next start would, and sets nothing aside and upgrades nothing (what a killed process
 * had begun is finished, as any start does). Undefined: nothing is stored in it.
 */
export async function verifyData(folder: string, options: Options): Promise<Verified | undefined> {
  if (!(await isThere(folder))) return undefined;
  return locked(folder, async (path) => looked(path, await surveyData(path, options), options));
}

/** As `verifyData`, for a backup: it is in nobody's use, so nothing is locked. */
export async function verifyBackup(folder: string, options: Options): Promise<Verified | undefined> {
  const path = resolve(folder);
  return looked(path, await survey(path, formatOf(options.upgrades)), options);
}

/**
 * Copies all that is stored to the folder `to`, which must not be there yet, nor be in the data folder.
 * @throws {Refused} there is nothing to copy, or it can't be copied there.
 */
export async function backUp(folder: string, to: string, options: Options): Promise<void> {
  const target = resolve(to);
  if (!(await isThere(folder))) throw new Refused(nothingIn(resolve(folder)));
  if (await isThere(target)) throw new Refused(`${target} is there already: name a folder that is not.`);
  if (await isWithin(target, folder))
    throw new Refused(
      `${target} is in the data folder, where a backup is lost with it: name another folder.`,
    );
  await locked(folder, async (path) => {
    const { files } = options;
    await finishReplacement(path, files);
    if (!(await hasData(path, options))) throw new Refused(nothingIn(path));
    await copyTo(target, path, files);
  });
}

/** What was put back, and what became of what was there before. */
export interface Restored {
  /** Where what was there before is kept; undefined where there was nothing. */
  readonly before: string | undefined;
  /** Documents of the backup that can't be read, and can be learnt again: they were left out. */
  readonly leftOut: readonly StoredFault[];
}

/**
 * Puts a backup in the place of all that is stored. What is stored is backed up first, where there is anything.
 * @throws {Damaged} the backup is not whole; {NewerFormat} it is of a later version: nothing was changed.
 */
export function restore(folder: string, from: string, options: Options): Promise<Restored> {
  return locked(folder, async (path) => {
    const { files, now } = options;
    const source = resolve(from);
    const backup = await survey(source, formatOf(options.upgrades));
    if (!backup) throw new Refused(`${source} holds no backup of a data folder.`);
    stopIfSerious(faultsOf(source, backup, options.upgrades));
    await finishReplacement(path, files);
    let before: string | undefined;
    await replaceAll(
      path,
      {
        format: backup.format,
        oldIds: backup.oldIds,
        documents: backup.found.map(({ collection, id, file }) => {
          return { collection, id, content: () => readFile(file) };
        }),
      },
      async () => {
        if (await hasData(path, options)) before = await datedBackup(path, now(), 'before-restore', files);
      },
      files,
    );
    return { before, leftOut: backup.faults };
  });
}

/** Takes what is there for all that is to be there: for when documents were removed on purpose. Resolves to how many there are. */
export async function recount(folder: string, options: Options): Promise<Counted | undefined> {
  if (!(await isThere(folder))) return undefined;
  return locked(folder, async (path) => {
    const found = await surveyData(path, options);
    if (!found) return undefined;
    await writeMarker(path, { format: found.format, documents: found.there }, options.files);
    return found.there;
  });
}

async function locked<T>(folder: string, work: (path: string) => Promise<T>): Promise<T> {
  const path = resolve(folder);
  await makeFolder(path);
  const lock = await lockFolder(path);
  try {
    return await work(path);
  } finally {
    await lock.release();
  }
}

function looked(folder: string, found: Survey | undefined, { upgrades }: Options): Verified | undefined {
  if (!found) return undefined;
  const faults = faultsOf(folder, found, upgrades);
  return { format: found.format, today: formatOf(upgrades), there: found.there, faults };
}

const nothingIn = (folder: string) => `Nothing is stored in ${folder}.`;

// A folder that is not whole has data, too: it is kept as it is.
async function hasData(folder: string, { upgrades }: Options): Promise<boolean> {
  return survey(folder, formatOf(upgrades)).then(
    (found) => found !== undefined && Object.values(found.there).some((count) => count > 0),
    () => true,
  );
}

// By where the folders really are: a link may lead into the data folder.
async function isWithin(path: string, folder: string): Promise<boolean> {
  const parent = await realpath(dirname(path)).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') throw new Refused(`${dirname(path)} is not there: make it first.`);
    throw error;
  });
  return join(parent, basename(path)).startsWith(`${await realpath(folder)}${sep}`);
}

function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: unknown) => ifMissing(error, false),
  );
}
