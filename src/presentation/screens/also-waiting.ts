import { dayWords } from '../../domain/language/days.ts';
import { capital } from '../../domain/language/words.ts';
import { heldOn } from '../../domain/review/held.ts';
import type { Review } from '../../domain/review/review.ts';
import type { LocalDate } from '../../domain/time.ts';
import { button, press } from '../buttons.ts';
import { bold, type OfReview, part, type Section, section, subtle } from '../parts.ts';
import { laOwesWords } from './chase-text.ts';
import { laOwes, stepRuns } from './steps.ts';

/** The reviews of a pupil in which the local authority owes something, the oldest first; `kind`: of plans of one kind. */
export function owingReviews(
  reviews: readonly Review[],
  kind: Review['kind'],
  today: LocalDate,
): readonly Review[] {
  return reviews.filter((review) => review.kind === kind && laOwes(review, today).length > 0);
}

/**
 * What the local authority owes in other reviews of the plan: one that it never decided on stays open beside the next, with a
 * clock of its own. Nothing where there is none.
 */
export function alsoWaitingSection({ review, reviews = [], today }: OfReview): Section[] {
  const others = owingReviews(reviews, review.kind, today).filter(({ id }) => id !== review.id);
  const parts = others.map((other) =>
    part(
      [
        [subtle(`Meeting held ${dayWords(heldOn(other))}, review ${other.ref}`)],
        ...laOwes(other, today).flatMap((one) => [
          [bold(capital(laOwesWords(other, one.step))), subtle(' · '), ...stepRuns(one, today)],
        ]),
      ],
      { beside: [button('Chase', press.show('chase', other.id))] },
    ),
  );
  return parts.length > 0 ? [section('Also waited for, from another review', parts)] : [];
}
