import { strToU8, zipSync } from 'fflate';
import type { OutsideFile } from '../../../src/data-in/read/table.ts';

/*
 * One made-up school's pupils, written down in every shape that records systems export: from the public descriptions of
 * those, not from anybody's data. What a shape does not say is left out.
 */

/** A pupil as all the lists have them. */
export interface Listed {
  readonly ref: string;
  readonly upn: string;
  readonly first: string;
  readonly last: string;
  readonly born: string;
  readonly year: string;
  readonly plan: 'E' | 'K' | '';
  readonly planMade: string;
}

const FIRST = [
  'Amelia',
  'Kofi',
  'Zoë',
  'Siân',
  'Noah',
  'Ava-Rose',
  'D’Arcy',
  'Mohammed',
  'Chloe',
  'Jürgen',
  'Ada',
];
const LAST = ['Hughes', 'O’Brien', 'Nowak', 'Smith-Jones'];

/** The UPN of these twelve digits: its letter is what is left over of 23. */
function withLetter(digits: string): string {
  const sum = [...digits].reduce((all, digit, at) => all + Number(digit) * (at + 2), 0);
  return `${'ABCDEFGHJKLMNPQRTUVWXYZ'[sum % 23]}${digits}`;
}

/** The 44 pupils with SEN: 9 of them with an EHC plan. */
export const PUPILS: readonly Listed[] = LAST.flatMap((last, row) =>
  FIRST.map((first, at) => {
    const n = row * FIRST.length + at;
    const year = n % 7;
    const number = String(n + 1).padStart(4, '0');
    return {
      ref: `00${number}`,
      upn: withLetter(`8231${number}0001`),
      first,
      last,
      born: `${2022 - year}-0${(n % 8) + 1}-${String((n % 27) + 1).padStart(2, '0')}`,
      year: year === 0 ? 'R' : String(year),
      plan: n < 9 ? 'E' : 'K',
      planMade: '2025-11-03',
    } as const;
  }),
);

const british = (day: string) => day.split('-').reverse().join('/');
const quoted = (cell: string) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const lines = (rows: readonly (readonly string[])[], delimiter = ',') =>
  rows.map((row) => row.map(quoted).join(delimiter)).join('\r\n');

const text = (name: string, content: string): OutsideFile => ({ name, bytes: strToU8(content) });

const windows1252 = (content: string) =>
  // Of what stands above ASCII here, only the apostrophe has another place there than in Latin-1.
  Uint8Array.from([...content].map((letter) => (letter === '’' ? 0x92 : letter.charCodeAt(0))));

const utf16 = (content: string) => new Uint8Array(Buffer.from(`\ufeff${content}`, 'utf16le'));

const escaped = (cell: string) =>
  cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

type XlsxCell = string | { readonly day: string };

