import { PLAN_KINDS, type PlanKind, planRow } from '../domain/plans/index.ts';
import { cell } from './cells.ts';

const NO_PLAN = ['none', 'N'] as const;
const codeKey = (text: string) => text.toLowerCase().replaceAll(' ', '-');

// The DfE's codes beside our words.
const PLANS: ReadonlyMap<string, PlanKind | 'none'> = new Map([
  ...PLAN_KINDS.flatMap((kind) => planRow(kind).importedAs.map((code) => [codeKey(code), kind] as const)),
  ...NO_PLAN.map((code) => [codeKey(code), 'none'] as const),
]);
const orCode = ([word, ...codes]: readonly string[]) =>
  codes.length > 0 ? `${word} (or ${codes.join(', ')})` : `${word}`;
const ANY_PLAN = PLAN_KINDS.map((kind) => orCode(planRow(kind).importedAs)).join(', ');

/** A kind of plan, or 'none', in our words or the DfE's. */
export const planCell = cell(
  (text) => PLANS.get(codeKey(text)),
  'not a plan',
  `write ${ANY_PLAN}, or ${orCode(NO_PLAN)}`,
);
