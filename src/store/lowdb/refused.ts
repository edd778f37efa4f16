import { capital } from '../../domain/language/words.ts';
import { codeOf, Unsettled } from './files.ts';

/** Something asked for that can't be done, in words for an IT manager. */
export class Refused extends Error {}

/** The system's codes for what an IT manager can put right. */
const BY_CODE: Readonly<Record<string, string>> = {
  EACCES: 'this user may not use it',
  EPERM: 'this user may not use it',
  EROFS: 'that disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'this user may store no more there',
  ENOENT: 'it is not there, or can’t be made there',
  ENOTDIR: 'a file stands where a folder should be',
  EEXIST: 'a file stands where a folder should be',
  EISDIR: 'a folder stands where a file should be',
};

/** What the system refused, in words, with what follows from it: "Nothing was changed." Any other error is as it was. */
export function refusedBySystem(error: unknown, follows: string): unknown {
  const cause = error instanceof Unsettled ? error.cause : error;
  const words = BY_CODE[codeOf(cause)];
  if (!words) return error;
  const path = pathOf(cause);
  const said = path ? `${path}: ${words}` : capital(words);
  return new Refused(`${said} (${codeOf(cause)}). ${follows}`, { cause });
}

const pathOf = (error: unknown) =>
  error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : undefined;
