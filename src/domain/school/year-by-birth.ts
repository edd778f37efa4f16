import type { LocalDate } from '../time.ts';
import { schoolYearOf } from './calendar.ts';

/** Year groups in their order, as they are stored: a pupil who turned four before September is in Reception. */
export const YEARS: readonly string[] = [
  'N1',
  'N2',
  'R',
  ...Array.from({ length: 14 }, (_, at) => String(at + 1)),
];
const RECEPTION = YEARS.indexOf('R');
const AGE_IN_RECEPTION = 4;

/**
 * The year group a pupil born on that day is in as a rule, in the school year that `today` is in; undefined where they are
 * in none. Some pupils are in another, and rightly so: it is for a warning.
 */
export const yearByBirth = (born: LocalDate, today: LocalDate): string | undefined =>
  YEARS[placeOf(born, today)];

/** Where in the order of the year groups a child of that birth date is; below 0, they are too young for any. */
function placeOf(born: LocalDate, today: LocalDate): number {
  // Those born from September on are counted to the next school year.
  const turnsFourIn = schoolYearOf(born) + 1 + AGE_IN_RECEPTION;
  return RECEPTION + schoolYearOf(today) - turnsFourIn;
}

/** Whether a child is too young for any year group: then most likely a digit of the birth date is wrong. */
export const isTooYoung = (born: LocalDate, today: LocalDate): boolean => placeOf(born, today) < 0;

const isNursery = (year: string) => year.startsWith('N');

/** The year group that is usual for that birth date, where `year` is another; undefined where it is that, or none is usual. */
export function usualYearInstead(year: string, born: LocalDate, today: LocalDate): string | undefined {
  const usual = yearByBirth(born, today);
  // Which of the two nursery years it is, schools count differently.
  const same = usual === year || (usual !== undefined && isNursery(usual) && isNursery(year));
  return same ? undefined : usual;
}
