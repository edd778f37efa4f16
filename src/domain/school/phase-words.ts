import type { PhaseKind } from './school.ts';

/** What a move between phases of education is called. */
export const PHASE_WORDS: Readonly<Record<PhaseKind, string>> = {
  'reception-entry': 'Starts Reception',
  'infant-junior': 'Moves to junior school',
  middle: 'Moves to middle or upper school',
  'primary-secondary': 'Moves to secondary school',
  'secondary-post-16': 'Moves to post-16 education',
  'post-16-post-16': 'Moves to another post-16 place',
};
