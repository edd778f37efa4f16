/** Pupils of a school who are being moved up a year, or back: of how many, and what came of it once it is over. */
export interface Moving {
  readonly which: 'up' | 'back';
  done: number;
  readonly of: number;
  /** 'not-begun': what is stored could not be copied first, so nobody was moved. */
  outcome?: 'all' | 'cut-short' | 'not-begun';
}
