import { notTold, yearMoves, yearToBegin } from '../pupil/year-moves.ts';
import { isSchoolDay, schoolDaysAfter, schoolYearOf } from '../school/calendar.ts';
import type { Pupil } from '../school/pupil.ts';
import type { School } from '../school/school.ts';
import { areGuessed, yearToGive } from '../school/settings/terms-of-year.ts';
import { type LocalDate, plusDays, weekday } from '../time.ts';

/** Something that a SENCO is to see to for the school, about the school year that begins in September of `year`. */
export type SchoolNotice =
  /** Its terms are to be given; usual days stand there meanwhile, or none. */
  | { readonly is: 'terms'; readonly year: number; readonly guessed?: true }
  /** So many pupils are to move up a year into it; of `untold` more only a person can say whether they are. */
  | { readonly is: 'year-moves'; readonly year: number; readonly pupils: number; readonly untold: number };

/** Who may be out of their year, and rightly so, is not mentioned the year long. */
const UNTOLD_UNTIL = '10-01';

/**
 * What is to be seen to for the school on `today`: the terms of the year it is or, from June, of the next, until they are given;
 * and from 1 September that pupils move up, until they have, by the press or by a list.
 */
export function schoolNotices(
  school: School,
  pupils: readonly Pupil[],
  today: LocalDate,
): readonly SchoolNotice[] {
  const year = yearToGive(school, today);
  const moves = movesOn(school, pupils, today, schoolYearOf(today));
  const guessed = year !== undefined && areGuessed(school, year) && { guessed: true as const };
  return [
    ...(year === undefined ? [] : [{ is: 'terms' as const, year, ...guessed }]),
    ...(moves ? [moves] : []),
  ];
}

/** From July to the end of August: who is to move up on 1 September. Undefined at other times, and where nobody is. */
export function movesAhead(
  school: School,
  pupils: readonly Pupil[],
  today: LocalDate,
): SchoolNotice | undefined {
  const year = yearToBegin(today);
  return year > schoolYearOf(today) ? movesOn(school, pupils, today, year) : undefined;
}

function movesOn(
  school: School,
  pupils: readonly Pupil[],
  today: LocalDate,
  year: number,
): SchoolNotice | undefined {
  const moving = yearMoves(pupils, school, year, today).length;
  const untold = today < `${year}-${UNTOLD_UNTIL}` ? notTold(pupils, year, today).length : 0;
  return moving + untold > 0 ? { is: 'year-moves', year, pupils: moving, untold } : undefined;
}

/** The first school day, from `start` to `day`, is `day`. */
const isFirstFrom = (school: School, start: LocalDate, day: LocalDate): boolean =>
  schoolDaysAfter(school, plusDays(start, -1), day)[0] === day;

/** The first school day of the week, Monday to Sunday, that `day` is in. */
const isFirstOfWeek = (school: School, day: LocalDate): boolean =>
  isFirstFrom(school, plusDays(day, -((weekday(day) + 6) % 7)), day);

/** What of a notice says on which days it is mentioned. */
type Told = Pick<SchoolNotice, 'is' | 'year'> & { readonly guessed?: true };

/**
 * Once a week. Of terms, from 1 September of the year whose they are on every school day, where no days stand for them; where usual
 * days do, from then on only in a digest that there is anyway. Of who moves up, first on the first school day of September.
 */
function isMentionedOn(school: School, notice: Told, day: LocalDate): boolean {
  const { is, year, guessed } = notice;
  const september = `${year}-09-01`;
  if (is === 'terms') {
    // Usual days are nearly right, and the reminders are not in the holidays.
    if (guessed) return day < september && isFirstOfWeek(school, day);
    return day >= september || isFirstOfWeek(school, day);
  }
  return day >= september && (isFirstFrom(school, september, day) || isFirstOfWeek(school, day));
}

/**
 * Whether what is to be seen to (`notices`) is reason enough to write to the SENCO on `today`: it is its day or, since the last
 * morning that was dealt with (`since`), was. On other days it stands in a digest that there is anyway.
 */
export function tellsOfSchool(
  notices: readonly SchoolNotice[],
  school: School,
  today: LocalDate,
  since: LocalDate = plusDays(today, -1),
): boolean {
  return notices.some((notice) => isMentionedSince(notice, school, today, since));
}

/**
 * Whether it is a day on which the SENCO is told of pupils who are to move up, if there are any. On most it is not, and then the
 * pupils need not be looked at.
 */
export const mayTellOfMoves = (
  school: School,
  today: LocalDate,
  since: LocalDate = plusDays(today, -1),
): boolean => isMentionedSince({ is: 'year-moves', year: schoolYearOf(today) }, school, today, since);

function isMentionedSince(notice: Told, school: School, today: LocalDate, since: LocalDate): boolean {
  if (!isSchoolDay(school, today)) return false;
  return schoolDaysAfter(school, since, today).some((day) => isMentionedOn(school, notice, day));
}
