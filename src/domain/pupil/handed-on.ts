import { fullName, nameWords } from '../language/name-words.ts';
import { planRow } from '../plans/index.ts';
import { heldOn, isConcluded, lastHeld } from '../review/held.ts';
import type { Review } from '../review/review.ts';
import { placeOf } from '../school/place.ts';
import { type Plan, type Pupil, planNamed } from '../school/pupil.ts';
import type { School } from '../school/school.ts';
import { latest } from '../time.ts';

/*
 * A pupil who moves from one school to another of those that use this bot. What was recorded stays where it was recorded: the
 * one school says that they have moved and that the other may have the dates of the plan, and the other takes them.
 */

const DATES = ['planMade', 'lastReviewed', 'la', 'laSince', 'lastMeeting', 'lastDecision'] as const;

/** The dates of a plan, and the local authority that keeps it. */
export type PlanDates = Pick<Plan, 'kind' | (typeof DATES)[number]>;

/** What another school hands on of a pupil who has moved. */
export interface HandedOn {
  /** The name of the school they come from. */
  readonly school: string;
  readonly plans: readonly PlanDates[];
}

/** Whether the school the pupil has left lets the next one have the plan's dates. */
export function mayBeHandedOn(pupil: Pupil): boolean {
  const place = placeOf(pupil);
  return place?.place === 'moved-on' && place.passOn === 'yes';
}

const wordsOf = (name: string) => new Set(nameWords(name));

/** Whether what somebody wrote is the school's name, or so much of it as tells it. */
function isCalled(written: string, { name }: School): boolean {
  const [said, called] = [wordsOf(written), wordsOf(name)];
  return said.size > 0 && (said.isSubsetOf(called) || (called.size > 0 && called.isSubsetOf(said)));
}

/**
 * Whether it is `school` that the pupil has gone to, by the name that the SENCO there wrote: of all the `schools` here it is the
 * only one that is called so. No other learns that the child has moved.
 */
export function hasGoneTo(pupil: Pupil, school: School, schools: readonly School[]): boolean {
  const written = placeOf(pupil)?.school ?? '';
  const called = schools.filter((one) => one.id !== pupil.schoolId && isCalled(written, one));
  return called.length === 1 && called[0]?.id === school.id;
}

const nameKey = (pupil: Pupil) => [...nameWords(fullName(pupil))].sort().join(' ');

/** Whether two schools' records are of one child: by UPN where both have it, else by name and birth date. */
export function isSameChild(one: Pupil, other: Pupil): boolean {
  if (one.upn !== undefined && other.upn !== undefined) return one.upn === other.upn;
  return one.dateOfBirth === other.dateOfBirth && nameKey(one) === nameKey(other);
}

/** The dates of the pupil's plans, with those of the reviews held at `school`. */
export function handedOnBy(pupil: Pupil, reviews: readonly Review[], school: School): HandedOn {
  const plans = pupil.plans.map((plan): PlanDates => {
    const own = reviews.filter((review) => review.kind === plan.kind && isConcluded(review));
    const last = lastHeld(own);
    const held = last && heldOn(last);
    const days = planRow(plan.kind).decidedElsewhere
      ? {
          lastMeeting: latest(plan.lastMeeting, held),
          lastDecision: latest(plan.lastDecision, ...own.map(({ annual }) => annual?.decision?.on)),
        }
      : { lastReviewed: latest(plan.lastReviewed, held) };
    return known({ ...plan, ...days });
  });
  return { school: school.name, plans };
}

/** Of a plan, only its dates, and of those only what is known. */
function known(
  plan: { readonly kind: Plan['kind'] } & { readonly [K in (typeof DATES)[number]]?: string | undefined },
): PlanDates {
  const dates = DATES.flatMap((field) => (plan[field] === undefined ? [] : [[field, plan[field]] as const]));
  return { kind: plan.kind, ...Object.fromEntries(dates) };
}

/**
 * The pupil with the dates that were handed on, where nothing is known here: what this school knows itself holds. The same
 * object where there is nothing to take.
 */
export function withHandedOn(pupil: Pupil, { plans }: HandedOn): Pupil {
  const missing = plans.filter(({ kind }) => !planNamed(pupil, kind));
  const filled = pupil.plans.map((plan) => {
    const theirs = plans.find(({ kind }) => kind === plan.kind);
    return theirs && DATES.some((field) => theirs[field] !== undefined && plan[field] === undefined)
      ? { ...theirs, ...plan }
      : plan;
  });
  if (missing.length === 0 && filled.every((plan, at) => plan === pupil.plans[at])) return pupil;
  return { ...pupil, plans: [...filled, ...missing.map((plan) => ({ ...plan, targets: [] }))] };
}
