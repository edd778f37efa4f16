import { nameOf } from '../language/people.ts';
import { listed } from '../language/words.ts';
import type { PersonId, School } from '../school/school.ts';
import { instantAt, type LocalDate, type LocalTime } from '../time.ts';
import { isConcluded, isUnderWay } from './held.ts';
import { staffAmong } from './invitees.ts';
import type { Review } from './review.ts';

/** When somebody is in another review's meeting, and who: not whose that review is, which nobody need know. */
export interface OtherMeeting {
  readonly date: LocalDate;
  readonly time: LocalTime;
  readonly who: readonly PersonId[];
}

/** A meeting takes an hour, as a rule: two that begin within one of each other can't both be gone to. */
const HOUR_MS = 60 * 60 * 1000;

/** The meetings that are set, of a school's reviews under way, but that of the review `id`. */
export function otherMeetings(reviews: readonly Review[], id: string): readonly OtherMeeting[] {
  return reviews.flatMap((review) => {
    const { meeting, lead } = review;
    if (review.id === id || !meeting || !isUnderWay(review) || isConcluded(review)) return [];
    const { date, time, invitees } = meeting;
    return [{ date, time, who: [...new Set([lead, ...staffAmong(invitees)])] }];
  });
}

const momentOf = (date: LocalDate, time: LocalTime): number => Date.parse(instantAt(date, time));

/** Who of `people` has another review's meeting within an hour of that time, in the order given. */
export function busyThen(
  meetings: readonly OtherMeeting[],
  date: LocalDate,
  time: LocalTime,
  people: readonly PersonId[],
): readonly PersonId[] {
  const then = meetings.filter(
    (one) => one.date === date && Math.abs(momentOf(one.date, one.time) - momentOf(date, time)) < HOUR_MS,
  );
  return people.filter((person) => then.some(({ who }) => who.includes(person)));
}

/** "Priya Shah has another review then"; undefined where nobody has. */
export function busyWords(school: School, people: readonly PersonId[]): string | undefined {
  if (people.length === 0) return undefined;
  const names = listed(people.map((who) => nameOf(school, who)));
  return `${names} ${people.length === 1 ? 'has' : 'have'} another review then. To keep it, send as it stands.`;
}
