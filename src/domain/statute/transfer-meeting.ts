import { annualPartOf, isDecidedByLa, isNeverDecided, isPlanToCome } from '../review/annual-part.ts';
import { meetingDay, wasHeld } from '../review/held.ts';
import type { ReviewContent } from '../review/review-content.ts';
import { schoolYearOf } from '../school/calendar.ts';
import type { PhaseTransfer, PlanContent } from '../school/school.ts';
import { compare, type LocalDate } from '../time.ts';
import { decisionSaid } from './decision-said.ts';
import { meetingInData } from './meeting-in-data.ts';

/** A meeting that can still lead to a final plan for a transfer, and whether it was held. */
interface TransferMeeting {
  readonly meetingOn: LocalDate;
  readonly met?: true;
}

/**
 * The meeting that serves a transfer, in the bot or as the school's data has it: the first set, or held and not decided, or
 * held with the amended plan still to come. Only one of the school year of `meetBy`, the latest day for it, counts: a review
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
  const here = reviews.flatMap((review) => {
    const meetingOn = meetingDay(review);
    const { transfer: begunFor = transfer } = annualPartOf(review);
    if (!meetingOn || begunFor.year !== transfer.year || !leadsOn(review, plan, meetingOn)) return [];
    return [{ meetingOn, ...(wasHeld(review) && { met: true as const }) }];
  });
  const inData = meetingInData(plan, reviews) ?? metToAmend(plan);
  return [...here, ...(inData ? [{ meetingOn: inData, met: true as const }] : [])]
    .filter(({ meetingOn }) => meetingOn >= yearBegan)
    .toSorted((a, b) => compare(a.meetingOn, b.meetingOn))[0];
}

/** The meeting in the school's data after which, in the SENCO's word, the plan is to be amended. */
function metToAmend(plan: PlanContent): LocalDate | undefined {
  const said = decisionSaid(plan);
  return said?.kind === 'amend' ? said.meetingOn : undefined;
}

/** Whether a review can still lead to a plan: it is to be held, waits for its decision, or for the plan that was decided on. */
function leadsOn(review: ReviewContent, { lastDecision = '' }: PlanContent, meetingOn: LocalDate): boolean {
  if (!wasHeld(review)) return true;
  if (isNeverDecided(review)) return false;
  return isDecidedByLa(review) ? isPlanToCome(review) : lastDecision <= meetingOn;
}
