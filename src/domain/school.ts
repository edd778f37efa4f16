import type { Instant, LocalDate, LocalTime } from './time.ts';

/** A person is known by the e-mail address on the staff list, in lower case. */
export type PersonId = string;

/** What is kept under one name in the store. `version` counts its commits; 0 is "not stored yet". */
export interface Document {
  readonly id: string;
  readonly version: number;
}

/** What a member of staff may do: sencos run reviews, leaders see them, staff see what they were asked or own. */
export type Role = 'senco' | 'leader' | 'staff';

export interface StaffMember {
  readonly email: PersonId;
  readonly name: string;
  readonly role: Role;
  /** The day an import no longer listed them: kept for the record's authors' names, with no access from then on. */
  readonly left?: LocalDate;
  /** Away, as a SENCO has marked it: from the first day to the day they are back, which is not part of it. */
  readonly absent?: Absence;
}

/** `until` is the day they are back. */
export interface Absence {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

export type SchoolWeekday = 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday';

/** How a school changes the nudge policy, in school days; what it leaves out is as in `NUDGE_POLICY`. */
export interface NudgeSettings {
  /** The time of day of the digest. */
  readonly hour?: LocalTime;
  /** So many school days before something is due it is mentioned. */
  readonly before?: readonly number[];
  /** The days on which what is overdue is mentioned again. */
  readonly whileOverdue?: readonly SchoolWeekday[];
  /** So many school days overdue, the SENCO is told; then the senior leaders. */
  readonly sencoAfter?: number;
  readonly leaderAfter?: number;
}

/** First and last day, both included. */
export interface DateRange {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

export interface Term extends DateRange {
  readonly name: string;
  readonly halfTerm?: DateRange;
}

/** A local authority, and how long before a review must be complete it wants the meeting held. */
export interface LocalAuthority {
  readonly name: string;
  /** Whole weeks, at least 4; left out, as `DEFAULT_LEAD_WEEKS`. */
  readonly leadWeeks?: number;
}

/** A move between phases of education, for which an EHC plan must be reviewed and amended by a fixed day. */
export type PhaseKind =
  /** From nursery or home to Reception. */
  | 'reception-entry'
  | 'infant-junior'
  /** From primary (or first) to middle school, or from middle to secondary (upper) school. */
  | 'middle'
  | 'primary-secondary'
  | 'secondary-post-16'
  | 'post-16-post-16';

/** A pupil's next phase transfer: in September of `year`. */
export interface PhaseTransfer {
  readonly kind: PhaseKind;
  readonly year: number;
}

/** Who asked for a review before its time. */
export type Asker = 'parent' | 'young-person' | 'school' | 'local-authority' | 'other';

/** A request for an early review that was refused; one that was agreed is in the review it led to. */
export interface RefusedRequest {
  readonly id: string;
  readonly asker: Asker;
  readonly askedOn: LocalDate;
  /** Why they asked, in their words. */
  readonly why: string;
  /** Why it was refused. */
  readonly refusal: string;
  readonly by: PersonId;
  readonly at: Instant;
}

/** The keys of a school that say which tenant's or workspace's people alone are its staff, one a chat. */
export type TenantKey = 'teamsTenantId' | 'slackTeamId';

export interface School extends Document {
  readonly name: string;
  readonly terms: readonly Term[];
  readonly insetDays: readonly LocalDate[];
  readonly closures: readonly LocalDate[];
  /** Where set, only people of this Microsoft 365 tenant or Slack workspace are taken for its staff. */
  readonly teamsTenantId?: string;
  readonly slackTeamId?: string;
  readonly nudges?: NudgeSettings;
  /** The local authorities that keep the pupils' EHC plans, as `Pupil.la` names them. */
  readonly localAuthorities?: readonly LocalAuthority[];
  /** The year groups pupils leave the school after ('2', '6', '11', …); left out, those of `LEAVING_YEARS`. */
  readonly leavingYears?: readonly string[];
  /** The last forms taken about the school, by the token each was shown with, so that a repeat has no second effect. */
  readonly taken?: readonly string[];
  readonly staff: readonly StaffMember[];
}

export type PlanKind = 'early-years-iep' | 'sen-support' | 'ehcp';

/** A short-term target (SEN Support) or longer-term outcome (EHCP) as the plan has it. */
export interface Target {
  readonly id: string;
  readonly text: string;
  /** How it is measured. */
  readonly measure: string;
  readonly setOn: LocalDate;
}

export interface Pupil extends Document {
  readonly schoolId: string;
  /** The school's own reference, as in its records system. */
  readonly ref: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: LocalDate;
  readonly yearGroup: string;
  /** 'none' is DfE code N: no plan, so nothing to review. */
  readonly plan: PlanKind | 'none';
  readonly planMade?: LocalDate;
  /** For an EHC plan, see `lastMeeting` and `lastDecision`; where only this is known, it is taken for the last meeting. */
  readonly lastReviewed?: LocalDate;
  /** The local authority that keeps the EHC plan. */
  readonly la?: string;
  /** EHC plan: the day of the last annual review meeting, and the day the local authority sent its last decision. */
  readonly lastMeeting?: LocalDate;
  readonly lastDecision?: LocalDate;
  /** As the school's data has it, 'none' where it says that there is none; left out, it is worked out from the year group. */
  readonly phaseTransfer?: PhaseTransfer | 'none';
  /** Requests for an early review that were refused, the oldest first. */
  readonly refusedRequests?: readonly RefusedRequest[];
  /** The last forms taken about the pupil, by token: as a school's. */
  readonly taken?: readonly string[];
  readonly keyStaff: readonly PersonId[];
  readonly targets: readonly Target[];
}
