import { isPresent } from '../school/absence.ts';
import { addSchoolDays, isSchoolDay, schoolDayBy, schoolDaysAfter } from '../school/calendar.ts';
import { membership } from '../school/membership.ts';
import type { PersonId, School, SchoolWeekday } from '../school/school.ts';
import { earlier, type LocalDate, type LocalTime, later, plusDays, weekday } from '../time.ts';
import type { Obligation } from './obligations.ts';

/** When somebody is told what they, or others, owe. A school changes it in its settings (`School.nudges`). */
export interface NudgePolicy {
  /** The time of day of the digest. */
  readonly hour: LocalTime;
  /** So many school days before something is due it is mentioned; as it is on the day itself. */
  readonly before: readonly number[];
  /** The days on which what is overdue is mentioned again. */
  readonly whileOverdue: readonly SchoolWeekday[];
  /** So many school days overdue, the SENCO is told; then the senior leaders. */
  readonly sencoAfter: number;
  readonly leaderAfter: number;
}

/** The policy where a school says nothing else. */
export const NUDGE_POLICY: NudgePolicy = {
  hour: '08:00',
  before: [7, 2],
  whileOverdue: ['Tuesday', 'Thursday'],
  sencoAfter: 5,
  leaderAfter: 10,
};

/** What has been told before: the last day dealt with, and each person's last digest since then, where they had one. */
export interface Told {
  readonly since?: LocalDate | undefined;
  readonly toldOn?: ReadonlyMap<PersonId, LocalDate>;
}

/** The policy as the school has it. */
export function policyOf(school: School): NudgePolicy {
  return { ...NUDGE_POLICY, ...school.nudges };
}

/**
 * Which of `obligations` (all of `school`) deserve a mention on `today`, with those of school days that were missed: those
 * after `since`, the last day dealt with (without it only today counts), and after the day somebody was last told of
 * things (`toldOn`); for somebody who has come back, the days they were away. None when it is no school day.
 *
 * What falls due on a day without school counts as due on the last school day before, so that nobody hears of it
 * only when it is too late. For the days on which what is overdue is mentioned again see `remindersOf`.
 */
export function nudgesToday<One extends Pick<Obligation, 'who' | 'due' | 'fromItsDay'>>(
  obligations: readonly One[],
  school: School,
  today: LocalDate,
  { since = plusDays(today, -1), toldOn = new Map() }: Told = {},
): readonly One[] {
  if (!isSchoolDay(school, today)) return [];
  const mornings = remembering((from: LocalDate) =>
    schoolDaysAfter(school, from, today).map((day) => morningOf(school, day)),
  );
  const missing = remembering((who: PersonId) => missingSince(school, who, since, toldOn.get(who), today));
  const dueAt = remembering((due: LocalDate) => schoolDayBy(school, due));
  return obligations.filter(({ who, due, fromItsDay }) =>
    mornings(missing(who)).some(({ day, reminding, announcing }) => {
      if (due < day) return reminding;
      return fromItsDay ? dueAt(due) === day : announcing.includes(dueAt(due));
    }),
  );
}

/** What of `obligations` (all of `school`) can be in a digest of `day`: what is overdue, due, or has begun to be announced. */
export function listedOn<One extends Pick<Obligation, 'due' | 'fromItsDay'>>(
  obligations: readonly One[],
  school: School,
  day: LocalDate,
): readonly One[] {
  const last = horizon(school, day);
  return obligations.filter(({ due, fromItsDay }) => due <= (fromItsDay ? day : last));
}

/**
 * What of `obligations` (all of `school`) a digest of `day` lists. What is overdue is mentioned on its days only: so it is there
 * where it is a reason for the digest (`mentioned`, by id), and not in one that goes for another.
 */
export const inDigest = <One extends Pick<Obligation, 'id' | 'due' | 'fromItsDay'>>(
  obligations: readonly One[],
  school: School,
  day: LocalDate,
  mentioned: readonly string[],
): readonly One[] =>
  listedOn(obligations, school, day).filter(({ id, due }) => due >= day || mentioned.includes(id));

/** The last day such that what is due then can be in a digest of `day`: what is due later is no matter of that day. */
export function horizon(school: School, day: LocalDate): LocalDate {
  const ahead = Math.max(0, ...policyOf(school).before);
  return plusDays(addSchoolDays(school, day, ahead + 1), -1);
}

/** Whether the person may be sent a digest on `day` as somebody of the school: a school day, and they are there. */
export function mayBeNudged(school: School, person: PersonId, day: LocalDate): boolean {
  return isPresent(school, person, day) && isSchoolDay(school, day);
}

/** What one morning is about: whether what is overdue is mentioned, and the school days whose dues are announced. */
interface Morning {
  readonly day: LocalDate;
  readonly reminding: boolean;
  readonly announcing: readonly LocalDate[];
}

function morningOf(school: School, day: LocalDate): Morning {
  const { before } = policyOf(school);
  return {
    day,
    reminding: remindersOf(school, day).includes(day),
    announcing: [day, ...before.map((days) => addSchoolDays(school, day, days))],
  };
}

/** The last day `who` has been told of things: the day before an absence, where it has ended and they have not since been. */
export function missingSince(
  school: School,
  who: PersonId,
  since: LocalDate,
  told: LocalDate | undefined,
  today: LocalDate,
): LocalDate {
  const last = later(told ?? since, since);
  const absent = membership(school, who)?.absent;
  if (!absent || absent.until < since || absent.until > today) return last;
  if (told && told >= absent.until) return last;
  return earlier(plusDays(absent.from, -1), last);
}

const WEEK: readonly SchoolWeekday[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

/**
 * The days of `date`'s week on which what is overdue is mentioned. A Tuesday without school moves to the next school day
 * of the week, and is not made up for where there is none: twice a week is a ceiling. Only a week that would have no
 * such day at all has its last school day, so that nothing overdue goes a week of term without a word.
 */
function remindersOf(school: School, date: LocalDate): readonly LocalDate[] {
  const monday = plusDays(date, -((weekday(date) + 6) % 7));
  const days = WEEK.map((_, n) => plusDays(monday, n)).filter((day) => isSchoolDay(school, day));
  const reminders = policyOf(school).whileOverdue.flatMap((name) => {
    const wanted = plusDays(monday, WEEK.indexOf(name));
    return days.find((day) => day >= wanted) ?? [];
  });
  return reminders.length > 0 ? reminders : days.slice(-1);
}

function remembering<K, V>(find: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? find(key);
    known.set(key, value);
    return value;
  };
}
