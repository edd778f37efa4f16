import { OURS, row } from './row.ts';

/** Bristol City Council, “SEN Support: Review”, on Bristol Findability (2016). */
const GUIDANCE = 'Bristol SEN Support guidance';

/** SEN Support and early years: how often a plan is reviewed. */
export const SUPPORT_RULES = [
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
    source: GUIDANCE,
  }),
  row('sen-support-first', 'Review a new SEN Support plan (every 3 to 6 months)', {
    from: 'plan-made',
    span: { months: 6 },
    counted: '6 months after the plan was made',
    source: GUIDANCE,
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
    counted: 'now, as no earlier date is known',
    source: OURS,
  }),
] as const;
