/** Pupils of a school who are being moved up a year: of how many, and what came of it once it is over. */
export interface Moving {
  done: number;
  readonly of: number;
  outcome?: 'all' | 'cut-short';
}
