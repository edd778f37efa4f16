import { compare, type LocalDate, plusDays } from '../../time.ts';
import { schoolYearOf } from '../calendar.ts';
import type { School, Term } from '../school.ts';
import { firstYearOf } from '../school-year.ts';

/** The three terms of a school year, as most people speak of them. */
export const SEASONS = ['autumn', 'spring', 'summer'] as const;
export type Season = (typeof SEASONS)[number];

// A term that begins so late in March is the one after Easter.
const SUMMER_FROM = '03-25';
/** A school year whose last term ends before this has a term that is not given yet. */
const ENDS_FROM = '06-01';
/** From that day next year's terms are asked for: by then local authorities have published them. */
const ASKED_FROM = '06-01';

const seasonOf = ({ start }: Term): Season => {
  const day = start.slice(5);
  if (day >= '08') return 'autumn';
  return day < SUMMER_FROM ? 'spring' : 'summer';
};

/** The terms of the school year that begins in September of `year`, in order. */
export function termsOf({ terms }: Pick<School, 'terms'>, year: number): readonly Term[] {
  return terms
    .filter(({ start }) => firstYearOf(start) === year)
    .toSorted((a, b) => compare(a.start, b.start));
}

/**
 * The terms of a school year as three: where a school has six, two that make one season are one with the holiday between
 * them as its half-term, which comes to the same days. Undefined where they can't be put so.
 */
export function threeTermsOf(
  school: Pick<School, 'terms'>,
  year: number,
): Partial<Record<Season, Term>> | undefined {
  const bySeason = Map.groupBy(termsOf(school, year), seasonOf);
  const found: Partial<Record<Season, Term>> = {};
  for (const [season, terms] of bySeason) {
    const one = asOne(terms);
    if (!one) return undefined;
    found[season] = one;
  }
  return found;
}

function asOne([first, second, ...more]: readonly Term[]): Term | undefined {
  if (!first || !second) return first;
  if (more.length > 0 || first.halfTerm || second.halfTerm) return undefined;
  const halfTerm = { start: plusDays(first.end, 1), end: plusDays(second.start, -1) };
  const { name, start } = first;
  return halfTerm.start <= halfTerm.end
    ? { name, start, end: second.end, halfTerm }
    : { name, start, end: second.end };
}

/** Whether there are terms to the end of the school year that begins in September of `year`, said or guessed. */
const areThere = (school: Pick<School, 'terms'>, year: number): boolean =>
  termsOf(school, year).some(({ end }) => end >= `${year + 1}-${ENDS_FROM}`);

/** Whether usual days stand for some of the year's terms, which nobody has said are the school's own. */
export const areGuessed = (school: Pick<School, 'terms'>, year: number): boolean =>
  areThere(school, year) && termsOf(school, year).some(({ guessed }) => guessed);

/** Whether all terms of the school year that begins in September of `year` were said. A guess is not an answer. */
export const areKnown = (school: Pick<School, 'terms'>, year: number): boolean =>
  areThere(school, year) && !areGuessed(school, year);

/**
 * The school year, by its September, whose terms the school has still to say: the one it is, else from June the next.
 * Undefined where nothing is to be said yet.
 */
export function yearToGive(school: Pick<School, 'terms'>, today: LocalDate): number | undefined {
  const year = schoolYearOf(today);
  if (!areKnown(school, year)) return year;
  const asked = today >= `${year + 1}-${ASKED_FROM}`;
  return asked && !areKnown(school, year + 1) ? year + 1 : undefined;
}

/** "2027/28": the school year that begins in September of `year`. */
export const yearCalled = (year: number): string => `${year}/${String(year + 1).slice(2)}`;
