import type { PlanKind } from '../plans/index.ts';
import { annualPartOf } from '../review/annual-part.ts';
import type { Review } from '../review/review.ts';
import type { Pupil } from '../school/pupil.ts';
import type { School } from '../school/school.ts';
import { compare, daysBetween, type LocalDate } from '../time.ts';
import { type Due, duesOf } from './due.ts';
import type { RuleDate } from './statute.ts';

/** What a local authority owes of a plan and in no review here. */
export interface WaitingInData {
  readonly kind: PlanKind;
  readonly step: 'la-decision' | 'notice' | 'final-plan' | 'next-place';
  readonly meetingOn: LocalDate;
  readonly by: RuleDate;
  /** Calendar days since `by`; 0 where it is not past. */
  readonly daysLate: number;
}

/**
 * What the local authority owes of the pupil's plans and in no review here, the earliest first: of meetings that only the
 * school's data has the decision, the notice and the final plan; and that the plan names the next place, where one came that does
 * not (SEND Regulations 2014, reg 18). `reviews` are all of the pupil's.
 */
export function waitingInData(
  pupil: Pupil,
  reviews: readonly Review[],
  today: LocalDate,
  school: School,
): readonly WaitingInData[] {
  // Most pupils have none: theirs is not worked out.
  const some =
    pupil.plans.some(({ lastMeeting, laDecided }) => lastMeeting || laDecided) || reviews.some(hasFinalPlan);
  if (!some) return [];
  return duesOf(pupil, reviews, today, school)
    .filter(({ quiet }) => !quiet)
    .flatMap((due) => owedOf(due, today).map((owed) => ({ kind: due.kind, ...owed })))
    .sort((a, b) => compare(a.by.date, b.by.date));
}

const hasFinalPlan = (review: Review) => {
  const { finalPlan, orderedPlan } = annualPartOf(review);
  return finalPlan !== undefined || orderedPlan !== undefined;
};

/** As `waitingInData`, of one plan. */
export function owedOf(
  { awaiting, alsoAwaiting = [], amending, transfer }: Due,
  today: LocalDate,
): readonly Omit<WaitingInData, 'kind'>[] {
  const decisions = [...(awaiting ? [awaiting] : []), ...alsoAwaiting].filter(
    ({ review }) => review === undefined,
  );
  return [
    ...decisions.map(({ meetingOn, decisionBy, daysLate }) => ({
      ...{ step: 'la-decision' as const, meetingOn, by: decisionBy, daysLate },
    })),
    ...(amending ? amending.owed.map((one) => ({ ...one, meetingOn: amending.meetingOn })) : []),
    ...(transfer?.finalOn && transfer.meetingOn
      ? [
          {
            ...{ step: 'next-place' as const, meetingOn: transfer.meetingOn, by: transfer.deadline },
            daysLate: Math.max(0, daysBetween(transfer.deadline.date, today)),
          },
        ]
      : []),
  ];
}
