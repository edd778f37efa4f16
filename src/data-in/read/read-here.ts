import { readSchoolFiles, readStaffAlone, readStaffTable } from '../folder.ts';
import { fitList } from '../list/fit-list.ts';
import type { Asked, Made } from './asked-of-child.ts';
import { readFileFromOutside } from './read-files.ts';
import { namesOf, type OutsideFile, Unreadable } from './table.ts';

async function tablesOf(files: readonly OutsideFile[]) {
  const tables = (await Promise.all(files.map(readFileFromOutside))).flat();
  if (tables.length === 0) throw new Unreadable(namesOf(files), 'there is no list of pupils in this');
  return tables;
}

/** Reads what is asked for in the process it is called in, with no cap on time or memory: see `inOwnProcess`. */
export async function readHere(asked: Asked): Promise<Made> {
  try {
    if (asked.is === 'staff') return { is: 'staff', reading: readStaffAlone(asked.files) };
    if (asked.is === 'folder') return { is: 'folder', reading: readSchoolFiles(asked.files, asked.today) };
    const tables = await tablesOf(asked.files);
    const list = fitList(tables, asked.said);
    // A set of files has its teachers beside its pupils.
    const maybeStaff = list.is === 'no-shape' || (list.is === 'lacking' && tables.length === 1);
    const staff = maybeStaff ? readStaffTable(tables) : undefined;
    return staff ? { is: 'staff', reading: staff } : { is: 'list', list };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { is: 'unreadable', file: error.file, message: error.message, line: error.line };
  }
}
