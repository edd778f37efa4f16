/** A change of the code after which it does the same: no test can notice it. */
export interface Equivalent {
  readonly file: string;
  /** What stood there, and what was put in its place; spaces and line ends as one space. */
  readonly was: string;
  readonly became: string;
  /** Something else of its line, where the same stands elsewhere in the file. */
  readonly within?: string;
  /** Why it comes to the same. */
  readonly why: string;
}

/** The changes that survive, each looked at by a person. */
export const EQUIVALENT: readonly Equivalent[] = [];
