import { pastDay } from '../../questions/days.ts';
import { shortText } from '../../questions/text.ts';

/** The family has moved, and another local authority keeps the plan: which, and since when. */
export const LA_MOVED = {
  to: shortText({
    label: 'Which local authority keeps the plan now?',
    longest: 60,
    needed: 'Please write the local authority’s name.',
  }),
  since: pastDay({
    label: 'On which day did it take the plan over?',
    needed: 'Please choose the day it took the plan over.',
  }),
} as const;
