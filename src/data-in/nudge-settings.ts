import { z } from 'zod';
import { NUDGE_POLICY } from '../domain/nudges/policy.ts';
import type { NudgeSettings, SchoolWeekday } from '../domain/school/school.ts';
import { isLocalTime } from '../domain/time.ts';
import { cell, tidied } from './cells.ts';

/** A digest is sent in the school day, and with an hour left of it to reach everybody. */
const EARLIEST = '07:00';
const LATEST = '16:00';
const FURTHEST_AHEAD = 20;
const MOST_DAYS_BEFORE = 5;
const LONGEST_OVERDUE = 40;

const WEEKDAYS: readonly SchoolWeekday[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const KEYS = ['hour', 'before', 'whileOverdue', 'sencoAfter', 'leaderAfter'] as const;
/** The keys of `nudges` in school.json. */
export const NUDGE_KEYS: readonly string[] = KEYS;

const hour = cell(
  (text) => (isLocalTime(text) && text >= EARLIEST && text <= LATEST ? text : undefined),
  'not a time at which people can be reminded',
  `write one from ${EARLIEST} to ${LATEST}, as "08:00"`,
);

const weekday = cell(
  (text) => WEEKDAYS.find((day) => day.toLowerCase() === text.toLowerCase()),
  'not a day of the school week',
  'write "Monday", "Tuesday", "Wednesday", "Thursday" or "Friday"',
);

const wholeNumber = (from: number, to: number) => {
  const say = `write a whole number of school days from ${from} to ${to}, without quotation marks`;
  return z.int(say).min(from, say).max(to, say);
};

const before = z
  .array(
    wholeNumber(1, FURTHEST_AHEAD),
    `write a list of numbers of school days in [ ], as [${NUDGE_POLICY.before.join(', ')}]`,
  )
  .max(MOST_DAYS_BEFORE, `write at most ${MOST_DAYS_BEFORE} numbers: more reminders than that help nobody`)
  .transform((days) => [...new Set(days)].sort((a, b) => b - a));

const whileOverdue = z
  .array(tidied(weekday), 'write a list of days in [ ], as ["Tuesday", "Thursday"]')
  .min(1, 'write at least one day: what is overdue must not be forgotten')
  .transform((days) => WEEKDAYS.filter((day) => days.includes(day)));

/** `nudges` in school.json. */
export const nudgeSettings: z.ZodType<NudgeSettings> = z.strictObject(
  {
    hour: tidied(hour).exactOptional(),
    before: before.exactOptional(),
    whileOverdue: whileOverdue.exactOptional(),
    sencoAfter: wholeNumber(1, LONGEST_OVERDUE).exactOptional(),
    leaderAfter: wholeNumber(1, LONGEST_OVERDUE).exactOptional(),
  } satisfies Record<(typeof KEYS)[number], z.ZodType>,
  `write { ${KEYS.map((key) => `"${key}": …`).join(', ')} }, any of which may be left out`,
);

/** What is wrong between the steps of escalation: the senior leaders are told after the SENCO. */
export function stepsFault(
  settings: NudgeSettings | undefined,
): { readonly key: (typeof KEYS)[number]; readonly message: string } | undefined {
  const { sencoAfter, leaderAfter } = { ...NUDGE_POLICY, ...settings };
  if (sencoAfter < leaderAfter) return undefined;
  if (settings?.leaderAfter === undefined) {
    const message = `this must be less than leaderAfter, which is ${leaderAfter} unless you set it too`;
    return { key: 'sencoAfter', message };
  }
  const unset = settings.sencoAfter === undefined ? ' unless you set it too' : '';
  return { key: 'leaderAfter', message: `this must be more than sencoAfter, which is ${sencoAfter}${unset}` };
}
