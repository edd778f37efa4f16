import { planRow } from '../../plans/index.ts';
import type { LocalDate } from '../../time.ts';
import type { Provision, Review } from '../review.ts';
import { askedNext, isSeenTo, type SeenTo } from '../support-days.ts';
import type { ObligationRow, Situation } from './row.ts';

/** Support that somebody sees to, and the day on which they are next asked whether it happens. */
interface AskedSupport {
  readonly provision: SeenTo;
  readonly due: LocalDate;
}

/** The support of which it is asked whether it happens: what the outcome agreed, unless that ended the plan. */
export function askedSupport({
  review,
  school,
}: Pick<Situation, 'review' | 'school'>): readonly AskedSupport[] {
  const { outcome, provision } = review;
  if (!outcome || planRow(review.kind).endedOn(review)) return [];
  return provision.flatMap((one) => {
    const due = isSeenTo(one) ? askedNext(one, outcome.at, school) : undefined;
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
