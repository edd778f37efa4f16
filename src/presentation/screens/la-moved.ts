import { dayWords } from '../../domain/language/days.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import { planNamed } from '../../domain/school/pupil.ts';
import { type OfReview, part, plain, type Section, section } from '../parts.ts';

/** That another local authority has taken the plan over since the review began; nothing where none has. */
export function laMovedSection({ review, pupil }: OfReview): Section[] {
  const moved = planNamed(pupil, review.kind)?.laMoved;
  const { la } = annualPartOf(review);
  if (!moved || moved.to === la) return [];
  const words = ` took the plan over on ${dayWords(moved.since)}${la ? ` from ${la}` : ''}. This review goes on, with it.`;
  return [section('Local authority', [part([[plain(`${moved.to}${words}`)]])])];
}
