import type { PersonId } from '../school/school.ts';
import type { Instant } from '../time.ts';

/** Who acts, and when: what a decision needs besides what it is about. */
export interface Actor {
  readonly who: PersonId;
  readonly at: Instant;
}

/** Why something is refused: a code for tests, a sentence for the person, and what to do instead. */
export interface Refusal {
  readonly code: RefusalCode;
  /** Plain words, saying what to do. Holds no pupil's name and no free text. */
  readonly say: string;
  /** The form input at fault, where there is one. */
  readonly field?: string;
  /** The form or screen that puts it right, and what it is about (a target's or action's id). */
  readonly offer?: { readonly what: Offer; readonly about?: string };
}

/**
 * A form or screen by its name, which the domain says and does not know: a test looks whether there is one for every name
 * that is said.
 */
export type Offer = string;

/** What kind of refusal it is. */
export type RefusalCode =
  | 'not-yours'
  | 'not-now'
  | 'already-done'
  | 'stale'
  | 'things-missing'
  | 'views-missing'
  | 'action-missing'
  | 'what-will-change-missing'
  | 'reason-missing'
  /** The plan is said to be updated, and nothing of it changes. */
  | 'change-missing'
  | 'open-actions'
  | 'targets-missing'
  /** Support from before that the meeting has not looked at, or not said how it changes. */
  | 'provision-missing'
  | 'date-past'
  | 'date-order'
  | 'date-too-late'
  /** The meeting is set for a later day. */
  | 'held-early'
  | 'not-staff'
  | 'nobody-asked'
  | 'unknown-thing'
  | 'kind-not-supported'
  | 'review-open'
  | 'words-missing'
  /** Another pupil has the number that was given, or the plan the very target. */
  | 'number-taken'
  /** It belongs to another kind of review. */
  | 'other-kind'
  /** Less than two weeks' notice, and no reason given. */
  | 'short-notice'
  /** Somebody the law names is not invited. */
  | 'invitee-missing'
  | 'attendance-missing'
  | 'section-change-missing'
  | 'considered-missing';

/** What follows from a command: facts (none when all is already as it asks), or a refusal. */
export type Decided<Fact> =
  | { readonly ok: true; readonly facts: readonly Fact[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** One refusal, made of its parts. */
export function refusal(code: RefusalCode, say: string, more: Omit<Refusal, 'code' | 'say'> = {}): Refusal {
  return { code, say, ...more };
}

/** The refusal, where there is one; else these facts. */
export function unless<Fact>(found: Refusal | undefined, ...facts: readonly Fact[]): Decided<Fact> {
  return found ? { ok: false, refusal: found } : { ok: true, facts };
}

/** Nothing happens, because all is already as the command asks. */
export const ASITIS: Decided<never> = { ok: true, facts: [] };
