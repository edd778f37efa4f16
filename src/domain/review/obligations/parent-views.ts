import { capital } from '../../language/words.ts';
import { familyViews } from '../addressee.ts';
import type { ObligationRow } from './row.ts';
import { viewsRow } from './views.ts';

/**
 * Record what parents or carers say, or a young person's representative; or that they were asked and nothing came. Nothing
 * waits for the parents of a young person, whose views are welcome.
 */
export const parentViews: ObligationRow<'parent-views'> = viewsRow({
  kind: 'parent-views',
  forFamily: 'To record what the family says',
  views: (review) => review.parentViews,
  whose: (_terms, review) => familyViews(review).whose,
  record: (_terms, review) => `Record ${familyViews(review).brief}`,
  required: (review) => familyViews(review).required,
  say: (review) =>
    `${capital(familyViews(review).whose)} are not recorded, nor marked as sought and not received.`,
});
