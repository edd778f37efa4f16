import type { PendingMessage } from './message.ts';
import type { Document, PersonId } from './school.ts';
import type { LocalDate } from './time.ts';

/** How far a school's digests have come: the last day on which all of them were made. Its id is the school's. */
export interface Mornings extends Document {
  readonly day: LocalDate;
}

/** One person's nudges of one school day. Its id is the day and the person, so that a second can't exist. */
export interface Digest extends Document {
  readonly to: PersonId;
  readonly day: LocalDate;
  /** What was owed and due a nudge when it was made (worded anew when it is sent): obligation ids. */
  readonly items: readonly string[];
  /** What others owe and is so long overdue that this person is told; left out when there is none. */
  readonly escalations?: readonly Escalation[];
  /** Obligation ids of all that it listed when it was sent, of their own and of others: what it is kept up to date about. */
  readonly listed?: readonly string[];
  /** A fingerprint of the card that was shown last, so that it is changed only when it would be another. */
  readonly shown?: string;
  readonly state: PendingMessage['state'];
}

/** Told to the SENCO first ('senco'), and later to the senior leaders ('leader'). */
export type EscalationStep = 'senco' | 'leader';

/** Something long overdue that somebody else is told of, once a step. */
export interface Escalation {
  readonly obligationId: string;
  readonly step: EscalationStep;
}

/** The id of a person's digest of a day, safe as a file's name. */
export function digestId(day: LocalDate, to: PersonId): string {
  return `${day}.${encodeURIComponent(to).replaceAll('.', '%2E')}`;
}
