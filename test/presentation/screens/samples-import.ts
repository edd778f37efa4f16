import { attention, SAY } from '../../../src/conversation/refusals.ts';
import { importColumnsForm } from '../../../src/presentation/forms/import-columns.ts';
import type { ListColumns } from '../../../src/presentation/list-columns.ts';
import type { CardMessage } from '../../../src/presentation/message.ts';
import { type ImportLook, importCard } from '../../../src/presentation/screens/import.ts';
import { missingDataCard } from '../../../src/presentation/screens/missing-data.ts';
import { aSchool } from '../../support/builders.ts';
import { subject } from '../forms/register-samples.ts';

const HEADINGS = [
  'This looks like a list from SIMS.',
  'Adno is the school’s reference; Legal Forename is first name; Legal Surname is last name; DOB is date of birth.',
  'Skipped, as nothing is kept of them: House, Free school meals.',
];
const COLUMNS: ListColumns = {
  headings: ['Adno', 'Legal Forename', 'Legal Surname', 'DOB', 'House', 'Free school meals'],
  columns: [
    { field: 'ref', means: 'the school’s reference', heading: 'Adno' },
    { field: 'first_name', means: 'first name', heading: 'Legal Forename' },
    { field: 'last_name', means: 'last name', heading: 'Legal Surname' },
    { field: 'date_of_birth', means: 'date of birth', heading: 'DOB' },
    { field: 'plan', means: 'SEN status' },
  ],
};
const EMPTY: ImportLook = { lines: [], headings: HEADINGS, faults: [], looks: [] };

const LOOKS: Readonly<Record<string, ImportLook>> = {
  'to-take': {
    ...EMPTY,
    lines: [
      '312 rows, 44 with SEN, 9 of them EHCP; 2 new, 5 changed, 1 left; 3 need a look.',
      'Left: Mia Hughes. Nothing is asked of them any more.',
      'Ada Nowak: the name is another than here.',
      'Kofi Boateng, Zoë Smith: the date of birth is another than here.',
      '305 pupils are as they were.',
      'Changes (4): year group and class of Mia Jones, Omar Khan, Sofia Rossi and Tom Ward.',
      'Changes (1): last name of Ada Nowak.',
    ],
    columns: COLUMNS,
    changes: 8,
  },
  'changed-here': {
    ...EMPTY,
    lines: [
      '312 rows, 44 with SEN, 9 of them EHCP; 0 new, 3 changed, 309 as they were.',
      '2 fields changed here by Mel Senco on Tue 3 Nov 2026 differ from this list and stay as they are: last name and class of 1001, 1002.',
    ],
    kept: 2,
    changes: 3,
  },
  'here-already': {
    ...EMPTY,
    lines: ['312 rows, 44 with SEN, 9 of them EHCP; 0 new, 0 changed, 0 left.'],
    changes: 0,
  },
  'bad-rows': {
    ...EMPTY,
    faults: Array.from(
      { length: 14 },
      (_, n) => `pupils.csv, line ${n + 4}, column DOB: this is no day; write it as 03/05/2017`,
    ),
    bad: { bad: 14, rows: 312 },
  },
  'no-list': {
    ...EMPTY,
    headings: [],
    faults: ['drawing.jpg: this is no list that can be read; send a CSV or Excel file'],
  },
  'several-schools': {
    ...EMPTY,
    faults: ['trust.csv: this has pupils of several schools'],
    columns: COLUMNS,
    schools: [
      'Oak Primary',
      'Elm Park Primary',
      'The Reverend Doctor Bartholomew Memorial Church of England Voluntary Aided Primary School',
    ],
    schoolHeading: 'School Name',
  },
  'whose-rows': {
    ...EMPTY,
    faults: ['pupils.csv, line 2: whose it is'],
    looks: [
      {
        ref: '1001',
        words:
          'Line 2: Ada Hughes (born Wed 3 May 2017) has the reference 1001, under which Ben Okoro (born Wed 11 Feb 2015) is here.',
        canBeSame: true,
      },
      {
        ref: '1002',
        words:
          'Line 3: Kofi Nowak (born Fri 14 Sept 2018) has the reference 1002 and the UPN of Maya Okoro (born Sat 2 Sept 2017), who is here.',
        canBeSame: false,
      },
    ],
  },
};

/** A look at a list that a SENCO sent, in each way it can look. */
export const IMPORT_SAMPLES: Readonly<Record<string, CardMessage>> = {
  ...Object.fromEntries(
    Object.entries(LOOKS).map(([name, look]) => [
      `import-${name}`,
      importCard({ look, of: { token: 'list1', look: 1 } }),
    ]),
  ),
  'import-overtaken': importCard({
    look: LOOKS['here-already'] ?? EMPTY,
    of: { token: 'list1', look: 2 },
    notice: attention(SAY.listOvertaken),
  }),
  'import-columns': importColumnsForm(COLUMNS, { token: 'list1', look: 1 }, 1),
};

/** What no list has said of the pupils of a school or two, and of one where nothing is missing. */
export const MISSING_DATA_SAMPLES: Readonly<Record<string, CardMessage>> = {
  'missing-data': missingDataCard({ schools: [subject()] }),
  'missing-data-two-schools': missingDataCard({
    schools: [subject(), subject({ school: aSchool({ id: 'elm', name: 'Elm Nursery' }) })],
  }),
  'missing-data-none': missingDataCard({ schools: [subject({ pupils: [] })] }),
};
