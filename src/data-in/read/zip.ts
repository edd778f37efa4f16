import { unzipSync } from 'fflate';
import { type OutsideFile, Unreadable } from './table.ts';

/** What all files in an archive may come to, uncompressed, and how many they may be. */
const MOST_BYTES = 60 * 1024 * 1024;
const MOST_FILES = 2000;

/** The names in an archive, from its own list; nothing is unpacked. Undefined where it is no archive that can be read. */
export function namesIn(bytes: Uint8Array): readonly string[] | undefined {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name);
        return false;
      },
    });
    return names;
  } catch {
    return undefined;
  }
}

/**
 * Refuses an archive that says it holds more than `MOST_BYTES`. One that says less than it holds is cut there: what is
 * unpacked has the size that was said.
 * @throws {Unreadable}
 */
export function refuseTooLarge(file: OutsideFile): void {
  let sum = 0;
  let files = 0;
  try {
    unzipSync(file.bytes, {
      filter: ({ originalSize }) => {
        sum += originalSize;
        files += 1;
        return false;
      },
    });
  } catch {
    throw new Unreadable(file.name, 'this archive is damaged; export it once more');
  }
  if (sum > MOST_BYTES || files > MOST_FILES)
    throw new Unreadable(
      file.name,
      `unpacked this file is larger than ${MOST_BYTES / 1024 / 1024} MB; export the pupils alone`,
    );
}

/**
 * The files in an archive, folders left out, and what Macs put beside them.
 * @throws {Unreadable} it is damaged, or holds too much.
 */
export function unpack(file: OutsideFile): readonly OutsideFile[] {
  refuseTooLarge(file);
  try {
    const entries = Object.entries(unzipSync(file.bytes));
    return entries
      .filter(([path]) => !path.endsWith('/') && !path.startsWith('__MACOSX/'))
      .map(([path, bytes]) => ({ name: path.split('/').at(-1) ?? path, bytes }));
  } catch {
    throw new Unreadable(file.name, 'this archive is damaged; export it once more');
  }
}
