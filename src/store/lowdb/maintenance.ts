import { resolve } from 'node:path';
import { Damaged, type StoredFault } from '../damaged.ts';
import type { Found } from '../examine.ts';
import { formatOf } from '../upgrades/bring-up.ts';
import { copyTo, datedBackup } from './backup.ts';
import { mustBeNew } from './backup-place.ts';
import { isFolder, isThere, makeFolder } from './files.ts';
import { contentOf } from './json-file.ts';
import { lockFolder } from './lock.ts';
import { type Counted, writeMarker } from './marker.ts';
import { documentName } from './names.ts';
import type { Options } from './options.ts';
import { faultsOf, stopIfSerious, surveyData } from './prepare.ts';
import { Refused, refusedBySystem } from './refused.ts';
import { finishReplacement, hasBegun, replaceAll } from './replacement.ts';
import { type Survey, survey } from './survey.ts';

/*
 * What an IT manager does with a data folder while the bot is stopped. Each takes the folder's lock, so each is refused
 * (`InUse`) while the bot runs.
 */

/** What a look at all that is stored found. */
export interface Verified {
  readonly format: number;
  /** The format of today, which the next start brings it up to. */
  readonly today: number;
  readonly there: Counted;
  readonly faults: readonly StoredFault[];
  /** As in a survey. */
  readonly encrypted: Survey['encrypted'];
}

/**
 * Reads all of the data folder as the next start would, and sets nothing aside and upgrades nothing (what a killed process
 * had begun is finished, as any start does). Undefined: nothing is stored in it.
 */
export async function verifyData(folder: string, options: Options): Promise<Verified | undefined> {
  if (!(await isThere(folder))) return undefined;
  return locked(folder, async (path) => {
    const found = await surveyData(path, options);
    return found && looked(path, found, options);
  });
}

/**
 * As `verifyData`, for a backup: it is in nobody's use, so nothing is locked.
 * @throws {Refused} there is no backup in that folder.
 */
export async function verifyBackup(folder: string, options: Options): Promise<Verified> {
  const path = resolve(folder);
  return looked(path, await surveyBackup(path, options), options);
}

/**
 * Copies all that is stored to the folder `to`, which must not be there yet, nor be in the data folder; `first` is done before that.
 * @throws {Refused} there is nothing to copy, or it can't be copied there.
 */
export async function backUp(
  folder: string,
  to: string,
  options: Options,
  first: () => Promise<void> = async () => undefined,
): Promise<void> {
  const target = resolve(to);
  if (!(await isThere(folder))) throw new Refused(nothingIn(resolve(folder)));
  await locked(folder, async (path) => {
    const { files } = options;
    await mustBeNew(target, path);
    await finishReplacement(path, files);
    if (!(await hasData(path, options))) throw new Refused(nothingIn(path));
    await first();
    await copyTo(target, path, options);
  });
}

/** What was put back, and what became of what was there before. */
export interface Restored {
  /** Where what was there before is kept; undefined where there was nothing. */
  readonly before: string | undefined;
  /** Documents of the backup that can't be read, and can be learnt again: they were left out. */
  readonly leftOut: readonly StoredFault[];
}

/** What is done before a backup is put back, and with all its documents once it is. */
export interface Around {
  before(): Promise<void>;
  after(documents: readonly Found[]): Promise<void>;
}
const NOTHING_AROUND: Around = { before: async () => undefined, after: async () => undefined };

/**
 * Puts a backup in the place of all that is stored. What is stored is backed up first, where there is anything.
 * @throws {Damaged} the backup is not whole; {NewerFormat} it is of a later version: nothing was changed.
 */
export async function restore(
  folder: string,
  from: string,
  options: Options,
  { before: first, after }: Around = NOTHING_AROUND,
): Promise<Restored> {
  // Without a backup to put back no folder is made.
  if (!(await isThere(folder))) await wholeBackup(resolve(from), options);
  return locked(folder, async (path) => {
    const { files, now } = options;
    const source = resolve(from);
    const backup = await wholeBackup(source, options);
    await finishReplacement(path, files);
    let before: string | undefined;
    await first();
    await replaceAll(
      path,
      {
        format: backup.format,
        oldIds: backup.oldIds,
        documents: backup.found.map(({ collection, id, file }) => {
          const name = documentName(collection, id);
          return { collection, id, content: () => contentOf(file, name, options.keys) };
        }),
      },
      async () => {
        if (await hasData(path, options)) before = await datedBackup(path, now(), 'before-restore', options);
      },
      options,
    );
    await after(backup.found);
    return { before, leftOut: backup.faults };
  });
}

/** Takes what is there for all that is to be there: for when documents were removed on purpose. Resolves to how many there are. */
export async function recount(
  folder: string,
  options: Options,
  first: () => Promise<void> = async () => undefined,
): Promise<Counted | undefined> {
  if (!(await isThere(folder))) return undefined;
  return locked(folder, async (path) => {
    const found = await surveyData(path, options);
    if (!found) return undefined;
    await first();
    await writeMarker(path, { format: found.format, documents: found.there }, options.files);
    return found.there;
  });
}

const NOTHING_CHANGED = 'Nothing was changed.';
const GOES_ON = 'What is stored was being replaced: put this right, and the next start goes on with it.';

async function locked<T>(folder: string, work: (path: string) => Promise<T>): Promise<T> {
  const path = resolve(folder);
  try {
    await makeFolder(path);
    const lock = await lockFolder(path);
    try {
      return await work(path);
    } finally {
      await lock.release();
    }
  } catch (error) {
    const begun = await hasBegun(path).catch(() => false);
    throw refusedBySystem(error, begun ? GOES_ON : NOTHING_CHANGED);
  }
}

async function surveyBackup(path: string, { upgrades, keys }: Options): Promise<Survey> {
  if (!(await isFolder(path))) throw new Refused(`${path} is not there, or is no folder.`);
  const found = await survey(path, formatOf(upgrades), keys);
  if (!found) throw new Refused(`${path} holds no backup of a data folder.`);
  return found;
}

// What to do with a data folder that is not whole is no help with a backup.
async function wholeBackup(path: string, options: Options): Promise<Survey> {
  try {
    const backup = await surveyBackup(path, options);
    stopIfSerious(faultsOf(path, backup, options));
    return backup;
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    const remedy = 'That backup is not whole: put back another.';
    throw new Damaged(error.faults.map((fault) => ({ ...fault, remedy })));
  }
}

function looked(folder: string, found: Survey, options: Options): Verified {
  const faults = faultsOf(folder, found, options);
  const { format, there, encrypted } = found;
  return { format, today: formatOf(options.upgrades), there, faults, encrypted };
}

const nothingIn = (folder: string) => `Nothing is stored in ${folder}.`;

// A folder that is not whole has data, too: it is kept as it is.
async function hasData(folder: string, { upgrades, keys }: Options): Promise<boolean> {
  return survey(folder, formatOf(upgrades), keys).then(
    (found) => found !== undefined && Object.values(found.there).some((count) => count > 0),
    () => true,
  );
}