function xlsxCell(cell: XlsxCell, at: number, row: number): string {
  const place = `${String.fromCharCode(65 + at)}${row + 1}`;
  if (typeof cell === 'string')
    return cell === '' ? '' : `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  const serial = (Date.parse(`${cell.day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return `<c r="${place}" s="1"><v>${serial}</v></c>`;
}

/** A workbook with one sheet, as small as Excel takes it. */
function workbook(rows: readonly (readonly XlsxCell[])[]): Uint8Array {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const body = rows
    .map(
      (cells, row) => `<row r="${row + 1}">${cells.map((one, at) => xlsxCell(one, at, row)).join('')}</row>`,
    )
    .join('');
  const file = (content: string) => strToU8(`${head}${content}`);
  return zipSync({
    '[Content_Types].xml': file(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    ),
    '_rels/.rels': file(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': file(
      `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="Pupils" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': file(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': file(
      `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': file(`<worksheet xmlns="${main}"><sheetData>${body}</sheetData></worksheet>`),
  });
}

const senName = { E: 'Education, Health and Care Plan', K: 'SEN Support', '': 'No SEN' } as const;

const sims = (): OutsideFile => ({
  name: 'SEN list.xlsx',
  bytes: workbook([
    ['Oakfield Primary School'],
    ['SEN register, printed 23 November 2026'],
    [],
    ['Adno', 'UPN', 'Legal Surname', 'Legal Forename', 'DOB', 'Year', 'Reg', 'SEN Status', 'House'],
    ...PUPILS.map((one): XlsxCell[] => [
      // Excel has taken the number for one: its leading zeros are lost.
      String(Number(one.ref)),
      one.upn,
      one.last,
      one.first,
      { day: one.born },
      one.year === 'R' ? 'Year R' : `Year ${one.year}`,
      '5A',
      one.plan,
      'Red',
    ]),
    ['Total', String(PUPILS.length)],
  ]),
});

const arbor = (): OutsideFile =>
  text(
    'arbor.csv',
    lines([
      [
        'Arbor Student ID',
        'UPN',
        'Legal first name',
        'Legal last name',
        'Date of birth',
        'Year group',
        'SEN status',
      ],
      ...PUPILS.map((one) => [
        one.ref,
        one.upn,
        one.first,
        one.last,
        british(one.born),
        one.year === 'R' ? 'Reception' : `Year ${one.year}`,
        senName[one.plan],
      ]),
    ]),
  );

const bromcom = (): OutsideFile => ({
  name: 'bromcom.csv',
  bytes: windows1252(
    lines([
      [
        'Admission No',
        'UPN',
        'Legal Last Name',
        'Legal First Name',
        'Birth Date',
        'Year Group',
        'Tutor Group',
        'SEN Need Status',
      ],
      ...PUPILS.map((one) => [
        one.ref,
        one.upn,
        one.last,
        one.first,
        british(one.born),
        one.year === 'R' ? '0' : one.year,
        'T1',
        one.plan,
      ]),
    ]),
  ),
});

const scholarPack = (): OutsideFile =>
  text(
    'scholarpack.csv',
    `sep=;\n${lines(
      [
        [
          'Pupil ID',
          'UPN',
          'Legal forename',
          'Legal surname',
          'D.O.B.',
          'NC Year',
          'Class name',
          '',
          'SEN level',
        ],
        ...PUPILS.map((one) => [
          one.ref,
          one.upn,
          one.first,
          one.last,
          british(one.born),
          one.year === 'R' ? 'YR' : `Y${one.year}`,
          'Oak; upper',
          '',
          one.plan,
        ]),
      ],
      ';',
    )}`,
  );

const integris = (): OutsideFile => ({
  name: 'integris.txt',
  bytes: utf16(
    lines(
      [
        ['Pupil No', 'UPN', 'Pupil Name', 'Date Of Birth', 'NCY', 'Reg Class', 'SEN Prov'],
        ...PUPILS.map((one) => [
          one.ref,
          one.upn,
          `${one.last}, ${one.first}`,
          british(one.born),
          one.year === 'R' ? 'R' : `${one.year}.0`,
          'R1',
          one.plan,
        ]),
        ['Number of pupils: 44'],
      ],
      '\t',
    ),
  ),
});

const progresso = (): OutsideFile =>
  text(
    'progresso.csv',
    lines([
      [
        'Learner Code',
        'Learner UPN',
        'Legal Surname',
        'Legal Forename',
        'Birth Date',
        'Curriculum Year',
        'Form Group',
        'SEN Provision Type',
      ],
      ...PUPILS.map((one) => [
        one.ref,
        one.upn,
        one.last,
        one.first,
        `${one.born}T00:00:00`,
        one.year === 'R' ? 'FS2' : one.year.padStart(2, '0'),
        'F2',
        `${one.plan} - ${senName[one.plan]}`,
      ]),
    ]),
  );

const ctf = (): OutsideFile =>
  text(
    '8231234_CTF_8235678_001.xml',
    `<?xml version="1.0" encoding="UTF-8"?><CTFile><Header><DocumentName>Common Transfer File</DocumentName></Header><CTFpupilData>${PUPILS.map(
      (one) =>
        `<Pupil><UPN>${one.upn}</UPN><Surname>${one.last}</Surname><Forename>${one.first}</Forename><DOB>${one.born}</DOB><BasicDetails><NCyearActual>${one.year}</NCyearActual></BasicDetails><SENhistory><SEN><StartDate>${one.planMade}</StartDate><SENprovision>${one.plan}</SENprovision></SEN><SEN><StartDate>2023-09-04</StartDate><SENprovision>N</SENprovision></SEN></SENhistory></Pupil>`,
    ).join('')}</CTFpupilData></CTFile>`,
  );

const sds1 = (): OutsideFile =>
  text(
    'student.csv',
    lines([
      [
        'SIS ID',
        'School SIS ID',
        'Username',
        'First Name',
        'Last Name',
        'Grade',
        'Student Number',
        'Birthdate',
      ],
      ...PUPILS.map((one) => [
        `s-${one.ref}`,
        '1',
        `u${one.ref}`,
        one.first,
        one.last,
        one.year,
        one.ref,
        one.born,
      ]),
    ]),
  );

const zipped = (name: string, files: Readonly<Record<string, string>>): OutsideFile => ({
  name,
  bytes: zipSync(
    Object.fromEntries(Object.entries(files).map(([file, content]) => [file, strToU8(content)])),
  ),
});

const people = [...PUPILS, { ref: '9001', first: 'Priya', last: 'Shah', born: '1980-01-02', year: '' }];
const isPupil = ({ ref }: { readonly ref: string }) => ref !== '9001';

const sds21 = (): OutsideFile =>
  zipped('sds.zip', {
    'orgs.csv': lines([
      ['sourcedId', 'name', 'type'],
      ['1', 'Oakfield', 'school'],
    ]),
    'users.csv': lines([
      ['sourcedId', 'username', 'familyName', 'givenName', 'userNumber'],
      ...people.map((one) => [`s-${one.ref}`, `u${one.ref}`, one.last, one.first, one.ref]),
    ]),
    'roles.csv': lines([
      ['userSourcedId', 'orgSourcedId', 'role', 'grade'],
      ...people.map((one) => [`s-${one.ref}`, '1', isPupil(one) ? 'student' : 'teacher', one.year]),
    ]),
    'demographics.csv': lines([
      ['userSourcedId', 'sex', 'birthDate'],
      ...people.map((one) => [`s-${one.ref}`, '', one.born]),
    ]),
  });

const oneRoster11 = (): OutsideFile =>
  zipped('oneroster.zip', {
    'users.csv': lines([
      [
        'sourcedId',
        'status',
        'enabledUser',
        'orgSourcedIds',
        'role',
        'username',
        'givenName',
        'familyName',
        'identifier',
        'grades',
      ],
      ...people.map((one) => [
        `s-${one.ref}`,
        'active',
        'true',
        '1',
        isPupil(one) ? 'student' : 'teacher',
        `u${one.ref}`,
        one.first,
        one.last,
        one.ref,
        one.year,
      ]),
    ]),
    'demographics.csv': lines([
      ['sourcedId', 'status', 'birthDate', 'sex'],
      ...people.map((one) => [`s-${one.ref}`, 'active', one.born, '']),
    ]),
  });

const oneRoster12 = (): OutsideFile =>
  zipped('oneroster-1.2.zip', {
    'users.csv': lines([
      [
        'sourcedId',
        'status',
        'enabledUser',
        'username',
        'givenName',
        'familyName',
        'identifier',
        'grades',
        'userMasterIdentifier',
      ],
      ...people.map((one) => [
        `s-${one.ref}`,
        'active',
        'true',
        `u${one.ref}`,
        one.first,
        one.last,
        one.ref,
        one.year,
        '',
      ]),
    ]),
    'roles.csv': lines([
      ['sourcedId', 'userSourcedId', 'roleType', 'role', 'beginDate', 'endDate', 'orgSourcedId'],
      ...people.map((one) => [
        `r-${one.ref}`,
        `s-${one.ref}`,
        'primary',
        isPupil(one) ? 'student' : 'teacher',
        '',
        '',
        '1',
      ]),
    ]),
    'demographics.csv': lines([
      ['sourcedId', 'birthDate'],
      ...people.map((one) => [`s-${one.ref}`, one.born]),
    ]),
  });

const sen2 = (): OutsideFile =>
  text(
    'sen2.csv',
    lines([
      ['Person ID', 'UPN', 'Surname', 'Forename', 'PersonBirthDate', 'NC Year', 'PlanStartDate'],
      ...PUPILS.filter(({ plan }) => plan === 'E').map((one) => [
        `la-${one.ref}`,
        one.upn,
        one.last,
        one.first,
        one.born,
        one.year,
        one.planMade,
      ]),
    ]),
  );

const own = (): OutsideFile =>
  text(
    'pupils.csv',
    lines([
      ['ref', 'upn', 'first_name', 'last_name', 'date_of_birth', 'year_group', 'plan', 'plan_made'],
      ...PUPILS.map((one) => [
        one.ref,
        one.upn,
        one.first,
        one.last,
        one.born,
        one.year,
        one.plan,
        one.planMade,
      ]),
    ]),
  );

/** The file of each shape, by the shape's id. */
export const LISTS: Readonly<Record<string, () => OutsideFile>> = {
  own,
  ctf,
  sen2,
  'sds-2.1': sds21,
  'sds-1': sds1,
  'oneroster-1.2': oneRoster12,
  'oneroster-1.1': oneRoster11,
  sims,
  arbor,
  bromcom,
  scholarpack: scholarPack,
  integris,
  progresso,
};
