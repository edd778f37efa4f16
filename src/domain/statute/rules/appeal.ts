import { CODE, row } from './row.ts';
import type { PartOfYear } from './rule.ts';

const SOURCE = `Children and Families Act 2014 ss.51, 55; Tribunal Procedure (HESC) Rules 2008, rr.12(3)(a), 20(1)(c); ${CODE.appeals}`;

/** The Tribunal puts off what ends in August, or from Christmas to New Year. */
const PUT_OFF: readonly PartOfYear[] = [
  { from: '08-01', until: '08-31' },
  { from: '12-25', until: '01-01' },
];
const PUT_OFF_WORDS =
  'A last day in August, or from 25 December to 1 January, is put off to the first working day after.';
const CERTIFICATE =
  'Or 1 month after a mediation certificate, where that is later; none is needed to appeal against section I alone.';

/** EHC plan: the right to appeal. The Tribunal must have the appeal by that day. */
export const APPEAL_RULES = [
  row('appeal', 'Appeal against the decision', {
    from: 'decision-letter',
    span: { months: 2 },
    putOff: PUT_OFF,
    counted: '2 months after the letter with the decision',
    source: SOURCE,
    note: `${CERTIFICATE} ${PUT_OFF_WORDS}`,
  }),
  row('appeal-final-plan', 'Appeal against what the amended plan says', {
    from: 'decision-letter',
    span: { months: 2 },
    putOff: PUT_OFF,
    counted: '2 months after the final plan was sent',
    source: SOURCE,
    note: `${CERTIFICATE} ${PUT_OFF_WORDS}`,
  }),
  row('appeal-not-amending', 'Appeal against the decision not to amend', {
    from: 'decision-letter',
    span: { months: 2 },
    putOff: PUT_OFF,
    counted: '2 months after the letter that the plan is not amended',
    source: SOURCE,
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
    from: 'decision-letter',
    span: { months: 2 },
    putOff: PUT_OFF,
    counted: '2 months after the letter with the refusal',
    source: SOURCE,
    note: `Or 1 month after a mediation certificate, where that is later. ${PUT_OFF_WORDS}`,
  }),
] as const;
