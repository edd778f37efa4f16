import { z } from 'zod';
import { NUDGE_POLICY } from '../domain/nudges/policy.ts';
import type { NudgeSettings } from '../domain/school/school.ts';
import {
  DAYS_BEFORE,
  DAYS_OVERDUE,
  DIGEST_HOURS,
  isDigestHour,
  MOST_DAYS_BEFORE,
  WEEKDAYS,
  type Whole,
} from '../domain/school/settings/limits.ts';
import { cell, tidied } from './cells.ts';

const KEYS = ['hour', 'before', 'whileOverdue', 'sencoAfter', 'leaderAfter'] as const;
/** The keys of `nudges` in school.json. */
export const NUDGE_KEYS: readonly string[] = KEYS;

const hour = cell(
  (text) => (isDigestHour(text) ? text : undefined),
  'not a time at which people can be reminded',
  `write one from ${DIGEST_HOURS}, as "08:00"`,
);

const weekday = cell(
  (text) => WEEKDAYS.find((day) => day.toLowerCase() === text.toLowerCase()),
  'not a day of the school week',
  'write "Monday", "Tuesday", "Wednesday", "Thursday" or "Friday"',
);

const wholeNumber = ({ from, to }: Whole) => {
  const say = `write a whole number of school days from ${from} to ${to}, without quotation marks`;
  return z.int(say).min(from, say).max(to, say);
};

const before = z
  .array(
    wholeNumber(DAYS_BEFORE),
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
    sencoAfter: wholeNumber(DAYS_OVERDUE).exactOptional(),
    leaderAfter: wholeNumber(DAYS_OVERDUE).exactOptional(),
  } satisfies Record<(typeof KEYS)[number], z.ZodType>,
  `write { ${KEYS.map((key) => `"${key}": …`).join(', ')} }, any of which may be left out`,
);
