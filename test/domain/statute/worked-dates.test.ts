import { describe, expect, it } from 'vitest';
import { PLAN_KINDS } from '../../../src/domain/plans/index.ts';
import { schoolLeavingDate } from '../../../src/domain/school/young-person.ts';
import { clockOf, stepsInOrder } from '../../../src/domain/statute/clock.ts';
import type { RuleDate } from '../../../src/domain/statute/statute.ts';
import { transferDates } from '../../../src/domain/statute/transfer.ts';
import { plusMonths } from '../../../src/domain/time.ts';
import { dated, decision, meetingHeld } from '../../support/annual-dates.ts';
import { aPupil, aSchool } from '../../support/builders.ts';
import { notKnown, only, theDue, withOnePlan } from '../../support/one-plan.ts';

/*
 * Days worked out by hand, from the law, the guidance and a calendar, and never from the code.
 */

type Rows = readonly (readonly [what: string, given: string, expected: string, source: string])[];

const FIRST = 'Children and Families Act 2014 s.44(1)(a)';
const NEXT = 'Children and Families Act 2014 s.44(1)(b)';
const MOVED = 'SEND Regulations 2014, reg 15(5)';
const OURS = 'our own default, no law sets it';
const INVITE = 'SEND Regulations 2014, reg 20(2)–(3); Code of Practice 9.176';
const CIRCULATE = 'SEND Regulations 2014, reg 20(4); Code of Practice 9.176';
const REPORT = 'SEND Regulations 2014, reg 20(7)–(9); Code of Practice 9.176';
const DECIDE = 'SEND Regulations 2014, reg 20(10)–(11); Code of Practice 9.176';
const DEVON = 'R (L, M and P) v Devon [2022] EWHC 493';
const COMMENT = 'SEND Regulations 2014, reg 22(2)(c)';
const FINAL = 'SEND Regulations 2014, reg 22(3)';
const BY_FEBRUARY = 'SEND Regulations 2014, reg 18(1)(b)';
const BY_MARCH = 'SEND Regulations 2014, reg 18(1)(a)';
const FIVE_MONTHS = 'SEND Regulations 2014, reg 18(2)';
const TRANSFERS = 'SEND Regulations 2014, reg 18';
const APPEALS = 'ss.51, 55';
const PUT_OFF = '12(3)(a), 20(1)(c)';
const WEEKEND = '12(2)';
const AMENDED = 'ss.51(3)(b)';
const BRISTOL = 'Bristol SEN Support guidance';
const UNDER_FIVE = 'Code of Practice 9.178';
const AT_25 = 'reg 46';
const SCHOOL_AGE = 'Education Act 1996, s.8';
const LEAST = 'SEND Regulations 2014, reg 20(10)';

const COMPLETE_BY: Rows = [
  ['the worked example', 'made 2026-03-10', '2027-03-09', FIRST],
  ['made on New Year’s Day', 'made 2026-01-01', '2026-12-31', FIRST],
  ['made on New Year’s Eve', 'made 2025-12-31', '2026-12-30', FIRST],
  ['made on the first day of a school year', 'made 2026-09-01', '2027-08-31', FIRST],
  ['the last day is a leap day', 'made 2027-03-01', '2028-02-29', FIRST],
  ['into a leap year', 'made 2027-02-28', '2028-02-27', FIRST],
  ['made on a leap day', 'made 2028-02-29', '2029-02-28', FIRST],
  ['an ordinary day', 'decided 2026-04-14', '2027-04-13', NEXT],
  ['decided at the end of February', 'decided 2026-02-28', '2027-02-27', NEXT],
  ['decided at Christmas', 'decided 2026-12-25', '2027-12-24', NEXT],
  ['decided at the end of a school year', 'decided 2026-07-21', '2027-07-20', NEXT],
  ['decided on a Sunday', 'decided 2026-11-01', '2027-10-31', NEXT],
  ['a meeting since restarts nothing', 'met 2026-10-01, decided 2025-11-20', '2026-11-19', NEXT],
  ['nor does a plan amended since', 'decided 2026-04-14, made 2026-06-30', '2027-04-13', NEXT],
  ['the first meeting held, and not decided', 'made 2026-03-10, met 2027-01-11', '2027-03-09', FIRST],
  ['first review held late, not decided', 'made 2025-10-01, met 2026-10-19', '2026-09-30', FIRST],
  ['a later meeting, not decided', 'made 2020-05-05, met 2026-03-20', '2021-05-04', FIRST],
  ['a meeting two years on, not decided', 'made 2024-03-10, met 2026-07-01', '2025-03-09', FIRST],
  ['a meeting 18 months on, not decided', 'made 2024-03-10, met 2025-09-20', '2025-03-09', FIRST],
  ['only a meeting known', 'met 2026-03-20', '2027-03-19', NEXT],
  ['only a last review known', 'reviewed 2026-03-20', '2027-03-19', NEXT],
  ['moved early: twelve months', 'decided 2026-04-14, moved 2026-06-01', '2027-04-13', NEXT],
  ['moved late: three months', 'decided 2026-04-14, moved 2027-03-20', '2027-06-19', MOVED],
  ['moved after the year: three months', 'decided 2025-04-14, moved 2026-05-31', '2026-08-30', MOVED],
  ['made on a leap day, of a child born on one', 'made 2024-02-29, born 2016-02-29', '2025-02-28', FIRST],
  ['decided on a leap day', 'decided 2028-02-29', '2029-02-28', NEXT],
  ['decided a year before a leap day', 'decided 2027-02-28', '2028-02-27', NEXT],
  ['moved on a leap day: three months', 'decided 2027-03-15, moved 2028-02-29', '2028-05-28', MOVED],
  ['moved, at the end of November', 'decided 2025-12-05, moved 2026-11-30', '2027-02-28', MOVED],
];

