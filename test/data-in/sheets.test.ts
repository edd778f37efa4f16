import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { OutsideFile } from '../../src/data-in/read/table.ts';
import { aSchool, asking, bring } from './bring.ts';

/* A workbook with a sheet a year group, and one that is no list of pupils. */

const HEAD = ['Adno', 'Forename', 'Surname', 'DOB', 'Year', 'SEN Status'];
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const OPEN = 'http://schemas.openxmlformats.org/package/2006';

type Rows = readonly (readonly string[])[];

const sheet = (rows: Rows) =>
  `<worksheet ${MAIN}><sheetData>${rows
    .map((row, at) => {
      const cell = (words: string, column: number) =>
        `<c r="${'ABCDEF'[column]}${at + 1}" t="inlineStr"><is><t>${words}</t></is></c>`;
      return `<row r="${at + 1}">${row.map(cell).join('')}</row>`;
    })
    .join('')}</sheetData></worksheet>`;

function workbook(sheets: Readonly<Record<string, Rows>>): OutsideFile {
  const names = Object.keys(sheets);
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${OPEN}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${OPEN}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${REL}"><sheets>${names
      .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${OPEN}/relationships">${names
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    ...Object.fromEntries(
      Object.values(sheets).map((rows, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheet(rows)]),
    ),
  };
  const bytes = zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([at, xml]) => [at, strToU8(`<?xml version="1.0"?>${xml}`)]),
    ),
  );
  return { name: 'years.xlsx', bytes };
}

const ADA = ['1001', 'Ada', 'Byron', '14/03/2017', '4', 'K'];
const BO = ['1002', 'Bo', 'Chan', '09/01/2018', '4', 'E'];
const names = (pupils: readonly { readonly firstName: string }[]) =>
  pupils.map(({ firstName }) => firstName).sort();

describe('a workbook with several sheets', () => {
  it('is read whole where they have the same columns: a sheet for each year group is one list', async () => {
    const file = workbook({ 'Year 5': [HEAD, ADA], 'Year 4': [HEAD, BO] });
    const { code, said, pupils } = await bring(await aSchool(), asking(file, { yes: true }));
    expect({ code, names: names(pupils) }).toEqual({ code: 0, names: ['Ada', 'Bo'] });
    expect(said.join('\n')).toContain('2 rows');
    expect(said.join('\n')).not.toContain('Not looked at');
  });

  it('names the sheets that nothing is taken from', async () => {
    const notes = [['Notes of the summer fair'], ['Cakes'], ['Tombola']];
    const file = workbook({ Pupils: [HEAD, ADA], 'Summer fair': notes });
    const { code, said, pupils } = await bring(await aSchool(), asking(file, { yes: true }));
    expect({ code, names: names(pupils) }).toEqual({ code: 0, names: ['Ada'] });
    expect(said.join('\n')).toMatch(/Not looked at: .*Summer fair/);
  });
});
