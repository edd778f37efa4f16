import { dayWords } from '../domain/language/days.ts';
import type { PhaseKind, PhaseTransfer } from '../domain/school/school.ts';

const PHASE: Readonly<Record<PhaseKind, string>> = {
  'reception-entry': 'Starts Reception',
  'infant-junior': 'Moves to junior school',
  middle: 'Moves to middle or upper school',
  'primary-secondary': 'Moves to secondary school',
  'secondary-post-16': 'Moves to post-16 education',
  'post-16-post-16': 'Moves to another post-16 place',
};

/** "Moves to secondary school in September 2027"; "on Mon 10 Jan 2028", where that is the day. */
export const phaseWords = ({ kind, year, on }: PhaseTransfer): string =>
  `${PHASE[kind]} ${on ? `on ${dayWords(on)}` : `in September ${year}`}`;
