import { RULES } from '../plans/index.ts';
import type { Review } from '../review/review.ts';
import { schoolYearOf } from '../school/calendar.ts';
import type { Pupil } from '../school/pupil.ts';
import type { School } from '../school/school.ts';
import { compare, type LocalDate } from '../time.ts';
import { PUPIL_DUTIES } from './duties/index.ts';
import { owedForPupil, type PupilObligation } from './owed.ts';

/** A school's pupils for whom something may be owed, by the first day it may be due. */
interface Sorted {
  readonly school: School;
  readonly time: string;
  readonly pupils: readonly { readonly from: LocalDate; readonly pupil: Pupil }[];
}

/** By the list itself: a store hands out the same one until a pupil of the school changes. */
const known = new WeakMap<readonly Pupil[], Sorted>();

/** What the first days hang on besides the pupils and the school: the school year, and the rules in force. */
function timeOf(today: LocalDate): string {
  const changes = RULES.flatMap(({ holds: { from, until } }) => [
    ...(from <= today ? [from] : []),
    ...(until !== undefined && until < today ? [until] : []),
  ]);
  return `${schoolYearOf(today)} ${changes.sort(compare).at(-1)}`;
}

function sorted(pupils: readonly Pupil[], school: School, today: LocalDate): Sorted {
  const time = timeOf(today);
  const before = known.get(pupils);
  if (before?.school === school && before.time === time) return before;
  const found = pupils.flatMap((pupil) => {
    const [from] = PUPIL_DUTIES.flatMap((row) => row.from({ pupil, school, today }) ?? []).sort(compare);
    return from === undefined ? [] : [{ from, pupil }];
  });
  const now = { school, time, pupils: found.sort((a, b) => compare(a.from, b.from)) };
  known.set(pupils, now);
  return now;
}

/**
 * Those of all the school's pupils for whom something may be owed that is due by `last`. The others need not be looked at,
 * nor their reviews. It is worked out once for the same list, school, school year and rules.
 */
export function pupilsMaybeOwed(
  pupils: readonly Pupil[],
  school: School,
  today: LocalDate,
  last: LocalDate,
): readonly Pupil[] {
  const all = sorted(pupils, school, today).pupils;
  const end = all.findIndex(({ from }) => from > last);
  return all.slice(0, end < 0 ? all.length : end).map(({ pupil }) => pupil);
}

/** A pupil, with all of their reviews, the oldest first. */
export interface WithReviews {
  readonly pupil: Pupil;
  readonly reviews: readonly Review[];
}

/** All that is owed for these pupils of the school and due by `last`, the most urgent first. */
export function owedSoon(
  of: readonly WithReviews[],
  school: School,
  today: LocalDate,
  last: LocalDate,
): readonly PupilObligation[] {
  return of
    .flatMap((one) => owedForPupil({ ...one, school, today }))
    .filter(({ due }) => due <= last)
    .sort((a, b) => compare(a.due, b.due) || compare(a.id, b.id));
}
