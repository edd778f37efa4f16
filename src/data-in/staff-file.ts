import { STAFF_ROLES, type StaffPlace } from '../domain/school/questions/staff-roles.ts';
import type { PersonId, StaffMember } from '../domain/school/school.ts';
import { Cells, cell, email, name } from './cells.ts';
import type { Fault } from './fault.ts';
import { readSheet, type Sheet } from './sheet.ts';
import type { StaffColumn } from './staff-table.ts';

/** What the file is called. */
export const STAFF_FILE = 'staff.csv';

/** Whether a file is called so, whatever its capitals; one called otherwise is known by its headings. */
export const isStaffFile = (name: string | undefined): boolean => name?.toLowerCase() === STAFF_FILE;

/** What can stand in the column, in any order and with anything between the words. */
const PLACES: Readonly<Record<string, StaffPlace>> = Object.fromEntries(
  Object.entries(STAFF_ROLES).map(([word, row]) => [word, row.place]),
);
const inWords = (text: string) =>
  text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '' && word !== 'and')
    .sort()
    .join(' ');

const place = cell(
  (text) => (Object.hasOwn(PLACES, inWords(text)) ? PLACES[inWords(text)] : undefined),
  'not a role',
  `write one of ${Object.keys(PLACES).join(', ')}`,
);

interface StaffFile {
  readonly staff: readonly StaffMember[];
  /** Everybody named, even where the rest of their line is at fault; undefined when the file could not be read as a sheet. */
  readonly emails: ReadonlySet<PersonId> | undefined;
  readonly faults: readonly Fault[];
}

/** Reads staff.csv: one member of staff a line, at least one of them the SENCO. */
export const readStaff = (text: string): StaffFile =>
  checkStaff(STAFF_FILE, readSheet(STAFF_FILE, text, ['email', 'name', 'role']));

/** Checks a staff list, whatever file it came in: the same for all. */
export function checkStaff(file: string, sheet: Sheet<StaffColumn>): StaffFile {
  const faults = [...sheet.faults];
  const staff: StaffMember[] = [];
  const lines = new Map<PersonId, number>();
  for (const row of sheet.rows) {
    const cells = new Cells(file, row, faults);
    const person = {
      email: cells.take('email', email),
      name: cells.take('name', name),
      place: cells.take('role', place),
    };
    const before = person.email && lines.get(person.email);
    if (before) cells.fault('email', `this address is on line ${before} too; keep one of the two`);
    if (person.email) lines.set(person.email, before || row.line);
    if (person.email && person.name && person.place)
      staff.push({ email: person.email, name: person.name, ...person.place });
  }
  // Asked only of a file that is otherwise right: the SENCO may be on the line that is at fault.
  if (faults.length === 0 && !staff.some((person) => person.role === 'senco')) {
    const message =
      'nobody is the senco; write senco for at least one of them, as only a SENCO can run reviews';
    faults.push({ file, column: 'role', message });
  }
  return { staff, emails: sheet.faults.length > 0 ? undefined : new Set(lines.keys()), faults };
}
