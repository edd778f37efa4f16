import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../review/decision.ts';
import { schoolYearOf } from '../school/calendar.ts';
import { type ChangedHere, OWN_FIELDS, PLAN_FIELDS } from '../school/changed-here.ts';
import { type Plan, type Pupil, planNamed } from '../school/pupil.ts';
import { type LocalDate, localDate } from '../time.ts';

/*
 * What a SENCO changes in a form is not silently undone by an older export. An export mostly has no date, so it can't be told
 * whether it is older: what was changed here stands until a list says the same, or somebody says that the list is right. But
 * a year group or class holds for a school year, and a day of a plan that is later than the change can't have been known then.
 */

/** Which field it is, of the pupil or of one of their plans. */
export type FieldName = Pick<ChangedHere, 'field' | 'plan'>;

const isSame = (one: FieldName, other: FieldName) => one.field === other.field && one.plan === other.plan;

/** What stands in a field: of `plans`, which kinds there are. */
function standsIn(pupil: Pupil, { field, plan }: FieldName): unknown {
  if (field === 'plans') return pupil.plans.map(({ kind }) => kind).toSorted();
  const holder: object | undefined = plan ? planNamed(pupil, plan) : pupil;
  const value: unknown = holder && Reflect.get(holder, field);
  return field === 'targets' && Array.isArray(value) ? wordsOf(value) : value;
}

// Whatever id a target has.
const wordsOf = (targets: Plan['targets']) =>
  targets.map(({ text, measure, setOn }) => [text, measure, setOn]);

/** The fields of a pupil, and of the plans they have before and after. */
const fieldsOf = (...pupils: readonly Pupil[]): readonly FieldName[] => {
  const kinds = new Set(pupils.flatMap(({ plans }) => plans.map(({ kind }) => kind)));
  return [
    ...OWN_FIELDS.map((field) => ({ field })),
    ...[...kinds].flatMap((plan) => PLAN_FIELDS.map((field) => ({ field, plan }))),
  ];
};

function withNotes(pupil: Pupil, notes: readonly ChangedHere[]): Pupil {
  const { changedHere: _, ...rest } = pupil;
  return notes.length > 0 ? { ...rest, changedHere: notes } : rest;
}

/** The pupil as a form has changed them, with who changed which field when. The same object where nothing differs. */
export function changedInForm(before: Pupil, after: Pupil, { who: by, at }: Actor): Pupil {
  const changed = fieldsOf(before, after).filter(
    (name) => !isDeepStrictEqual(standsIn(before, name), standsIn(after, name)),
  );
  if (changed.length === 0) return after;
  const others = (before.changedHere ?? []).filter((one) => !changed.some((name) => isSame(one, name)));
  return withNotes(after, [...others, ...changed.map((name) => ({ ...name, by, at }))]);
}

/** A pupil who was added in a form: all that was said of them is noted. */
export function saidInForm(added: Pupil, { who: by, at }: Actor): Pupil {
  const said = OWN_FIELDS.filter((field) => {
    const value = standsIn(added, { field });
    return field === 'plans' || (value !== undefined && !isDeepStrictEqual(value, []));
  });
  return withNotes(
    added,
    said.map((field) => ({ field, by, at })),
  );
}

/** What a list would make of a pupil. */
interface Listed {
  /** The pupil as stored. */
  readonly held: Pupil;
  /** As the list would have them. */
  readonly after: Pupil;
  /** Whether the list says anything of a field; what it leaves out is no word against what was said here. */
  says(name: FieldName): boolean;
  /** Somebody has said that the list is right wherever the two differ. */
  readonly takeList: boolean;
  readonly today: LocalDate;
}

/** A pupil after a list, with what was changed here as it stays, and the fields that stay against the list. */
export interface KeptHere {
  readonly pupil: Pupil;
  readonly kept: readonly ChangedHere[];
}

/** What of a pupil stays as it was changed here, though the list says something else. Once the two agree the note goes. */
export function keptHere({ held, after, says, takeList, today }: Listed): KeptHere {
  const notes = held.changedHere ?? [];
  if (notes.length === 0) return { pupil: after, kept: [] };
  const differing = notes.filter(
    (note) => says(note) && !isDeepStrictEqual(standsIn(held, note), standsIn(after, note)),
  );
  const kept = takeList ? [] : differing.filter((note) => !isNewer(standsIn(after, note), note, today));
  const standing = notes.filter((note) => kept.includes(note) || !says(note));
  // Which plans there are comes first: the fields of a plan go into it.
  const order = kept.toSorted((a, b) => Number(b.field === 'plans') - Number(a.field === 'plans'));
  return {
    pupil: withNotes(
      order.reduce((now, note) => withHeld(now, held, note), after),
      standing,
    ),
    kept,
  };
}

/** Whether what the list says must be newer than what was changed here. */
function isNewer(listed: unknown, { field, at }: ChangedHere, today: LocalDate): boolean {
  const changedOn = localDate(at);
  if (field === 'yearGroup' || field === 'className') return schoolYearOf(changedOn) < schoolYearOf(today);
  const isDay = field === 'lastReviewed' || field === 'lastMeeting' || field === 'lastDecision';
  return isDay && typeof listed === 'string' && listed > changedOn;
}

function withHeld(pupil: Pupil, held: Pupil, { field, plan }: FieldName): Pupil {
  if (field === 'plans')
    return { ...pupil, plans: held.plans.map((one) => planNamed(pupil, one.kind) ?? one) };
  if (!plan) return withField(pupil, held, field);
  const before = planNamed(held, plan);
  return {
    ...pupil,
    plans: pupil.plans.map((one) => (one.kind === plan && before ? withField(one, before, field) : one)),
  };
}

/** The one with the other's field: without it where the other has none. */
function withField<T extends object>(one: T, from: T, field: string): T {
  const { [field]: _, ...rest } = one as T & Record<string, unknown>;
  const value: unknown = Reflect.get(from, field);
  return { ...rest, ...(value !== undefined && { [field]: value }) } as unknown as T;
}
