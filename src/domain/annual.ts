import type { PersonId, PhaseTransfer } from './school.ts';
import type { Instant, LocalDate } from './time.ts';

/*
 * What only the annual review of an EHC plan has. Dates are days as people know them (on a letter, in a diary), given
 * by the person who records them; `by` and `at` say who recorded it, and when.
 */

/** What somebody invited to an annual review is there as; the first five must be invited (SEND Regulations 2014, reg 20(2)). */
export type InviteeRole =
  | 'parent'
  | 'head'
  | 'la-sen-officer'
  | 'health'
  | 'social-care'
  | 'young-person'
  | 'educational-psychologist'
  | 'therapist'
  | 'next-placement'
  | 'other';

/** Somebody outside this chat who is invited, and asked for written advice; staff are in `Meeting.invitees`. */
export interface Outsider {
  readonly id: string;
  readonly role: InviteeRole;
  readonly name: string;
  /** Written advice from them, or that they will give none. */
  readonly advice?: Advice;
}

type Advice = Recorded &
  Letter & {
    /** False: none will come; then the day is the one they said so, and the words why. */
    readonly given: boolean;
  };

/** Recorded by whom and when. */
interface Recorded {
  readonly by: PersonId;
  readonly at: Instant;
}

/** How somebody invited took part. */
export type Attendance = 'present' | 'apologies' | 'sent-advice' | 'absent';

/** The sections of an EHC plan (SEND Regulations 2014, reg 12). */
export type PlanSection = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K';

/** A change to a section of the plan that the meeting proposes. */
export interface SectionChange {
  readonly id: string;
  readonly section: PlanSection;
  readonly change: string;
  readonly evidence: string;
}

/** What the local authority decided, and the day on its letter. */
type LaDecision = Recorded & Letter & { readonly kind: LaDecisionKind };
export type LaDecisionKind = 'keep' | 'amend' | 'cease';

/** Something that was done or came on a day, and a few words on it. */
export interface Letter {
  readonly on: LocalDate;
  readonly words: string;
}
export type Dated = Recorded & Letter;

/** Those outside who are invited to an annual review's meeting, and since when they know of it. */
export interface Invitation {
  /** Everybody invited who is not on the staff list. Who was known before keeps their id, and their advice. */
  readonly outsiders: readonly Omit<Outsider, 'advice'>[];
  /** The day they are all told of this date. */
  readonly invitedOn: LocalDate;
  /** Why they have less than two weeks' notice; '' where they have as much. */
  readonly shortNotice: string;
}

export interface AnnualReview {
  /** As the pupil's data had it when the review began; '' where it is not known. */
  readonly la: string;
  /** The phase transfer the review is for, where one is near. */
  readonly transfer?: PhaseTransfer;
  /** The day everybody was invited to the meeting as it is set now. */
  readonly invitedOn?: LocalDate;
  /** Why they had less than two weeks' notice. */
  readonly shortNotice?: Recorded & { readonly why: string };
  readonly outsiders: readonly Outsider[];
  /** By the id of an outsider, or the address of a member of staff. */
  readonly attendance: Readonly<Record<string, Attendance>>;
  /** All advice was sent to everybody invited; `words`: how, or what was not there yet. */
  readonly circulated?: Dated;
  readonly sectionChanges: readonly SectionChange[];
  /** The report was sent; `words`: to whom. */
  readonly report?: Dated;
  /** Each time the local authority was asked for its decision; `words`: what came of it. */
  readonly chases: readonly Dated[];
  readonly decision?: LaDecision;
  /** The local authority's notice with the proposed amendments: the day on it. */
  readonly notice?: Dated;
  /** What the parents (or young person) answered to it, and when; or that they had nothing to say. */
  readonly comments?: Dated;
  readonly finalPlan?: Dated;
  /** A mediation certificate: the day on it. It may give longer to appeal. */
  readonly mediation?: Dated;
}

/** Whom no written advice is asked of: what they say is recorded as their views. */
const FAMILY: ReadonlySet<InviteeRole> = new Set(['parent', 'young-person']);

/** Those outside who have given no written advice yet, nor said that they will give none. */
export function adviceAwaited({ outsiders }: AnnualReview): readonly Outsider[] {
  return outsiders.filter(({ role, advice }) => !advice && !FAMILY.has(role));
}

/** How those invited are named in a sentence, by what they are there as: their own names stand in no refusal. */
export const WHOSE: Readonly<Record<InviteeRole, string>> = {
  parent: 'the parents or carers',
  'young-person': 'the young person',
  head: 'the head teacher or provider',
  'la-sen-officer': 'the local authority’s SEN officer',
  health: 'health',
  'social-care': 'social care',
  'educational-psychologist': 'the educational psychologist',
  therapist: 'the therapist',
  'next-placement': 'the next school or college',
  other: 'somebody else invited',
};