const MEET_BY: Rows = [
  ['8 weeks, from a plan made', 'la Westshire, made 2026-03-10', '2027-01-12', OURS],
  ['8 weeks, from a plan made', 'la Westshire, made 2026-06-15', '2027-04-19', OURS],
  ['8 weeks, from a decision', 'la Westshire, decided 2026-05-19', '2027-03-23', OURS],
  ['8 weeks, from a plan made on a leap day', 'la Westshire, made 2024-02-29', '2025-01-03', OURS],
  ['8 weeks, back over a leap day', 'la Westshire, decided 2027-03-22', '2028-01-25', OURS],
  ['10 weeks, from a plan made', 'la Northshire, made 2026-03-10', '2026-12-29', 'as Northshire asks'],
  ['10 weeks, from a plan made', 'la Northshire, made 2026-06-15', '2027-04-05', 'as Northshire asks'],
  ['10 weeks, from a decision', 'la Northshire, decided 2026-05-19', '2027-03-09', 'as Northshire asks'],
  ['6 weeks, from a plan made', 'la Eastshire, made 2026-03-10', '2027-01-26', 'as Eastshire asks'],
  ['6 weeks, from a plan made', 'la Eastshire, made 2026-06-15', '2027-05-03', 'as Eastshire asks'],
  ['6 weeks, from a decision', 'la Eastshire, decided 2026-05-19', '2027-04-06', 'as Eastshire asks'],
  ['4 weeks, from a plan made', 'la Southshire, made 2026-03-10', '2027-02-09', 'as Southshire asks'],
  ['4 weeks, from a plan made', 'la Southshire, made 2026-06-15', '2027-05-17', 'as Southshire asks'],
  ['4 weeks, from a decision', 'la Southshire, decided 2026-05-19', '2027-04-20', 'as Southshire asks'],
  ['never under 4 weeks, whoever asks', 'la Hastyshire, made 2026-03-10', '2027-02-09', LEAST],
  ['an authority nobody knows: 8 weeks', 'la Elsewhere, made 2026-03-10', '2027-01-12', OURS],
];

