import { z } from 'zod';
import { countSchema, fields, listOf, optional } from '../stored.ts';
import { localDateSchema, localTimeSchema } from '../time.ts';

/*
 * What is set of a school: in its file, or in a form.
 */

const schoolWeekdaySchema = z.enum(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']);
export type SchoolWeekday = z.infer<typeof schoolWeekdaySchema>;

/** How a school changes the nudge policy, in school days; what it leaves out is as in `NUDGE_POLICY`. */
const nudgeSettingsSchema = fields({
  /** The time of day of the digest. */
  hour: optional(localTimeSchema),
  /** So many school days before something is due it is mentioned. */
  before: optional(listOf(countSchema)),
  /** The days on which what is overdue is mentioned again. */
  whileOverdue: optional(listOf(schoolWeekdaySchema)),
  /** So many school days overdue, the SENCO is told; then the senior leaders. */
  sencoAfter: optional(countSchema),
  leaderAfter: optional(countSchema),
});
export interface NudgeSettings extends z.infer<typeof nudgeSettingsSchema> {}

const range = { start: localDateSchema, end: localDateSchema };
/** First and last day, both included. */
const dateRangeSchema = fields(range);
export interface DateRange extends z.infer<typeof dateRangeSchema> {}

const termSchema = fields({
  ...{ ...range, name: z.string(), halfTerm: optional(dateRangeSchema) },
  /** Usual days that nobody has said are the school's own. */
  guessed: optional(z.literal(true)),
});
export interface Term extends z.infer<typeof termSchema> {}

/** Who helps families, and how they are reached: a telephone number, an address, a web page. */
const helperSchema = fields({ name: z.string(), contact: z.string() });
export interface Helper extends z.infer<typeof helperSchema> {}

/** A local authority, and how long before a review must be complete it wants the meeting held. */
const localAuthoritySchema = fields({
  name: z.string(),
  /** Whole weeks, at least 4; left out, as `DEFAULT_LEAD_WEEKS`. */
  leadWeeks: optional(countSchema),
  /** Its information, advice and support service for families (Children and Families Act 2014, s.32). */
  sendiass: optional(helperSchema),
  /** Its mediation adviser, who gives mediation certificates. */
  mediation: optional(helperSchema),
});
export interface LocalAuthority extends z.infer<typeof localAuthoritySchema> {}

/**
 * How long a child's data is kept: to which birthday, and whether it is removed by itself; and for how many years the trail of who saw
 * it. What is left out is as in `retention.ts`.
 */
const retentionSchema = fields({
  age: optional(countSchema),
  daily: optional(z.literal(true)),
  trailYears: optional(countSchema),
});

/** What is set of a school. Each is changed as a whole. */
export const settingFields = {
  terms: listOf(termSchema),
  insetDays: listOf(localDateSchema),
  closures: listOf(localDateSchema),
  nudges: optional(nudgeSettingsSchema),
  /** The local authorities that keep the pupils' EHC plans, as a plan's `la` names them. */
  localAuthorities: optional(listOf(localAuthoritySchema)),
  /** The year groups pupils leave the school after ('2', '4', '8', '13', …), besides those at which every phase ends. */
  leavingYears: optional(listOf(z.string())),
  /** How often the school reviews early years plans, in weeks after the last review; left out, as the guidance has it. */
  earlyYearsWeeks: optional(fields({ opens: countSchema, due: countSchema })),
  /** Who is told of safeguarding concerns, and how: named wherever something is written at length. */
  safeguardingLead: optional(helperSchema),
  retention: optional(retentionSchema),
};

/** The name of a setting. */
export const settingKeySchema = z.enum(Object.keys(settingFields) as [keyof typeof settingFields]);
export type SettingKey = z.infer<typeof settingKeySchema>;
