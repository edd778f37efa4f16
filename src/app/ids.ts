import { randomInt, randomUUID } from 'node:crypto';
import type { Ids } from './ports.ts';

// No 0 and O, 1 and I and L, 5 and S, 2 and Z, 8 and B: they are mistaken for one another when read out.
const READABLE = 'ACDEFGHJKMNPQRTUVWXY34679';
const SHORT = 4;

/** New names from the machine's own randomness. */
export const randomIds: Ids = {
  unique: () => randomUUID().replaceAll('-', ''),
  short: () => Array.from({ length: SHORT }, () => READABLE[randomInt(READABLE.length)]).join(''),
};
