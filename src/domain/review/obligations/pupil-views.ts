import { childOf } from '../addressee.ts';
import type { ObligationRow } from './row.ts';
import { viewsRow } from './views.ts';

/** Record what the pupil says; or that they were asked and did not. */
export const pupilViews: ObligationRow<'pupil-views'> = viewsRow({
  kind: 'pupil-views',
  forFamily: 'To record what the child or young person says',
  views: (review) => review.pupilViews,
  whose: ({ child }) => `the ${child}’s views`,
  record: ({ child }) => `Record the ${child}’s views`,
  required: () => true,
  say: (review) => `The ${childOf(review)}’s views are not recorded, nor marked as sought and not received.`,
});
