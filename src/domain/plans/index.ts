import type { OutcomeChoice } from '../review/outcome-choice.ts';
import { type Rule, STATUTE } from '../statute/statute.ts';
import { earlyYears } from './early-years.ts';
import { ehcp } from './ehcp.ts';
import type { PlanKindRow } from './row.ts';
import { senSupport } from './sen-support.ts';

export type { GuardedStep, PlanDay, PlanKindRow } from './row.ts';
export type { Timetable } from './timetable.ts';

/** Every kind of plan there is, in the order in which people are told of them. To add one is to add its row here. */
const PLANS = {
  'sen-support': senSupport,
  ehcp,
  'early-years-iep': earlyYears,
};

/** The kinds of plan, by the names they are stored under. */
export type PlanKind = keyof typeof PLANS;

const isKind = (name: string): name is PlanKind => Object.hasOwn(PLANS, name);

/** The kinds, in the order in which people are told of them. */
export const PLAN_KINDS: readonly PlanKind[] = Object.keys(PLANS).filter(isKind);

/** What there is to know of a kind of plan, such as the one a review is of. */
export function planRow(kind: PlanKind): PlanKindRow {
  return PLANS[kind];
}

const ROWS = PLAN_KINDS.map(planRow);

/** The kinds that `fit`, in the order in which people are told of them. */
export function plansThat(fit: (row: PlanKindRow) => boolean): readonly PlanKindRow[] {
  return ROWS.filter(fit);
}

/** Every rule on when things are to be done: the law's and, after them, those that one kind of plan brings. */
export const RULES: readonly Rule[] = [...STATUTE, ...ROWS.flatMap(({ rules = [] }) => rules)];

/** Everything that a review of any kind can conclude, each once. */
export const OUTCOMES: readonly OutcomeChoice[] = [...new Set(ROWS.flatMap(({ outcomes }) => outcomes))];
