import { CODE, OURS, row } from './row.ts';

const STARTING_WITH =
  'The law counts 12 months “starting with” that day, so the day before the anniversary is the last: the stricter day.';
const BEGINNING_WITH =
  'The law counts 3 months “beginning with” that day, so the day before is the last: the stricter day.';

/** How long before a review must be complete a local authority wants the meeting, where it has not said; and the least. */
export const DEFAULT_LEAD_WEEKS = 8;
export const LEAST_LEAD_WEEKS = 4;

/** EHC plan: when its next review is to be complete, and by when to meet for that. */
export const INTERVAL_RULES = [
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
    note: `Neither a plan that the Tribunal ordered restarts it, nor a later letter that the plan is not amended after all (SEND Regulations 2014, reg 22(4)). ${STARTING_WITH}`,
  }),
  row('ehcp-next-undecided', 'Complete the next annual review', {
    from: 'last-review',
    span: { months: 12 },
    before: true,
    counted: 'within 12 months of the last review meeting',
    source: 'Children and Families Act 2014 s.44(1)(b); Code of Practice 9.169',
    note: 'Neither the making of the plan nor the local authority’s last decision is known, so the meeting before it counts: the stricter day.',
  }),
  row('ehcp-taken-over', 'Complete the review that the new local authority owes', {
    from: 'taken-over',
    span: { months: 3 },
    before: true,
    counted: 'within 3 months of another local authority taking the plan over',
    source: `SEND Regulations 2014, reg 15(5); ${CODE.moving}`,
    note: `Where that is later than the 12 months, which go on. ${BEGINNING_WITH}`,
  }),
  row('ehcp-release', 'Review the plan of a pupil released from custody', {
    from: 'release',
    span: {},
    counted: 'on the day of release, as nothing falls due in custody',
    source: 'Children and Families Act 2014 ss.48, 70 and 74; Code of Practice, chapter 10',
    note: 'The Act requires the review as soon as reasonably practicable after the release and names no day, so nothing is shown as overdue by it.',
  }),
  row('ehcp-taken-over-letter', 'The new local authority writes to the family', {
    from: 'taken-over',
    span: { weeks: 6 },
    counted: '6 weeks after taking the plan over',
    source: `SEND Regulations 2014, reg 15(4); ${CODE.moving}`,
    note: 'That the plan was transferred, whether needs are to be assessed again, and when it will be reviewed.',
  }),
  row('ehcp-25', 'The plan of a young person who has turned 25 may run until then', {
    from: 'academic-year-of-25',
    span: {},
    counted: 'the end of the academic year in which the young person turns 25',
    source: `SEND Regulations 2014, reg 46; Children and Families Act 2014 s.46; ${CODE.ceasing}`,
    note: 'The local authority may keep the plan until then; nothing ends by itself. 31 July is for a college of further education (reg 46(1)(a)); an apprenticeship’s year ends with the training, or on the day before the 26th birthday where that is earlier.',
  }),
  row('ehcp-under-5-opens', 'Think about the next review, for a child under 5', {
    from: 'last-decision',
    span: { months: 3 },
    counted: '3 months after the last decision, for a child under 5',
    source: 'Code of Practice 9.178',
  }),
  row('ehcp-under-5-due', 'Consider a review for a child under 5 (every 3 to 6 months)', {
    from: 'last-decision',
    span: { months: 6 },
    counted: '6 months after the last decision, for a child under 5',
    source: 'Code of Practice 9.178',
    note: 'Advice: the Code says that it should be considered. Nothing is overdue by it; the law’s own limit is 12 months.',
  }),
  row('ehcp-under-5-first-opens', 'Think about the first review, for a child under 5', {
    from: 'plan-made',
    span: { months: 3 },
    counted: '3 months after the plan was made, for a child under 5',
    source: 'Code of Practice 9.178',
  }),
  row('ehcp-under-5-first-due', 'Consider a first review for a child under 5 (every 3 to 6 months)', {
    from: 'plan-made',
    span: { months: 6 },
    counted: '6 months after the plan was made, for a child under 5',
    source: 'Code of Practice 9.178',
    note: 'Advice: the Code says that it should be considered. Nothing is overdue by it; the law’s own limit is 12 months.',
  }),
  row('ehcp-under-5-met-opens', 'Think about the next review, for a child under 5', {
    from: 'last-review',
    span: { months: 3 },
    counted: '3 months after the last review, for a child under 5',
    source: 'Code of Practice 9.178',
  }),
  row('ehcp-under-5-met-due', 'Consider a review for a child under 5 (every 3 to 6 months)', {
    from: 'last-review',
    span: { months: 6 },
    counted: '6 months after the last review, for a child under 5',
    source: 'Code of Practice 9.178',
    note: 'Advice: the Code says that it should be considered. Nothing is overdue by it; the law’s own limit is 12 months.',
  }),
  row('meeting-lead', 'Hold the meeting', {
    from: 'deadline',
    span: { weeks: -DEFAULT_LEAD_WEEKS },
    counted: `${DEFAULT_LEAD_WEEKS} weeks before the last day for the review to be complete`,
    source: OURS,
    note: 'The local authority may ask for another lead.',
  }),
  row('meeting-lead-least', 'Hold the meeting', {
    from: 'deadline',
    span: { weeks: -LEAST_LEAD_WEEKS },
    counted: `${LEAST_LEAD_WEEKS} weeks before the last day for the review to be complete`,
    source: 'SEND Regulations 2014, reg 20(10); Code of Practice 9.176',
    note: 'The local authority has 4 weeks to decide, so no lead is shorter.',
  }),
] as const;
