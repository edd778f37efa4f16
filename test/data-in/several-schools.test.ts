import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { OutsideFile } from '../../src/data-in/read/table.ts';
import { aSchool, asking, bring, text } from './bring.ts';

const csv = (...rows: readonly string[]) => strToU8(rows.join('\r\n'));

/** A trust's export: Ada is at Oak, Bo at Elm, Cy at both, and all are of the trust. */
const ONE_ROSTER: OutsideFile = {
  name: 'trust.zip',
  bytes: zipSync({
    'orgs.csv': csv(
      'sourcedId,name,type',
      't,Three Trees Trust,district',
      '1,Oak Primary,school',
      '2,Elm Park Primary,school',
    ),
    'users.csv': csv(
      'sourcedId,status,enabledUser,orgSourcedIds,role,username,givenName,familyName,identifier,grades',
      's1,active,true,"1,t",student,a,Ada,Byron,0001,5',
      's2,active,true,"t,2",student,b,Bo,Chan,0002,4',
      's3,active,true,"1,2",student,c,Cy,Dale,0003,3',
      's9,active,true,"1,2",teacher,t,Priya,Shah,9001,',
    ),
    'demographics.csv': csv('sourcedId,birthDate', 's1,2017-03-14', 's2,2018-01-09', 's3,2018-09-02'),
  }),
};
const SDS: OutsideFile = {
  name: 'sds.zip',
  bytes: zipSync({
    'School.csv': csv('SIS ID,Name', '1,Oak Primary', '2,Elm Park Primary'),
    'Student.csv': csv(
      'SIS ID,School SIS ID,Username,First Name,Last Name,Grade,Student Number,Birthdate',
      's1,1,a,Ada,Byron,5,0001,2017-03-14',
      's2,2,b,Bo,Chan,4,0002,2018-01-09',
    ),
  }),
};
const LIST = text(
  'all.csv',
  'School,Adno,Legal Surname,Legal Forename,DOB,Year,SEN Status',
  'Upper,0001,Byron,Ada,14/03/2017,5,K',
  'Lower,0002,Chan,Bo,09/01/2018,4,E',
);
const names = (pupils: readonly { readonly firstName: string }[]) =>
  pupils.map(({ firstName }) => firstName).sort();

describe('a list with the pupils of several schools', () => {
  it.each([
    ['OneRoster', ONE_ROSTER, 'Oak Primary (2), Elm Park Primary (2)'],
    ['School Data Sync', SDS, 'Oak Primary (1), Elm Park Primary (1)'],
  ])('is not taken until it is said whose (%s)', async (_what, file, each) => {
    const { code, wrong, pupils } = await bring(await aSchool(), asking(file, { yes: true, skipBad: true }));
    expect({ code, pupils }).toEqual({ code: 1, pupils: [] });
    expect(wrong[0]).toContain(
      `this has pupils of several schools: ${each}. Say whose with --school-in-list`,
    );
  });

  it('gives those of the school that is said, however it is spelt, and says how many are left out', async () => {
    const asked = asking(ONE_ROSTER, { yes: true, schoolInList: 'elm park primary' });
    const { code, said, pupils } = await bring(await aSchool(), asked);
    expect({ code, names: names(pupils) }).toEqual({ code: 0, names: ['Bo', 'Cy'] });
    expect(said).toContain('Its school is Elm Park Primary; 1 pupil of others is left out.');
    expect(said.join()).toContain('2 rows; 2 new');
  });

  it('says which there are where none is called that', async () => {
    const asked = asking(SDS, { yes: true, schoolInList: 'Elm Primary' });
    expect((await bring(await aSchool(), asked)).wrong[0]).toBe(
      '--school-in-list: no school on this list is called that; there are Oak Primary (1), Elm Park Primary (1)',
    );
  });

  it('is one school’s after all where a person says that the heading is another thing', async () => {
    const deps = await aSchool();
    expect((await bring(deps, asking(LIST, { yes: true }))).code).toBe(1);
    const columns = [{ heading: 'School', field: 'skip' }] as const;
    const { code, pupils } = await bring(deps, asking(LIST, { yes: true, columns }));
    expect({ code, names: names(pupils) }).toEqual({ code: 0, names: ['Ada', 'Bo'] });
  });
});
