import { isDecidedByLa, isNeverDecided } from '../review/annual-part.ts';
import { heldOn, isConcluded, isUnderWay, lastHeld } from '../review/held.ts';
import { meetingInData } from '../statute/meeting-in-data.ts';
import { reckon, ruleOn } from '../statute/statute.ts';
import { compare, daysBetween, type LocalDate, localDate } from '../time.ts';
import type { DaysKnown } from './annual-interval.ts';
import type { Awaiting, Timetable, TimetableGiven } from './timetable.ts';

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

/** The meeting that only the school's data has. */
function importedMeeting(
  { plan, reviews }: TimetableGiven,
  { rule }: DaysKnown,
  undecided: readonly LocalDate[],
): LocalDate | undefined {
  const meeting = meetingInData(plan, reviews);
  if (!meeting || rule !== 'ehcp-next-undecided') return meeting;
  // Where nothing else is known to count from, it may well have been decided on: unless one before it waits still.
  return undecided.some((other) => other < meeting) ? meeting : undefined;
}

/**
 * The last review here whose meeting was decided on by the school's data alone, which has the day of the decision and not what it
 * was: that is to be recorded in it. Nothing where another was held or decided on since.
 */
export function unrecordedOf({ plan, reviews }: TimetableGiven): Pick<Timetable, 'unrecorded'> {
  const { lastDecision = '', lastMeeting = '' } = plan;
  const last = lastHeld(reviews.filter(isConcluded));
  if (!last || isDecidedByLa(last)) return {};
  const meetingOn = heldOn(last);
  if (lastDecision <= meetingOn || lastMeeting > meetingOn) return {};
  return { unrecorded: { review: last.id, meetingOn, decidedOn: lastDecision } };
}
