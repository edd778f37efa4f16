import type { Stage } from './review.ts';

/** What the stages of a review are called wherever one is read: on cards, and in a family's copy. */
export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  preparing: 'Preparing',
  gathering: 'Gathering evidence',
  meeting: 'Meeting open',
  acting: 'Actions under way',
  closed: 'Closed',
  cancelled: 'Cancelled',
};
