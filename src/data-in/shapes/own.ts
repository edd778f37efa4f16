import { COLUMNS, type Column, type Shape } from './shape.ts';

/** Headings that we name ourselves: docs/data-in.md has them. */
const OURS: readonly Column[] = COLUMNS.filter((column) => column !== 'full_name' && column !== 'plan_ended');

/** pupils.csv, as this program describes it. */
export const ownList: Shape = {
  id: 'own',
  title: 'our own pupils.csv',
  tables: [{ columns: Object.fromEntries(OURS.map((column) => [column, [column]])) }],
};
