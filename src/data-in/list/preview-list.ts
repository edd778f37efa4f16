import { PLAN_KINDS, planRow } from '../../domain/plans/index.ts';
import { refKey } from '../../domain/pupil/who/person.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import type { School } from '../../domain/school/school.ts';
import type { Writes } from '../import.ts';
import { givingWay } from '../in-turns.ts';
import { type KeptField, type Planning, pupilsPlanned } from '../plan-pupils.ts';
import { lookedAt, type RefusedPreview } from '../refused.ts';
import type { Tally } from '../tally.ts';
import type { WantedPupil } from '../wanted.ts';
import { type Leavers, leaversOf, type SaidHow } from './leavers.ts';
import type { ListedPupil } from './list-row.ts';
import type { ReadList } from './read-list.ts';
import { leftOutOf, type Someone, type ToLookAt, toLookAt } from './to-look-at.ts';

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
  /** Without those who have left by the list. */
  readonly tally: Tally;
  /** Those who are here until now. */
  readonly left: readonly Someone[];
  /** So many rows are of pupils who left and were never here. */
  readonly strangers: number;
  readonly toLookAt: readonly ToLookAt[];
  /** So many are here and not on it, where it is of a part of the school, as a class. */
  readonly ofOtherParts: number;
  /** What stays as it was changed here, though the list says something else. */
  readonly kept: readonly KeptField[];
  /** References of children on it who were erased here, and are not taken. */
  readonly erased: readonly string[];
  readonly planned: Writes;
}

/** What a list is compared with, and who brings it in. */
interface ComparedWith {
  readonly school: School;
  readonly stored: readonly Pupil[];
  readonly planning: Planning;
  readonly how: SaidHow;
}

/** What a list would do to the pupils that are stored, or what a person must say first. */
export async function previewList(
  list: ReadList,
  file: string,
  { school, stored, planning, how }: ComparedWith,
): Promise<ListPreview | RefusedPreview> {
  const [leaving, staying] = [true, false].map((left) =>
    list.pupils.filter(({ leftOn }) => (leftOn !== undefined) === left),
  ) as [ListedPupil[], ListedPupil[]];
  const wanted = staying.map((pupil) => wantedOf(school.id, pupil));
  const plan = await givingWay(pupilsPlanned(stored, wanted, planning));
  const lines = new Map(staying.map(({ ref, line }) => [refKey(ref), line]));
  const toLook = lookedAt(plan, (ref) => lines.get(ref), file);
  if (toLook) return { ...toLook, found: list };
  const planned = new Map(plan.pupils.map((pupil) => [pupil.id, pupil]));
  const after = stored.map((pupil) => planned.get(pupil.id) ?? pupil);
  const leavers = leaversOf(after, plan, { leaving, staying }, how);
  const pupils = withLeavers(plan.pupils, leavers);
  const given = { list, staying, stored, plan, leavers };
  return {
    is: 'list',
    file,
    school,
    list,
    sen: senIn(staying),
    tally: withoutLeavers(plan.tally, leavers),
    left: leavers.left,
    strangers: leavers.strangers,
    kept: plan.kept,
    erased: plan.erased,
    toLookAt: toLookAt(given),
    ofOtherParts: leftOutOf(given),
    planned: { plan: { school: undefined, pupils }, known: school, isNew: false, seen: stored },
  };
}

/** In the order that is safe to be cut short in: who leaves after all others, unless something else of them changes too. */
function withLeavers(pupils: readonly Pupil[], { left }: Leavers): readonly Pupil[] {
  const leaving = new Map(left.map((pupil) => [pupil.id, pupil]));
  const changed = pupils.map((pupil) => leaving.get(pupil.id) ?? pupil);
  const ids = new Set(changed.map(({ id }) => id));
  return [...changed, ...left.filter(({ id }) => !ids.has(id))];
}

function withoutLeavers(tally: Tally, { left }: Leavers): Tally {
  const refs = new Set(left.map(({ ref }) => ref));
  return { ...tally, missing: tally.missing.filter((ref) => !refs.has(ref)) };
}

function wantedOf(schoolId: string, row: ListedPupil): WantedPupil {
  const { from: _, line: _line, leftOn: _leftOn, destination: _destination, ...pupil } = row;
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
