import { dayWords } from '../../../domain/language/days.ts';
import { nameOf } from '../../../domain/language/people.ts';
import { planRow } from '../../../domain/plans/index.ts';
import type { OfPlan } from '../../../domain/pupil/step.ts';
import { annualPartOf } from '../../../domain/review/annual-part.ts';
import { heldOn, isConcluded, lastHeld } from '../../../domain/review/held.ts';
import type { Review } from '../../../domain/review/review.ts';
import { decisionSaid } from '../../../domain/statute/decision-said.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { changedHereBy, KEPT_DAYS } from './where-from.ts';

/*
 * A plan's days come from three places: the school's data, what a SENCO changed here, and the reviews held here. Which one the
 * next review counts from is said, since the older stands beside it.
 */

const reviewsOf = ({ plan, reviews }: OfPlan): readonly Review[] =>
  reviews.filter((review) => review.kind === plan.kind && isConcluded(review));

/** The last review held here, in a line: its meeting and, where the local authority decides, the decision; undefined for none. */
export function heldHere(of: OfPlan): string | undefined {
  const last = lastHeld(reviewsOf(of));
  if (!last) return undefined;
  const met = `Last review held here ${dayWords(heldOn(last))}`;
  if (!planRow(of.plan.kind).decidedElsewhere) return `${met} (review ${last.ref})`;
  const { decision } = annualPartOf(last);
  return `${met}, ${decision ? `decided ${dayWords(decision.on)}` : 'not decided yet'} (review ${last.ref})`;
}

/** What the next review counts from, and where that day is from: "Counts from …"; undefined where no day is known. */
export function countsFrom(of: OfPlan, day: LocalDate | undefined): string | undefined {
  const from = day && sourceOf(of, day);
  return from && `Counts from ${from}`;
}

function sourceOf(of: OfPlan, day: LocalDate): string | undefined {
  const { plan, school } = of;
  const on = dayWords(day);
  const decided = reviewsOf(of).find((review) => annualPartOf(review).decision?.on === day);
  if (decided) return `the decision of ${on} on the review held here (${decided.ref})`;
  const held = planRow(plan.kind).decidedElsewhere
    ? undefined
    : reviewsOf(of).find((review) => heldOn(review) === day);
  if (held) return `the review held here on ${on} (${held.ref})`;
  const said = decisionSaid(plan);
  if (said?.on === day) return `the decision of ${on}, recorded here by ${nameOf(school, said.by)}`;
  const field = KEPT_DAYS.find((one) => plan[one] === day);
  if (!field) return undefined;
  const changed = changedHereBy(of, plan.kind, field);
  if (field === 'planMade') return `the day the plan was made, ${on}, ${changed ?? IN_DATA}`;
  const what = `the ${field === 'lastDecision' ? 'decision' : 'review'} of ${on}`;
  return changed ? `${what}, ${changed}` : `${what} ${IN_DATA}`;
}

const IN_DATA = 'in the school’s data';
