import { adviceAwaited, WHOSE } from '../annual.ts';
import { staffAmong } from '../invitees.ts';
import { outcomeChoice } from '../outcomes.ts';
import { membership } from '../permissions.ts';
import type { OutcomeKind, Review } from '../review.ts';
import type { School } from '../school.ts';
import type { Missing } from './missing.ts';

/** Written advice of those outside that has not come, nor been said not to come. */
export function missingAdvice({ annual }: Review): readonly Missing[] {
  if (!annual) return [];
  return adviceAwaited(annual).map(({ id: about, role }): Missing => {
    return { what: 'advice', about, offer: 'advice', say: `No written advice yet from ${WHOSE[role]}.` };
  });
}

/** The advice has not been sent to everybody invited. */
export function missingCirculation({ annual }: Review): readonly Missing[] {
  if (annual?.circulated) return [];
  const say = 'It is not recorded that all advice was sent to everybody invited.';
  return [{ what: 'circulate', offer: 'circulate', say }];
}

/** Those invited of whom it is not recorded whether they took part; staff who have left since are not asked after. */
export function missingAttendance(review: Review, school: School): readonly Missing[] {
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
): readonly Missing[] {
  if (!outcome || !outcomeChoice(outcome).needsSectionChange || annual?.sectionChanges.length) return [];
  const say = 'No change to a section of the plan is noted. Note at least one, then recommend amendments.';
  return [{ what: 'section-change', offer: 'section-change', say }];
}

/** What is to come after the meeting: the report, the decision and, where the plan is amended, what follows from it. */
export function missingAfterwards({ annual }: Review): readonly Missing[] {
  const missing: Missing[] = [];
  if (!annual?.report) {
    const say = 'It is not recorded that the report was sent to everybody invited.';
    missing.push({ what: 'report', offer: 'report', say });
  }
  if (!annual?.decision) {
    const say = 'The local authority’s decision is not recorded.';
    missing.push({ what: 'la-decision', offer: 'la-decision', say });
  }
  if (annual?.decision?.kind !== 'amend') return missing;
  if (!annual.notice) {
    const say = 'The local authority’s notice with the proposed amendments is not recorded.';
    missing.push({ what: 'notice', offer: 'notice', say });
  }
  if (!annual.finalPlan) {
    missing.push({ what: 'final-plan', offer: 'final-plan', say: 'The final plan is not recorded.' });
  }
  return missing;
}

/** Everybody invited to an annual review, as `attendance` names them: outsiders by id, staff by address. */
export function invitedTo({ annual, meeting }: Review): readonly string[] {
  return [...(annual?.outsiders.map(({ id }) => id) ?? []), ...staffAmong(meeting?.invitees)];
}

function isOutside({ annual }: Review, who: string): boolean {
  return annual?.outsiders.some(({ id }) => id === who) ?? false;
}
