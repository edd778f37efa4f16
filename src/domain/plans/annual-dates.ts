import {
  annualPartOf,
  isDecidedByLa,
  isNeverDecided,
  isPlanToCome,
  isToCease,
} from '../review/annual-part.ts';
import { heldOn, isUnderWay, lastHeld, wasHeld } from '../review/held.ts';
import type { ReviewContent } from '../review/review-content.ts';
import { birthday } from '../school/birthday.ts';
import { clockOf } from '../statute/clock.ts';
import { decisionSaid } from '../statute/decision-said.ts';
import { type RuleDate, reckon, ruleOn, strictest } from '../statute/statute.ts';
import { type DueTransfer, dueTransfer } from '../statute/transfer.ts';
import { earlier, type LocalDate, later, latest, plusMonths } from '../time.ts';
import { amending } from './amending.ts';
import { askFrom, completeAfter, type DaysKnown, daysKnown, intervalOf } from './annual-interval.ts';
import { awaitingOf, unrecordedOf } from './awaiting.ts';
import type { Timetable, TimetableGiven } from './timetable.ts';

const LAST_AGE = 25;
/** The academic year of somebody who is 25 ends then (SEND Regulations 2014, reg 46(1)(a)). */
const YEAR_ENDS = '07-31';

/** The dates of the next annual review: of all rules that apply, the strictest. */
export function annualDates(given: TimetableGiven): Timetable {
  const { reviews } = given;
  const known = daysKnown(given);
  const transfer = dueTransfer(given);
  // A transfer whose meeting was held asks for no other: it waits for the final plan.
  const forTransfer = transfer?.met ? undefined : transfer?.meetBy;
  const { opensOn, why, meetWhy: byInterval, ...advice } = intervalOf(given, known);
  const [last, ...before] = awaitingOf(given, known);
  // A meeting that is not decided on counts for the next meeting, also once its decision is waited for no more.
  const met = latest(last?.meetingOn, givenUpSince(given, known));
  const next = met ? nextAfter(met, forTransfer, given) : undefined;
  const meetWhy = next
    ? (!last || isNextOpen(next, given)) && next.meetWhy
    : !transfer?.met && strictest(byInterval, forTransfer);
  const { rule: _, ...shown } = known;
  const opens = next && meetWhy ? earlier(opensOn, next.opensOn) : opensOn;
  return {
    opensOn: transfer ? earlier(opens, askFrom(transfer.meetBy, given)) : opens,
    why: strictest(why, transfer?.deadline),
    ...(transfer?.met && !transfer.unsaid && { reviewWhy: why }),
    ...shown,
    ...advice,
    ...(meetWhy && !reviews.some(isBeingMet) && { meetWhy, ...next?.countedBack }),
    ...(transfer && { transfer }),
    ...(last && next && { awaiting: { ...last, nextOpensOn: next.opensOn } }),
    ...(before.length > 0 && { alsoAwaiting: before }),
    ...unrecordedOf(given),
    ...amending(given, transfer),
    ...ceasing(given),
    ...turning25(given),
  };
}

/** The review after one that awaits its decision: the first day to prepare it, and by when to meet for it. */
interface Next {
  readonly opensOn: LocalDate;
  readonly meetWhy: RuleDate;
  /** The day that `meetWhy` counts back from, where that is the review's own, not a transfer's. */
  readonly countedBack: Pick<Timetable, 'nextComplete'>;
}

/** The last meeting whose decision is waited for no more, where none has come since. */
function givenUpSince({ reviews }: TimetableGiven, { lastDecision = '' }: DaysKnown): LocalDate | undefined {
  const days = reviews.filter(isNeverDecided).map(heldOn);
  return latest(...days.filter((day) => day >= lastDecision));
}

function nextAfter(meetingOn: LocalDate, forTransfer: RuleDate | undefined, given: TimetableGiven): Next {
  const { why: complete, meetWhy: byMeeting } = completeAfter(meetingOn, given);
  const meetWhy = strictest(byMeeting, forTransfer);
  return {
    meetWhy,
    countedBack: meetWhy === byMeeting ? { nextComplete: complete } : {},
    opensOn: later(meetingOn, askFrom(meetWhy, given)),
  };
}

/**
 * Whether a review that was decided is still the one to go on with, because it was met for a transfer that is near and the plan
 * that is to settle it is still to come, or came without naming the place: there is no other meeting to hold for that.
 */
export function isMetFor(review: ReviewContent, transfer: DueTransfer | undefined): boolean {
  if (!transfer || heldOn(review) !== transfer.meetingOn) return false;
  return isPlanToCome(review) || (transfer.finalOn ?? transfer.finalUnsaid) !== undefined;
}

const isBeingMet = ({ stage }: ReviewContent) => stage === 'meeting';

/** Whether it is time for the review after the one that awaits its decision, or that is being prepared already. */
function isNextOpen({ opensOn }: Next, { reviews, today }: TimetableGiven): boolean {
  return today >= opensOn || reviews.some((review) => isUnderWay(review) && !wasHeld(review));
}

/** The last decision, where it was to cease the plan and no new one was made since. */
function ceasing({ plan, reviews, day, statute }: TimetableGiven): Pick<Timetable, 'ceasing'> {
  const { planMade = '' } = plan;
  const decided = lastHeld(reviews.filter(isDecidedByLa));
  const said = decisionSaid(plan);
  if (said?.kind === 'cease' && planMade <= said.on && (!decided || heldOn(decided) < said.meetingOn))
    return { ceasing: { on: said.on, appealBy: reckon(ruleOn('appeal', day, statute), said.on) } };
  if (!decided || !isToCease(decided)) return {};
  const { decision, appeal, appealEnded } = annualPartOf(decided);
  const appealBy = clockOf(decided, statute).appeal;
  if (!decision || !appealBy || planMade > decision.on) return {};
  return {
    ceasing: {
      on: decision.on,
      appealBy,
      ...(appeal && { appealOn: appeal.on }),
      ...(appealEnded && { appealEnded: appealEnded.on }),
    },
  };
}

/** So long before its end it is thought of what follows: the review in the year before the last is to plan for it. */
const SHOWN_MONTHS = 24;

/** Until when the plan of somebody who turns 25 in an academic year may run: shown from the beginning of the one before on. */
function turning25({ pupil, today, day, statute }: TimetableGiven): { readonly turns25?: RuleDate } {
  const day25 = birthday(pupil.dateOfBirth, LAST_AGE);
  const sameYear = `${day25.slice(0, 4)}-${YEAR_ENDS}`;
  const end = day25 <= sameYear ? sameYear : plusMonths(sameYear, 12);
  return today > plusMonths(end, -SHOWN_MONTHS)
    ? { turns25: reckon(ruleOn('ehcp-25', day, statute), end) }
    : {};
}
