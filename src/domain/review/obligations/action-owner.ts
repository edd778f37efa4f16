import { addSchoolDays } from '../../school/calendar.ts';
import { membership } from '../../school/membership.ts';
import { type LocalDate, localDate, plusDays } from '../../time.ts';
import { isOpen } from '../open-actions.ts';
import type { Action } from '../review.ts';
import type { OwedOnce, Settled, Situation } from './row.ts';

/** The actions that are to be done, and of which nobody has said that they can't be. */
export function doableActions({ review }: Situation): readonly Action[] {
  return review.actions.filter((action) => isOpen(action) && !action.cannotBeDone);
}

/** Whether it is to be done, and its owner has not handed it back. */
export function isInHand(action: Action): boolean {
  return isOpen(action) && !action.cannotBeDone && !action.disowned;
}

/** The day since when an action has nobody to do it; undefined when it has an owner. */
export function ownerlessSince(action: Action, { school, hasLeft }: Situation): LocalDate | undefined {
  if (action.disowned) return localDate(action.disowned.at);
  if (!hasLeft(action.owner)) return undefined;
  const owner = school?.staff.find((member) => member.email === action.owner);
  return owner?.left ?? localDate(action.addedAt);
}

/**
 * By when the SENCO is to deal with an action that was handed back on `day`, or can't be done: the next school day, so that what
 * comes on its last day is not late the moment it comes.
 */
export function graceFrom(day: LocalDate, { school }: Pick<Situation, 'school'>): LocalDate {
  return school ? addSchoolDays(school, day, 1) : plusDays(day, 1);
}

/** What has become of an action that somebody owed something about. */
export function actionSettled({ review, school, about }: OwedOnce): Settled {
  const action = review.actions.find(({ id }) => id === about);
  if (!action) return { is: 'over' };
  if (action.done) return { is: 'done', by: action.done.by };
  if (action.withdrawn) return { is: 'withdrawn', by: action.withdrawn.by };
  if (action.cannotBeDone) return { is: 'cannot-be-done' };
  if (action.disowned) return { is: 'disowned' };
  return membership(school, action.owner) ? { is: 'given', to: action.owner } : { is: 'over' };
}