const AROUND_THE_MEETING: Rows = [
  ['before a transfer', 'step invite, met 2026-11-20', '2026-11-06', INVITE],
  ['before a transfer', 'step ask-advice, met 2026-11-20', '2026-10-23', OURS],
  ['before a transfer', 'step advice, met 2026-11-20', '2026-11-03', OURS],
  ['before a transfer', 'step circulate, met 2026-11-20', '2026-11-06', CIRCULATE],
  ['before a transfer', 'step report, met 2026-11-20', '2026-12-04', REPORT],
  ['before a transfer', 'step la-decision, met 2026-11-20', '2026-12-18', DECIDE],
  ['over Christmas', 'step invite, met 2026-12-10', '2026-11-26', INVITE],
  ['over Christmas', 'step ask-advice, met 2026-12-10', '2026-11-12', OURS],
  ['over Christmas', 'step advice, met 2026-12-10', '2026-11-23', OURS],
  ['over Christmas', 'step circulate, met 2026-12-10', '2026-11-26', CIRCULATE],
  ['over Christmas', 'step report, met 2026-12-10', '2026-12-24', REPORT],
  ['over Christmas', 'step la-decision, met 2026-12-10', '2027-01-07', DECIDE],
  ['over a leap day', 'step invite, met 2028-02-21', '2028-02-07', INVITE],
  ['over a leap day', 'step ask-advice, met 2028-02-21', '2028-01-24', OURS],
  ['over a leap day', 'step advice, met 2028-02-21', '2028-02-04', OURS],
  ['over a leap day', 'step circulate, met 2028-02-21', '2028-02-07', CIRCULATE],
  ['over a leap day', 'step report, met 2028-02-21', '2028-03-06', REPORT],
  ['over a leap day', 'step la-decision, met 2028-02-21', '2028-03-20', DECIDE],
  ['met on a leap day', 'step invite, met 2028-02-29', '2028-02-15', INVITE],
  ['met on a leap day', 'step ask-advice, met 2028-02-29', '2028-02-01', OURS],
  ['met on a leap day', 'step advice, met 2028-02-29', '2028-02-12', OURS],
  ['met on a leap day', 'step report, met 2028-02-29', '2028-03-14', REPORT],
  ['met on a leap day', 'step la-decision, met 2028-02-29', '2028-03-28', DECIDE],
  ['before the summer holidays', 'step invite, met 2027-07-15', '2027-07-01', INVITE],
  ['before the summer holidays', 'step ask-advice, met 2027-07-15', '2027-06-17', OURS],
  ['before the summer holidays', 'step advice, met 2027-07-15', '2027-06-28', OURS],
  ['before the summer holidays', 'step circulate, met 2027-07-15', '2027-07-01', CIRCULATE],
  ['before the summer holidays', 'step report, met 2027-07-15', '2027-07-29', REPORT],
  ['before the summer holidays', 'step la-decision, met 2027-07-15', '2027-08-12', DECIDE],
];

const AFTER_A_DECISION_TO_AMEND: Rows = [
  ['notice: a meeting in autumn', 'step notice, met 2026-11-02', '2026-11-30', DEVON],
  ['final plan, no notice yet: a meeting in autumn', 'step final-plan, met 2026-11-02', '2027-01-25', DEVON],
  ['notice: a meeting in winter', 'step notice, met 2027-02-01', '2027-03-01', DEVON],
  ['final plan, no notice yet: a meeting in winter', 'step final-plan, met 2027-02-01', '2027-04-26', DEVON],
  ['the worked example', 'step comments, met 2026-11-02, notice 2026-11-25', '2026-12-09', COMMENT],
  ['over Christmas', 'step comments, met 2026-11-02, notice 2026-12-20', '2027-01-03', COMMENT],
  ['over the end of February', 'step comments, met 2026-11-02, notice 2027-02-20', '2027-03-06', COMMENT],
  ['over a leap day', 'step comments, met 2026-11-02, notice 2028-02-20', '2028-03-05', COMMENT],
  ['served on a leap day', 'step comments, met 2028-02-29, notice 2028-02-29', '2028-03-14', COMMENT],
  ['met on a leap day', 'step final-plan, met 2028-02-29', '2028-05-23', DEVON],
  ['notice on a leap day', 'step final-plan, met 2028-02-04, notice 2028-02-29', '2028-04-25', FINAL],
  ['a Monday', 'step comments, met 2026-11-02, notice 2027-03-01', '2027-03-15', COMMENT],
  ['an early notice', 'step final-plan, met 2026-11-02, notice 2026-11-10', '2027-01-05', FINAL],
  ['a notice before its last day', 'step final-plan, met 2026-11-02, notice 2026-11-25', '2027-01-20', FINAL],
  ['a notice a day late', 'step final-plan, met 2026-11-02, notice 2026-12-01', '2027-01-25', DEVON],
  ['a notice six weeks late', 'step final-plan, met 2026-11-02, notice 2027-01-11', '2027-01-25', DEVON],
  [
    'for a transfer',
    'step final-plan, met 2026-11-30, transfer primary-secondary',
    '2027-02-14',
    BY_FEBRUARY,
  ],
  ['the latest day', 'step final-plan, met 2026-11-22, transfer primary-secondary', '2027-02-14', DEVON],
  ['for post-16', 'step final-plan, met 2027-01-20, transfer secondary-post-16', '2027-03-30', BY_MARCH],
];

