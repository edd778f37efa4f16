import { annualPartOf, isDecidedByLa } from '../review/annual-part.ts';
import { heldOn, isConcluded, isUnderWay, lastHeld } from '../review/held.ts';
import type { ReviewContent } from '../review/review-content.ts';
import type { PlanContent } from '../school/school.ts';
import {
  dayNamed,
  leadRule,
  type RuleDate,
  type RuleId,
  reckon,
  ruleOn,
  strictest,
} from '../statute/statute.ts';
import { type DueTransfer, dueTransfer, isSettledFor } from '../statute/transfer.ts';
import { daysBetween, earlier, type LocalDate, later, latest, localDate, plusMonths } from '../time.ts';
import type { Awaiting, Timetable, TimetableGiven } from './timetable.ts';

const UNDER = 5;

/** The dates of the next annual review: of all rules that apply, the strictest. */
export function annualDates(given: TimetableGiven): Timetable {
  const { plan, reviews } = given;
  const known = datesKnown(plan, reviews);
  const transfer = dueTransfer(given);
  const interval = intervalOf(given, known);
  const awaiting = awaitingOf(given, known);
  const meetWhy = strictest(interval.meetWhy, transfer?.meetBy);
  const { rule: _, ...shown } = known;
  return {
    opensOn: transfer ? earlier(interval.opensOn, askFrom(transfer.meetBy, given)) : interval.opensOn,
    why: strictest(interval.why, transfer?.deadline),
    ...shown,
    ...(!awaiting && !reviews.some((review) => isMetFor(review, transfer)) && { meetWhy }),
    ...(transfer && { transfer }),
    ...(awaiting && { awaiting }),
    ...ceasing(plan, reviews),
  };
}

/**
 * Whether the meeting of a review was held and it is not decided yet; nor, where it is for a transfer that is near, is
 * the amended plan there. Until then it is the review to go on with, and there is no meeting to hold.
 */
export function isMetFor(review: ReviewContent, transfer: DueTransfer | undefined): boolean {
  if (review.stage !== 'meeting' && review.stage !== 'acting') return false;
  if (!isDecidedByLa(review)) return true;
  return !isSettledFor(review) && heldOn(review) === transfer?.meetingOn;
}

interface Known {
  readonly lastReviewed?: LocalDate;
  readonly lastDecision?: LocalDate;
  readonly countedFrom?: LocalDate;
  readonly rule: RuleId;
}

/**
 * The days there are to count from. A review is complete with the local authority's decision: a meeting since restarts
 * nothing, nor does the plan that was amended. Where no decision is known, the meeting before it counts.
 */
function datesKnown(plan: PlanContent, reviews: readonly ReviewContent[]): Known {
  const decisions = reviews.filter(isDecidedByLa).map((review) => annualPartOf(review).decision?.on);
  const meetings = reviews.filter(isConcluded).map(heldOn);
  const lastDecision = latest(plan.lastDecision, ...decisions);
  const lastReviewed = latest(plan.lastMeeting, plan.lastReviewed, ...meetings);
  const shown = { ...(lastReviewed && { lastReviewed }), ...(lastDecision && { lastDecision }) };
  if (lastDecision) return { ...shown, countedFrom: lastDecision, rule: 'ehcp-next' };
  const imported = plan.lastMeeting ?? plan.lastReviewed;
  if (imported) return { ...shown, countedFrom: imported, rule: 'ehcp-next-undecided' };
  if (plan.planMade) return { ...shown, countedFrom: plan.planMade, rule: 'ehcp-first' };
  return { ...shown, rule: 'no-date' };
}

/** By the interval alone, whatever transfer may come first. */
function intervalOf(
  given: TimetableGiven,
  { countedFrom, rule }: Known,
): { readonly opensOn: LocalDate; readonly why: RuleDate; readonly meetWhy: RuleDate } {
  const { plan, today, day, statute } = given;
  if (!countedFrom) {
    const now = reckon(ruleOn('no-date', day, statute), today);
    return { opensOn: today, why: now, meetWhy: now };
  }
  const la = given.school?.localAuthorities?.find(({ name }) => name === plan.la);
  const young = underFive(given, countedFrom);
  const complete = strictest(reckon(ruleOn(rule, day, statute), countedFrom), young?.due);
  const asked = reckon(leadRule(la, day, statute), dayNamed(complete));
  // So soon after what it counts from, no such lead is left: it is to be met for at once.
  const lead = asked.date < countedFrom ? { ...asked, date: countedFrom } : asked;
  const set = setDay(given, countedFrom);
  const meetWhy = strictest(lead, set);
  const opens = earlier(askFrom(meetWhy, given), young?.opens ?? meetWhy.date);
  return { opensOn: later(countedFrom, opens), why: strictest(complete, set), meetWhy };
}

/** While a child is under five, on `today` and when that would be due, the plan is looked at more often. */
function underFive({ pupil, today, day, statute }: TimetableGiven, from: LocalDate) {
  const fifth = plusMonths(pupil.dateOfBirth, 12 * UNDER);
  const due = reckon(ruleOn('ehcp-under-5-due', day, statute), from);
  if (today >= fifth || due.date >= fifth) return undefined;
  return { due, opens: reckon(ruleOn('ehcp-under-5-opens', day, statute), from).date };
}

/** The day that the review counted from set for the next; one before its decision is a slip of the pen, and says nothing. */
function setDay({ reviews, day, statute }: TimetableGiven, countedFrom: LocalDate): RuleDate | undefined {
  const last = reviews.find((review) => annualPartOf(review).decision?.on === countedFrom);
  const set = last && isDecidedByLa(last) ? last.outcome?.nextReviewBy : undefined;
  return set && set > countedFrom ? reckon(ruleOn('set-day', day, statute), set) : undefined;
}

/** Advice is asked for so long before the meeting. */
const askFrom = (meetWhy: RuleDate, { day, statute }: TimetableGiven): LocalDate =>
  reckon(ruleOn('ask-advice', day, statute), meetWhy.date).date;

/** The last meeting of which the local authority's decision is not known: of a review here or, where none is open, imported. */
function awaitingOf(
  { plan, reviews, today, day, statute }: TimetableGiven,
  known: Known,
): Awaiting | undefined {
  const open = reviews.filter((review) => isUnderWay(review) && !isDecidedByLa(review)).at(-1);
  const { lastMeeting = '' } = plan;
  const { lastDecision } = known;
  const imported = lastDecision && lastMeeting > lastDecision;
  const meetingOn = open ? isConcluded(open) && heldOn(open) : imported && lastMeeting;
  if (!meetingOn) return undefined;
  const began = open ? localDate(open.startedAt) : day;
  const decisionBy = reckon(ruleOn('la-decision', began, statute), meetingOn);
  return { meetingOn, decisionBy, daysLate: Math.max(0, daysBetween(decisionBy.date, today)) };
}

/** The last decision, where it was to cease the plan and no new one was made since. */
function ceasing(
  { planMade = '' }: PlanContent,
  reviews: readonly ReviewContent[],
): Pick<Timetable, 'ceasing'> {
  const decided = lastHeld(reviews.filter(isDecidedByLa));
  const { kind, on = '' } = (decided && annualPartOf(decided).decision) ?? {};
  return kind === 'cease' && planMade <= on ? { ceasing: on } : {};
}
