import { annualPartOf } from '../review/annual-part.ts';
import { heldOn, isConcluded } from '../review/held.ts';
import { birthday } from '../school/birthday.ts';
import {
  laterOf,
  leadRule,
  type RuleDate,
  type RuleId,
  reckon,
  ruleOn,
  strictest,
} from '../statute/statute.ts';
import { earlier, type LocalDate, later, latest } from '../time.ts';
import type { TimetableGiven } from './timetable.ts';

const UNDER = 5;

/** What is known of a plan's last days, and the day the twelve months count from with the rule that says so. */
export interface DaysKnown {
  readonly lastReviewed?: LocalDate;
  readonly lastDecision?: LocalDate;
  readonly countedFrom?: LocalDate;
  readonly rule: RuleId;
}

/**
 * The days there are to count from. A review is complete with the local authority's decision: a meeting since restarts
 * nothing, nor does the plan that was amended, so where no decision is known the plan being made counts. Only where that is
 * not known either, or was after the meeting, does the meeting that the school's data has.
 */
export function daysKnown({ plan, reviews }: TimetableGiven): DaysKnown {
  const decisions = reviews.map((review) => annualPartOf(review).decision?.on);
  const meetings = reviews.filter(isConcluded).map(heldOn);
  const lastDecision = latest(plan.lastDecision, ...decisions);
  const lastReviewed = latest(plan.lastMeeting, plan.lastReviewed, ...meetings);
  const shown = { ...(lastReviewed && { lastReviewed }), ...(lastDecision && { lastDecision }) };
  if (lastDecision) return { ...shown, countedFrom: lastDecision, rule: 'ehcp-next' };
  const { planMade, lastMeeting } = plan;
  const imported = lastMeeting ?? plan.lastReviewed;
  const isUndecided = planMade && lastMeeting && planMade <= lastMeeting;
  if (imported && !isUndecided) return { ...shown, countedFrom: imported, rule: 'ehcp-next-undecided' };
  if (planMade) return { ...shown, countedFrom: planMade, rule: 'ehcp-first' };
  return { ...shown, rule: 'no-date' };
}

/** When an annual review opens and is to be complete, and by when to meet for that. */
export interface Interval {
  readonly opensOn: LocalDate;
  readonly why: RuleDate;
  readonly meetWhy: RuleDate;
  /** Of a child under five: when the Code would have another review considered. Nothing is overdue by it. */
  readonly advised?: RuleDate;
}

/** By the twelve months alone, whatever transfer may come first. */
export function intervalOf(given: TimetableGiven, { countedFrom, rule }: DaysKnown): Interval {
  const { today, day, statute } = given;
  if (!countedFrom) {
    const now = reckon(ruleOn('no-date', day, statute), today);
    return { opensOn: today, why: now, meetWhy: now };
  }
  const complete = takenOver(given, reckon(ruleOn(rule, day, statute), countedFrom));
  const set = setDay(given, countedFrom);
  const meetWhy = strictest(meetFor(complete, given), set);
  const young = underFive(given, countedFrom, rule);
  const opens = earlier(askFrom(meetWhy, given), young?.opens ?? meetWhy.date);
  return {
    opensOn: later(countedFrom, opens),
    why: strictest(complete, set),
    meetWhy,
    ...(young && { advised: young.due }),
  };
}

/** By when the review after one that was held and is not decided is to be complete, and met for: twelve months after its meeting, less the lead. */
export function completeAfter(
  meetingOn: LocalDate,
  given: TimetableGiven,
): Pick<Interval, 'why' | 'meetWhy'> {
  const { day, statute } = given;
  const why = reckon(ruleOn('ehcp-next-undecided', day, statute), meetingOn);
  return { why, meetWhy: meetFor(why, given) };
}

/** Advice is asked for so long before the meeting. */
export function askFrom(meetWhy: RuleDate, { day, statute }: TimetableGiven): LocalDate {
  return reckon(ruleOn('ask-advice', day, statute), meetWhy.date).date;
}

/** The lead that the local authority asks for, back from the last day for the review to be complete. */
function meetFor(complete: RuleDate, { plan, school, day, statute }: TimetableGiven): RuleDate {
  const la = school?.localAuthorities?.find(({ name }) => name === plan.la);
  const asked = reckon(leadRule(la, day, statute), complete.date);
  // So soon after what it counts from, no such lead is left: it is to be met for at once.
  return { ...asked, date: later(asked.date, complete.from) };
}

/** A local authority that has taken the plan over since has three months at least, and the twelve months go on. */
function takenOver({ plan, day, statute }: TimetableGiven, complete: RuleDate): RuleDate {
  const { laSince } = plan;
  if (!laSince) return complete;
  return laterOf(complete, reckon(ruleOn('ehcp-taken-over', day, statute), laSince));
}

type Advice = Readonly<Record<'opens' | 'due', RuleId>>;
const SINCE_A_DECISION: Advice = { opens: 'ehcp-under-5-opens', due: 'ehcp-under-5-due' };
/** By the rule that the twelve months count by: where there was no decision, the advice counts from none. */
const UNDER_FIVE: Readonly<Partial<Record<RuleId, Advice>>> = {
  'ehcp-first': { opens: 'ehcp-under-5-first-opens', due: 'ehcp-under-5-first-due' },
  'ehcp-next-undecided': { opens: 'ehcp-under-5-met-opens', due: 'ehcp-under-5-met-due' },
};

/** While a child is under five, on `today` and when that would be, the Code advises to look at the plan more often. */
function underFive({ pupil, today, day, statute }: TimetableGiven, from: LocalDate, counted: RuleId) {
  const { opens, due: by } = UNDER_FIVE[counted] ?? SINCE_A_DECISION;
  const fifth = birthday(pupil.dateOfBirth, UNDER);
  const due = reckon(ruleOn(by, day, statute), from);
  if (today >= fifth || due.date >= fifth) return undefined;
  return { due, opens: reckon(ruleOn(opens, day, statute), from).date };
}

/** The day that the review counted from set for the next; one before its decision is a slip of the pen, and says nothing. */
function setDay({ reviews, day, statute }: TimetableGiven, countedFrom: LocalDate): RuleDate | undefined {
  const last = reviews.find((review) => annualPartOf(review).decision?.on === countedFrom);
  const set = last?.outcome?.nextReviewBy;
  return set && set > countedFrom ? reckon(ruleOn('set-day', day, statute), set) : undefined;
}