const TRANSFER_SETTLED_BY: Rows = [
  ['before 15 February', 'kind reception-entry, year 2027', '2027-02-14', BY_FEBRUARY],
  ['before 15 February', 'kind infant-junior, year 2027', '2027-02-14', BY_FEBRUARY],
  ['before 15 February', 'kind middle, year 2027', '2027-02-14', BY_FEBRUARY],
  ['before 15 February', 'kind primary-secondary, year 2027', '2027-02-14', BY_FEBRUARY],
  ['before 31 March', 'kind secondary-post-16, year 2027', '2027-03-30', BY_MARCH],
  ['in a leap year', 'kind primary-secondary, year 2028', '2028-02-14', BY_FEBRUARY],
  ['five months before', 'kind post-16-post-16, year 2027, on 2027-09-01', '2027-04-01', FIVE_MONTHS],
  ['five months before', 'kind post-16-post-16, year 2028, on 2028-01-10', '2027-08-10', FIVE_MONTHS],
  ['five months before', 'kind post-16-post-16, year 2027, on 2027-07-31', '2027-02-28', FIVE_MONTHS],
  [
    'five months before, a leap day',
    'kind post-16-post-16, year 2028, on 2028-07-29',
    '2028-02-29',
    FIVE_MONTHS,
  ],
  ['post-16 places, no day known', 'kind post-16-post-16, year 2027', '2027-04-01', FIVE_MONTHS],
];

const TRANSFER_MET_BY: Rows = [
  ['a Sunday', 'kind reception-entry, year 2027', '2026-11-22', TRANSFERS],
  ['a Sunday', 'kind infant-junior, year 2027', '2026-11-22', TRANSFERS],
  ['a Sunday', 'kind middle, year 2027', '2026-11-22', TRANSFERS],
  ['a Sunday', 'kind primary-secondary, year 2027', '2026-11-22', TRANSFERS],
  ['a Tuesday', 'kind secondary-post-16, year 2027', '2027-01-05', TRANSFERS],
  ['in a leap year', 'kind primary-secondary, year 2028', '2027-11-22', TRANSFERS],
  ['in a leap year, post-16', 'kind secondary-post-16, year 2028', '2028-01-06', TRANSFERS],
  ['12 weeks before that', 'kind post-16-post-16, year 2027, on 2027-09-01', '2027-01-07', TRANSFERS],
  ['12 weeks before that', 'kind post-16-post-16, year 2028, on 2028-01-10', '2027-05-18', TRANSFERS],
  ['12 weeks before that', 'kind post-16-post-16, year 2027, on 2027-07-31', '2026-12-06', TRANSFERS],
];

