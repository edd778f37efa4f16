import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Fault } from './fault.ts';
import { MOST_BYTES_IN, MOST_FILES_IN } from './limits.ts';
import type { OutsideFile } from './read/table.ts';

/** Files with what is in them, or why they can't be had. */
type Given = { readonly files: readonly OutsideFile[] } | { readonly fault: Fault };

/** What stands in a folder beside files: what a machine keeps for itself is not meant. */
const isMeant = (name: string) => !name.startsWith('.') && !name.startsWith('~$');

/** The files of a folder, by name; folders in it are left out. */
export async function filesIn(folder: string): Promise<Given> {
  const entries = await readdir(folder).catch(() => undefined);
  if (!entries) return { fault: { file: folder, message: 'there is no such folder, or it cannot be read' } };
  const files: OutsideFile[] = [];
  for (const name of entries.filter(isMeant).sort()) {
    const given = await oneFile(join(folder, name));
    if (given === undefined) continue;
    if ('fault' in given) return { fault: { ...given.fault, file: name } };
    files.push(...given.files);
    if (files.length > MOST_FILES_IN) {
      const message = `there are more than ${MOST_FILES_IN} files in this folder; put what is to be imported into one of its own`;
      return { fault: { file: folder, message } };
    }
  }
  return { files };
}

/** What is named on the command line: the file, or the files of the folder. */
export async function filesAt(path: string): Promise<Given> {
  const found = await stat(path).catch(() => undefined);
  if (!found)
    return { fault: { file: path, message: 'there is no such file or folder, or it cannot be read' } };
  if (found.isDirectory()) return filesIn(path);
  return (await oneFile(path)) ?? { fault: { file: path, message: CANNOT } };
}

const CANNOT = 'this file cannot be read; check that it is a file, and may be read';

// Undefined for a folder. What is far too large is not even read.
async function oneFile(path: string): Promise<Given | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return undefined;
  if (found && found.size > MOST_BYTES_IN) {
    const message = `this is more than ${MOST_BYTES_IN / 1024 / 1024} MB; export the pupils alone`;
    return { fault: { file: basename(path), message } };
  }
  const bytes = found?.isFile() ? await readFile(path).catch(() => undefined) : undefined;
  return bytes
    ? { files: [{ name: basename(path), bytes }] }
    : { fault: { file: basename(path), message: CANNOT } };
}
