import { annualPartOf, isDecidedByLa, isNeverDecided, isPlanToCome } from '../review/annual-part.ts';
import { meetingDay, wasHeld } from '../review/held.ts';
import type { ReviewContent } from '../review/review-content.ts';
import { schoolYearOf } from '../school/calendar.ts';
import type { PhaseTransfer, PlanContent } from '../school/school.ts';
import { compare, type LocalDate } from '../time.ts';
import { amendmentSaid } from './amendment-said.ts';
import { decidedUnsaid } from './decision-said.ts';
import { meetingInData } from './meeting-in-data.ts';

/** A meeting that can still lead to a final plan for a transfer, and whether it was held. */
interface TransferMeeting {
  readonly meetingOn: LocalDate;
  readonly met?: true;
  /** The day on the final plan that came of it and does not name the next place: it is to be amended again. */
  readonly finalOn?: LocalDate;
  /** The day on the final plan that came of it, where nobody has said whether it names the next place. */
  readonly finalUnsaid?: LocalDate;
  /** It was decided on, by the school's data, which does not say what. */
  readonly unsaid?: true;
  /** The id of the review here in which that is to be said. */
  readonly sayIn?: string;
}

/**
 * The meeting that serves a transfer, in the bot or as the school's data has it: the first set, or held and not decided, or
 * held with the amended plan still to come, or come without naming the place. Only one of the school year of `meetBy`, the latest day for it, counts: a review
 * of an earlier year settles nothing, nor does one that was decided without naming the next place (SEND Regulations 2014,
 * reg 18). Undefined where there is none: another is to be held.
 */
export function meetingFor(
  plan: PlanContent,
  reviews: readonly ReviewContent[],
  transfer: PhaseTransfer,
  meetBy: LocalDate,
): TransferMeeting | undefined {
  const yearBegan = `${schoolYearOf(meetBy)}-09-01`;
  const here = reviews.flatMap((review): readonly TransferMeeting[] => {
    const meetingOn = meetingDay(review);
    const { transfer: begunFor = transfer } = annualPartOf(review);
    if (!meetingOn || begunFor.year !== transfer.year) return [];
    if (isUnsaid(review, plan, meetingOn)) return [{ meetingOn, met: true, unsaid: true, sayIn: review.id }];
    if (!leadsOn(review)) return [];
    return [{ meetingOn, ...(wasHeld(review) && { met: true }), ...finalPlanOf(review) }];
  });
  const inData = inDataFor(plan, reviews);
  return [...here, ...(inData ? [inData] : [])]
    .filter(({ meetingOn }) => meetingOn >= yearBegan)
    .toSorted((a, b) => compare(a.meetingOn, b.meetingOn))[0];
}

/** The day on the last plan that came of a review, where it does not name the next place or nobody has said; empty where there is none. */
function finalPlanOf(review: ReviewContent): Pick<TransferMeeting, 'finalOn' | 'finalUnsaid' | 'sayIn'> {
  const { finalPlan, orderedPlan } = annualPartOf(review);
  const plans = [finalPlan, orderedPlan].flatMap((plan) => plan ?? []);
  const last = plans.toSorted((a, b) => compare(a.on, b.on)).at(-1);
  if (!last) return {};
  return last.nextPlace ? { finalOn: last.on } : { finalUnsaid: last.on, sayIn: review.id };
}

/** The meeting that the school's data has: not decided on, to be amended after in the SENCO's word, or decided nobody says how. */
function inDataFor(plan: PlanContent, reviews: readonly ReviewContent[]): TransferMeeting | undefined {
  const waits = meetingInData(plan, reviews);
  if (waits) return { meetingOn: waits, met: true };
  const { said, notAmending, finalPlan } = amendmentSaid(plan);
  if (notAmending) return undefined;
  if (said) return { meetingOn: said.meetingOn, met: true, ...(finalPlan && { finalOn: finalPlan.on }) };
  const unsaid = decidedUnsaid(plan, reviews);
  return unsaid ? { meetingOn: unsaid, met: true, unsaid: true } : undefined;
}

/** Whether a review was held and decided on, by the school's data, while nobody has said in it what was decided. */
const isUnsaid = (review: ReviewContent, { lastDecision = '' }: PlanContent, meetingOn: LocalDate): boolean =>
  wasHeld(review) && !isDecidedByLa(review) && lastDecision > meetingOn;

/** Whether a review can still lead to a plan: it is to be held, waits for its decision, or for the plan that was decided on. */
function leadsOn(review: ReviewContent): boolean {
  if (isNeverDecided(review)) return false;
  if (!isDecidedByLa(review)) return true;
  const { finalPlan, orderedPlan } = annualPartOf(review);
  return isPlanToCome(review) || finalPlan !== undefined || orderedPlan !== undefined;
}
