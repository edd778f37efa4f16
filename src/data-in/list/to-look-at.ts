import { plainName } from '../../domain/language/name-words.ts';
import { planRow } from '../../domain/plans/index.ts';
import { hasLeft } from '../../domain/school/place.ts';
import type { Plan, Pupil } from '../../domain/school/pupil.ts';
import type { PlannedPupils } from '../plan-pupils.ts';
import { slipWords } from '../slips.ts';
import type { Leavers } from './leavers.ts';
import type { ListedPupil } from './list-row.ts';
import type { ReadList } from './read-list.ts';

/** Somebody a person had better look at: a pupil, or a row that will be one. */
export type Someone = Pick<Pupil, 'ref' | 'firstName' | 'lastName'>;

/** Those of whom one thing is to be looked at. `say` takes them as a person is told of them, and how many they are. */
export interface ToLookAt {
  readonly who: readonly Someone[];
  /** Another it is about besides, as they are called then. */
  readonly other?: Someone;
  readonly say: (who: string, many: boolean, other: string) => string;
}

/** What a list would do, and to whom. */
interface Given {
  readonly list: ReadList;
  /** The rows of pupils who stay. */
  readonly staying: readonly ListedPupil[];
  readonly stored: readonly Pupil[];
  readonly plan: Pick<PlannedPupils, 'pupils' | 'here' | 'slips'>;
  readonly leavers: Leavers;
}

interface Row {
  find(given: Given, changes: readonly Change[]): readonly Someone[];
  readonly say: ToLookAt['say'];
}

/** A pupil before and after. */
interface Change {
  readonly before: Pupil;
  readonly after: Pupil;
}

const changed = (changes: readonly Change[], differ: (change: Change) => boolean): readonly Someone[] =>
  changes.filter(differ).map(({ after }) => after);

const isRenamed = ({ before, after }: Change) =>
  plainName(before.firstName) !== plainName(after.firstName) ||
  plainName(before.lastName) !== plainName(after.lastName);

const lost = ({ before, after }: Change): readonly Plan[] =>
  before.plans.filter(({ kind }) => !after.plans.some((plan) => plan.kind === kind));
/** The school's own plan that becomes one of the local authority's is no loss. */
const losesAPlan = (change: Change) =>
  change.after.plans.length === 0
    ? change.before.plans.length > 0
    : lost(change).some(({ kind }) => planRow(kind).decidedElsewhere);

/** A list of everybody, as some on it have no SEN or it says nothing of that: who is not on it may have left. */
const isOfEverybody = (rows: readonly ListedPupil[]) =>
  rows.some(({ said }) => said === undefined || said.length === 0);

/** Who is here, as they are after the list, and not on it; only of a list from which that says something. */
function absentFrom({ list, staying, stored, plan, leavers }: Given): readonly Pupil[] {
  if (list.ofSome) return [];
  const gone = new Set(leavers.left.map(({ id }) => id));
  const absent = stored.filter((pupil) => !plan.here.has(pupil.id) && !gone.has(pupil.id) && !hasLeft(pupil));
  const after = new Map(plan.pupils.map((pupil) => [pupil.id, pupil]));
  const asTheyAre = absent.map((pupil) => after.get(pupil.id) ?? pupil);
  return isOfEverybody(staying) ? asTheyAre : asTheyAre.filter(({ plans }) => plans.length > 0);
}

/** So many who are not on a list can be looked at one by one. */
const FEW = 12;

/** A list of a class or a year: most who are here are not on it, so that says nothing of them. */
const isOfAPart = (given: Given): boolean => absentFrom(given).length > Math.max(FEW, given.staying.length);

/** How many are here and not on a list of a part of the school. */
export const leftOutOf = (given: Given): number => (isOfAPart(given) ? absentFrom(given).length : 0);

/** Everything in a list that is taken, and that a person had better look at first: a row each, in the order they are told. */
const ROWS: readonly Row[] = [
  {
    find: ({ plan }, changes) =>
      changed(
        changes.filter(({ after }) => plan.here.has(after.id)),
        isRenamed,
      ),
    say: (who, many) => `${who}: ${many ? 'names are' : 'the name is'} another than here.`,
  },
  {
    find: (_, changes) => changed(changes, ({ before, after }) => before.dateOfBirth !== after.dateOfBirth),
    say: (who) => `${who}: the date of birth is another than here.`,
  },
  {
    find: (_, changes) => changed(changes, losesAPlan),
    say: (who, many) =>
      `${who}: by this list ${many ? 'they have' : 'there is'} no such plan any more, and the plan here would go.`,
  },
  {
    find: ({ plan }, changes) =>
      changed(
        changes.filter(({ before }) => hasLeft(before) && !plan.here.has(before.id)),
        ({ before, after }) => before.ref !== after.ref || before.upn !== after.upn,
      ),
    say: (who) =>
      `${who}: left, and the number is another child’s by this list. The record stays, under a number of its own.`,
  },
  {
    find: ({ list }) => list.otherYear.filter(({ leftOn }) => leftOn === undefined),
    say: (who) =>
      `${who}: the year group is not the usual one for the birth date. That is right where a pupil is taught out of their year.`,
  },
  {
    find: ({ list }) => list.oddUpn.filter(({ leftOn }) => leftOn === undefined),
    say: (who) => `${who}: the letter of the UPN does not go with its numbers. It is taken as it stands.`,
  },
  {
    find: ({ staying }) => staying.filter(({ yearUnknown }) => yearUnknown),
    say: (who) =>
      `${who}: the year group is none known here, so the one here stays, or the usual one for the birth date is taken.`,
  },
  {
    find: ({ stored, plan }) => stored.filter((pupil) => plan.here.has(pupil.id) && hasLeft(pupil)),
    say: (who, many) =>
      `${who}: on the list, and said here to have left. ${many ? 'They stay' : 'That stays'} so until you say otherwise on “review pupil”.`,
  },
  {
    find: ({ leavers }) => leavers.untold,
    say: (who) => `${who}: a day of leaving, and it can’t be told who that is here now. Nothing is done.`,
  },
  {
    find: (given) => (isOfAPart(given) ? [] : absentFrom(given)),
    say: (who) =>
      `${who}: here, and not on the list. Nothing is changed; say on “review pupil” if they have left.`,
  },
];

/** What a person had better look at before they say yes: what there is nothing of is left out. */
export function toLookAt(given: Given): readonly ToLookAt[] {
  const before = new Map(given.stored.map((pupil) => [pupil.id, pupil]));
  const changes = given.plan.pupils.flatMap((after) => {
    const old = before.get(after.id);
    return old ? [{ before: old, after }] : [];
  });
  const slips = given.plan.slips.map(
    ({ pupil, number, of }): ToLookAt => ({
      who: [pupil],
      other: of,
      say: (who, _, other) => slipWords(number, who, other),
    }),
  );
  const rows = ROWS.map(({ find, say }) => ({ who: find(given, changes), say }));
  return [...slips, ...rows.filter(({ who }) => who.length > 0)];
}

/** How many pupils these are: one with several things to look at counts once. */
export const howMany = (all: readonly ToLookAt[]): number =>
  new Set(all.flatMap(({ who }) => who.map(({ ref }) => ref))).size;
