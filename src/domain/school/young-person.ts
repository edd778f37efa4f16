import { type LocalDate, plusDays, weekday } from '../time.ts';
import { birthday } from './birthday.ts';
import { schoolYearOf } from './calendar.ts';

const FRIDAY = 5;
const SCHOOL_LEAVING_YEARS = 16;

/**
 * The last day of compulsory school age: the last Friday in June of the school year (September to August) in which the
 * child turns 16. Source: Education Act 1996, s.8; Education (School Leaving Date) Order 1997.
 */
export function schoolLeavingDate(dateOfBirth: LocalDate): LocalDate {
  const sixteen = birthday(dateOfBirth, SCHOOL_LEAVING_YEARS);
  const lastOfJune = `${schoolYearOf(sixteen) + 1}-06-30`;
  return plusDays(lastOfJune, -((weekday(lastOfJune) - FRIDAY + 7) % 7));
}

/**
 * Whether somebody born then is a young person on `date`: over compulsory school age, so that they themselves and not
 * their parents are addressed. Source: Children and Families Act 2014, s.83(2).
 */
export function isYoungPerson(dateOfBirth: LocalDate, date: LocalDate): boolean {
  return date > schoolLeavingDate(dateOfBirth);
}

const ADULT = 18;

/** Whether somebody born then is 18 on `date`: an adult. */
export const isAdult = (dateOfBirth: LocalDate, date: LocalDate): boolean =>
  date >= birthday(dateOfBirth, ADULT);

/** Whom a school meets about somebody born then: parents or, over compulsory school age, the young person with parents who wish. */
export function familyOf(dateOfBirth: LocalDate, date: LocalDate): string {
  return isYoungPerson(dateOfBirth, date) ? 'the young person (and parents)' : 'parents or carers';
}
