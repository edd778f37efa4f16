import { hasLeft } from '../../school/place.ts';
import { withOwnNumbers } from './own-numbers.ts';
import { type Child, personKey, refKey, sameName, shareAName, upnOf } from './person.ts';
import { Register } from './register.ts';
import type { Decision, Decisions, FoundBy, Held, Who, Why } from './who.ts';

/** Who everybody on a list is. */
export interface WhoIsWho<P extends Held, R extends Child> {
  readonly rows: readonly Who<P, R>[];
  /** Pupils whose reference or UPN another child has now: they are kept, without it. */
  readonly freed: readonly P[];
  /** So many rows are moved against their references that the list is numbered by row, or spoilt: nothing of it is to be taken. */
  readonly movedList: boolean;
}

/** So many rows moved are no slip. */
const MANY = 3;

/**
 * Tells who the children of a list are among the pupils of the school: by UPN, else by reference (whatever its capitals and
 * spaces, and with noughts lost in front). A corrected birth date, and a changed name, are the same child's; where both
 * differ, or details stand under another reference, a person must say: a child's record is never shown under another's name.
 * Where a row has one pupil's name, birth date and one of their two numbers, it is that pupil, and the other number is a slip.
 */
export function whoIsWho<P extends Held, R extends Child>(
  pupils: readonly P[],
  rows: readonly R[],
  decisions: Decisions = new Map(),
): WhoIsWho<P, R> {
  const register = new Register(pupils, rows);
  const first = rows.map((row) => told(register, row));
  // "The same child" is no answer to so many: it would make other children of them.
  const moved = first.filter(
    (one) =>
      one.is === 'look' &&
      MOVES.has(one.why) &&
      // Numbers of those who have left are given out again, to several each September.
      !hasLeft(one.pupil) &&
      decisionOn(one, decisions) !== 'another',
  );
  const taken = new Set(first.flatMap((one) => (one.is === 'same' ? [one.pupil.id] : [])));
  const decided = first.map((one) => {
    const decision = decisionOn(one, decisions);
    return decision ? asDecided(register, one, decision, taken) : one;
  });
  const isDecided = new Set(
    first.flatMap((one) => (decisionOn(one, decisions) === undefined ? [] : [one.row])),
  );
  const settled = withOwnNumbers(pupils, noneTwice(decided), (row) => isDecided.has(row));
  return { rows: settled, freed: freedBy(pupils, settled), movedList: moved.length >= MANY };
}

/** What was decided of the row, where it is the child and the pupil of whom that was asked. */
function decisionOn<P extends Held, R extends Child>(
  who: Who<P, R>,
  decisions: Decisions,
): Decision | undefined {
  const said = decisions.get(refKey(who.row.ref));
  if (said === undefined || typeof said === 'string') return said;
  return who.is !== 'new' && who.pupil.id === said.pupil && personKey(who.row) === said.person
    ? said.is
    : undefined;
}

const MOVES: ReadonlySet<Why> = new Set(['moved', 'another-child', 'another-name']);

const looked = <P extends Held, R extends Child>(
  register: Register<P, R>,
  row: R,
  found: { readonly why: Why; readonly by: FoundBy; readonly pupil: P },
): Who<P, R> => ({ row, is: 'look', ...found, canBeSame: register.canBe(found.pupil, row) });

/** Who the row is, as far as what is written says it. */
function told<P extends Held, R extends Child>(register: Register<P, R>, row: R): Who<P, R> {
  const upn = upnOf(row);
  const byUpn = upn === undefined ? undefined : register.withUpn(upn);
  const { found: byRef, several } = register.withRef(row);
  if (byUpn) return againstUpn(register, row, byUpn, byRef);
  if (several) return looked(register, row, { why: 'several', by: 'ref', pupil: several });
  if (byRef) return againstHeld(register, row, byRef);
  return withNewReference(register, row);
}

/** Who the row is, given the pupil with its UPN and, where there is one, that with its reference. */
function againstUpn<P extends Held, R extends Child>(
  register: Register<P, R>,
  row: R,
  byUpn: P,
  byRef: P | undefined,
): Who<P, R> {
  const own = register.withDetails(row, byUpn);
  // References change, and are given to others; a UPN is one child's.
  if (own && own !== byUpn && own === byRef)
    return { row, is: 'same', pupil: own, left: [{ number: 'upn', of: byUpn }] };
  const by = byRef === byUpn ? 'both' : 'upn';
  if (own && own !== byUpn) return looked(register, row, { why: 'moved', by, pupil: byUpn });
  if (!own && byRef && byRef !== byUpn && !register.hasOwnRow(byRef, row))
    return looked(register, row, { why: 'upn-elsewhere', by, pupil: byUpn });
  return bothDiffer(row, byUpn) && !(by === 'both' && isAsBefore(row, byUpn))
    ? looked(register, row, { why: 'another-child', by, pupil: byUpn })
    : { row, is: 'same', pupil: byUpn };
}

