import { readFile } from 'node:fs/promises';
import { DOES_NOT_BELONG, type StoredFault } from '../damaged.ts';
import { codeOf } from './files.ts';

/** What is wrong with a file, but for its name. */
type Wrong = Pick<StoredFault, 'field' | 'what' | 'remedy'>;

/** A file does not hold what it should. Says what is wrong, and never what is in it. */
export class Unreadable extends Error {
  readonly wrong: Wrong;

  constructor(wrong: Wrong) {
    super(wrong.what);
    this.wrong = wrong;
  }
}

const NO_RIGHT = 'Give the user that the bot runs as the right to read it, then start again.';

/**
 * What a JSON file holds; undefined where there is no such file. The byte order mark that some editors put at the beginning
 * is passed over. @throws {Unreadable} it can't be read, or holds no JSON.
 */
export async function readJson(path: string): Promise<unknown> {
  const bytes = await readBytes(path);
  if (!bytes) return undefined;
  if (bytes.length === 0) throw new Unreadable({ what: 'is empty' });
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // The parser's own message quotes the file, so it goes no further.
    throw new Unreadable({ what: 'is torn or is not JSON' });
  }
}

async function readBytes(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return undefined;
    if (code === 'EISDIR')
      throw new Unreadable({ what: 'is a folder, where a file should be', remedy: DOES_NOT_BELONG });
    const what = `can't be read (${code})`;
    throw new Unreadable(code === 'EACCES' || code === 'EPERM' ? { what, remedy: NO_RIGHT } : { what });
  }
}