const APPEAL_BY: Rows = [
  ['against a decision to keep', 'keep 2026-05-20', '2026-07-20', APPEALS],
  ['ends on a Sunday: Monday', 'keep 2026-05-19', '2026-07-20', WEEKEND],
  ['into a short February, on a Sunday: Monday', 'keep 2026-12-31', '2027-03-01', WEEKEND],
  ['ends on Saturday 30 January: Monday', 'keep 2026-11-30', '2027-02-01', WEEKEND],
  ['ends on Saturday 2 January: Monday', 'keep 2026-11-02', '2027-01-04', WEEKEND],
  ['ends on Good Friday: Tuesday', 'keep 2027-01-26', '2027-03-30', WEEKEND],
  ['ends on a Sunday, Christmas Eve: the first working day', 'keep 2028-10-24', '2028-12-27', WEEKEND],
  ['into a leap February', 'keep 2027-12-30', '2028-02-29', APPEALS],
  ['a leap day: Saturday, and Monday is a bank holiday', 'keep 2028-02-29', '2028-05-02', WEEKEND],
  ['a certificate, into a leap February', 'keep 2027-11-29, certificate 2028-01-29', '2028-02-29', APPEALS],
  ['against a decision to cease', 'cease 2026-11-20', '2027-01-20', APPEALS],
  ['amended: from the final plan', 'amend 2026-12-01, final 2027-02-14', '2027-04-14', APPEALS],
  ['ends on Saturday 31 July, not in August: Monday', 'keep 2027-05-31', '2027-08-02', WEEKEND],
  ['ends on Friday 31 July', 'keep 2026-05-31', '2026-07-31', APPEALS],
  ['ends on 1 August: the first working day after August', 'keep 2027-06-01', '2027-09-01', PUT_OFF],
  ['ends on 31 August: the same', 'keep 2027-06-30', '2027-09-01', PUT_OFF],
  ['ends in August, 31 August is a bank holiday', 'keep 2026-06-15', '2026-09-01', PUT_OFF],
  ['ends on 1 September: no different', 'keep 2027-07-01', '2027-09-01', APPEALS],
  ['August ends on a Thursday: Friday', 'keep 2028-06-20', '2028-09-01', PUT_OFF],
  ['August ends on a Friday: Monday', 'keep 2029-06-20', '2029-09-03', PUT_OFF],
  ['ends on Christmas Day', 'keep 2026-10-25', '2027-01-04', PUT_OFF],
  ['ends on New Year’s Day', 'keep 2026-11-01', '2027-01-04', PUT_OFF],
  ['ends on New Year’s Eve, 3 January is a bank holiday', 'keep 2027-10-31', '2028-01-04', PUT_OFF],
  ['ends on Christmas Eve: no different', 'keep 2026-10-24', '2026-12-24', APPEALS],
  ['final plan, ending in August', 'amend 2027-04-20, final 2027-06-10', '2027-09-01', PUT_OFF],
  ['a late certificate', 'keep 2026-05-19, certificate 2026-06-30', '2026-07-30', APPEALS],
  ['an early certificate', 'keep 2026-05-20, certificate 2026-06-01', '2026-07-20', APPEALS],
  [
    'a certificate on the last day, ends on a Saturday',
    'cease 2026-11-20, certificate 2027-01-20',
    '2027-02-22',
    WEEKEND,
  ],
  ['a plan agreed after a decision to keep', 'keep 2026-10-01, agreed 2026-11-20', '2027-01-20', AMENDED],
  [
    'a plan agreed, with a certificate',
    'keep 2026-10-01, agreed 2026-11-20, certificate 2026-12-21',
    '2027-01-21',
    APPEALS,
  ],
  ['a certificate, ending in August', 'keep 2027-05-20, certificate 2027-07-10', '2027-09-01', PUT_OFF],
  ['a certificate, ending at Christmas', 'keep 2026-10-20, certificate 2026-11-28', '2027-01-04', PUT_OFF],
];

const ADVISED_UNDER_FIVE: Rows = [
  ['a child of three', 'born 2023-06-10, decided 2026-09-15', '2027-03-15', UNDER_FIVE],
  ['a child of three, from a month end', 'born 2023-06-10, decided 2026-08-31', '2027-02-28', UNDER_FIVE],
  [
    'born on a leap day: five on 1 March, after it',
    'born 2024-02-29, decided 2028-08-31',
    '2029-02-28',
    UNDER_FIVE,
  ],
  ['five on the day after', 'born 2022-03-16, decided 2026-09-15', '2027-03-15', UNDER_FIVE],
];

const TURNS_25: Rows = [
  ['turns 25 on 2026-10-10', 'born 2001-10-10', '2027-07-31', AT_25],
  ['turns 25 on 2027-07-31', 'born 2002-07-31', '2027-07-31', AT_25],
  ['turns 25 on 2026-08-01', 'born 2001-08-01', '2027-07-31', AT_25],
  ['turns 25 on 2027-03-01', 'born 2002-03-01', '2027-07-31', AT_25],
  ['born on a leap day: turns 25 on 2029-03-01', 'born 2004-02-29, today 2028-10-02', '2029-07-31', AT_25],
];

const SUPPORT_OPENS_ON: Rows = [
  ['in term', 'plan early-years-iep, reviewed 2026-10-05', '2026-11-16', BRISTOL],
  ['over Christmas', 'plan early-years-iep, reviewed 2026-11-20', '2027-01-01', BRISTOL],
  ['over a leap day', 'plan early-years-iep, reviewed 2028-01-05', '2028-02-16', BRISTOL],
  ['reviewed on a leap day', 'plan early-years-iep, reviewed 2028-02-29', '2028-04-11', BRISTOL],
  ['reviewed on a leap day', 'plan sen-support, reviewed 2028-02-29', '2028-05-29', BRISTOL],
  ['an ordinary day', 'plan sen-support, reviewed 2026-07-10', '2026-10-10', BRISTOL],
  ['a month end', 'plan sen-support, reviewed 2026-11-30', '2027-02-28', BRISTOL],
  ['a month end into February', 'plan sen-support, reviewed 2026-08-31', '2026-11-30', BRISTOL],
];

