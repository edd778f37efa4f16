import { SHAPES } from './index.ts';
import { COLUMNS, type Column, type Shape } from './shape.ts';

/** Headings that no system here has, and that stand over lists people make by hand. */
const BY_HAND: Readonly<Partial<Record<Column, readonly string[]>>> = {
  ref: ['Ref', 'Reference', 'Pupil Ref', 'MIS ID', 'Pupil Reference', 'Student Number', 'Pupil Number', 'ID'],
  first_name: ['First Names', 'Given Names', 'Forenames', 'Christian Name', 'Known As'],
  last_name: ['Last Names', 'Family Names', 'Surnames'],
  full_name: ['Full Name', 'Student Name', 'Child', 'Child’s Name', 'Pupil', 'Student'],
  date_of_birth: ['Born', 'Birthday', 'Date Born'],
  year_group: [
    'Yr',
    'Yr Group',
    'Y',
    'Year Grp',
    'School Year',
    'Year / Class',
    'Year and Class',
    'Year Group / Class',
  ],
  class: ['Teacher Group', 'Tutor'],
  plan_made: ['Plan Date', 'EHCP Date', 'EHCP Issue Date', 'EHCP Issued', 'EHC Plan Date'],
  last_reviewed: ['Last Review', 'Last Review Date', 'Date of Last Review', 'Reviewed On'],
  last_meeting: ['Last Annual Review', 'Last Annual Review Date', 'Date of Last Annual Review', 'Last AR'],
  plan: ['SEN', 'SEND', 'SEND Status', 'SEN Type', 'SEN Category'],
};

const known = (column: Column): readonly string[] =>
  SHAPES.flatMap(({ tables }) => tables.flatMap(({ columns }) => columns[column] ?? []));

/**
 * A list that is of no shape known here: whatever of its headings some known system has, or people write by hand. It is only
 * tried when nothing else fits, and the person is asked to look at its columns.
 */
export const unknownSystem: Shape = {
  id: 'unknown',
  title: 'a list from a system we don’t know',
  tables: [
    {
      columns: Object.fromEntries(
        COLUMNS.map((column) => [column, [...new Set([...known(column), ...(BY_HAND[column] ?? [])])]]),
      ),
    },
  ],
};
