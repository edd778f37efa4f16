import type { LaRequest } from '../review/requests.ts';
import { daysBetween, type LocalDate, localDate } from '../time.ts';
import { laterOf, type RuleDate, type RuleId, reckon, ruleOn } from './statute.ts';

/** The review a request is of: its rules are those of the day it began. */
interface Began {
  readonly startedAt: string;
}

const by = ({ startedAt }: Began, id: RuleId, from: LocalDate): RuleDate =>
  reckon(ruleOn(id, localDate(startedAt)), from);

/**
 * The day by which the local authority is to answer a request that was sent, with its reason: of an EHC needs assessment six weeks
 * after it was received (SEND Regulations 2014, reg 5(1)), or later where it relies on an exception (reg 5(4)); of top-up
 * funding the day named or set. Undefined until it is sent.
 */
export function answerDue(review: Began, request: LaRequest): RuleDate | undefined {
  const { kind, sent, exception, answerBy } = request;
  if (!sent) return undefined;
  if (kind === 'top-up') return by(review, 'top-up-answer', answerBy ?? sent.on);
  const lawful = sixWeeks(review, request);
  return exception && answerBy && lawful
    ? laterOf(lawful, by(review, 'ehc-request-later', answerBy))
    : lawful;
}

/** The six weeks of a request for an EHC needs assessment, whatever exception is relied on; undefined for any other. */
export function sixWeeks(review: Began, { kind, sent }: LaRequest): RuleDate | undefined {
  return kind === 'ehc-assessment' && sent ? by(review, 'ehc-request-answer', sent.received) : undefined;
}

/** How many calendar days late the answer is on `today`; 0 where it is not, or has come. */
export function requestLate(review: Began, request: LaRequest, today: LocalDate): number {
  const due = request.answer ? undefined : answerDue(review, request);
  return due ? Math.max(0, daysBetween(due.date, today)) : 0;
}

/** The last day to appeal against a refusal to assess: 2 months from the letter or 1 from the certificate, if later. */
export function refusalAppeal(review: Began, { kind, answer, mediation }: LaRequest): RuleDate | undefined {
  if (kind !== 'ehc-assessment' || answer?.result !== 'refused') return undefined;
  return laterOf(
    by(review, 'appeal-refusal', answer.on),
    mediation && by(review, 'appeal-mediation', mediation.on),
  );
}

/** What follows where the local authority assesses: no plan by, or the final plan by; nothing else. */
export function afterAgreed(review: Began, { kind, sent, answer }: LaRequest): readonly RuleDate[] {
  if (kind !== 'ehc-assessment' || answer?.result !== 'agreed' || !sent) return [];
  return [by(review, 'ehc-no-plan', sent.received), by(review, 'ehc-plan-made', sent.received)];
}