const SUPPORT_DUE_BY: Rows = [
  ['in term', 'plan early-years-iep, reviewed 2026-10-05', '2026-11-30', BRISTOL],
  ['over Christmas', 'plan early-years-iep, reviewed 2026-11-20', '2027-01-15', BRISTOL],
  ['over a leap day', 'plan early-years-iep, reviewed 2028-01-05', '2028-03-01', BRISTOL],
  ['reviewed on a leap day', 'plan early-years-iep, reviewed 2028-02-29', '2028-04-25', BRISTOL],
  ['reviewed on a leap day', 'plan sen-support, reviewed 2028-02-29', '2028-08-29', BRISTOL],
  ['into a leap February', 'plan sen-support, reviewed 2027-08-31', '2028-02-29', BRISTOL],
  ['made on a leap day', 'plan sen-support, made 2028-02-29', '2028-08-29', BRISTOL],
  ['an ordinary day', 'plan sen-support, reviewed 2026-07-10', '2027-01-10', BRISTOL],
  ['a month end', 'plan sen-support, reviewed 2026-11-30', '2027-05-30', BRISTOL],
  ['a month end into February', 'plan sen-support, reviewed 2026-08-31', '2027-02-28', BRISTOL],
  ['a new plan', 'plan early-years-iep, made 2026-10-05', '2026-11-30', BRISTOL],
  ['a new plan', 'plan sen-support, made 2026-09-07', '2027-03-07', BRISTOL],
];

const DECISION_AWAITED_BY: Rows = [
  ['an imported meeting', 'made 2026-03-10, met 2026-10-01', '2026-10-29', DECIDE],
  ['over Christmas', 'made 2026-03-10, met 2026-12-03', '2026-12-31', DECIDE],
  ['over a leap day', 'made 2027-03-10, met 2028-02-05', '2028-03-04', DECIDE],
  ['over the end of February', 'made 2026-03-10, met 2027-02-05', '2027-03-05', DECIDE],
];

const SCHOOL_LEAVING: Rows = [
  ['born 2010-09-01', 'born 2010-09-01', '2027-06-25', SCHOOL_AGE],
  ['born 2011-08-31', 'born 2011-08-31', '2027-06-25', SCHOOL_AGE],
  ['born 2011-09-01', 'born 2011-09-01', '2028-06-30', SCHOOL_AGE],
  ['born on a leap day: 16 on 2028-02-29', 'born 2012-02-29', '2028-06-30', SCHOOL_AGE],
  ['born on a leap day: 16 on 2024-02-29', 'born 2008-02-29', '2024-06-28', SCHOOL_AGE],
];

const TODAY = '2027-07-01';
const school = aSchool({
  localAuthorities: [
    { name: 'Northshire', leadWeeks: 10 },
    { name: 'Eastshire', leadWeeks: 6 },
    { name: 'Southshire', leadWeeks: 4 },
    { name: 'Hastyshire', leadWeeks: 3 },
  ],
});

/** What a row gives, by name: "made 2026-03-10, met 2027-01-11". */
const named = (given: string): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(given.split(', ').map((one) => one.split(' ')));

/** When a plan is due of which nothing is known but what is given; of a pupil who moves nowhere. */
function dueOf(given: string, today = TODAY) {
  const { plan: name = 'ehcp', made, met, decided, reviewed, moved, la, born = '2012-05-05' } = named(given);
  const kind = PLAN_KINDS.find((one) => one === name);
  if (!kind) throw new Error(`no plan is called ${name}`);
  const bare = only(notKnown(aPupil({ phaseTransfer: 'none' }), 'planMade', 'lastReviewed'));
  const days = {
    ...(made && { planMade: made }),
    ...(met && { lastMeeting: met }),
    ...(decided && { lastDecision: decided }),
    ...(reviewed && { lastReviewed: reviewed }),
    ...(moved && { laSince: moved }),
    ...(la && { la }),
  };
  return theDue(withOnePlan(bare, { plan: kind, ...days }, aPupil({ dateOfBirth: born })), [], today, school);
}

