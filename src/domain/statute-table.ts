import type { Rule } from './statute.ts';

/*
 * The law and guidance on when things are to be done, and our own defaults where it sets no day. To change the law is
 * to change this table: end the row that stops (`holds.until`), and add one with the same id from the day after.
 */

/** The Children and Families Act's Part 3, the SEND Regulations and the Code came into force then. */
const IN_FORCE = { from: '2014-09-01' };
const OURS = 'our own default, no law sets it';
/** Bristol City Council, “SEN Support: Review”, on Bristol Findability (2016). */
const GUIDANCE = 'Bristol SEN Support guidance';
const STARTING_WITH =
  'The law counts 12 months “starting with” that day, so the day before the anniversary is the last: the stricter day.';
const BEFORE = 'The law says “before”, so the day before it is the last: the stricter day.';

/** How long before a review must be complete a local authority wants the meeting, where it has not said; and the least. */
export const DEFAULT_LEAD_WEEKS = 8;
export const LEAST_LEAD_WEEKS = 4;

const row = <const Id extends string>(
  id: Id,
  what: string,
  rule: Omit<Rule, 'id' | 'what' | 'holds'>,
): Rule & { readonly id: Id } => ({ id, what, ...rule, holds: IN_FORCE });

const ROWS = [
  // SEN Support and early years
  row('early-years-opens', 'Begin the next review of an early years plan', {
    from: 'last-review',
    span: { weeks: 6 },
    counted: '6 weeks after the last review, or after the plan was made where that was later',
    source: GUIDANCE,
  }),
  row('early-years-due', 'Review an early years plan (every 6 to 8 weeks)', {
    from: 'last-review',
    span: { weeks: 8 },
    counted: '8 weeks after the last review',
    source: GUIDANCE,
  }),
  row('early-years-first', 'Review a new early years plan (every 6 to 8 weeks)', {
    from: 'plan-made',
    span: { weeks: 8 },
    counted: '8 weeks after the plan was made',
    source: GUIDANCE,
  }),
  row('sen-support-opens', 'Begin the next review of a SEN Support plan', {
    from: 'last-review',
    span: { months: 3 },
    counted: '3 months after the last review, or after the plan was made where that was later',
    source: GUIDANCE,
  }),
  row('sen-support-due', 'Review a SEN Support plan (every 3 to 6 months)', {
    from: 'last-review',
    span: { months: 6 },
    counted: '6 months after the last review',
    source: `${GUIDANCE}; Code of Practice 6.65`,
  }),
  row('sen-support-first', 'Review a new SEN Support plan (every 3 to 6 months)', {
    from: 'plan-made',
    span: { months: 6 },
    counted: '6 months after the plan was made',
    source: `${GUIDANCE}; Code of Practice 6.65`,
  }),
  row('set-day', 'Hold the next review by the day the last one set', {
    from: 'set-day',
    span: {},
    counted: 'the day set at the last review',
    source: 'the record of that review',
  }),
  row('no-date', 'Review a plan of which no date is known', {
    from: 'today',
    span: {},
    counted: 'now, for neither a review nor the making of the plan is known',
    source: OURS,
  }),
  // EHC plan: when the next review is to be complete
  row('ehcp-first', 'Complete the first annual review', {
    from: 'plan-made',
    span: { months: 12 },
    before: true,
    counted: 'within 12 months of the plan being made',
    source: 'Children and Families Act 2014 s.44(1)(a); Code of Practice 9.169',
    note: STARTING_WITH,
  }),
  row('ehcp-next', 'Complete the next annual review', {
    from: 'last-decision',
    span: { months: 12 },
    before: true,
    counted: 'within 12 months of the local authority’s last decision',
    source: 'Children and Families Act 2014 s.44(1)(b); Code of Practice 9.169',
    note: STARTING_WITH,
  }),
  row('ehcp-next-undecided', 'Complete the next annual review', {
    from: 'last-review',
    span: { months: 12 },
    before: true,
    counted: 'within 12 months of the last review meeting',
    source: 'Children and Families Act 2014 s.44(1)(b); Code of Practice 9.169',
    note: 'The day of the local authority’s last decision is not known, so the meeting before it counts: the stricter day.',
  }),
  row('ehcp-under-5-opens', 'Think about the next review, for a child under 5', {
    from: 'last-decision',
    span: { months: 3 },
    counted: '3 months after the last decision, for a child under 5',
    source: 'Code of Practice 9.178',
  }),
  row('ehcp-under-5-due', 'Review the EHC plan of a child under 5 (every 3 to 6 months)', {
    from: 'last-decision',
    span: { months: 6 },
    counted: '6 months after the last decision, for a child under 5',
    source: 'Code of Practice 9.178',
    note: 'The Code says that it should be considered; the law’s own limit is 12 months.',
  }),
  row('meeting-lead', 'Hold the meeting', {
    from: 'deadline',
    span: { weeks: -DEFAULT_LEAD_WEEKS },
    counted: `${DEFAULT_LEAD_WEEKS} weeks before the review must be complete`,
    source: OURS,
    note: 'The local authority may ask for another lead.',
  }),
  row('meeting-lead-least', 'Hold the meeting', {
    from: 'deadline',
    span: { weeks: -LEAST_LEAD_WEEKS },
    counted: `${LEAST_LEAD_WEEKS} weeks before the review must be complete`,
    source: 'Code of Practice 9.176',
    note: 'The local authority has 4 weeks to decide, so no lead is shorter.',
  }),
  // EHC plan: around a meeting
  row('invite', 'Invite everybody', {
    from: 'meeting',
    span: { days: -14 },
    counted: '14 days before the meeting',
    source: 'SEND Regulations 2014, reg 20(3)',
  }),
  row('ask-advice', 'Ask for written advice', {
    from: 'meeting',
    span: { days: -28 },
    counted: '28 days before the meeting',
    source: OURS,
    note: 'So that it can be answered in time to be sent round (SEND Regulations 2014, reg 20(4)).',
  }),
  row('advice', 'Have all written advice', {
    from: 'meeting',
    span: { days: -17 },
    counted: '17 days before the meeting',
    source: OURS,
    note: 'So that it can be sent round in time (SEND Regulations 2014, reg 20(4)).',
  }),
  row('circulate', 'Send all advice to everybody invited', {
    from: 'meeting',
    span: { days: -14 },
    counted: '14 days before the meeting',
    source: 'SEND Regulations 2014, reg 20(4)',
  }),
  row('report', 'Report to everyone invited', {
    from: 'meeting',
    span: { days: 14 },
    counted: '14 days after the meeting',
    source: 'Code of Practice 9.176',
  }),
  row('la-decision', 'The local authority decides, and tells everyone', {
    from: 'meeting',
    span: { days: 28 },
    counted: '28 days after the meeting',
    source: 'Code of Practice 9.176',
  }),
  row('notice', 'The local authority sends its notice of the proposed amendments', {
    from: 'meeting',
    span: { days: 28 },
    counted: '28 days after the meeting',
    source: 'R (L, M and P) v Devon [2022] EWHC 493',
  }),
  row('comments', 'Comment on the proposed amendments', {
    from: 'notice',
    span: { days: 15 },
    counted: '15 days after the notice',
    source: 'SEND Regulations 2014, reg 22(2)',
    note: 'At least so long must be given; the local authority may give longer.',
  }),
  row('final-plan-notice', 'The local authority sends the final plan', {
    from: 'notice',
    span: { weeks: 8 },
    counted: '8 weeks after the notice',
    source: 'SEND Regulations 2014, reg 22(3)',
  }),
  row('final-plan-meeting', 'The local authority sends the final plan', {
    from: 'meeting',
    span: { weeks: 12 },
    counted: '12 weeks after the meeting',
    source: 'R (L, M and P) v Devon [2022] EWHC 493',
  }),
  // EHC plan: phase transfers, on 1 September
  row('transfer-15-feb', 'Review and amend the plan for the transfer', {
    from: 'transfer-year',
    span: { months: 1, days: 14 },
    before: true,
    counted: 'before 15 February of the year of transfer',
    source: 'SEND Regulations 2014, reg 18(1)(b)',
    note: BEFORE,
  }),
  row('transfer-31-mar', 'Review and amend the plan for the transfer', {
    from: 'transfer-year',
    span: { months: 2, days: 30 },
    before: true,
    counted: 'before 31 March of the year of transfer',
    source: 'SEND Regulations 2014, reg 18(1)(a)',
    note: BEFORE,
  }),
  row('transfer-post-16', 'Review and amend the plan for the transfer', {
    from: 'transfer',
    span: { months: -5 },
    counted: '5 months before the transfer on 1 September',
    source: 'SEND Regulations 2014, reg 18(2)',
  }),
  row('transfer-meeting', 'Hold the meeting for the transfer', {
    from: 'deadline',
    span: { weeks: -12 },
    counted: '12 weeks before the transfer’s deadline',
    source: 'SEND Regulations 2014, reg 18; R (L, M and P) v Devon [2022] EWHC 493',
    note: 'So that the final plan can still come in time.',
  }),
  row('transfer-at-risk', 'Have a meeting set for the transfer', {
    from: 'latest-meeting',
    span: { weeks: -6 },
    counted: '6 weeks before the latest day for the meeting',
    source: OURS,
    note: 'Later than that, four weeks to ask for advice and two of notice hardly fit.',
  }),
  row('transfer-flag', 'Think of the transfer', {
    from: 'latest-meeting',
    span: { months: -5 },
    counted: '5 months before the latest day for the meeting, where the terms are not known',
    source: OURS,
  }),
  // EHC plan: the right to appeal
  row('appeal', 'Appeal against the decision', {
    from: 'decision-letter',
    span: { months: 2 },
    counted: '2 months after the letter',
    source: 'Children and Families Act 2014 s.51',
    note: 'Or one month after a mediation certificate, where that is later.',
  }),
  row('appeal-mediation', 'Appeal against the decision', {
    from: 'mediation',
    span: { months: 1 },
    counted: '1 month after the mediation certificate',
    source: 'Children and Families Act 2014 s.51',
    note: 'As that is later than 2 months after the letter.',
  }),
] as const;

/** The names of the rules: a rule that changed stands there once for each time it held. */
export type RuleId = (typeof ROWS)[number]['id'];

export const STATUTE: readonly Rule[] = ROWS;
