import { z } from 'zod';
import { storedFields } from '../questions/stored-answers.ts';
import { LA_AMENDED, LA_DECISION } from '../review/questions/annual-options.ts';
import { TARGET } from '../review/questions/target.ts';
import { codesOf, countSchema, fields, listOf, optional } from '../stored.ts';
import { instantSchema, localDateSchema } from '../time.ts';
import { historySchema } from './history-entry.ts';
import { settingFields, settingKeySchema } from './set-of-school.ts';

export type {
  DateRange,
  Helper,
  LocalAuthority,
  NudgeSettings,
  SchoolWeekday,
  SettingKey,
  Term,
} from './set-of-school.ts';

/** A person is known by the e-mail address they were first listed under, in lower case: see `StaffMember`. */
export const personIdSchema = z.string();
export type PersonId = z.infer<typeof personIdSchema>;

/** Who recorded something, and when: among the fields of much that is stored. */
export const recordedFields = { by: personIdSchema, at: instantSchema };

/** What is kept under one name in the store. `version` counts its commits; 0 is "not stored yet". */
export const documentFields = { id: z.string(), version: countSchema };
const documentSchema = fields(documentFields);
export interface Document extends z.infer<typeof documentSchema> {}

/** What a member of staff may do: sencos run reviews, leaders see them, staff see what they were asked or own. */
const roleSchema = z.enum(['senco', 'leader', 'staff']);
export type Role = z.infer<typeof roleSchema>;

/** `until` is the day they are back. */
const absenceSchema = fields({ from: localDateSchema, until: localDateSchema });
export interface Absence extends z.infer<typeof absenceSchema> {}

/** What of a colleague a form changes; `added`: that they are on the staff list at all. */
const STAFF_FIELDS = ['name', 'role', 'address', 'added'] as const;

/** What a SENCO changed of a colleague in a form: a staff list that says otherwise does not undo it unasked. */
const staffChangedSchema = fields({
  ...recordedFields,
  field: z.enum(STAFF_FIELDS),
  /** The name or address before, by which an older list knows them. */
  was: optional(z.string()),
});
export interface StaffChanged extends z.infer<typeof staffChangedSchema> {}

const staffMemberSchema = fields({
  /** Who they are, for good: the address they were first listed under; of somebody new under a re-used address, with a number. */
  email: personIdSchema,
  /** Their address now, in lower case, where that is another: see `addressOf`. */
  address: optional(z.string()),
  name: z.string(),
  role: roleSchema,
  /** The head teacher or principal, whom the law invites to an annual review (SEND Regulations 2014, reg 20(2)). */
  head: optional(z.literal(true)),
  /** The day an import no longer listed them: kept for the record's authors' names, with no access from then on. */
  left: optional(localDateSchema),
  /** The day they left, once a SENCO has noted that they did. */
  leftNoted: optional(localDateSchema),
  /** Shown and sent nothing from then on, until let back in: by a SENCO, or without `by` on the command line. */
  cutOff: optional(fields({ at: instantSchema, by: optional(personIdSchema) })),
  /** Those who left and are other people, as a SENCO said when asked whether they are the same. */
  notSame: optional(listOf(personIdSchema)),
  /** Away, as a SENCO has marked it: from the first day to the day they are back, which is not part of it. */
  absent: optional(absenceSchema),
  /** What was changed in a form since a staff list last said it, at most one entry each. */
  changedHere: optional(listOf(staffChangedSchema)),
});
export interface StaffMember extends z.infer<typeof staffMemberSchema> {}

/** An account that was not let in: another one of its chat is bound to the person with its address. */
const secondAccountSchema = fields({
  person: personIdSchema,
  /** The contact's id. */
  account: z.string(),
  at: instantSchema,
  /** A SENCO of this school would let it in; those of the person's other schools are still asked. */
  yes: optional(fields(recordedFields)),
});
export interface SecondAccount extends z.infer<typeof secondAccountSchema> {}

/** A move between phases of education, for which an EHC plan must be reviewed and amended by a fixed day. */
const phaseKindSchema = z.enum([
  /** From nursery or home to Reception. */
  'reception-entry',
  'infant-junior',
  /** From primary (or first) to middle school, or from middle to secondary (upper) school. */
  'middle',
  'primary-secondary',
  'secondary-post-16',
  'post-16-post-16',
]);
export type PhaseKind = z.infer<typeof phaseKindSchema>;

/** A pupil's next phase transfer: in September of `year`, or on the very day `on` where that is another. */
export const phaseTransferSchema = fields({
  kind: phaseKindSchema,
  year: z.int(),
  on: optional(localDateSchema),
});
export interface PhaseTransfer extends z.infer<typeof phaseTransferSchema> {}

/** The keys of a school that say which tenant's or workspace's people alone are its staff, one a chat. */
export type TenantKey = 'teamsTenantId' | 'slackTeamId';

/** A setting that a SENCO changed in a form, by whom last and when: an import does not put the file's in its place unasked. */
const settingChangedSchema = fields({ ...recordedFields, key: settingKeySchema });
export interface SettingChanged extends z.infer<typeof settingChangedSchema> {}

/** A school as stored, with its staff. */
export const schoolSchema = fields({
  ...documentFields,
  name: z.string(),
  ...settingFields,
  /** Where set, only people of this Microsoft 365 tenant or Slack workspace are taken for its staff. */
  teamsTenantId: optional(z.string()),
  slackTeamId: optional(z.string()),
  /** Settings that were changed in a form since the file last said them, at most one entry each. */
  changedHere: optional(listOf(settingChangedSchema)),
  /** The last forms taken about the school, by the token each was shown with, so that a repeat has no second effect. */
  taken: optional(listOf(z.string())),
  /** Accounts that were not let in, until a SENCO has looked at them. */
  secondAccounts: optional(listOf(secondAccountSchema)),
  history: optional(historySchema),
  staff: listOf(staffMemberSchema),
});
export interface School extends z.infer<typeof schoolSchema> {}

