import type { PhaseKind, PhaseTransfer } from '../domain/school/school.ts';

const PHASE: Readonly<Record<PhaseKind, string>> = {
  'reception-entry': 'Starts Reception',
  'infant-junior': 'Moves to junior school',
  middle: 'Moves to middle or upper school',
  'primary-secondary': 'Moves to secondary school',
  'secondary-post-16': 'Moves to post-16 education',
  'post-16-post-16': 'Moves to another post-16 place',
};

/** "Moves to secondary school in September 2027". */
export const phaseWords = ({ kind, year }: Pick<PhaseTransfer, 'kind' | 'year'>): string =>
  `${PHASE[kind]} in September ${year}`;
