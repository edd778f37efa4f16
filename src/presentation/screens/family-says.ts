import { dayWords } from '../../domain/language/days.ts';
import { count } from '../../domain/language/words.ts';
import { daysBetween, type LocalDate } from '../../domain/time.ts';

/* How a family is told of a day: one that has passed never as one to come. */

/** That the local authority owes `what` by a day or, from the day after it, how late it is and what they may do. */
export function isDueBy(what: string, by: LocalDate, today: LocalDate): string {
  const late = daysBetween(by, today);
  return late > 0
    ? `${what} was due by ${dayWords(by)}. The local authority is ${count(late, 'day')} late: you may ask it yourself when it comes.`
    : `${what} is due by ${dayWords(by)}.`;
}
