/** What a list of pupils may say of a pupil, by our names: those of pupils.csv, and what records systems have besides. */
export const COLUMNS = [
  'ref',
  'upn',
  'first_name',
  'last_name',
  'full_name',
  'date_of_birth',
  'year_group',
  'class',
  'plan',
  'plan_made',
  'last_reviewed',
  'la',
  'last_meeting',
  'last_decision',
  'phase_transfer',
  'key_staff',
  'left_on',
  'destination',
  'plan_ended',
  'school',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Without one of each of these a list is none: who a pupil is could not be told. */
export const NEEDED: readonly (readonly Column[])[] = [
  ['ref', 'upn'],
  ['first_name', 'full_name'],
  ['last_name', 'full_name'],
  ['date_of_birth'],
  ['year_group'],
];

/** For each column, the headings it goes by, the most usual first. Capitals, spaces and marks don't tell two apart. */
type Headings = Readonly<Partial<Record<Column, readonly string[]>>>;

/** One of the tables a shape is made of. */
export interface TableShape {
  readonly columns: Headings;
  /** The heading of the id that joins the tables of a shape; left out where there is but one. */
  readonly id?: string;
  /** Only rows in which this heading has one of these words count: users who are students. */
  readonly only?: { readonly heading: string; readonly words: readonly string[] };
  /** Headings that must be there besides, for the table to be known. */
  readonly marks?: readonly string[];
}

/** The table of a shape that says what its schools are called, where rows have only their ids. */
export interface SchoolsTable {
  readonly id: string;
  readonly name: string;
  /** Where it has others beside schools: the heading that says which is one, by the word `school`. */
  readonly type?: string;
}

/** How one records system writes a list of pupils: data, read by `findShape` and `rowsOf`. */
export interface Shape {
  /** Stored with what is chosen, so it never changes. */
  readonly id: string;
  /** As a person is told: "This looks like a list from SIMS". */
  readonly title: string;
  /** What is true of every row, though no heading says it: all in an SEN2 list have an EHC plan. */
  readonly always?: Readonly<Partial<Record<Column, string>>>;
  /** The first has a row for each pupil; the others add to it, by the id. */
  readonly tables: readonly [TableShape, ...TableShape[]];
  /** Where a row's `school` is an id, or several with commas between them. */
  readonly schools?: SchoolsTable;
}
