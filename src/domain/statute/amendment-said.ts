import type { LaAmended, LaDecided, PlanContent } from '../school/school.ts';
import { decisionSaid } from './decision-said.ts';

/** A decision to amend on a meeting that only the school's data has, and what has come since, in the SENCO's word. */
interface AmendmentSaid {
  readonly said?: LaDecided;
  readonly notice?: LaAmended;
  /** The final plan, whether it names the next place or not. */
  readonly finalPlan?: LaAmended;
  /** After its notice the local authority does not amend the plan after all (SEND Regulations 2014, reg 22(4)). */
  readonly notAmending?: LaAmended;
}

/** The decision to amend that stands, with what came after it; empty where there is none. What was recorded last holds. */
export function amendmentSaid(plan: PlanContent): AmendmentSaid {
  const said = decisionSaid(plan);
  if (said?.kind !== 'amend') return {};
  const since = (plan.laAmended ?? []).filter(({ meetingOn }) => meetingOn === said.meetingOn);
  const notice = since.findLast(({ what }) => what === 'notice');
  const end = since.findLast(({ what }) => what !== 'notice');
  return {
    said,
    ...(notice && { notice }),
    ...(end && (end.what === 'not-amending' ? { notAmending: end } : { finalPlan: end })),
  };
}
