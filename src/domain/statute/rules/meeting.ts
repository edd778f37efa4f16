import { CODE, OURS, row } from './row.ts';

/** What the local authority sends with its notice, and says in it (SEND Regulations 2014, reg 22(2)). */
const NOTICE_COMES_WITH =
  'It comes with the plan, the evidence for the changes, and the right to ask for a school to be named and to meet an officer.';

/** EHC plan: what is to be done around a meeting. */
export const MEETING_RULES = [
  row('invite', 'Invite everybody', {
    from: 'meeting',
    span: { days: -14 },
    counted: '14 days before the meeting',
    source: 'SEND Regulations 2014, reg 20(2)–(3); Code of Practice 9.176',
    withoutSchool: {
      source: 'SEND Regulations 2014, reg 21(2)–(3)',
      note: 'The local authority itself invites everybody, and holds the meeting.',
    },
  }),
  row('ask-advice', 'Ask for written advice', {
    from: 'meeting',
    span: { days: -28 },
    counted: '28 days before the meeting',
    source: OURS,
    note: 'So that it can be answered in time to be sent round (SEND Regulations 2014, reg 20(4)).',
    withoutSchool: {
      note: 'So that it can be answered in time to be sent round (SEND Regulations 2014, reg 21(4)).',
    },
  }),
  row('advice', 'Have all written advice', {
    from: 'meeting',
    span: { days: -17 },
    counted: '17 days before the meeting',
    source: OURS,
    note: 'So that it can be sent round in time (SEND Regulations 2014, reg 20(4)).',
    withoutSchool: { note: 'So that it can be sent round in time (SEND Regulations 2014, reg 21(4)).' },
  }),
  row('advice-set', 'Have all written advice', {
    from: 'set-day',
    span: {},
    counted: 'the day you asked for it by',
    source: OURS,
    note: 'It is to be sent round 14 days before the meeting (SEND Regulations 2014, reg 20(4)).',
    withoutSchool: {
      note: 'It is to be sent round 14 days before the meeting (SEND Regulations 2014, reg 21(4)).',
    },
  }),
  row('circulate', 'Send all advice to everybody invited', {
    from: 'meeting',
    span: { days: -14 },
    counted: '14 days before the meeting',
    source: 'SEND Regulations 2014, reg 20(4); Code of Practice 9.176',
    withoutSchool: {
      source: 'SEND Regulations 2014, reg 21(4)',
      note: 'The local authority sends it round.',
    },
  }),
  row('report', 'Report to everyone invited', {
    from: 'meeting',
    span: { days: 14 },
    counted: '14 days after the meeting',
    source: 'SEND Regulations 2014, reg 20(7)–(9); Code of Practice 9.176',
    withoutSchool: { source: 'SEND Regulations 2014, reg 21(7)' },
  }),
  row('la-decision', 'The local authority decides, and tells everyone', {
    from: 'meeting',
    span: { days: 28 },
    counted: '28 days after the meeting',
    source: 'SEND Regulations 2014, reg 20(10)–(11); Code of Practice 9.176',
    note: 'It tells the family and the school; where it keeps or ceases the plan, with the right to mediation and appeal.',
    withoutSchool: {
      source: 'SEND Regulations 2014, reg 21',
      note: 'It tells the family; where it keeps or ceases the plan, with the right to mediation and appeal.',
    },
  }),
  row('notice', 'The local authority sends its notice of the proposed amendments', {
    from: 'meeting',
    span: { days: 28 },
    counted: '28 days after the meeting',
    source: `SEND Regulations 2014, reg 22(2); R (L, M and P) v Devon [2022] EWHC 493; ${CODE.amending}`,
    note: `With the decision, so in the same 4 weeks. ${NOTICE_COMES_WITH}`,
  }),
  row('comments', 'Comment on the proposed amendments', {
    from: 'notice',
    span: { days: 15 },
    before: true,
    counted: '15 days beginning with the day of the notice',
    source: `SEND Regulations 2014, reg 22(2)(c); ${CODE.amending}`,
    note: 'The regulations require at least so long; the local authority may give longer. The day of the notice is the first of them: the stricter day.',
  }),
  row('final-plan-notice', 'The local authority sends the final plan', {
    from: 'notice',
    span: { weeks: 8 },
    counted: '8 weeks after the notice',
    source: `SEND Regulations 2014, reg 22(3); ${CODE.amending}`,
    note: 'After the comments it may still decide not to amend, and then says why within the same 8 weeks (reg 22(4)).',
  }),
  row('not-amending', 'The local authority says that it does not amend the plan after all, and why', {
    from: 'notice',
    span: { weeks: 8 },
    counted: '8 weeks after the notice',
    source: `SEND Regulations 2014, reg 22(4); ${CODE.amending}`,
    note: 'The next review counts from the decision before the notice (reg 20(10)) all the same.',
  }),
  row('decision-to-say', 'Say what the local authority decided, where the school’s data has the day alone', {
    from: 'decision-letter',
    span: { days: 14 },
    counted: '14 days after the decision',
    source: OURS,
    note: 'A right to appeal, a notice or a move may hang on what it was.',
  }),
  row('never-decided', 'Offer that a decision is no longer waited for', {
    from: 'meeting',
    span: { months: 3 },
    counted: '3 months after the meeting',
    source: OURS,
    note: 'From then on it can be chosen beside chasing the local authority; the law lets no review end without a decision.',
  }),
  row('final-plan-meeting', 'The local authority sends the final plan', {
    from: 'meeting',
    span: { weeks: 12 },
    counted: '12 weeks after the meeting',
    source: `SEND Regulations 2014, reg 22(3); R (L, M and P) v Devon [2022] EWHC 493; ${CODE.amending}`,
    note: 'A notice that comes late does not move it.',
  }),
] as const;
