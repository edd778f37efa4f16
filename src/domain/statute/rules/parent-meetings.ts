import { OURS, row } from './row.ts';

const A_YEAR =
  'The Code expects at least three meetings each year; how many by the end of a term is our own reading of it.';

/** How often parents are met in a school year. The number is that of meetings; the day, the last on which it is in time. */
export const PARENT_MEETING_RULES = [
  row('parents-met-autumn', 'Meet the parents once (SEN Support)', {
    from: 'autumn-end',
    span: {},
    times: 1,
    counted: 'by the end of the autumn term',
    source: 'Code of Practice 6.65',
    note: A_YEAR,
  }),
  row('parents-met-spring', 'Meet the parents a second time (SEN Support)', {
    from: 'spring-end',
    span: {},
    times: 2,
    counted: 'by the end of the spring term',
    source: 'Code of Practice 6.65',
    note: A_YEAR,
  }),
  row('parents-met-year', 'Meet the parents at least three times each year (SEN Support)', {
    from: 'school-year-end',
    span: {},
    times: 3,
    counted: 'by the end of the school year',
    source: 'Code of Practice 6.65',
  }),
  row('parents-met-year-told', 'Tell of a third meeting of the year that has not been held', {
    from: 'summer-half',
    span: {},
    counted: 'from the second half of the summer term',
    source: OURS,
    note: 'While there is time to hold it.',
  }),
  row('parents-met-last-year-told', 'Tell of a school year that ended with fewer than three', {
    from: 'school-year-end',
    span: { days: 15 },
    counted: '15 days after the end of the school year',
    source: OURS,
    note: 'So that a meeting which was held can still be recorded.',
  }),
] as const;
