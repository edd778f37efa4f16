import type { PersonId } from './school.ts';
import type { Instant } from './time.ts';

/** A message a commit owes somebody. Kept in the review it belongs to, so that both are saved or neither. */
export interface PendingMessage {
  /** Unique over all messages, ever. */
  readonly key: string;
  readonly to: PersonId;
  /** Which message it is; it is worded when it is sent, from what is true then. */
  readonly kind: MessageKind;
  /** The action, or whatever else of the review it is about. */
  readonly about?: string;
  readonly queuedAt: Instant;
  readonly state:
    | { readonly is: 'waiting'; readonly after?: Instant; readonly tries: number }
    /** Somebody is sending it until `until`; after that nobody knows what became of it. */
    | { readonly is: 'sending'; readonly until: Instant; readonly tries: number; readonly contactId: string }
    /** `where` it stands, in the channel's own terms, for what is to be kept up to date. */
    | { readonly is: 'sent'; readonly at: Instant; readonly where?: Where }
    /** It could not be known whether it arrived. */
    | { readonly is: 'unconfirmed'; readonly at: Instant }
    | { readonly is: 'undeliverable'; readonly at: Instant; readonly why: string; readonly tries: number }
    /** No longer true or wanted when its time came. */
    | { readonly is: 'dropped'; readonly at: Instant };
}

/** A message as a channel finds it again, and whom it went to. */
export interface Where {
  readonly contactId: string;
  readonly ref: Readonly<Record<string, string>>;
}

export type MessageKind =
  | 'evidence-request'
  | 'meeting-moved'
  /** The meeting was called off, with no new date yet. */
  | 'meeting-called-off'
  | 'all-answered'
  | 'record'
  | 'record-corrected'
  | 'action-given'
  | 'action-passed-on'
  | 'action-not-mine'
  | 'action-cannot-be-done'
  | 'action-withdrawn'
  | 'action-extended-again'
  /** The local authority has decided: to the staff concerned. */
  | 'la-decided'
  | 'review-closed'
  | 'review-cancelled';
