import { OURS, row } from './row.ts';

/** What the local authority is asked for after a review: an EHC needs assessment, or top-up funding. */
export const REQUEST_RULES = [
  row('ehc-request-answer', 'The local authority says whether it assesses', {
    from: 'request-received',
    span: { weeks: 6 },
    counted: '6 weeks after it had the request',
    source: 'SEND Regulations 2014, reg 5(1); Code of Practice 9.41',
    note: 'Longer only by an exception of reg 5(4), such as a school’s closure of 4 weeks or more.',
  }),
  row('ehc-request-later', 'The local authority says whether it assesses, later by an exception', {
    from: 'set-day',
    span: {},
    counted: 'the day it names, by an exception to its 6 weeks',
    source: 'SEND Regulations 2014, reg 5(4); Code of Practice 9.42',
  }),
  row('ehc-no-plan', 'The local authority says if it makes no plan after the assessment', {
    from: 'request-received',
    span: { weeks: 16 },
    counted: '16 weeks after it had the request',
    source: 'SEND Regulations 2014, reg 10(1); Code of Practice 9.41',
    note: 'There is a right to appeal against that, too.',
  }),
  row('ehc-plan-made', 'The local authority sends the final EHC plan', {
    from: 'request-received',
    span: { weeks: 20 },
    counted: '20 weeks after it had the request',
    source: 'SEND Regulations 2014, reg 13(2); Code of Practice 9.41',
    note: 'Longer only by an exception of reg 13(3).',
  }),
  row('top-up-answer', 'The local authority answers the application for top-up funding', {
    from: 'set-day',
    span: {},
    counted: 'the day it named, or the day you set',
    source: OURS,
  }),
] as const;
