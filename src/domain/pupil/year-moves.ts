import type { Actor } from '../review/decision.ts';
import { schoolYearOf } from '../school/calendar.ts';
import { hasGone, isQuiet, quietOf } from '../school/place.ts';
import type { Pupil } from '../school/pupil.ts';
import type { School } from '../school/school.ts';
import { usualYearInstead, YEARS } from '../school/year-by-birth.ts';
import type { LocalDate } from '../time.ts';
import { changedInForm } from './changed-here.ts';

/** Why somebody should look at a pupil who moves up: their year was the last of a phase or school, or is not the usual one. */
export type MoveLook = 'last-year' | 'not-usual' | 'no-higher';

/** A pupil who moves up to the year group `to`. */
export interface YearMove {
  readonly pupil: Pupil;
  readonly to: string;
  readonly look?: MoveLook;
}

/** Year groups after which a phase ends in every school, or the school years do. */
const ENDS: readonly string[] = ['6', '11', '13'];
/** With fewer birth dates than these it is not known what year a list is of: one child out of their year would decide it. */
const ENOUGH = 5;

type Dated = Pick<Pupil, 'yearGroup' | 'dateOfBirth'>;

const inSeptember = (year: number): LocalDate => `${year}-09-01`;

const fits = ({ yearGroup, dateOfBirth }: Dated, year: number): boolean =>
  usualYearInstead(yearGroup, dateOfBirth, inSeptember(year)) === undefined;

/** From July records systems are moved on to the next school year, so that a list may be of that already. */
const mayBeOfNext = (today: LocalDate): boolean => yearToBegin(today) > schoolYearOf(today);

/**
 * The school year, by its September, that most year groups fit by the birth dates: that of `today`, last year's or, from July,
 * the next. A list exported before September is of last year, whenever it is brought in. Undefined where there are too few.
 */
export function schoolYearFitting(pupils: readonly Dated[], today: LocalDate): number | undefined {
  if (pupils.length < ENOUGH) return undefined;
  const year = schoolYearOf(today);
  const fitting = (one: number) => pupils.filter((pupil) => fits(pupil, one)).length;
  const others = [year - 1, ...(mayBeOfNext(today) ? [year + 1] : [])];
  return others.reduce((best, one) => (fitting(one) > fitting(best) ? one : best), year);
}

/**
 * The school year, by its September, of a year group that somebody says on `today`: the one it is or, from July, the next where
 * it is usual in that and not in this one.
 */
export function schoolYearSaid(pupil: Dated, today: LocalDate): number {
  const year = schoolYearOf(today);
  return mayBeOfNext(today) && fits(pupil, year + 1) && !fits(pupil, year) ? year + 1 : year;
}

/** What the year group becomes so many years later; the highest stays. */
function yearAfter(yearGroup: string, years: number): string | undefined {
  const at = YEARS.indexOf(yearGroup);
  return at < 0 ? undefined : YEARS[Math.min(at + years, YEARS.length - 1)];
}

function lookAt({ pupil, to }: YearMove, school: School, year: number): MoveLook | undefined {
  if (to === pupil.yearGroup) return 'no-higher';
  if ([...ENDS, ...(school.leavingYears ?? [])].includes(pupil.yearGroup)) return 'last-year';
  return usualYearInstead(to, pupil.dateOfBirth, inSeptember(year)) === undefined ? undefined : 'not-usual';
}

const isElsewhere = (pupil: Pupil, today: LocalDate): boolean => {
  const quiet = quietOf(pupil);
  return hasGone(quiet) && isQuiet(quiet, today);
};

const isUnknown = ({ yearOf }: Pupil): boolean => yearOf === undefined;

/**
 * The pupils whose year groups are those of a school year before the one that begins in September of `year`, and what they
 * become. Of whom it is not kept which year theirs is of, the birth dates tell, if there are enough of them (else see `notTold`); who
 * has gone to another school stays as they were.
 */
export function yearMoves(
  pupils: readonly Pupil[],
  school: School,
  year: number,
  today: LocalDate,
): readonly YearMove[] {
  const base = schoolYearFitting(pupils.filter(isUnknown), today);
  return pupils.flatMap((pupil) => {
    const held = pupil.yearOf ?? base ?? year;
    const to = held < year ? yearAfter(pupil.yearGroup, year - held) : undefined;
    if (to === undefined || isElsewhere(pupil, today)) return [];
    const look = lookAt({ pupil, to }, school, year);
    return [{ pupil, to, ...(look && { look }) }];
  });
}

/**
 * A pupil of whom nothing tells whether they are to move up: it is not kept which school year their year group is of, so few are
 * so that birth dates don't tell either, and `usual` is the year group for theirs in the one that begins.
 */
export interface NotTold {
  readonly pupil: Pupil;
  readonly usual: string;
}

/**
 * Those whom nobody moves but a person who knows. A child out of their year would be moved wrongly, and with them the day by
 * which a phase transfer is due: staying is seen on the screen and put right by one form.
 */
export function notTold(pupils: readonly Pupil[], year: number, today: LocalDate): readonly NotTold[] {
  const unknown = pupils.filter(isUnknown);
  if (schoolYearFitting(unknown, today) !== undefined) return [];
  return unknown.flatMap((pupil) => {
    const usual = usualYearInstead(pupil.yearGroup, pupil.dateOfBirth, inSeptember(year));
    return usual === undefined || isElsewhere(pupil, today) ? [] : [{ pupil, usual }];
  });
}

/** The pupil, moved up: noted as changed here, so that a list exported before does not move them back. */
export const movedUp = ({ pupil, to }: YearMove, year: number, actor: Actor): Pupil =>
  changedInForm(pupil, { ...pupil, yearGroup: to, yearOf: year, movedUp: fromTo(pupil, to, year) }, actor);

/** What is kept to put them back. */
const fromTo = ({ yearGroup: from, yearOf }: Pupil, to: string, year: number) => ({
  ...{ from, to, year },
  ...(yearOf !== undefined && { yearOf }),
});

/** The school year whose beginning the SENCO is to look at: this one, or from July the next. */
export const yearToBegin = (today: LocalDate): number => {
  const year = schoolYearOf(today);
  return today >= `${year + 1}-07-01` ? year + 1 : year;
};

/** Whether that school year has begun, so that pupils can be moved up. */
export const hasBegun = (year: number, today: LocalDate): boolean => today >= inSeptember(year);