/** Whether all that differs was changed in a form here: then an older list has it as it was. */
function isAsBefore(row: Child, { changedHere = [], ...held }: Held): boolean {
  const differ = (['firstName', 'lastName', 'dateOfBirth'] as const).filter(
    (field) => row[field] !== held[field],
  );
  return differ.every((field) => changedHere.some((one) => one.field === field));
}

/** Who the row is, where nobody has its reference: a child of the same name and birth date whose reference is on no row has another now. */
function withNewReference<P extends Held, R extends Child>(register: Register<P, R>, row: R): Who<P, R> {
  const pupil = register.withDetails(row);
  if (!pupil) return { row, is: 'new' };
  const look = (why: Why) => looked(register, row, { why, by: 'details', pupil });
  if (register.hasOwnRow(pupil, row)) return look('twice');
  if (otherUpn(row, pupil)) return look('another-upn');
  return register.isOnAnotherRow(pupil, row) ? look('moved') : { row, is: 'same', pupil };
}

/** Whether both have a UPN, and not the same. */
function otherUpn(row: Child, pupil: Held): boolean {
  const [listed, held] = [upnOf(row), upnOf(pupil)];
  return listed !== undefined && held !== undefined && listed !== held;
}

const bothDiffer = (row: Child, held: Held) => !sameName(row, held) && row.dateOfBirth !== held.dateOfBirth;

/** Who the row is, given the pupil with its reference. */
function againstHeld<P extends Held, R extends Child>(register: Register<P, R>, row: R, pupil: P): Who<P, R> {
  const name = sameName(row, pupil);
  const birth = row.dateOfBirth === pupil.dateOfBirth;
  if (name && birth) return { row, is: 'same', pupil };
  const look = (why: Why) => looked(register, row, { why, by: 'ref', pupil });
  const other = register.withDetails(row);
  if ((other && other !== pupil) || register.detailsStandElsewhere(pupil, row)) return look('moved');
  if (!name && !birth) return look('another-child');
  if (otherUpn(row, pupil)) return look('another-upn');
  return name || shareAName(row, pupil) ? { row, is: 'same', pupil } : look('another-name');
}

/** Who the row is, as a person says. `taken` are pupils that another row is for sure. */
function asDecided<P extends Held, R extends Child>(
  register: Register<P, R>,
  who: Who<P, R>,
  decision: Decision,
  taken: ReadonlySet<string>,
): Who<P, R> {
  const { row } = who;
  if (who.is === 'new') return who;
  if (decision === 'same')
    return who.is === 'look' && who.canBeSame && who.why !== 'several' && who.why !== 'twice'
      ? { row, is: 'same', pupil: who.pupil }
      : who;
  if (who.is === 'look' && who.why === 'upn-elsewhere') {
    const { found } = register.withRef(row);
    return found && register.canBe(found, row) ? { row, is: 'same', pupil: found } : { row, is: 'new' };
  }
  // Not the child with these numbers: perhaps one who is known by all their details.
  const other = who.is === 'look' && who.why === 'moved' ? register.withDetails(row) : undefined;
  return other && other !== who.pupil && !taken.has(other.id)
    ? { row, is: 'same', pupil: other }
    : { row, is: 'new' };
}

/** No two rows are one child. */
function noneTwice<P extends Held, R extends Child>(all: readonly Who<P, R>[]): readonly Who<P, R>[] {
  const times = Map.groupBy(
    all.filter((one) => one.is === 'same'),
    ({ pupil }) => pupil.id,
  );
  return all.map((one) =>
    one.is === 'same' && (times.get(one.pupil.id)?.length ?? 0) > 1
      ? { row: one.row, is: 'look', why: 'twice', by: 'details', canBeSame: false, pupil: one.pupil }
      : one,
  );
}

/** Pupils who are on no row, and whose reference or UPN is that of a row for somebody else. */
function freedBy<P extends Held, R extends Child>(
  pupils: readonly P[],
  all: readonly Who<P, R>[],
): readonly P[] {
  const settled = all.filter((one) => one.is !== 'look');
  const refs = new Set(settled.map(({ row }) => refKey(row.ref)));
  const kept = new Set(all.flatMap((one) => (one.is === 'new' ? [] : [one.pupil.id])));
  const upns = new Set(settled.flatMap(({ row }) => upnOf(row) ?? []));
  const isTaken = (pupil: P) => refs.has(refKey(pupil.ref)) || upns.has(upnOf(pupil) ?? '');
  return pupils.filter((pupil) => isTaken(pupil) && !kept.has(pupil.id));
}
