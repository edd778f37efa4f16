import { schoolDayFrom } from '../../school/calendar.ts';
import type { PersonId } from '../../school/school.ts';
import { type LocalDate, plusDays } from '../../time.ts';
import { checkAhead, checkStaff } from '../checks.ts';
import type { Refusal } from '../decision.ts';
import { outcomeChoice } from '../outcomes.ts';
import { requestOf } from '../requests.ts';
import type { LaRequest, Outcome, RequestKind, Review } from '../review.ts';
import { type Given, type Telling, tell } from './step.ts';

/** Who sends what the outcome asks of the local authority, and by when; left out: whoever records it, in two weeks. */
export interface Sending {
  readonly sends?: PersonId;
  readonly sendBy?: LocalDate;
}
type Decision = Pick<Outcome, 'kind' | 'topUpFunding'> & Sending;

/** Time to put it together, and not to lose sight of it. */
export const SEND_IN_DAYS = 14;

/** What an outcome asks of the local authority: nothing where the plan ends. */
function asked({ kind, topUpFunding }: Decision): readonly RequestKind[] {
  const { asksFor, continues } = outcomeChoice(kind);
  return continues ? [...(topUpFunding ? (['top-up'] as const) : []), ...(asksFor ? [asksFor] : [])] : [];
}

/**
 * What can still be asked of the local authority once the outcome is recorded: what it asks for and, where it found little
 * progress, asks for more or means to apply, top-up funding; nothing that is asked already, and nothing where the plan ends.
 */
export function mayStillAsk(review: Pick<Review, 'outcome' | 'requests'>): readonly RequestKind[] {
  if (!review.outcome) return [];
  const { kind, topUpFunding } = review.outcome;
  const { asksFor, needsReason, continues } = outcomeChoice(kind);
  if (!continues) return [];
  const more = topUpFunding || needsReason || asksFor !== undefined;
  const all = [...(asksFor ? [asksFor] : []), ...(more ? (['top-up'] as const) : [])];
  return all.filter((one) => !requestOf(review, one));
}

/** Who sends it is on the staff list, and the day is still to come; nothing to check where nothing is asked. */
export function checkSending({ school, today }: Given, decision: Decision): Refusal | undefined {
  if (asked(decision).length === 0) return undefined;
  const { sends, sendBy } = decision;
  return (
    (sends === undefined ? undefined : checkStaff([sends], school, 'sends')) ??
    (sendBy === undefined ? undefined : checkAhead(sendBy, today, 'sendBy'))
  );
}

/** Whoever is to send something hears of it at once, as the owner of an action does. */
export const toldToSend = (requests: readonly Pick<LaRequest, 'owner' | 'kind'>[]): readonly Telling[] =>
  requests.flatMap(({ owner, kind }) => tell('request-given', [owner], kind));

/** What the outcome asks of the local authority, as tasks. */
export function requestsAsked({ actor, school, today }: Given, decision: Decision): readonly LaRequest[] {
  const { sends: owner = actor.who, sendBy = schoolDayFrom(school, plusDays(today, SEND_IN_DAYS)) } =
    decision;
  return asked(decision).map((kind) => ({ kind, owner, sendBy, notes: [] }));
}
