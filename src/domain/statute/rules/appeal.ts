import { CODE, row } from './row.ts';
import type { PartOfYear } from './rule.ts';

const SOURCE = `Children and Families Act 2014 ss.51, 55; Tribunal Procedure (HESC) Rules 2008, rr.12(2), 12(3)(a), 20(1)(c); ${CODE.appeals}`;

/** What ends in August, or from Christmas to New Year, is put off to the first working day after that. */
const PUT_OFF: readonly PartOfYear[] = [
  { from: '08-01', until: '08-31' },
  { from: '12-25', until: '01-01' },
];
/*
 * Rule 20(1)(c) sets the time, so rule 12 counts it: paragraph (2) for any day that is no working day, paragraph (3)(a) for
 * August and Christmas. Saturday 31 July ends in July, so it goes to the next working day though that is in August.
 */
const PUT_OFF_WORDS =
  'By 5pm. A last day on a weekend or bank holiday goes to the next working day (r.12(1)–(2)); one in August, or from 25 December to 1 January, to the first working day after (r.12(3)(a)).';
const CERTIFICATE =
  'Or 1 month after a mediation certificate, where that is later; none is needed to appeal against section I alone.';

const TWO_MONTHS = { from: 'decision-letter', span: { months: 2 }, putOff: PUT_OFF, source: SOURCE } as const;

/** EHC plan: the right to appeal. The Tribunal must have the appeal by that day. */
export const APPEAL_RULES = [
  row('appeal', 'Appeal against the decision', {
    ...TWO_MONTHS,
    counted: '2 months after the letter with the decision',
    note: `${CERTIFICATE} ${PUT_OFF_WORDS}`,
  }),
  row('appeal-final-plan', 'Appeal against what the amended plan says', {
    ...TWO_MONTHS,
    counted: '2 months after the final plan was sent',
    note: `${CERTIFICATE} ${PUT_OFF_WORDS}`,
  }),
  row('appeal-ordered-plan', 'Appeal against what the amended plan says', {
    ...TWO_MONTHS,
    counted: '2 months after the amended plan was sent',
    source: `Children and Families Act 2014 ss.51(3)(b), 55; Tribunal Procedure (HESC) Rules 2008, rr.12(2), 12(3)(a), 20(1)(c); ${CODE.appeals}`,
    note: `The decision before it, and its last day, no longer count; what the Tribunal ordered is not appealed against anew. ${CERTIFICATE} ${PUT_OFF_WORDS}`,
  }),
  row('appeal-not-amending', 'Appeal against the decision not to amend', {
    ...TWO_MONTHS,
    counted: '2 months after the letter that the plan is not amended',
    note: `${CERTIFICATE} ${PUT_OFF_WORDS}`,
  }),
  row('appeal-mediation', 'Appeal against the decision', {
    from: 'mediation',
    span: { months: 1 },
    putOff: PUT_OFF,
    counted: '1 month after the mediation certificate',
    source: SOURCE,
    note: `As that is later than 2 months after the letter or the final plan. ${PUT_OFF_WORDS}`,
  }),
  row('appeal-refusal', 'Appeal against the refusal to assess', {
    ...TWO_MONTHS,
    counted: '2 months after the letter with the refusal',
    note: `Or 1 month after a mediation certificate, where that is later. ${PUT_OFF_WORDS}`,
  }),
] as const;

/** What can be done about what the Tribunal itself decided: a rule that sets no day here, for its own letter does. */
export const AGAINST_THE_TRIBUNAL = {
  words:
    'What the Tribunal decided can be challenged only on a point of law, by asking it for permission within 28 days',
  source: 'Tribunal Procedure (HESC) Rules 2008, r.46',
} as const;
