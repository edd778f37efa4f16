import { rowNamed } from '../../domain/review/obligations/index.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import { type Button, button, press } from '../buttons.ts';
import type { OfReview } from '../parts.ts';

/** The button that records what is owed, by the name of its kind; none for what is not recorded by a form of its own. */
export function recordButton({ review, pupil, today }: OfReview, kind: string): Button[] {
  const record = rowNamed(kind)?.record;
  if (!record) return [];
  const title = record.title(termsOf(review, pupil, today), review);
  return [button(title, press.form(record.form, review.id))];
}
