import type { Instant } from '../domain/time.ts';

/** What time it is. Passed in, so that a journey over six months runs in milliseconds. */
export interface Clock {
  now(): Instant;
}

/** Where new names come from. Passed in, so that tests can say what they are. */
export interface Ids {
  /** A name no other thing has: lower-case letters and digits. */
  unique(): string;
  /** A short name a person can read out: four letters and digits that can't be mistaken for one another. */
  short(): string;
}
