import { didYouMean } from '../domain/language/nearest.ts';
import { PLAN_KINDS, planRow } from '../domain/plans/index.ts';
import { refKey } from '../domain/pupil/who/person.ts';
import type { Decision } from '../domain/pupil/who/who-is-who.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { School } from '../domain/school/school.ts';
import type { Store } from '../store/store.ts';
import { type Fault, ImportFaults } from './fault.ts';
import { readSchoolFiles } from './folder.ts';
import { type PlannedSchool, planSchoolImport, type Writes } from './import.ts';
import type { ListedPupil } from './list/list-row.ts';
import { type ReadList, readList } from './list/read-list.ts';
import { lookFaults } from './look-faults.ts';
import { type KeptField, type Look, type PlannedPupils, type Planning, planPupils } from './plan-pupils.ts';
import { readOutside } from './read/read-outside.ts';
import { type OutsideFile, Unreadable } from './read/table.ts';
import { SCHOOL_FILE } from './school-file.ts';
import type { ColumnSaid } from './shapes/find-shape.ts';
import { STAFF_FILE } from './staff-file.ts';
import type { Tally } from './tally.ts';
import type { WantedPupil } from './wanted.ts';

/** What is to be imported: files with their names, by which only school.json and its three lists are told from others. */
export interface ImportInput {
  readonly files: readonly OutsideFile[];
  /** The school's id, where several are stored. */
  readonly school?: string | undefined;
  /** What a person says of headings. */
  readonly columns: readonly ColumnSaid[];
  /** Rows with a fault are left out, and the others taken. */
  readonly skipBad: boolean;
  /** What a person says of rows that can't be told, by their reference as `refKey` has it. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** What was changed here in forms is overwritten, too, where the list says something else. */
  readonly takeList?: boolean;
}

/** The day it is at school, and ids for pupils who are new. */
export type PreviewedWith = Pick<Planning, 'today' | 'newId'>;

/** A folder with school.json, as it would be taken. */
interface FolderPreview {
  readonly is: 'folder';
  readonly planned: PlannedSchool;
}

/** A list of pupils, as it would be taken. */
export interface ListPreview {
  readonly is: 'list';
  readonly file: string;
  readonly school: School;
  readonly list: ReadList;
  /** How many of the rows have SEN and, of those, how many a plan that a local authority keeps; undefined where it does not say. */
  readonly sen:
    | { readonly all: number; readonly decidedElsewhere: number; readonly calledThat: string }
    | undefined;
  readonly tally: Tally;
  /** Pupils, by reference, who have left by the list. */
  readonly left: readonly string[];
  /** Pupils, by reference, whose plan would go, as the list says that they have none. */
  readonly planGone: readonly string[];
  /** What stays as it was changed here, though the list says something else. */
  readonly kept: readonly KeptField[];
  readonly planned: Writes;
}

/** Nothing can be taken as it is: every fault. */
export interface RefusedPreview {
  readonly is: 'refused';
  readonly faults: readonly Fault[];
  /** Leaving out the rows with faults would do. Then what the list says besides is here. */
  readonly rest?: ReadList;
  /** Or a person saying of these rows, each with its fault, whether they are the child stored under the reference. */
  readonly looks?: readonly { readonly ref: string; readonly fault: Fault; readonly look: Look }[];
}

export type Preview = FolderPreview | ListPreview | RefusedPreview;

const refused = (...faults: readonly Fault[]): RefusedPreview => ({ is: 'refused', faults });

/**
 * What an import would do: all is read, checked and compared with what is stored. Nothing is written.
 */
export async function previewImport(
  store: Store,
  input: ImportInput,
  given: PreviewedWith,
): Promise<Preview> {
  const planning: Planning = { ...given, decisions: input.decisions, takeList: input.takeList };
  const { today } = given;
  const names = input.files.map(({ name }) => name);
  if (names.includes(SCHOOL_FILE) || names.includes(STAFF_FILE))
    return previewFolder(store, input.files, planning);
  try {
    const fitted = await readOutside(input.files, input.columns);
    const school = await schoolMeant(store, input.school);
    if (!('staff' in school)) return refused(school);
    const list = await readList(fitted, school, today);
    if (list.is === 'none') return refused(...list.faults);
    if (list.bad > 0 && !(input.skipBad && list.pupils.length > 0))
      return { is: 'refused', faults: list.faults, ...(list.pupils.length > 0 && { rest: list }) };
    return previewList(list, names.join(', '), school, await store.pupilsOf(school.id), planning);
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
): Promise<FolderPreview | RefusedPreview> {
  const reading = readSchoolFiles(files, planning.today);
  if (!reading.ok) return refused(...reading.faults);
  try {
    const planned = await planSchoolImport(store, reading.wanted, planning);
    const toLook = lookedAt(planned.plan, (ref) => reading.lines.get(ref));
    return toLook ?? { is: 'folder', planned };
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

/** What a person must say first, before anything is taken. */
function lookedAt(
  plan: Pick<PlannedPupils, 'looks' | 'movedList' | 'unknown'>,
  lineOf: (ref: string) => number | undefined,
  file?: string,
): RefusedPreview | undefined {
  const faults = lookFaults(plan, lineOf, file);
  if (faults.length === 0) return undefined;
  // A list that is moved against its references is to be exported once more: saying it row by row would not help.
  if (plan.movedList || plan.unknown.length > 0) return refused(...faults);
  const looks = plan.looks.flatMap((look, at) => {
    const fault = faults[at];
    return fault && look.why !== 'several' ? [{ ref: look.row.ref, fault, look }] : [];
  });
  return { is: 'refused', faults, ...(looks.length === faults.length && { looks }) };
}

function previewList(
  list: ReadList,
  file: string,
  school: School,
  stored: readonly Pupil[],
  planning: Planning,
): ListPreview | RefusedPreview {
  const here = list.pupils.filter(({ leftOn }) => leftOn === undefined);
  const wanted = here.map((pupil) => wantedOf(school.id, pupil));
  const plan = planPupils(stored, wanted, planning);
  const lines = new Map(here.map(({ ref, line }) => [refKey(ref), line]));
  const toLook = lookedAt(plan, (ref) => lines.get(ref), file);
  if (toLook) return toLook;
  const { pupils, tally } = plan;
  const before = new Map(stored.map((pupil) => [pupil.id, pupil]));
  const gone = pupils.filter((pupil) => pupil.plans.length < (before.get(pupil.id)?.plans.length ?? 0));
  return {
    is: 'list',
    file,
    school,
    list,
    sen: senIn(here),
    tally,
    left: list.pupils.filter(({ leftOn }) => leftOn !== undefined).map(({ ref }) => ref),
    planGone: gone.map(({ ref }) => ref),
    kept: plan.kept,
    planned: { plan: { school: undefined, pupils }, known: school, isNew: false },
  };
}

function wantedOf(schoolId: string, row: ListedPupil): WantedPupil {
  const { from: _, line: _line, leftOn: _leftOn, ...pupil } = row;
  return { ...pupil, schoolId };
}

function senIn(pupils: readonly ListedPupil[]): ListPreview['sen'] {
  if (pupils.every(({ said }) => said === undefined)) return undefined;
  const elsewhere = PLAN_KINDS.filter((kind) => planRow(kind).decidedElsewhere);
  const withSen = pupils.filter(({ said }) => said !== undefined && said.length > 0);
  return {
    all: withSen.length,
    decidedElsewhere: withSen.filter(({ said }) => said?.some(({ kind }) => elsewhere.includes(kind))).length,
    calledThat: elsewhere.map((kind) => planRow(kind).name).join(' or '),
  };
}
