import { readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { isLocalDate, type LocalDate, plusDays } from '../../domain/time.ts';
import { BACKUPS, inTurn } from './backup.ts';
import { type Files, ifMissing, realFiles, removeDurably, syncFolder } from './files.ts';
import { SET_ASIDE } from './set-aside.ts';

/**
 * For how many days copies of what is stored stay in the data folder, where nothing else is set: a year. A copy is kept shorter than
 * the record, as what stands in chats is (DOMAIN.md, children's data); no backup of a year ago would be put back.
 */
export const COPIES_KEPT_DAYS = 365;

const NOTE = '.json';
const FOLDERS = [BACKUPS, SET_ASIDE];
const MADE_AT = /^(\d{4}-\d{2}-\d{2})T\d{2}-\d{2}-\d{2}Z/;

/** The day on which a copy is kept no longer, by its name; undefined where the name has none, as that of a folder that somebody put there. */
export function agesOutOn(copy: string, days: number): LocalDate | undefined {
  const day = MADE_AT.exec(copy.slice(copy.indexOf('/') + 1))?.[1];
  return day !== undefined && isLocalDate(day) ? plusDays(day, days) : undefined;
}

/** The copy that a file belongs to: "backups/2026-11-21T09-00-00Z-before-import"; undefined where it is of none. */
export function copyWith(folder: string, file: string): string | undefined {
  const [of, name] = relative(folder, file).split(sep);
  return name !== undefined && FOLDERS.some((one) => one === of) ? `${of}/${withoutNote(name)}` : undefined;
}

const withoutNote = (name: string) => (name.endsWith(NOTE) ? name.slice(0, -NOTE.length) : name);

/** The copies in a data folder that are kept no longer on a day. */
export async function agedCopies(folder: string, today: LocalDate, days: number): Promise<readonly string[]> {
  const all = await Promise.all(
    FOLDERS.map(async (of) => {
      const names = await readdir(join(folder, of)).catch((error: unknown) => ifMissing<string[]>(error, []));
      return names.map((name) => `${of}/${withoutNote(name)}`);
    }),
  );
  const isOver = (copy: string) => {
    const over = agesOutOn(copy, days);
    return over !== undefined && over <= today;
  };
  return [...new Set(all.flat())].filter(isOver);
}

/** Removes copies for good, whatever is in them and whether or not they can be opened. Cut short, it can be done again. */
export function removeCopies(
  folder: string,
  copies: readonly string[],
  files: Files = realFiles,
): Promise<void> {
  return inTurn(async () => {
    for (const copy of copies) {
      const path = join(folder, copy);
      // The note first: without it an import is none that could be taken back.
      await removeDurably(`${path}${NOTE}`, files);
      await files.rm(path, { force: true, recursive: true });
      await syncFolder(dirname(path), files);
    }
  });
}
