import { annualPartOf, isDecidedByLa, isNeverDecided } from '../review/annual-part.ts';
import { heldOn, isConcluded, isUnderWay, wasHeld } from '../review/held.ts';
import type { ReviewContent } from '../review/review-content.ts';
import { reckon, ruleOn } from '../statute/statute.ts';
import { compare, daysBetween, type LocalDate, localDate } from '../time.ts';
import type { DaysKnown } from './annual-interval.ts';
import type { Awaiting, TimetableGiven } from './timetable.ts';

/**
 * The meetings of which the local authority's decision is not known, the last one first: of reviews here, and the one the
 * school's data has. One that was decided on since, at a later review or as the school's data has it, is not waited for any
 * more.
 */
export function awaitingOf(given: TimetableGiven, known: DaysKnown): readonly Awaiting[] {
  const { plan, reviews, today, day, statute } = given;
  const answered = reviews.filter(isDecidedByLa).map(heldOn);
  const open = reviews
    .filter(
      (review) =>
        isConcluded(review) && isUnderWay(review) && !isDecidedByLa(review) && !isNeverDecided(review),
    )
    .filter((review) => answered.every((other) => other < heldOn(review)))
    .filter((review) => (plan.lastDecision ?? '') <= heldOn(review));
  const here = open.map((review) => ({
    meetingOn: heldOn(review),
    review: review.id,
    began: localDate(review.startedAt),
  }));
  const imported = importedMeeting(given, known, open.map(heldOn));
  return [...here, ...(imported ? [{ meetingOn: imported, began: day }] : [])]
    .toSorted((a, b) => compare(b.meetingOn, a.meetingOn))
    .map(({ began, ...meeting }) => {
      const decisionBy = reckon(ruleOn('la-decision', began, statute), meeting.meetingOn);
      return { ...meeting, decisionBy, daysLate: Math.max(0, daysBetween(decisionBy.date, today)) };
    });
}

/** The meeting that only the school's data has: after the last decision, or the first there was. */
function importedMeeting(
  { plan, reviews }: TimetableGiven,
  { lastDecision, rule }: DaysKnown,
  undecided: readonly LocalDate[],
): LocalDate | undefined {
  const { lastMeeting } = plan;
  if (!lastMeeting || reviews.some((review) => isOf(review, lastMeeting))) return undefined;
  if (lastDecision) return lastMeeting > lastDecision ? lastMeeting : undefined;
  // Counted from the plan being made, though there was a meeting: that was the first, and is not decided.
  if (rule === 'ehcp-first') return lastMeeting;
  // Held since one here that is not decided: neither is known to be.
  return undecided.some((meeting) => meeting < lastMeeting) ? lastMeeting : undefined;
}

const isOf = (review: ReviewContent, meeting: LocalDate) =>
  wasHeld(review) && (heldOn(review) === meeting || (annualPartOf(review).decision?.on ?? '') > meeting);
