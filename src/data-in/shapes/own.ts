import { COLUMNS, type Column, type Shape } from './shape.ts';

const NOT_OURS: readonly Column[] = ['full_name', 'plan_ended', 'school'];

/** Headings that we name ourselves: docs/data-in.md has them. */
const OURS: readonly Column[] = COLUMNS.filter((column) => !NOT_OURS.includes(column));

/** pupils.csv, as this program describes it. */
export const ownList: Shape = {
  id: 'own',
  title: 'our own pupils.csv',
  tables: [{ columns: Object.fromEntries(OURS.map((column) => [column, [column]])) }],
};
