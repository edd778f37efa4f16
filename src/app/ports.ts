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

/** A document that can't be reckoned with, and is left out of every list. */
export interface SetApart {
  readonly collection: 'schools' | 'pupils' | 'reviews';
  readonly id: string;
  readonly schoolId: string;
}

/** Keeps one bad document from stopping the work on all others. */
export interface Apart {
  /** Does the work; where it fails over a document, that is set apart and the work is done again without it. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** What of a school is set apart now. */
  ofSchool(schoolId: string): readonly SetApart[];
  /** All that is set apart now. */
  all(): readonly SetApart[];
}

/** Sets nothing apart. */
export const NOTHING_APART: Apart = { run: (work) => work(), ofSchool: () => [], all: () => [] };
