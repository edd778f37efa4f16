import { addSchoolDays, isSchoolDay } from './calendar.ts';
import type { Obligation, ObligationKind } from './obligations.ts';
import type { School } from './school.ts';
import type { LocalDate } from './time.ts';
import { plusDays, weekday } from './time.ts';

/** When somebody is reminded of what they owe. The hours are the calendar's (`MESSAGING_HOURS`). */
export interface NudgePolicy {
  /** Whether this kind of obligation is nudged at all. */
  readonly kinds: Readonly<Record<ObligationKind, boolean>>;
  /** So many school days before it is due. */
  readonly before: readonly number[];
  readonly onTheDay: boolean;
  /** Weekdays (1 Monday to 5 Friday) on which what is overdue is mentioned again. */
  readonly whileOverdue: readonly number[];
}

/** On the day, then every Tuesday and Thursday; actions only. */
export const NUDGE_POLICY: NudgePolicy = {
  kinds: {
    action: true,
    evidence: false,
    'plan-meeting': false,
    'parent-views': false,
    'pupil-views': false,
    'hold-meeting': false,
    'decide-outcome': false,
    reassign: false,
    'decide-action': false,
    'ask-another': false,
  },
  before: [],
  onTheDay: true,
  whileOverdue: [2, 4],
};

/**
 * Which of `obligations` (all of `school`) deserve a mention on `today`; none when it is no school day.
 *
 * What falls due on a day without school counts as due on the last school day before, so that nobody hears of it
 * only when it is too late. A Tuesday or Thursday without school moves to the next school day of the same week; where
 * that is itself such a day, or the week has no more, it is not made up for: twice a week is a ceiling.
 */
export function nudgesToday(
  obligations: readonly Obligation[],
  school: School,
  today: LocalDate,
  policy: NudgePolicy = NUDGE_POLICY,
): readonly Obligation[] {
  if (!isSchoolDay(school, today)) return [];
  const reminding = isReminderDay(school, today, policy.whileOverdue);
  return obligations.filter((obligation) => {
    if (!policy.kinds[obligation.kind]) return false;
    // Most of what is open is due some other week: no need to count school days for it.
    if (today > obligation.due) return reminding;
    const day = dueAtSchool(school, obligation.due);
    if (day === today) return policy.onTheDay;
    return policy.before.some((days) => addSchoolDays(school, day, -days) === today);
  });
}

/** The school day on which something due on `due` is to be done: `due`, or the last school day before it. */
function dueAtSchool(school: School, due: LocalDate): LocalDate {
  return isSchoolDay(school, due) ? due : addSchoolDays(school, due, -1);
}

/** What of `obligations` (all of `school`) a digest of `today` lists: all that is due by then, nudged or not. */
export function dueNow(
  obligations: readonly Obligation[],
  school: School,
  today: LocalDate,
): readonly Obligation[] {
  return obligations.filter(({ due }) => due <= today || dueAtSchool(school, due) <= today);
}

/** Whether one of the weekdays `days` is `today`, or has moved to it from an earlier day of this week. */
function isReminderDay(school: School, today: LocalDate, days: readonly number[]): boolean {
  const intoWeek = weekday(today);
  return days.some((day) => {
    if (day > intoWeek) return false;
    const between = Array.from({ length: intoWeek - day }, (_, n) => plusDays(today, -1 - n));
    return between.every((date) => !isSchoolDay(school, date));
  });
}
