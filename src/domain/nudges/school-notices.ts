import { isSchoolDay, schoolDaysAfter } from '../school/calendar.ts';
import type { School } from '../school/school.ts';
import { yearToGive } from '../school/settings/terms-of-year.ts';
import { type LocalDate, plusDays, weekday } from '../time.ts';

/** Something that a SENCO is to set for the school: the terms of the school year that begins in September of `year`. */
export interface SchoolNotice {
  readonly is: 'terms';
  readonly year: number;
}

/** What is to be set for the school on `today`: the terms of the year it is or, from June, of the next, until they are given. */
export function schoolNotices(school: School, today: LocalDate): readonly SchoolNotice[] {
  const year = yearToGive(school, today);
  return year === undefined ? [] : [{ is: 'terms', year }];
}

/** The first school day of the week, Monday to Sunday, that `day` is in. */
function isFirstOfWeek(school: School, day: LocalDate): boolean {
  const monday = plusDays(day, -((weekday(day) + 6) % 7));
  return schoolDaysAfter(school, plusDays(monday, -1), day)[0] === day;
}

/** Once a week; from 1 September of the year whose terms are not known, on every school day. */
const isMentionedOn = (school: School, { year }: SchoolNotice, day: LocalDate): boolean =>
  day >= `${year}-09-01` || isFirstOfWeek(school, day);

/**
 * Whether what is to be set is reason enough to write to the SENCO on `today`: it is its day or, since the last morning that was
 * dealt with (`since`), was. On other days it stands in a digest that there is anyway.
 */
export function tellsOfSchool(
  school: School,
  today: LocalDate,
  since: LocalDate = plusDays(today, -1),
): boolean {
  if (!isSchoolDay(school, today)) return false;
  return schoolNotices(school, today).some((notice) =>
    schoolDaysAfter(school, since, today).some((day) => isMentionedOn(school, notice, day)),
  );
}
