import { annualPartOf, isDecidedByLa } from '../review/annual-part.ts';
import { heldOn } from '../review/held.ts';
import { schoolYearOf } from '../school/calendar.ts';
import { amendmentSaid } from '../statute/amendment-said.ts';
import { type RuleDate, reckon, ruleOn, strictest } from '../statute/statute.ts';
import type { DueTransfer } from '../statute/transfer.ts';
import { daysBetween, type LocalDate } from '../time.ts';
import type { Timetable, TimetableGiven } from './timetable.ts';

/**
 * What is to come of a decision to amend that was recorded for a meeting which only the school's data has: the notice within
 * four weeks of the meeting, the final plan within twelve of it, eight of the notice, and by the day of a transfer (SEND
 * Regulations 2014, regs 18 and 22; R (L, M and P) v Devon [2022] EWHC 493). Nothing once the plan has come, or is not amended
 * after all.
 */
export function amending(
  given: TimetableGiven,
  transfer: DueTransfer | undefined,
): Pick<Timetable, 'amending'> {
  const { plan, today, day, statute } = given;
  const { said, notice, finalPlan, notAmending } = amendmentSaid(plan);
  if (!said || finalPlan || notAmending || hasCome(given, said.meetingOn, said.on)) return {};
  const by = (id: Parameters<typeof ruleOn>[0], from: LocalDate) => reckon(ruleOn(id, day, statute), from);
  const final = strictest(
    by('final-plan-meeting', said.meetingOn),
    notice && by('final-plan-notice', notice.on),
    transfer?.meetingOn === said.meetingOn ? transfer.deadline : undefined,
  );
  const owed = (step: 'notice' | 'final-plan', date: RuleDate) => ({
    ...{ step, by: date },
    daysLate: Math.max(0, daysBetween(date.date, today)),
  });
  return {
    amending: {
      meetingOn: said.meetingOn,
      owed: [...(notice ? [] : [owed('notice', by('notice', said.meetingOn))]), owed('final-plan', final)],
    },
  };
}

/** Whether something later tells that the plan came: one made since, the SENCO's word on the move, or a review since. */
function hasCome({ plan, reviews }: TimetableGiven, meetingOn: LocalDate, decided: LocalDate): boolean {
  const { planMade = '', transferSettled } = plan;
  if (planMade > decided || transferSettled?.year === schoolYearOf(meetingOn) + 1) return true;
  return reviews.some((review) => {
    const { finalPlan, orderedPlan } = annualPartOf(review);
    const since = [finalPlan?.on, orderedPlan?.on].some((on = '') => on >= decided);
    return since || (isDecidedByLa(review) && heldOn(review) > meetingOn);
  });
}
