import { staffAmong } from '../invitees.ts';
import { outcomeChoice } from '../outcomes.ts';
import { membership } from '../permissions.ts';
import type { OutcomeKind, Review } from '../review.ts';
import type { School } from '../school.ts';
import type { MissingOf } from './missing.ts';

/** Those invited of whom it is not recorded whether they took part; staff who have left since are not asked after. */
export function missingAttendance(review: Review, school: School): readonly MissingOf<'attendance'>[] {
  const unknown = invitedTo(review).filter(
    (who) => !review.annual?.attendance[who] && (isOutside(review, who) || membership(school, who)),
  ).length;
  if (unknown === 0) return [];
  const say = `Who took part is not recorded for ${unknown === 1 ? 'one of those' : `${unknown} of those`} invited.`;
  return [{ what: 'attendance', offer: 'attendance', say }];
}

/** No section of the plan to change is noted, though the meeting recommends changes. */
export function missingSectionChange(
  { annual }: Review,
  _school: School,
  outcome?: OutcomeKind,
): readonly MissingOf<'section-change'>[] {
  if (!outcome || !outcomeChoice(outcome).needsSectionChange || annual?.sectionChanges.length) return [];
  const say = 'No change to a section of the plan is noted. Note at least one, then recommend amendments.';
  return [{ what: 'section-change', offer: 'section-change', say }];
}

/** Everybody invited to an annual review, as `attendance` names them: outsiders by id, staff by address. */
export function invitedTo({ annual, meeting }: Review): readonly string[] {
  return [...(annual?.outsiders.map(({ id }) => id) ?? []), ...staffAmong(meeting?.invitees)];
}

function isOutside({ annual }: Review, who: string): boolean {
  return annual?.outsiders.some(({ id }) => id === who) ?? false;
}
