import { BEFORE, CODE, OURS, row } from './row.ts';

/** EHC plan: phase transfers, on 1 September where no other day is known. */
export const TRANSFER_RULES = [
  row('transfer-15-feb', 'Review and amend the plan for the transfer', {
    from: 'transfer-year',
    span: { months: 1, days: 14 },
    before: true,
    counted: 'before 15 February of the year of transfer',
    source: `SEND Regulations 2014, reg 18(1)(b); ${CODE.intoSchools}`,
    note: BEFORE,
  }),
  row('transfer-31-mar', 'Review and amend the plan for the transfer', {
    from: 'transfer-year',
    span: { months: 2, days: 30 },
    before: true,
    counted: 'before 31 March of the year of transfer',
    source: `SEND Regulations 2014, reg 18(1)(a); ${CODE.intoPost16}`,
    note: BEFORE,
  }),
  row('transfer-post-16', 'Review and amend the plan for the transfer', {
    from: 'transfer',
    span: { months: -5 },
    counted: '5 months before the day of the transfer',
    source: 'SEND Regulations 2014, reg 18(2)',
    note: 'Counted from 1 September, where no other day of the transfer is known.',
  }),
  row('transfer-meeting', 'Hold the meeting for the transfer', {
    from: 'deadline',
    span: { weeks: -12 },
    counted: '12 weeks before the last day for the transfer’s final plan',
    source: `SEND Regulations 2014, reg 18; R (L, M and P) v Devon [2022] EWHC 493; ${CODE.phases}`,
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
] as const;
