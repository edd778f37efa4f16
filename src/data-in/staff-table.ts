import type { Table } from './read/table.ts';
import { headingKey } from './shapes/find-shape.ts';
import { unknownSystem } from './shapes/unknown-system.ts';
import type { Row, Sheet } from './sheet.ts';

/** The headings that a list of colleagues goes by, whatever it is called: ours first. */
const HEADINGS = {
  email: ['email', 'E-mail', 'Email Address', 'Work Email', 'School Email', 'Mail', 'User Principal Name'],
  name: ['name', 'Full Name', 'Staff Name', 'Display Name', 'Colleague'],
  role: ['role', 'Staff Role', 'Role here'],
  first: ['First Name', 'Forename', 'Given Name', 'Preferred Forename'],
  last: ['Last Name', 'Surname', 'Family Name', 'Legal Surname'],
} as const;

export type StaffColumn = 'email' | 'name' | 'role';

/** Nobody has one of these in a list of colleagues: it is one of pupils, with their addresses. */
const OF_PUPILS = new Set(
  (['date_of_birth', 'upn', 'plan'] as const).flatMap((column) =>
    (unknownSystem.tables[0].columns[column] ?? []).map(headingKey),
  ),
);

/** Titles may stand over the headings. */
const HEADINGS_WITHIN = 30;

/**
 * The list of colleagues among these tables, known by its headings: an address and a name or role, and no dates of birth.
 * Undefined where there is none.
 */
export function staffSheetIn(tables: readonly Table[]): (Sheet<StaffColumn> & { file: string }) | undefined {
  for (const { name, rows } of tables) {
    const found = rows.slice(0, HEADINGS_WITHIN).findIndex(({ cells }) => isOfStaff(cells));
    const header = rows[found];
    if (!header) continue;
    const keys = header.cells.map(headingKey);
    const cellsOf = (cells: readonly string[], column: keyof typeof HEADINGS): string =>
      cells[placeOf(keys, column)] ?? '';
    const sheet = rows.slice(found + 1).map(
      ({ line, cells }): Row<StaffColumn> => ({
        line,
        cells: {
          email: cellsOf(cells, 'email'),
          name: cellsOf(cells, 'name') || `${cellsOf(cells, 'first')} ${cellsOf(cells, 'last')}`.trim(),
          role: cellsOf(cells, 'role'),
        },
      }),
    );
    const lacking =
      placeOf(keys, 'role') < 0
        ? [
            {
              file: name,
              line: header.line,
              column: 'role',
              message: 'this column is missing; add it, with the role of each colleague here',
            },
          ]
        : [];
    return { file: name, rows: lacking.length > 0 ? [] : sheet, faults: lacking };
  }
  return undefined;
}

const placeOf = (keys: readonly string[], column: keyof typeof HEADINGS): number => {
  const known = HEADINGS[column].map(headingKey).find((key) => keys.includes(key));
  return known === undefined ? -1 : keys.indexOf(known);
};

function isOfStaff(cells: readonly string[]): boolean {
  const keys = cells.map(headingKey);
  const has = (column: keyof typeof HEADINGS) => placeOf(keys, column) >= 0;
  return (
    has('email') && (has('name') || has('role') || has('last')) && !keys.some((key) => OF_PUPILS.has(key))
  );
}
