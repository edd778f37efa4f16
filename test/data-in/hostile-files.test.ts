import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { describeFaults } from '../../src/data-in/fault.ts';
import { readHere } from '../../src/data-in/read/read-here.ts';
import { inOwnProcess, readFolderOutside, readOutside } from '../../src/data-in/read/read-outside.ts';
import { type OutsideFile, Unreadable } from '../../src/data-in/read/table.ts';

import { PUPILS, SCHOOL, STAFF, TODAY } from './a-folder.ts';

const HEADINGS = 'UPN,Admission Number,Forename,Surname,DOB,Year,SEN Status';
const PUPIL = 'A823432112001,2001,Zed,Newpupil,01/02/2018,4,K';

const file = (name: string, text: string): OutsideFile => ({ name, bytes: strToU8(text) });

/** A workbook of one sheet, with the headings, one pupil, and whatever else is said of it in XML. */
function workbook(more = ''): OutsideFile {
  const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const row = (at: number, line: string) =>
    `<row r="${at}">${line
      .split(',')
      .map((text, column) => cell(`${'ABCDEFG'[column]}${at}`, text))
      .join('')}</row>`;
  const relations = (type: string, target: string) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const parts = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<?xml version="1.0"?><workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet ${main}><sheetData>${row(1, HEADINGS)}${row(2, PUPIL)}${more}</sheetData></worksheet>`,
  };
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([at, text]) => [at, strToU8(text)])));
  return { name: 'pupils.xlsx', bytes };
}

/** What is said of files that can't be read, each with its file, as a person sees it; here, unless in a process with `caps`. */
async function refusal(files: readonly OutsideFile[], caps?: Parameters<typeof inOwnProcess>[0]) {
  const reader = caps ? inOwnProcess(caps) : readHere;
  const error = await readOutside(files, { columns: [] }, reader).catch((thrown: unknown) => thrown);
  return error instanceof Unreadable ? `${error.file}: ${error.message}` : expect.fail('it was read');
}

const TOO_ODD =
  'this file is too large or too odd to be read; export it again, the pupils alone, as Excel (.xlsx) or CSV';

describe('a file that was made to do harm', () => {
  it('is told from a workbook as Excel saves it, which is read', async () => {
    const list = await readOutside([workbook()]);
    expect(list).toMatchObject({ is: 'fitted', rows: [{ line: 2, cells: { last_name: 'Newpupil' } }] });
  });

  it.each(['ZZZZZZZ4', 'XFE4', 'A1048577'])('is refused where it has a cell at %s', async (ref) => {
    const more = `<row r="4"><c r="${ref}" t="inlineStr"><is><t>x</t></is></c></row>`;
    expect(await refusal([workbook(more)])).toBe(
      'pupils.xlsx: this workbook has a cell further out than Excel has any (XFD1048576); save it once more as .xlsx',
    );
  });

  it('is refused where it has a row beyond the last', async () => {
    expect(await refusal([workbook('<row r="99999999"><c r="A99999999"><v>1</v></c></row>')])).toContain(
      'further out than Excel',
    );
  });

  it('ends its own process and nothing else where it takes more memory than there is for it', async () => {
    const rows = `${HEADINGS}\n${`${PUPIL}\n`.repeat(100_000)}`;
    const small = { milliseconds: 60_000, megabytes: 16 };
    expect(await refusal([file('rows.csv', rows)], small)).toBe(`rows.csv: ${TOO_ODD}`);
    expect(await readOutside([file('good.csv', `${HEADINGS}\n${PUPIL}\n`)])).toMatchObject({ is: 'fitted' });
  });

  it('is given up when it says nothing for too long', async () => {
    const none = { milliseconds: 1, megabytes: 512 };
    expect(await refusal([file('good.csv', `${HEADINGS}\n${PUPIL}\n`)], none)).toBe(`good.csv: ${TOO_ODD}`);
  });

  it('is refused by its number of rows where that is more than any school has pupils', async () => {
    const rows = `${HEADINGS}\n${`${PUPIL}\n`.repeat(20_001)}`;
    expect(await refusal([file('rows.csv', rows)])).toBe(
      'rows.csv: this has 20,001 rows of pupils, and at most 20,000 are taken; export the pupils of one school alone',
    );
  });

  it.each([
    ['words of its own', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><CTFile>&x;</CTFile>'],
    ['endless nesting', `${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`],
    ['names that programs keep', '<CTFile><__proto__><x>1</x></__proto__></CTFile>'],
  ])('is refused by name where it is XML with %s', async (_what, xml) => {
    expect(await refusal([file('ctf.xml', `<?xml version="1.0"?>${xml}`)])).toMatch(
      /^ctf\.xml: this XML file /,
    );
  });

  it('has its headings spelled out where a screen would obey them', async () => {
    const esc = file('esc.csv', `${HEADINGS},\u001b[31mNote\u202e\n${PUPIL},x\n`);
    const list = await readOutside([esc], { columns: [] }, readHere);
    expect(list.is === 'fitted' && list.skipped).toEqual(['\\u001b[31mNote\\u202e']);
  });

  it('is refused by name where it is an archive with nothing in it', async () => {
    expect(await refusal([{ name: 'all.zip', bytes: zipSync({ 'empty.csv': new Uint8Array() }) }])).toBe(
      'all.zip: there is no list of pupils in this',
    );
  });

  it('hands over no more of a cell than it takes to see that it is too long', async () => {
    const long = PUPIL.replace('Newpupil', 'a'.repeat(500_000));
    const list = await readOutside([file('long.csv', `${HEADINGS}\n${long}\n`)], { columns: [] }, readHere);
    expect(list.is === 'fitted' && list.rows[0]?.cells.last_name?.length).toBe(1001);
  });
});

describe('a school’s folder that was made to do harm', () => {
  const folder = (pupils: string) => [
    file('school.json', JSON.stringify(SCHOOL)),
    file('staff.csv', STAFF),
    file('pupils.csv', pupils),
  ];
  const read = async (pupils: string, caps?: Parameters<typeof inOwnProcess>[0]) => {
    const error = await readFolderOutside(folder(pupils), TODAY, inOwnProcess(caps)).catch(
      (thrown: unknown) => thrown,
    );
    return error instanceof Unreadable ? `${error.file}: ${error.message}` : error;
  };
  const NOT_READ =
    'school.json, staff.csv, pupils.csv: these files are too large or too odd to be read; look what is in them';

  it('ends its own process and nothing else where it takes more memory than there is for it', async () => {
    const [head = '', row = ''] = PUPILS.split('\n');
    const many = `${head}\n${`${row}\n`.repeat(60_000)}`;
    expect(await read(many, { milliseconds: 60_000, megabytes: 16 })).toBe(NOT_READ);
    expect(await read(PUPILS)).toMatchObject({ ok: true, wanted: { school: { id: 'elm-park' } } });
  });

  it('is given up when it says nothing for too long', async () => {
    expect(await read(PUPILS, { milliseconds: 1, megabytes: 512 })).toBe(NOT_READ);
  });

  it('is refused by its size before any of it is read', async () => {
    expect(await read('x'.repeat(11 * 1024 * 1024))).toBe(
      'school.json, staff.csv, pupils.csv: this is more than 10 MB; export the pupils alone',
    );
  });
});

describe('what is said of very many faults', () => {
  it('is the first two hundred, and how many more there are', () => {
    const faults = Array.from({ length: 203 }, (_, at) => ({
      file: 'a.csv',
      line: at + 2,
      message: 'empty',
    }));
    const lines = describeFaults(faults);
    expect(lines).toHaveLength(201);
    expect(lines.slice(-2)).toEqual(['a.csv, line 201: empty', 'and 3 more']);
  });

  it('spells out what a screen would obey, as a heading or the name of a file may have it', () => {
    const fault = { file: 'na\u001b[31mme\u202e.csv', column: '\u001b]0;x\u0007Note', message: 'empty' };
    expect(describeFaults([fault])).toEqual([
      'na\\u001b[31mme\\u202e.csv, column \\u001b]0;x\\u0007Note: empty',
    ]);
  });

  it('never begins with a bare colon', () => {
    expect(describeFaults([{ file: '', message: 'there is nothing in this' }])).toEqual([
      'there is nothing in this',
    ]);
  });
});
