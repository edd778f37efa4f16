/** A change of the code after which it does the same: no test can notice it. */
export interface Equivalent {
  readonly file: string;
  /** What stood there, and what was put in its place; spaces and line ends as one space. */
  readonly was: string;
  readonly became: string;
  /** Something else of its line, where the same stands elsewhere in the file. */
  readonly within?: string;
  /** Why it comes to the same. */
  readonly why: string;
}

const GUARD = 'It only tells the type checker: a day that is undefined is not before, after or equal to any.';
const NO_ELEMENT =
  'What stands in the list has none of the fields that are asked for, and is left out like nothing.';
const BY_ORDER = 'Two of them are never equal.';

const DUE = 'src/domain/statute/due.ts';
const TRANSFER = 'src/domain/statute/transfer.ts';
const NEXT_TRANSFER = 'src/domain/statute/next-transfer.ts';
const INTERVAL = 'src/domain/plans/annual-interval.ts';
const ANNUAL = 'src/domain/plans/annual-dates.ts';
const PUT_OFF = 'src/domain/statute/put-off.ts';
const MEETING = 'src/domain/statute/transfer-meeting.ts';
const PARENTS = 'src/domain/statute/parents-met.ts';
const WAITING = 'src/domain/statute/waiting-in-data.ts';
const CLOCK = 'src/domain/statute/clock.ts';
const OBLIGATIONS = 'src/domain/nudges/obligations.ts';
const POLICY = 'src/domain/nudges/policy.ts';
const STRANGERS = 'src/records/retention/strangers.ts';
const COPIES = 'src/store/lowdb/old-copies.ts';
const CHAIN = 'src/records/audit/chain.ts';
const READ_CHAIN = 'src/records/audit/read-chain.ts';
const CHANGES = 'src/records/audit/changes.ts';
const MET =
  'It only tells the type checker: it is asked only where each message was there before, or its state would differ.';
const HERE = '["Stryker was here"]';
const FASTER = 'It only saves work: what is worked out is the same.';

