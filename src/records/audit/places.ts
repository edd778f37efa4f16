import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isLocalDate, type LocalDate } from '../../domain/time.ts';
import { ifMissing } from '../../store/lowdb/files.ts';

const SUFFIX = '.jsonl';
/** No school has this id: a document's id has no plus sign. */
const NO_SCHOOL = '+none';

/** The folder in the data folder that holds the audit. */
export const auditFolder = (dataDir: string): string => join(dataDir, 'audit');

/** The name a school's chain has; that of what belongs to no school, where it is undefined. */
export const chainName = (school: string | undefined): string => school ?? NO_SCHOOL;

/** The school whose chain it is; undefined of that of what belongs to none. */
export const schoolOf = (name: string): string | undefined => (name === NO_SCHOOL ? undefined : name);

/** The chain's name in words. */
export const chainInWords = (name: string): string => (name === NO_SCHOOL ? NONE_WORDS : name);

/** The chain that is called so in words. */
export const chainFromWords = (words: string): string => (words === NONE_WORDS ? NO_SCHOOL : words);
const NONE_WORDS = 'no school';

/** The file of a chain's day. */
export const dayPath = (audit: string, name: string, day: LocalDate): string =>
  join(audit, name, `${day}${SUFFIX}`);

const namesIn = (folder: string) =>
  readdir(folder, { withFileTypes: true }).catch((error: unknown) => ifMissing(error, []));

/** The names of the chains there are, in order. */
export async function chainsIn(audit: string): Promise<readonly string[]> {
  const found = await namesIn(audit);
  return found.flatMap((one) => (one.isDirectory() ? [one.name] : [])).sort();
}

/** What a chain's folder holds: its days, in order, and the names of what does not belong there. */
export async function daysIn(
  audit: string,
  name: string,
): Promise<{ readonly days: readonly LocalDate[]; readonly strange: readonly string[] }> {
  const all = await namesIn(join(audit, name));
  const dayOf = (file: string) => (file.endsWith(SUFFIX) ? file.slice(0, -SUFFIX.length) : '');
  // A folder, or a link to somewhere else, is no day, whatever it is called.
  const isDay = (one: Dirent) => one.isFile() && isLocalDate(dayOf(one.name));
  const days = all.filter(isDay).map((one) => dayOf(one.name));
  const strange = all
    .filter((one) => !isDay(one) && !PASSED_OVER.test(one.name) && !CUT_OFF.test(one.name))
    .map((one) => one.name);
  return { days: days.sort(), strange: strange.sort() };
}

/** The files that have what was cut off at the end of a day, half written. */
export async function piecesOf(audit: string, name: string, day: LocalDate): Promise<readonly string[]> {
  const all = await namesIn(join(audit, name));
  const pieces = all.filter((one) => CUT_OFF.test(one.name) && one.name.startsWith(day));
  return pieces.map((one) => join(audit, name, one.name));
}

// Nobody made these: the system did.
const PASSED_OVER = /^(\.DS_Store|Thumbs\.db|desktop\.ini)$/;
// What a crash had left half written at the end of a day, and a start has cut off.
const CUT_OFF = /^\d{4}-\d{2}-\d{2}\.jsonl\.cut-\d+-\d+$/;
