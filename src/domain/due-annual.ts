import { heldOn, isConcluded, isDecided, isUnderWay } from './held.ts';
import type { Review } from './review.ts';
import type { Pupil, School } from './school.ts';
import {
  dayNamed,
  leadRule,
  type Rule,
  type RuleDate,
  type RuleId,
  reckon,
  ruleOn,
  strictest,
} from './statute.ts';
import { daysBetween, earlier, type LocalDate, later, latest, localDate, plusMonths } from './time.ts';
import { type DueTransfer, dueTransfer, isSettledFor } from './transfer.ts';

/** A meeting whose review waits for the local authority's decision. */
export interface Awaiting {
  readonly meetingOn: LocalDate;
  readonly decisionBy: RuleDate;
  /** Calendar days since `decisionBy`; 0 where it is not past. */
  readonly daysLate: number;
}

/** When the next annual review of an EHC plan opens, is to be met for and to be complete. */
export interface AnnualDates {
  readonly opensOn: LocalDate;
  readonly why: RuleDate;
  /** Left out once the meeting was held. */
  readonly meetWhy?: RuleDate;
  readonly lastReviewed?: LocalDate;
  readonly lastDecision?: LocalDate;
  readonly countedFrom?: LocalDate;
  readonly transfer?: DueTransfer;
  readonly awaiting?: Awaiting;
}

/** What the dates are worked out from: `reviews` are all of this pupil's EHC plan; rules as of `day`. */
export interface AnnualGiven {
  readonly pupil: Pupil;
  readonly reviews: readonly Review[];
  readonly today: LocalDate;
  readonly school: School | undefined;
  readonly day: LocalDate;
  readonly statute: readonly Rule[];
}

const UNDER = 5;

/** The dates of the next annual review: of all rules that apply, the strictest. */
export function annualDates(given: AnnualGiven): AnnualDates {
  const { pupil, reviews, today, school, day, statute } = given;
  const known = datesKnown(pupil, reviews);
  const transfer = dueTransfer(pupil, reviews, today, school, day, statute);
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
  };
}

/**
 * Whether the meeting of a review was held and it is not decided yet; nor, where it is for a transfer that is near, is
 * the amended plan there. Until then it is the review to go on with, and there is no meeting to hold.
 */
export function isMetFor(review: Review, transfer: DueTransfer | undefined): boolean {
  if (review.stage !== 'meeting' && review.stage !== 'acting') return false;
  if (!isDecided(review)) return true;
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
function datesKnown(pupil: Pupil, reviews: readonly Review[]): Known {
  const decisions = reviews.filter(isDecided).map((review) => review.annual?.decision?.on);
  const meetings = reviews.filter(isConcluded).map(heldOn);
  const lastDecision = latest(pupil.lastDecision, ...decisions);
  const lastReviewed = latest(pupil.lastMeeting, pupil.lastReviewed, ...meetings);
  const shown = { ...(lastReviewed && { lastReviewed }), ...(lastDecision && { lastDecision }) };
  if (lastDecision) return { ...shown, countedFrom: lastDecision, rule: 'ehcp-next' };
  const imported = pupil.lastMeeting ?? pupil.lastReviewed;
  if (imported) return { ...shown, countedFrom: imported, rule: 'ehcp-next-undecided' };
  if (pupil.planMade) return { ...shown, countedFrom: pupil.planMade, rule: 'ehcp-first' };
  return { ...shown, rule: 'no-date' };
}

/** By the interval alone, whatever transfer may come first. */
function intervalOf(
  given: AnnualGiven,
  { countedFrom, rule }: Known,
): { readonly opensOn: LocalDate; readonly why: RuleDate; readonly meetWhy: RuleDate } {
  const { pupil, today, day, statute } = given;
  if (!countedFrom) {
    const now = reckon(ruleOn('no-date', day, statute), today);
    return { opensOn: today, why: now, meetWhy: now };
  }
  const la = given.school?.localAuthorities?.find(({ name }) => name === pupil.la);
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
function underFive({ pupil, today, day, statute }: AnnualGiven, from: LocalDate) {
  const fifth = plusMonths(pupil.dateOfBirth, 12 * UNDER);
  const due = reckon(ruleOn('ehcp-under-5-due', day, statute), from);
  if (today >= fifth || due.date >= fifth) return undefined;
  return { due, opens: reckon(ruleOn('ehcp-under-5-opens', day, statute), from).date };
}

/** The day that the review counted from set for the next; one before its decision is a slip of the pen, and says nothing. */
function setDay({ reviews, day, statute }: AnnualGiven, countedFrom: LocalDate): RuleDate | undefined {
  const last = reviews.find(({ annual }) => annual?.decision?.on === countedFrom);
  const set = last && isDecided(last) ? last.outcome?.nextReviewBy : undefined;
  return set && set > countedFrom ? reckon(ruleOn('set-day', day, statute), set) : undefined;
}

/** Advice is asked for so long before the meeting. */
const askFrom = (meetWhy: RuleDate, { day, statute }: AnnualGiven): LocalDate =>
  reckon(ruleOn('ask-advice', day, statute), meetWhy.date).date;

/** The last meeting of which the local authority's decision is not known: of a review here or, where none is open, imported. */
function awaitingOf(
  { pupil, reviews, today, day, statute }: AnnualGiven,
  known: Known,
): Awaiting | undefined {
  const open = reviews.filter((review) => isUnderWay(review) && !isDecided(review)).at(-1);
  const { lastMeeting = '' } = pupil;
  const { lastDecision } = known;
  const imported = lastDecision && lastMeeting > lastDecision;
  const meetingOn = open ? isConcluded(open) && heldOn(open) : imported && lastMeeting;
  if (!meetingOn) return undefined;
  const began = open ? localDate(open.startedAt) : day;
  const decisionBy = reckon(ruleOn('la-decision', began, statute), meetingOn);
  return { meetingOn, decisionBy, daysLate: Math.max(0, daysBetween(decisionBy.date, today)) };
}
