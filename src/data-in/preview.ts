import { didYouMean } from '../domain/language/nearest.ts';
import type { Decisions } from '../domain/pupil/who/who.ts';
import type { PersonId, School, SettingKey } from '../domain/school/school.ts';
import type { Instant } from '../domain/time.ts';
import type { Store } from '../store/store.ts';
import { type Fault, ImportFaults } from './fault.ts';
import type { StaffReading } from './folder.ts';
import { type PlannedSchool, planSchoolImport } from './import.ts';
import type { ListSaid } from './list/fit-list.ts';
import { oneUpnEach } from './list/one-upn-each.ts';
import { type ListPreview, previewList } from './list/preview-list.ts';
import { readList } from './list/read-list.ts';
import type { Planning } from './plan-pupils.ts';
import type { PersonSaid } from './plan-staff.ts';
import type { Reader } from './read/asked-of-child.ts';
import { readFolderOutside, readOutside, readStaffOutside } from './read/read-outside.ts';
import { type OutsideFile, Unreadable } from './read/table.ts';
import { lookedAt, type RefusedPreview, refused } from './refused.ts';
import { isSchoolFile } from './school-file.ts';
import { isStaffFile } from './staff-file.ts';
import type { Wanted } from './wanted.ts';

/** What is to be imported: files with their names, by which only school.json and its three lists are told from others. */
export interface ImportInput {
  readonly files: readonly OutsideFile[];
  /** The school's id, where several are stored. */
  readonly school?: string | undefined;
  /** What a person says of headings. */
  readonly columns: ListSaid['columns'];
  /** Whose pupils are meant, where a list has those of several schools. */
  readonly schoolInList?: ListSaid['schoolInList'];
  /** Rows with a fault are left out, and the others taken. */
  readonly skipBad: boolean;
  /** What a person says of rows that can't be told. */
  readonly decisions: Decisions;
  /** What was changed here in forms is overwritten, too, where the list says something else. */
  readonly takeList?: boolean;
  /** Children who were erased here are taken all the same. */
  readonly takeErased?: boolean;
  /** Who brings it in; left out at the command line. */
  readonly by?: PersonId;
  /** Settings of which school.json's are to be taken, though they were changed here. */
  readonly fromFile?: readonly SettingKey[] | undefined;
  /** Who of the staff list is a colleague who left, as a person says. */
  readonly people?: readonly PersonSaid[];
}

/** The day it is at school, and the moment; ids for pupils who are new; and who reads files, left out a process of its own. */
export interface PreviewedWith extends Pick<Planning, 'today' | 'newId' | 'wasErased'> {
  readonly at: Instant;
  readonly reader?: Reader | undefined;
}

/** A folder with school.json, or a staff list alone, as it would be taken. */
interface FolderPreview {
  readonly is: 'folder';
  readonly planned: PlannedSchool;
}

export type Preview = FolderPreview | ListPreview | RefusedPreview;

/**
 * What an import would do: all is read, checked and compared with what is stored. Nothing is written.
 */
export async function previewImport(
  store: Store,
  input: ImportInput,
  { reader, ...given }: PreviewedWith,
): Promise<Preview> {
  const { decisions, takeList, takeErased, fromFile, people } = input;
  const planning: Planning = { ...given, decisions, takeList, takeErased, fromFile, people };
  const { today, at } = given;
  const names = input.files.map(({ name }) => name);
  try {
    if (names.length === 1 && isStaffFile(names[0]))
      return await previewStaff(store, input, planning, await readStaffOutside(input.files, reader));
    if (names.some(isSchoolFile) || names.some(isStaffFile))
      return await previewFolder(store, input.files, planning, reader);
    const fitted = await readOutside(input.files, input, reader);
    if (fitted.is === 'staff') return await previewStaff(store, input, planning, fitted.reading);
    const school = await schoolMeant(store, input.school);
    if (!('staff' in school)) return refused(school);
    const read = await readList(fitted, school, today);
    if (read.is === 'none') return { ...refused(...read.faults), found: read };
    const stored = await store.pupilsOf(school.id);
    const list = oneUpnEach(read, stored, decisions);
    if (list.bad > 0 && !(input.skipBad && list.pupils.length > 0))
      return { ...refused(...list.faults), found: list, ...(list.pupils.length > 0 && { rest: list }) };
    return await previewList(list, names.join(', '), {
      school,
      stored,
      planning,
      how: { by: input.by ?? '', at },
    });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { file, line, message } = error;
    return refused({ file, message, ...(line !== undefined && { line }) });
  }
}

async function previewFolder(
  store: Store,
  files: readonly OutsideFile[],
  planning: Planning,
  reader?: Reader,
): Promise<FolderPreview | RefusedPreview> {
  const reading = await readFolderOutside(files, planning.today, reader);
  if (!reading.ok) return refused(...reading.faults);
  const { wanted, lines } = reading;
  return previewWanted(store, wanted, planning, (ref) => lines.get(ref));
}

/** A staff list alone, of the school it is for: its people are taken as a folder's, and all else stays as it is stored. */
async function previewStaff(
  store: Store,
  { school: id }: ImportInput,
  planning: Planning,
  reading: StaffReading,
): Promise<FolderPreview | RefusedPreview> {
  if (!reading.ok) return refused(...reading.faults);
  const stored = await schoolMeant(store, id);
  if (!('staff' in stored)) return refused(stored);
  const { version: _, ...school } = stored;
  const wanted: Wanted = {
    school: { ...school, staff: reading.staff },
    pupils: [],
    withoutPupils: true,
    staffAlone: true,
  };
  return previewWanted(store, wanted, planning, () => undefined);
}

async function previewWanted(
  store: Store,
  wanted: Wanted,
  planning: Planning,
  lineOf: (ref: string) => number | undefined,
): Promise<FolderPreview | RefusedPreview> {
  try {
    const planned = await planSchoolImport(store, wanted, planning);
    return lookedAt(planned.plan, lineOf) ?? { is: 'folder', planned };
  } catch (error) {
    if (error instanceof ImportFaults) return refused(...error.faults);
    throw error;
  }
}

/** The school a list is for: the one that is named, else the only one. */
async function schoolMeant(store: Store, id: string | undefined): Promise<School | Fault> {
  const schools = await store.schools();
  const ids = schools.map((school) => school.id);
  const found = id === undefined ? schools[0] : schools.find((school) => school.id === id);
  if (found && (id !== undefined || schools.length === 1)) return found;
  if (schools.length === 0)
    return {
      file: 'data folder',
      message: 'no school is stored yet; begin with npm run import -- --new, or import its folder first',
    };
  if (id === undefined)
    return {
      file: 'data folder',
      message: `there are several schools; say which with --school: ${ids.join(', ')}`,
    };
  return {
    file: '--school',
    message: `there is no school of that id; the schools are ${ids.join(', ')}.${didYouMean(id, ids)}`,
  };
}
