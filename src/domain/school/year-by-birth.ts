import { schoolYearOf } from './calendar.ts';
import type { LocalDate } from '../time.ts';

/** Year groups in their order: a pupil who turned four before September is in Reception. */
const YEARS = ['N1', 'N2', 'R', ...Array.from({ length: 14 }, (_, at) => String(at + 1))];
const RECEPTION = YEARS.indexOf('R');
const AGE_IN_RECEPTION = 4;

/**
 * The year group a pupil born on that day is in as a rule, in the school year that `today` is in; undefined where they are
 * in none. Some pupils are in another, and rightly so: it is for a warning.
 */
export function yearByBirth(born: LocalDate, today: LocalDate): string | undefined {
  // Those born from September on are counted to the next school year.
  const turnsFourIn = schoolYearOf(born) + 1 + AGE_IN_RECEPTION;
  return YEARS[RECEPTION + schoolYearOf(today) - turnsFourIn];
}
