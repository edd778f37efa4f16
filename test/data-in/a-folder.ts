import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomIds } from '../../src/app/ids.ts';
import type { Planning } from '../../src/data-in/plan-pupils.ts';
import { quickFolder } from '../support/store.ts';

/** The day it is in these tests: a Monday in the autumn term. */
export const TODAY = '2026-11-23';

export const SCHOOL = {
  id: 'elm-park',
  name: 'Elm Park Primary',
  terms: [
    {
      name: 'Autumn 2026',
      start: '2026-09-01',
      end: '18/12/2026',
      halfTerm: { start: '2026-10-26', end: '2026-10-30' },
    },
    { name: 'Spring 2027', start: '2027-01-04', end: '2027-03-25' },
  ],
  insetDays: ['2026-09-01'],
  closures: [],
};

export const STAFF = `email,name,role
senco@elm.example,Sam Senco,senco
teacher@elm.example,Terry Teacher,staff
head@elm.example,Hari Head,head
`;

export const PUPILS = `ref,first_name,last_name,date_of_birth,year_group,plan,plan_made,last_reviewed,key_staff
1001,Ada,Byron,2017-03-14,5,sen-support,2025-09-10,2026-05-20,teacher@elm.example; senco@elm.example
1002,Bo,Chan,1/9/2018,3,K,05/10/2026,,teacher@elm.example
1003,Cy,Dale,2019-02-28,2,N,,,
`;

export const TARGETS = `pupil_ref,text,measure,set_on
1001,Read 50 words in a minute,Timed each Friday,2026-05-20
1001,Put a hand up once in each lesson,Tally by the teacher,20/05/2026
1002,Count to 100 in tens,10 counts each Monday,2026-10-05
`;

export type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

/** A new empty folder, removed when the test file is done. */
export const newFolder = quickFolder;

/** A school's folder, right in every way but for `changed` files; undefined leaves one out. */
export async function aFolder(changed: Files = {}): Promise<string> {
  const folder = await newFolder();
  const files: Files = {
    'school.json': JSON.stringify(SCHOOL),
    'staff.csv': STAFF,
    'pupils.csv': PUPILS,
    'targets.csv': TARGETS,
    ...changed,
  };
  for (const [name, text] of Object.entries(files))
    if (text !== undefined) await writeFile(join(folder, name), text);
  return folder;
}

/** What an import of that day is planned with. */
export const planning = (more: Partial<Planning> = {}): Planning => ({
  today: TODAY,
  newId: randomIds.unique,
  ...more,
});
