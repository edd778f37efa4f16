import { dayWords } from '../domain/language/days.ts';
import { PHASE_WORDS } from '../domain/school/phase-words.ts';
import type { PhaseTransfer } from '../domain/school/school.ts';

/** "Moves to secondary school in September 2027"; "on Mon 10 Jan 2028", where that is the day. */
export const phaseWords = ({ kind, year, on }: PhaseTransfer): string =>
  `${PHASE_WORDS[kind]} ${on ? `on ${dayWords(on)}` : `in September ${year}`}`;
