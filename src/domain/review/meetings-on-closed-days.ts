import { isSchoolDay } from '../school/calendar.ts';
import type { School } from '../school/school.ts';
import { compare, type LocalDate } from '../time.ts';
import { isUnderWay, wasHeld } from './held.ts';
import type { Review } from './review.ts';

/** A meeting that is set for a day, still to come, on which there is no school. */
export interface MeetingOnClosedDay {
  readonly review: Review;
  readonly on: LocalDate;
}

/** Those of the school's meetings that are set for a day without school, today or later: the calendar may have changed since. */
export function meetingsOnClosedDays(
  reviews: readonly Review[],
  school: School,
  today: LocalDate,
): readonly MeetingOnClosedDay[] {
  return reviews
    .flatMap((review) => {
      const on = review.meeting?.date;
      const ahead = on !== undefined && on >= today && isUnderWay(review) && !wasHeld(review);
      return ahead && !isSchoolDay(school, on) ? [{ review, on }] : [];
    })
    .sort((a, b) => compare(a.on, b.on) || compare(a.review.id, b.review.id));
}