/** A step of a review that was met, and whose plan is to be amended. */
function stepOf(given: string): RuleDate | undefined {
  const { step, met = '', notice, transfer } = named(given);
  const review = meetingHeld(met, {
    decision: decision('amend', met),
    ...(notice && { notice: dated(notice) }),
    ...(transfer && { transfer: { kind: kindOf(transfer), year: 2027 } }),
  });
  return stepsInOrder(clockOf(review)).find((one) => one.step === step)?.due;
}

function lastDayToAppeal(given: string): RuleDate | undefined {
  const { keep, cease, amend = '', final, certificate, agreed } = named(given);
  const review = meetingHeld('2026-03-02', {
    decision: decision(keep ? 'keep' : cease ? 'cease' : 'amend', keep ?? cease ?? amend),
    ...(final && { finalPlan: dated(final) }),
    ...(certificate && { mediation: dated(certificate) }),
    ...(agreed && { orderedPlan: { ...dated(agreed), cameBy: 'agreed' as const } }),
  });
  return clockOf(review).appeal;
}

const KINDS = [
  ...(['reception-entry', 'infant-junior', 'middle'] as const),
  ...(['primary-secondary', 'secondary-post-16', 'post-16-post-16'] as const),
];

function kindOf(name: string | undefined) {
  const kind = KINDS.find((one) => one === name);
  if (!kind) throw new Error(`no move is called ${name}`);
  return kind;
}

function transferOf(given: string) {
  const { kind, year, on } = named(given);
  return transferDates({ kind: kindOf(kind), year: Number(year), ...(on && { on }) }, TODAY);
}

/** Each row of a table as the bot works it out: the day, and the source that stands beside it. */
function works(title: string, rows: Rows, day: (given: string) => RuleDate | undefined): void {
  describe(title, () => {
    it.each(rows)('%s (%s): %s', (_, given, expected, source) => {
      const found = day(given);
      expect(found?.date).toBe(expected);
      expect(found?.rule.source).toContain(source);
    });
  });
}

works('an annual review is complete by', COMPLETE_BY, (given) => dueOf(given)?.why);
works('the meeting is held by', MEET_BY, (given) => dueOf(given)?.meetWhy);
works('around the meeting', AROUND_THE_MEETING, stepOf);
works('after a decision to amend', AFTER_A_DECISION_TO_AMEND, stepOf);
works('a phase transfer is settled by', TRANSFER_SETTLED_BY, (given) => transferOf(given).deadline);
works('a phase transfer is met for by', TRANSFER_MET_BY, (given) => transferOf(given).meetBy);
works('an appeal is received by', APPEAL_BY, lastDayToAppeal);
works('a child under five is looked at by, as advice', ADVISED_UNDER_FIVE, (given) => {
  // Some months after the decision.
  return dueOf(given, plusMonths(named(given).decided ?? '', 3))?.advised;
});
works('a plan may run, at 25, until', TURNS_25, (given) => dueOf(given, named(given).today)?.turns25);
works('a plan that the school keeps itself is reviewed from', SUPPORT_OPENS_ON, (given) => {
  const due = dueOf(given);
  return due && { ...due.why, date: due.opensOn };
});
works('a plan that the school keeps itself is reviewed by', SUPPORT_DUE_BY, (given) => dueOf(given)?.why);
works('a decision that is awaited was due by', DECISION_AWAITED_BY, (given) => {
  return dueOf(given)?.awaiting?.decisionBy;
});

describe('compulsory school age ends on', () => {
  it.each(SCHOOL_LEAVING)('%s (%s): %s', (_, given, expected) => {
    const { born = '' } = named(given);
    expect(schoolLeavingDate(born)).toBe(expected);
  });
});

it('is at least 120 days, each with its source', () => {
  const all = [
    ...[COMPLETE_BY, MEET_BY, AROUND_THE_MEETING, AFTER_A_DECISION_TO_AMEND],
    ...[TRANSFER_SETTLED_BY, TRANSFER_MET_BY, APPEAL_BY],
    ...[ADVISED_UNDER_FIVE, TURNS_25, SUPPORT_OPENS_ON, SUPPORT_DUE_BY, DECISION_AWAITED_BY, SCHOOL_LEAVING],
  ].flat();
  expect(all.length).toBeGreaterThanOrEqual(120);
  expect(all.filter(([, , , source]) => source === '')).toEqual([]);
});
