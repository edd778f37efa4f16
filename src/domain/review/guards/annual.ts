import type { Guard } from '../../plans/row.ts';
import { membership } from '../../school/membership.ts';
import { annualPartOf } from '../annual-part.ts';
import { invitedTo } from '../invited.ts';
import type { ReviewContent } from '../review-content.ts';

/** Those invited of whom it is not recorded whether they took part; staff who have left since are not asked after. */
export const missingAttendance: Guard = ({ review, school }) => {
  const unknown = invitedTo({ review, school }).filter(
    ({ key: who }) =>
      !annualPartOf(review).attendance[who] && (isOutside(review, who) || membership(school, who)),
  ).length;
  if (unknown === 0) return [];
  const say = `Who took part is not recorded for ${unknown === 1 ? 'one of those' : `${unknown} of those`} invited.`;
  return [{ what: 'attendance', offer: 'attendance', say }];
};

/** No section of the plan to change is noted, though the meeting recommends changes. */
export const missingSectionChange: Guard = ({ review, outcome }) => {
  if (!outcome?.needsSectionChange || annualPartOf(review).sectionChanges.length > 0) return [];
  const say = 'No change to a section of the plan is noted. Note at least one, then recommend amendments.';
  return [{ what: 'section-change', offer: 'section-change', say }];
};

function isOutside(review: ReviewContent, who: string): boolean {
  return annualPartOf(review).outsiders.some(({ id }) => id === who);
}
