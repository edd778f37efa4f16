import { PLAN_KINDS, type PlanKind, planRow } from '../domain/plans/index.ts';
import { cell } from './cells.ts';

const NO_PLAN = ['none', 'N'] as const;

/** As records systems spell out what the DfE has a letter for. */
const SPELT_OUT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'sen support': 'K',
    'school support': 'K',
    'k sen support': 'K',
    'education health and care plan': 'E',
    'education health care plan': 'E',
    'ehc plan': 'E',
    ehc: 'E',
    'e ehcp': 'E',
    'e ehc plan': 'E',
    'e education health and care plan': 'E',
    no: 'N',
    'not sen': 'N',
    'no sen': 'N',
    'n no sen': 'N',
    'no sen status': 'N',
    'n no special educational need': 'N',
    'no special educational need': 'N',
    'no special educational needs': 'N',
  }),
);

/** "K - SEN Support" is its letter; else the words without marks between them. */
const letterOf = (text: string) => /^([a-z]) ?[-–:] ?\S/i.exec(text)?.[1];
const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? '';
const codeKey = (text: string) => text.toLowerCase().replaceAll(' ', '-');
const meant = (text: string) => letterOf(text) ?? SPELT_OUT.get(wordsOf(text)) ?? text;

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
  (text) => PLANS.get(codeKey(meant(text))),
  'not a plan',
  `write ${ANY_PLAN}, or ${orCode(NO_PLAN)}`,
);
