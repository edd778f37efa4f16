import type { Actor, Command, CommandType, Refusal, RefusalCode } from '../commands.ts';
import type { ReviewEvent } from '../events.ts';
import type { Review } from '../review.ts';
import type { School } from '../school.ts';
import type { LocalDate } from '../time.ts';

/** What follows from a command: events (none when all is already as it asks), or a refusal. */
export type Decision =
  | { readonly ok: true; readonly events: readonly ReviewEvent[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** What a decision is made from. `today` is the day it is at school. */
export interface Given {
  readonly review: Review;
  readonly actor: Actor;
  readonly school: School;
  readonly today: LocalDate;
}

/** The rules of one command. Who may give it, and in which stage, is settled before. */
export type Decider<T extends CommandType> = (
  given: Given,
  command: Extract<Command, { type: T }>,
) => Decision;

/** One refusal, made of its parts. */
export function refusal(code: RefusalCode, say: string, more: Omit<Refusal, 'code' | 'say'> = {}): Refusal {
  return { code, say, ...more };
}

/** The refusal, where there is one; else these events. */
export function unless(found: Refusal | undefined, ...events: readonly ReviewEvent[]): Decision {
  return found ? { ok: false, refusal: found } : { ok: true, events };
}

/** Nothing happens, because all is already as the command asks. */
export const ASITIS: Decision = { ok: true, events: [] };
