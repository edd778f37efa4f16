import { type KnownRow, OBLIGATION_ROWS, type ObligationKind } from '../review/obligations/index.ts';
import type { Duty, Situation } from '../review/obligations/row.ts';
import type { Review } from '../review/review.ts';
import { isAwayFor } from '../school/absence.ts';
import { membership } from '../school/membership.ts';
import { isQuiet } from '../school/place.ts';
import type { PersonId, School } from '../school/school.ts';
import { type Clock, clockOf } from '../statute/clock.ts';
import type { RuleDate } from '../statute/statute.ts';
import { compare, type LocalDate, later } from '../time.ts';
import { leadOf } from './lead.ts';
import { obligationId } from './obligation-id.ts';

/** Anything a named person owes by a date. */
export interface Obligation {
  /** The same for the same thing owed by the same person, whenever it is derived. */
  readonly id: string;
  readonly kind: ObligationKind;
  readonly who: PersonId;
  readonly reviewId: string;
  readonly schoolId: string;
  readonly pupilId: string;
  readonly due: LocalDate;
  /** The action's id, or the person it is about: what its row says. */
  readonly about?: string;
  /** It asks how something is on that day: before it, it is not mentioned. */
  readonly fromItsDay?: true;
  /** Why it is due then, where a rule says so. */
  readonly why?: RuleDate;
}

/**
 * Everything that is owed in `review`, in the order in which it is best done. `school` is the review's own: with it, what
 * somebody owes who has left comes to the SENCO (the lead or, where the lead is no SENCO there any more, another of the
 * school). With `today` too, what falls due while somebody is away is theirs still, and the SENCO's to find another for;
 * and what the lead owes while away is another SENCO's, where there is one.
 *
 * Nothing is owed while its pupil is in custody or at another school: this is where a review is made quiet. What fell due
 * by the end of that time is due on its last day at the earliest, for nobody was late with it.
 */
export function obligationsOf(review: Review, school?: School, today?: LocalDate): readonly Obligation[] {
  const rows = OBLIGATION_ROWS.filter(({ stages }) => stages.includes(review.stage));
  if (rows.length === 0 || isQuiet(review.quiet, today)) return [];
  const situation = situationOf(review, school, today);
  return rows.flatMap((row) => row.owed(situation).map((duty) => obligation(row, duty, review)));
}

function obligation({ kind, fromItsDay }: KnownRow, duty: Duty, review: Review): Obligation {
  const quietUntil = review.quiet?.until ?? '';
  return {
    id: obligationId({ ...duty, reviewId: review.id, kind }),
    kind,
    reviewId: review.id,
    schoolId: review.schoolId,
    pupilId: review.pupilId,
    ...(fromItsDay && { fromItsDay }),
    ...duty,
    due: later(duty.due, quietUntil),
  };
}

function situationOf(review: Review, school: School | undefined, today: LocalDate | undefined): Situation {
  let clock: Clock | undefined;
  return {
    review,
    school,
    today,
    lead: leadOf(review, school, today),
    hasLeft: (person) => school !== undefined && !membership(school, person),
    missedFrom: (person, due) => {
      const member = school && membership(school, person);
      if (!member?.absent || !today || !isAwayFor(member, due, today)) return undefined;
      return later(member.absent.from, due);
    },
    clock: () => {
      clock ??= clockOf(review);
      return clock;
    },
  };
}

/**
 * The day the first thing owed in `review` falls due, going by the review alone; undefined when nothing is owed. What an
 * absence puts before the SENCO is never due earlier; what a leaver leaves them may be.
 */
export function firstDue(review: Review): LocalDate | undefined {
  const [first] = obligationsOf(review)
    .map(({ due }) => due)
    .sort(compare);
  return first;
}

/**
 * All that `person` owes in `reviews`, the most urgent first. `schools` are the reviews' own, as for `obligationsOf`.
 * For a SENCO pass every review of the school: what a colleague who left or is away has led may have come to them.
 */
export function owedBy(
  person: PersonId,
  reviews: readonly Review[],
  schools: readonly School[] = [],
  today?: LocalDate,
): readonly Obligation[] {
  const byId = new Map(schools.map((school) => [school.id, school]));
  return reviews
    .flatMap((review) => obligationsOf(review, byId.get(review.schoolId), today))
    .filter((obligation) => obligation.who === person)
    .sort(mostUrgentFirst);
}

/** Sorts by the day due, then so that the order is always the same. */
function mostUrgentFirst(a: Obligation, b: Obligation): number {
  return compare(a.due, b.due) || compare(a.id, b.id);
}
