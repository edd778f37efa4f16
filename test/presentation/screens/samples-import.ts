import type { CardMessage } from '../../../src/presentation/message.ts';
import { type ImportLook, importCard } from '../../../src/presentation/screens/import.ts';

const HEADINGS = [
  'This looks like a list from SIMS.',
  'Adno is the school’s reference; Legal Forename is first name; Legal Surname is last name; DOB is date of birth.',
  'Skipped, as nothing is kept of them: House, Free school meals.',
];
const EMPTY: ImportLook = { lines: [], headings: HEADINGS, faults: [], looks: [] };

const LOOKS: Readonly<Record<string, ImportLook>> = {
  'to-take': {
    ...EMPTY,
    lines: [
      '312 rows, 44 with SEN, 9 of them EHCP; 2 new, 5 changed, 305 as they were, 1 left.',
      'What changes, and of how many: yearGroup (4), lastName (1).',
    ],
    changes: 7,
  },
  'here-already': {
    ...EMPTY,
    lines: ['312 rows, 44 with SEN, 9 of them EHCP; 0 new, 0 changed, 312 as they were.'],
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
  'whose-rows': {
    ...EMPTY,
    faults: ['pupils.csv, line 2: whose it is'],
    looks: [
      {
        ref: '1001',
        words:
          'Line 2: Ada Hughes (born Wed 3 May 2017) has the reference 1001, under which Ben Okoro (born Wed 11 Feb 2015) is here.',
      },
      {
        ref: '1002',
        words:
          'Line 3: Kofi Nowak (born Fri 14 Sept 2018) has another UPN than Kofi Novak (born Fri 14 Sept 2018), who is here.',
      },
    ],
  },
};

/** A look at a list that a SENCO sent, in each way it can look. */
export const IMPORT_SAMPLES: Readonly<Record<string, CardMessage>> = Object.fromEntries(
  Object.entries(LOOKS).map(([name, look]) => [`import-${name}`, importCard({ look, token: 'list1' })]),
);
