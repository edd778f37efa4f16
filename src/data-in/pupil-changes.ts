import { PLAN_KINDS, planRow } from '../domain/plans/index.ts';
import { looseRef } from '../domain/pupil/who/person.ts';
import { type Pupil, planNamed } from '../domain/school/pupil.ts';
import { FIELD_WORDS } from './field-words.ts';
import { fieldsThatDiffer } from './tally.ts';

const NOT_NAMED = ['version', 'id', 'schoolId', 'plans', 'toldApartBy', 'changedHere', 'senNotSaid'];

/** A reference that is written otherwise, and is the same: a spreadsheet had taken the noughts in front of it for nothing. */
const WRITTEN = 'refWritten';

/** A pupil's fields that differ, and their plans': of several plans, each with its plan's name. */
export function pupilFields(before: Pupil, after: Pupil): readonly string[] {
  const own = ownFields(before, after);
  if (before.plans.length > 1 || after.plans.length > 1) return [...own, ...plansThatDiffer(before, after)];
  const only = ({ plans: [plan] }: Pupil) => {
    const { kind, targets = [], ...dates } = plan ?? { kind: 'none' };
    return { plan: kind, ...dates, targets };
  };
  return [...own, ...fieldsThatDiffer<object>(only(before), only(after), [])];
}

function ownFields(before: Pupil, after: Pupil): readonly string[] {
  const differ = fieldsThatDiffer(before, after, NOT_NAMED);
  const isOneRef = looseRef(before.ref) === looseRef(after.ref);
  return (
    differ
      // Of which school year a year group is goes with the year group.
      .filter((field) => field !== 'yearOf' || !differ.includes('yearGroup'))
      .map((field) => (field === 'ref' && isOneRef ? WRITTEN : field))
  );
}

function plansThatDiffer(before: Pupil, after: Pupil): readonly string[] {
  const kinds = new Set([...before.plans, ...after.plans].map(({ kind }) => kind));
  return [...kinds].flatMap((kind) => {
    const old = planNamed(before, kind);
    const now = planNamed(after, kind);
    return old && now ? fieldsThatDiffer(old, now, []).map((field) => `${kind} ${field}`) : [kind];
  });
}

/** What a field of `pupilFields` is called on screen: "year group"; "last review (EHCP)" of one plan of two. */
function fieldWords(field: string): string {
  const kind = PLAN_KINDS.find((one) => field === one || field.startsWith(`${one} `));
  if (!kind) return FIELD_WORDS[field] ?? field;
  const of = field.slice(kind.length + 1);
  return of === '' ? planRow(kind).name : `${FIELD_WORDS[of] ?? of} (${planRow(kind).name})`;
}

/** Pupils in whom the same changes: which fields, in words, and who. */
interface ChangedAlike {
  readonly fields: readonly string[];
  readonly who: readonly string[];
  /** Nothing changes but how their reference is written. */
  readonly onlyWritten: boolean;
}

/**
 * What changes, pupil by pupil, as groups of pupils in whom the same does: real changes first, then the most pupils, and last
 * those in whom nothing changes but how their reference is written.
 */
export function changedAlike(
  changed: readonly { readonly who: string; readonly fields: readonly string[] }[],
): readonly ChangedAlike[] {
  const groups = Map.groupBy(changed, ({ fields }) => fields.join('\n'));
  return [...groups.values()]
    .flatMap(([first, ...more]) => {
      if (!first) return [];
      const onlyWritten = first.fields.length === 1 && first.fields[0] === WRITTEN;
      const fields = first.fields.map(fieldWords);
      return [{ fields, onlyWritten, who: [first, ...more].map(({ who }) => who) }];
    })
    .toSorted((a, b) => Number(a.onlyWritten) - Number(b.onlyWritten) || b.who.length - a.who.length);
}
