import { rowOfKind } from '../review/obligations/index.ts';
import { isOpen } from '../review/open-actions.ts';
import type { Action, Review } from '../review/review.ts';
import { schoolYearOf } from '../school/calendar.ts';
import { membership } from '../school/membership.ts';
import type { School } from '../school/school.ts';
import { compare, type LocalDate, localDate } from '../time.ts';
import { type Obligation, obligationsOf } from './obligations.ts';

/** Who has an open action in hand: its owner; or nobody, and why. */
type InHand = 'owner' | 'cannot-be-done' | 'disowned' | 'owner-left' | 'owner-away';

/** An action that is still to be done. */
export interface OpenAction {
  readonly review: Review;
  readonly school: School;
  readonly action: Action;
  /** The first day on which somebody owes something about it: its own, or the day since when it needs an owner. */
  readonly due: LocalDate;
  readonly inHand: InHand;
  /** All that is owed about it; at least one. */
  readonly owed: readonly Obligation[];
}

/** An action that was done, or withdrawn. */
export interface ClosedAction {
  readonly review: Review;
  readonly school: School;
  readonly action: Action;
  readonly on: LocalDate;
}

/** What of `obligations` is about actions. */
function aboutActions(obligations: readonly Obligation[]): readonly Obligation[] {
  return obligations.filter(({ kind }) => rowOfKind(kind).action);
}

/** Every open action in the school's `reviews`, the most overdue first: what obligations say is owed about them. */
export function openActions(
  reviews: readonly Review[],
  school: School,
  today: LocalDate,
): readonly OpenAction[] {
  return reviews
    .flatMap((review) => {
      const owed = Map.groupBy(aboutActions(obligationsOf(review, school, today)), ({ about }) => about);
      return review.actions.flatMap((action) => {
        const about = owed.get(action.id);
        return about ? openAction(review, school, action, about) : [];
      });
    })
    .sort((a, b) => compare(a.due, b.due) || compare(a.review.id, b.review.id));
}

function openAction(review: Review, school: School, action: Action, owed: readonly Obligation[]): OpenAction {
  const due = owed.map((one) => one.due).reduce((first, day) => (day < first ? day : first));
  return { review, school, action, due, inHand: inHandOf(action, school, owed), owed };
}

function inHandOf(action: Action, school: School, owed: readonly Obligation[]): InHand {
  if (action.cannotBeDone) return 'cannot-be-done';
  if (action.disowned) return 'disowned';
  if (!membership(school, action.owner)) return 'owner-left';
  // Owed by its owner and to be found another: they are away for it.
  return owed.some(({ kind }) => rowOfKind(kind).action === 'needs-owner') ? 'owner-away' : 'owner';
}

/** The actions in the school's `reviews` done or withdrawn since `since`, the last first. */
export function closedActions(
  reviews: readonly Review[],
  school: School,
  since: LocalDate,
): readonly ClosedAction[] {
  return reviews
    .flatMap((review) =>
      review.actions.flatMap((action) => {
        const at = isOpen(action) ? undefined : (action.done ?? action.withdrawn)?.at;
        const on = at && localDate(at);
        return on && on >= since ? { review, school, action, on } : [];
      }),
    )
    .sort((a, b) => compare(b.on, a.on) || compare(a.action.id, b.action.id));
}

/** The first day of the term that it is, or that was last; with no terms known, of the school year. */
export function termBegan(school: School, today: LocalDate): LocalDate {
  const begun = school.terms.map(({ start }) => start).filter((start) => start <= today);
  return begun.reduce((latest, start) => (start > latest ? start : latest), `${schoolYearOf(today)}-09-01`);
}
