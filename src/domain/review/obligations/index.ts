import { action } from './action.ts';
import { advice } from './advice.ts';
import { askAnother } from './ask-another.ts';
import { circulate } from './circulate.ts';
import { comments } from './comments.ts';
import { decideAction } from './decide-action.ts';
import { decideOutcome } from './decide-outcome.ts';
import { evidence } from './evidence.ts';
import { finalPlan } from './final-plan.ts';
import { holdMeeting } from './hold-meeting.ts';
import { laDecision } from './la-decision.ts';
import { notice } from './notice.ts';
import { parentViews } from './parent-views.ts';
import { planMeeting } from './plan-meeting.ts';
import { pupilViews } from './pupil-views.ts';
import { rearrange } from './rearrange.ts';
import { reassign } from './reassign.ts';
import { report } from './report.ts';
import { requestAnswer } from './request-answer.ts';
import type { ObligationRow } from './row.ts';
import { sendRequest } from './send-request.ts';
import { supportHappening } from './support-happening.ts';
import { supportOwner } from './support-owner.ts';
import { tellInPerson } from './tell-in-person.ts';
import { tellOutside } from './tell-outside.ts';

/** Every kind of obligation, in the order in which things are best done where several are due on one day. */
const ORDER = [
  planMeeting,
  rearrange,
  tellInPerson,
  tellOutside,
  evidence,
  advice,
  circulate,
  parentViews,
  pupilViews,
  holdMeeting,
  decideOutcome,
  report,
  laDecision,
  notice,
  comments,
  finalPlan,
  sendRequest,
  requestAnswer,
  action,
  reassign,
  decideAction,
  supportHappening,
  supportOwner,
  askAnother,
] as const;

/** The kinds of what is owed, by the names that stand in their ids. */
export type ObligationKind = (typeof ORDER)[number]['kind'];

/** A row of `ORDER`. */
export type KnownRow = ObligationRow<ObligationKind>;

/** The rows in their order. */
export const OBLIGATION_ROWS: readonly KnownRow[] = ORDER;

/** The kinds in their order. */
export const OWED_ORDER: readonly ObligationKind[] = ORDER.map(({ kind }) => kind);

const BY_KIND: ReadonlyMap<string, KnownRow> = new Map(ORDER.map((row) => [row.kind, row]));

/** The row of a name that may be a kind's; undefined for one that is not, or is not known any more. */
export function rowNamed(kind: string): KnownRow | undefined {
  return BY_KIND.get(kind);
}

/** The row of a kind. Throws for none: a kind is one because it has a row. */
export function rowOfKind(kind: ObligationKind): KnownRow {
  const row = rowNamed(kind);
  if (!row) throw new Error(`there is no row for what is owed as ${kind}`);
  return row;
}