/** A short-term target (SEN Support) or longer-term outcome (EHCP) as the plan has it. */
export const targetSchema = fields({ id: z.string(), ...storedFields(TARGET), setOn: localDateSchema });
export interface Target extends z.infer<typeof targetSchema> {}

/** What a pupil's document has, whatever plans they have: see `Pupil`. */
export const pupilFields = {
  ...documentFields,
  schoolId: z.string(),
  /** The school's own reference, as in its records system. */
  ref: z.string(),
  /** Unique pupil number, in capitals: the same from school to school. */
  upn: optional(z.string()),
  /** One of the two may be empty. */
  firstName: z.string(),
  lastName: z.string(),
  dateOfBirth: localDateSchema,
  yearGroup: z.string(),
  /** The school year, by its September, that the year group is of, where they were moved up here; else birth dates tell. */
  yearOf: optional(z.int()),
  /** How they were last moved up in September: what they were before, and of which school year, so that it can be put back. */
  movedUp: optional(fields({ from: z.string(), to: z.string(), year: z.int(), yearOf: optional(z.int()) })),
  /** The class or tutor group, as the school calls it. */
  className: optional(z.string()),
  /** What tells them from another pupil of the school with the same name; left out where there is none. */
  toldApartBy: optional(z.enum(['year', 'class', 'ref'])),
  /** The last forms taken about the pupil, by token: as a school's. */
  taken: optional(listOf(z.string())),
  keyStaff: listOf(personIdSchema),
  history: optional(historySchema),
};
const pupilDetailsSchema = fields(pupilFields);
/** A pupil, whatever plans they have: see `Pupil`. */
export interface PupilDetails extends z.infer<typeof pupilDetailsSchema> {}

/** The SENCO's word that the plan names the next place for the transfer in `year`, and how that is known. */
const transferSettledSchema = fields({ ...recordedFields, year: z.int(), why: z.string() });

/** The same word once it was taken back: by whom, when and why. */
const takenBackSchema = fields({
  settled: transferSettledSchema,
  takenBack: fields({ ...recordedFields, why: z.string() }),
});

/** The next transfer in the SENCO's word, which goes before what the school's data or the year group says. */
const moveSaidSchema = fields({
  ...recordedFields,
  move: z.union([phaseTransferSchema, z.literal('none')]),
});

/** Another local authority took the plan over, in the SENCO's word: `la` and `laSince` say the same. */
const laMovedSchema = fields({
  ...recordedFields,
  to: z.string(),
  since: localDateSchema,
  /** The one that had it before, where that is known. */
  from: optional(z.string()),
});

/** Whether the local authority that took the plan over `since` that day has written to the family, in the SENCO's word. */
const laWroteSchema = fields({
  ...recordedFields,
  since: localDateSchema,
  answer: z.enum(['wrote', 'not-waited']),
  words: z.string(),
});
/** The local authority's decision on a meeting that only the school's data has, in the SENCO's word: the day on the letter. */
const laDecidedSchema = fields({
  ...recordedFields,
  meetingOn: localDateSchema,
  on: localDateSchema,
  kind: codesOf(LA_DECISION),
});
export interface LaDecided extends z.infer<typeof laDecidedSchema> {}

/** What came after its decision to amend on such a meeting, in the SENCO's word: the day on the letter. */
const laAmendedSchema = fields({
  ...recordedFields,
  meetingOn: localDateSchema,
  on: localDateSchema,
  what: codesOf(LA_AMENDED),
});
export interface LaAmended extends z.infer<typeof laAmendedSchema> {}

/** What is known of a plan, of whatever kind it is. */
export const planFields = {
  planMade: optional(localDateSchema),
  /** For an EHC plan, see `lastMeeting` and `lastDecision`; where only this is known, it is taken for the last meeting. */
  lastReviewed: optional(localDateSchema),
  /** The local authority that keeps the EHC plan. */
  la: optional(z.string()),
  /** The day it took the plan over from another, because the family moved. */
  laSince: optional(localDateSchema),
  /** EHC plan: the day of the last annual review meeting, and the day the local authority sent its last decision. */
  lastMeeting: optional(localDateSchema),
  lastDecision: optional(localDateSchema),
  /** As the school's data has it, 'none' where it says that there is none; left out, it is worked out from the year group. */
  phaseTransfer: optional(z.union([phaseTransferSchema, z.literal('none')])),
  moveSaid: optional(moveSaidSchema),
  transferSettled: optional(transferSettledSchema),
  /** Such words that were taken back, the oldest first. */
  settledBefore: optional(listOf(takenBackSchema)),
  laMoved: optional(laMovedSchema),
  laWrote: optional(laWroteSchema),
  /** Decisions recorded, the last of which stands and is `lastDecision` too, until the school's data has a later one. */
  laDecided: optional(listOf(laDecidedSchema)),
  /** What came after a decision to amend, as it was recorded: of each thing the last stands. */
  laAmended: optional(listOf(laAmendedSchema)),
  targets: listOf(targetSchema),
};
const planContentSchema = fields(planFields);
/** What is known of a plan, of whatever kind it is. */
export interface PlanContent extends z.infer<typeof planContentSchema> {}
