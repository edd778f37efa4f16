import type { Pupil } from '../school/pupil.ts';
import type { PersonId, School } from '../school/school.ts';
import { schoolYearAt } from '../school/school-year.ts';
import { type LocalDate, localDate } from '../time.ts';
import { staffConcerned } from './concerned.ts';
import { isUnderWay } from './held.ts';
import type { Review } from './review.ts';
import { sharesOf } from './shares.ts';

/** What besides the review itself says who still needs to know of it: its pupil, all reviews of theirs, and the day. */
export interface Around {
  readonly pupil: Pick<Pupil, 'keyStaff'>;
  readonly reviews: readonly Review[];
  readonly today: LocalDate;
}

/**
 * The last day on which staff who had a part in a review may look at what of it they could: the day the plan's next review closed or
 * the last day of the school year in which this one ended, whichever came first. Undefined while it is under way.
 *
 * Data may be seen by those who need it, for as long as they do (UK GDPR art. 5(1)(c) and (e)); which day that is, is this
 * program's own rule.
 */
export function needToKnowUntil(
  review: Review,
  reviews: readonly Review[],
  school: School,
): LocalDate | undefined {
  const ended = endOf(review);
  if (!ended) return undefined;
  const later = reviews.filter(({ kind, startedAt }) => kind === review.kind && startedAt > review.startedAt);
  const closings = later.filter(({ stage }) => stage === 'closed').map(endOf);
  return closings.reduce<LocalDate>(earlier, schoolYearAt(school, ended).end);
}

const earlier = (day: LocalDate, other = day): LocalDate => (other < day ? other : day);

/** The day it was closed or cancelled. */
function endOf(review: Review): LocalDate | undefined {
  const at = review.closedAt ?? review.cancelled?.at;
  return at === undefined || isUnderWay(review) ? undefined : localDate(at);
}

/**
 * Whether somebody who was asked or invited, or had something of it to do, need no longer know of a review, but for what of it is
 * theirs and not settled. Key staff work with the pupil day by day, so their need goes on.
 */
export function needHasEnded(
  review: Review,
  person: PersonId,
  school: School,
  { pupil, reviews, today }: Around,
): boolean {
  const hadPart = staffConcerned(review).includes(person) || sharesOf(review, person).length > 0;
  if (!hadPart || pupil.keyStaff.includes(person)) return false;
  return today > (needToKnowUntil(review, reviews, school) ?? today);
}