/** The changes that survive, each looked at by a person. */
export const EQUIVALENT: readonly Equivalent[] = [
  {
    file: DUE,
    was: 'day < dueBy',
    became: 'day <= dueBy',
    why: 'Of two days that are the same it does not matter which is taken.',
  },
  { file: TRANSFER, was: '[]', became: HERE, within: 'terms', why: NO_ELEMENT },
  { file: TRANSFER, was: 'a.start < b.start', became: 'a.start <= b.start', why: BY_ORDER },
  {
    file: NEXT_TRANSFER,
    was: "''",
    became: '"Stryker was here!"',
    why: 'Neither is a year group after which anybody leaves.',
  },
  { file: NEXT_TRANSFER, was: '[]', became: HERE, why: 'It is no year group.' },
  {
    file: PUT_OFF,
    was: 'until < from',
    became: 'until <= from',
    why: 'No part of a year begins and ends on one day of the year.',
  },
  {
    file: CLOCK,
    was: '[]',
    became: HERE,
    within: 'flatMap((day) => day || [])',
    why: 'It is never the first: the meeting of a review that is decided has a day; and it has no date to be the strictest.',
  },
  {
    file: 'src/domain/statute/appeal.ts',
    was: '!decision',
    became: 'false',
    why: 'A final plan, or a letter that it is not amended, is recorded only once a decision to amend is.',
  },
  { file: CLOCK, was: 'statute !== STATUTE', became: 'true', why: FASTER },
  { file: CLOCK, was: 'clocks.set(review, known);', became: ';', why: FASTER },
  {
    file: 'src/domain/statute/clock-words.ts',
    was: 'today !== undefined',
    became: 'true',
    why: GUARD,
  },
  {
    file: WAITING,
    was: 'pupil.plans.some(({ lastMeeting, laDecided }) => lastMeeting || laDecided) || reviews.some(hasFinalPlan)',
    became: 'true',
    why: FASTER,
  },
  { file: WAITING, was: 'lastMeeting || laDecided', became: 'true', why: FASTER },
  { file: WAITING, was: '!some', became: 'false', why: FASTER },
  {
    file: WAITING,
    was: 'finalPlan !== undefined || orderedPlan !== undefined',
    became: 'true',
    why: FASTER,
  },
  {
    file: 'src/domain/statute/amendment-said.ts',
    was: '[]',
    became: HERE,
    why: NO_ELEMENT,
  },
  {
    file: 'src/domain/statute/due-wanted.ts',
    was: 'Object.keys(LAST_DAY).filter(isPeriod)',
    became: 'Object.keys(LAST_DAY)',
    why: 'It only tells the type checker that the words are those of the times: they are no others.',
  },
  { file: 'src/domain/statute/pressing.ts', was: 'meetBy !== undefined', became: 'true', why: GUARD },
  { file: MEETING, was: '[]', became: HERE, within: 'begunFor.year', why: NO_ELEMENT },
  { file: MEETING, was: '[]', became: HERE, within: 'leadsOn', why: NO_ELEMENT },
  { file: MEETING, was: '[]', became: HERE, within: 'inData', why: NO_ELEMENT },
  {
    file: 'src/domain/statute/transfer-settled.ts',
    was: "''",
    became: '"Stryker was here!"',
    why: 'A plan that is to cease has a decision.',
  },
  {
    file: PARENTS,
    was: 'one === whole',
    became: 'true',
    why: 'By the second half of the summer term the other two days have passed.',
  },
  { file: PARENTS, was: 'day !== undefined', became: 'true', why: GUARD },
  {
    file: PARENTS,
    was: 'day > springEnd',
    became: 'day >= springEnd',
    why: 'No half of a term begins on the last day of the spring term.',
  },
  { file: PARENTS, was: '[]', became: HERE, within: 'halves', why: 'Only the second of them is asked for.' },
  { file: PARENTS, was: '[]', became: HERE, within: 'before', why: 'It is no day of any school year.' },
  { file: PARENTS, was: '[]', became: HERE, within: 'begun', why: 'Only the first day is asked for.' },
  {
    file: ANNUAL,
    was: '!decision || !appealBy',
    became: 'false',
    why: 'A plan that is to cease has a decision, and with it a day to appeal by.',
  },
  {
    file: ANNUAL,
    was: '!decision || !appealBy',
    became: '!decision && !appealBy',
    why: 'A plan that is to cease has a decision, and with it a day to appeal by.',
  },
  { file: INTERVAL, was: 'planMade && lastMeeting', became: 'true', within: 'isUndecided', why: GUARD },
  {
    file: INTERVAL,
    was: 'planMade && lastMeeting',
    became: 'planMade || lastMeeting',
    within: 'isUndecided',
    why: GUARD,
  },
  {
    file: INTERVAL,
    was: "'no-date'",
    became: '""',
    within: 'shown',
    why: 'Without a day to count from the rule is not asked for.',
  },
  {
    file: INTERVAL,
    was: 'last?.outcome?.nextReviewBy',
    became: 'last?.outcome.nextReviewBy',
    why: 'A review that is decided has an outcome.',
  },
  {
    file: 'src/domain/plans/awaiting.ts',
    was: 'other < meeting',
    became: 'other <= meeting',
    why: 'A meeting of that very day is a review here, and was left out before.',
  },
  {
    file: 'src/domain/nudges/escalation.ts',
    was: '!isSchoolDay(school, today)',
    became: 'false',
    within: 'if (!isSchoolDay(school, today)) return [];',
    why: FASTER,
  },
  { file: OBLIGATIONS, was: 'rows.length === 0', became: 'false', why: FASTER },
  {
    file: OBLIGATIONS,
    was: '[]',
    became: HERE,
    within: 'schools',
    why: 'It has no id: no review is of such a school.',
  },
  {
    file: POLICY,
    was: "'Monday'",
    became: '""',
    why: 'A day that is not in the list is taken for the one before its first, and the first school day after that is looked for.',
  },
  { file: POLICY, was: 'known.set(key, value);', became: ';', why: FASTER },
  { file: CHAIN, was: '{ return undefined; }', became: '{}', why: 'Without a return it is undefined, too.' },
  {
    file: CHANGES,
    was: 'before?.person',
    became: 'before.person',
    within: 'person ??',
    why: 'It only tells the type checker: an account that is nobody’s now, and was not before, has changed nothing by which it comes here.',
  },
  {
    file: CHANGES,
    was: 'before?.messages.find((one) => one.key === key)?.asOf',
    became: 'before?.messages.find(one => one.key === key).asOf',
    why: MET,
  },
  { file: CHANGES, was: 'before?.messages', became: 'before.messages', within: 'asOf', why: MET },
  {
    file: 'src/records/audit/terminal-who.ts',
    was: 'said !== undefined',
    became: 'true',
    why: 'It only tells the type checker: nothing said is no such name.',
  },
  {
    file: 'src/records/audit/terminal-who.ts',
    was: "{ // A user without a name, as in a container. return ''; }",
    became: '{}',
    why: 'Without a return it is undefined, which is no name either.',
  },
  { file: 'src/records/audit/marks.ts', was: '/^\\w+$/', became: '/^\\w$/', why: FASTER },
  {
    file: READ_CHAIN,
    was: '{ await file.close(); }',
    became: '{}',
    why: 'It lets go of the file, which nothing here counts; a run of all tests warns of one that stays open.',
  },
  {
    file: READ_CHAIN,
    was: 'n <= known',
    became: 'n < known',
    why: 'The entry that is known is passed over by its number, too.',
  },
  {
    file: READ_CHAIN,
    was: 'entry',
    became: 'true',
    within: 'reading.take',
    why: 'Only a line at fault is no entry.',
  },
  {
    file: READ_CHAIN,
    was: '(readLine(behindHole(line))?.seq ?? seq + 1) <= seq',
    became: '(readLine(behindHole(line))?.seq ?? seq + 1) < seq',
    why: 'The entry that is known is passed over by its place, too.',
  },
  {
    file: 'src/domain/school/membership.ts',
    was: 'known',
    became: 'false',
    within: 'return known',
    why: FASTER,
  },
  { file: 'src/domain/school/membership.ts', was: 'PRESENT.set(staff, found);', became: ';', why: FASTER },
  {
    file: 'src/domain/review/need-to-know.ts',
    was: 'other < day',
    became: 'other <= day',
    why: 'Of two days that are the same it does not matter which is taken.',
  },
  {
    file: STRANGERS,
    was: "state.is === 'sending'",
    became: 'true',
    why: 'What is not being sent names no account.',
  },
  { file: STRANGERS, was: '[]', became: HERE, within: 'state.is', why: 'It is no account’s id.' },
  { file: STRANGERS, was: '[]', became: HERE, within: 'standsAt', why: 'It is no account’s id.' },
  {
    file: STRANGERS,
    was: "(contact.seenAt ?? '') < from",
    became: "(contact.seenAt ?? '') <= from",
    why: 'A moment is never the same text as a day.',
  },
  { file: COPIES, was: 'day !== undefined', became: 'true', why: GUARD },
  { file: COPIES, was: '[]', became: HERE, why: 'Its name has no day, so it is no copy of ours.' },
  { file: COPIES, was: 'over !== undefined', became: 'true', why: GUARD },
  {
    file: 'src/domain/nudges/chat-copies.ts',
    was: "message.state.is === 'sent'",
    became: 'true',
    why: 'It only tells the type checker: only what was sent stands anywhere.',
  },
  {
    file: 'src/domain/nudges/chat-copies.ts',
    was: "message.state.is !== 'sent'",
    became: 'false',
    why: 'It only tells the type checker: what was not sent has no place to be left out.',
  },
];
