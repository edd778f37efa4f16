import type { School } from '../../domain/school/school.ts';
import type { LocalDate } from '../../domain/time.ts';

/** What a phrase is read by: the day it is, and the school whose terms and holidays are meant. */
export interface Calendar {
  readonly today: LocalDate;
  readonly school: School;
}

/** A way to say a day that people have in England. */
export interface Phrase {
  readonly pattern: RegExp;
  /**
   * The days it may mean: more than one where that is in doubt, none where the school's data does not say. Undefined
   * where it says no day after all.
   */
  readonly days: (at: Calendar, groups: readonly string[]) => readonly LocalDate[] | undefined;
}

/** A row: the words, with one space between them, as `respelt` leaves them, and what they mean. */
export const phrase = (words: string, days: Phrase['days']): Phrase => ({
  pattern: new RegExp(`(?<![\\p{L}\\d/.-])(?:${words})(?![\\p{L}\\d])`, 'giu'),
  days,
});
