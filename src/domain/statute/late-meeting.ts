import { dayWords } from '../language/days.ts';
import type { LocalDate } from '../time.ts';
import type { RuleDate } from './statute.ts';

/** By when a review is to be complete and, where that is well before, by when its meeting is safe. */
interface LastDays {
  readonly why: RuleDate;
  readonly meetWhy?: RuleDate | undefined;
}

/** A day for a meeting that is after the last one for it, or after the last safe one. */
export interface LateMeeting {
  readonly on: LocalDate;
  readonly last: RuleDate;
  /** It is not the last day of the review itself that has passed by then. */
  readonly safe?: true;
}

/**
 * How late a meeting on `on` would be, by the strictest rules that apply; undefined where it is in time. A review that is due
 * today because no date of it is known has no last day to be after.
 */
export function lateMeeting(on: LocalDate, { why, meetWhy }: LastDays): LateMeeting | undefined {
  const isAfter = ({ rule, date }: RuleDate) => rule.from !== 'today' && on > date;
  if (isAfter(why)) return { on, last: why };
  return meetWhy && isAfter(meetWhy) ? { on, last: meetWhy, safe: true } : undefined;
}

/** "Thu 10 Jun 2027 is after the last safe day for it", or the last day for the review. */
export const tooLateInShort = ({ on, safe }: LateMeeting): string =>
  `${dayWords(on)} is after the last ${safe ? 'safe day for it' : 'day for the review'}`;

/** The same with that day: "…, Wed 5 May 2027". */
export const tooLateWords = (late: LateMeeting): string =>
  `${tooLateInShort(late)}, ${dayWords(late.last.date)}`;
