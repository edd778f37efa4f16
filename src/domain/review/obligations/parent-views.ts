import type { ObligationRow } from './row.ts';
import { viewsRow } from './views.ts';

/** Record what parents or carers say; or that they were asked and did not. */
export const parentViews: ObligationRow<'parent-views'> = viewsRow({
  kind: 'parent-views',
  views: (review) => review.parentViews,
  whose: () => 'the parents’ or carers’ views',
  record: () => 'Record parents’ views',
  say: 'The parents’ or carers’ views are not recorded, nor marked as sought and not received.',
});
