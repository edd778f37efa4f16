import { annualPartOf } from './annual-part.ts';
import type { Review } from './review.ts';

/** Whether anything stands in the review that only an open meeting records. What is gathered for it may come at any time. */
export function recordedAtMeeting(review: Review): boolean {
  const { agendaNotes = [], provisionReviews = [], profileLookedAt, considered } = review;
  const { attendance, sectionChanges } = annualPartOf(review);
  const lists = [
    ...[review.targetReviews, review.newTargets, review.provision, review.disagreements, review.actions],
    ...[agendaNotes, provisionReviews, sectionChanges, Object.keys(attendance)],
  ];
  return lists.some(({ length }) => length > 0) || [profileLookedAt, considered].some(Boolean);
}
