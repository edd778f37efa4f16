/** One of the columns a list of pupils can have, and the heading of this list that was taken for it. */
export interface ListColumn {
  /** Its name, as it is said back. */
  readonly field: string;
  /** What it is: "date of birth". */
  readonly means: string;
  /** Undefined where no heading was. */
  readonly heading?: string | undefined;
}

/** How the headings of a list were taken, and all there are. */
export interface ListColumns {
  readonly columns: readonly ListColumn[];
  readonly headings: readonly string[];
}

/** What a person says that a heading is: one of the columns, or `skip` for nothing. */
export interface HeadingSaid {
  readonly heading: string;
  readonly field: string;
}
