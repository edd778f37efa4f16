import { planRow } from '../../plans/index.ts';
import type { School } from '../../school/school.ts';
import { type LocalDate, localDate } from '../../time.ts';
import type { Provision, Review } from '../review.ts';
import { askedNext, isHeldUp, isSeenTo, type SeenTo } from '../support-days.ts';
import type { ObligationRow, Situation } from './row.ts';

/** Support that somebody sees to, and the day on which they are next asked whether it happens. */
interface AskedSupport {
  readonly provision: SeenTo;
  readonly due: LocalDate;
}

/**
 * The day support of the review ended: it was said so, or the outcome ended the plan and all support with it. From then on nothing
 * is asked of it, and nothing can be said of it. Undefined while it goes on.
 */
export const supportEndedOn = (review: Review, { ended }: Provision): LocalDate | undefined =>
  ended ? localDate(ended.at) : planRow(review.kind).endedOn(review);

/** The support of a review of which it was said last that it does not, or only partly, happen, and that goes on. */
export const heldUpIn = (review: Review): readonly Provision[] =>
  review.outcome ? review.provision.filter((one) => isHeldUp(one) && !supportEndedOn(review, one)) : [];

/** The day on which it is next asked whether support happens; undefined where nobody is asked. */
export function supportAskedNext(
  provision: Provision,
  review: Review,
  school: School | undefined,
): LocalDate | undefined {
  const { outcome } = review;
  return outcome && !supportEndedOn(review, provision) ? askedNext(provision, outcome.at, school) : undefined;
}

/** The support of which it is asked whether it happens: what the outcome agreed, unless that ended the plan. */
export function askedSupport({
  review,
  school,
}: Pick<Situation, 'review' | 'school'>): readonly AskedSupport[] {
  return review.provision.flatMap((one) => {
    const due = supportAskedNext(one, review, school);
    return isSeenTo(one) && due ? [{ provision: one, due }] : [];
  });
}

/** The support of this id in the review. */
export const supportNamed = ({ provision }: Review, id: string | undefined): Provision | undefined =>
  provision.find((one) => one.id === id);

/** How support stands in a list. */
export const SUPPORT_THING: Pick<ObligationRow, 'thing'> = {
  thing: { screen: 'support', text: (review, about) => supportNamed(review, about)?.what },
};
