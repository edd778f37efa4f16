import { describe, expect, test } from 'vitest';
import { describeFault, type Fault } from '../../src/data-in/fault.ts';
import { readFolder } from '../../src/data-in/folder.ts';
import { aFolder, type Files, newFolder, PUPILS, SCHOOL, STAFF, TARGETS, TODAY } from './a-folder.ts';

async function faultsIn(changed: Files): Promise<readonly Fault[]> {
  const reading = await readFolder(await aFolder(changed), TODAY);
  return reading.ok ? [] : reading.faults;
}

const linesIn = async (changed: Files) => (await faultsIn(changed)).map(describeFault);

const DAY = 'not a real day; write it as 2026-11-21 or 21/11/2026';

/** What is the matter, the text changed and to what, and the line and column it is then a fault in, and what is said. */
type Case = readonly [what: string, from: string, to: string, where: string, says: string];

/** One change to a file that is right makes one fault, in its place. */
function oneFault(file: string, right: string, cases: readonly Case[]) {
  test.each(cases)('when %s, then it is a fault', async (_, from, to, where, says) => {
    expect(right).toContain(from);
    const faults = await linesIn({ [file]: right.replace(from, to) });
    expect(faults).toEqual([expect.stringContaining(says)]);
    expect(faults[0]?.split(': ')[0]).toBe(`${file}, ${where}`);
  });
}

describe('given pupils.csv', () => {
  oneFault('pupils.csv', PUPILS, [
    [
      'a plan is not known',
      'sen-support',
      'constructor',
      'line 2, column plan',
      'not a plan; write sen-support (or K)',
    ],
    ['a plan is empty', '2,N', '2,', 'line 4, column plan', 'empty; write sen-support'],
    ['a day is not in the calendar', '2019-02-28', '2019-02-29', 'line 4, column date_of_birth', DAY],
    ['a day is written as in America', '1/9/2018', '9/21/2018', 'line 3, column date_of_birth', DAY],
    ['it can’t be told which is the year', '1/9/2018', '01-09-18', 'line 3, column date_of_birth', DAY],
    ['a pupil is yet to be born', '2019-02-28', '2026-11-24', 'line 4, column date_of_birth', 'yet to come'],
    ['a pupil is 26', '2019-02-28', '2000-11-23', 'line 4, column date_of_birth', '26 or older'],
    ['a year group is none', ',5,sen', ',15,sen', 'line 2, column year_group', 'or the year from 1 to 14'],
    ['both names are missing', 'Ada,Byron', ',', 'line 2, column first_name', 'empty; write it in up to 60'],
    ['a name has markup', 'Byron', '<b>Byron', 'line 2, column last_name', 'not a name that can be shown'],
    [
      'a name has formatting',
      'Byron',
      '*Byron*',
      'line 2, column last_name',
      'without < > [ ] { } * _ \\ ` |',
    ],
    ['a name turns its line round', 'Byron', 'By\u202eron', 'line 2, column last_name', 'hidden characters'],
    [
      'a name lost a letter in saving',
      'Byron',
      'B\ufffdron',
      'line 2, column last_name',
      'hidden characters',
    ],
    ['a name is long', 'Byron', 'B'.repeat(61), 'line 2, column last_name', 'up to 60 characters'],
    ['a reference is there twice', '1003,', '1001,', 'line 4, column ref', 'on line 2 too; each pupil needs'],
    ['a reference is missing', '1003,', ',', 'line 4, column ref', 'empty; write the school'],
    ['a reference has odd marks', '1003,', '10%3,', 'line 4, column ref', 'not a reference'],
    ['a plan is yet to be made', '05/10/2026', '24/11/2026', 'line 3, column plan_made', 'yet to come'],
    ['a review is yet to be', '2026-05-20', '2027-05-20', 'line 2, column last_reviewed', 'yet to come'],
    [
      'a plan is older than its pupil',
      '2025-09',
      '2016-09',
      'line 2, column plan_made',
      'before the pupil was born',
    ],
    ['a plan has no date', '05/10/2026', '', 'line 3, column plan_made', 'a plan needs the day it was made'],
    [
      'key staff are not staff',
      'teacher@',
      'teachr@',
      'line 2, column key_staff',
      'Did you mean "teacher@elm.example"?',
    ],
    [
      'key staff are no address',
      'senco@elm.example',
      'Sam',
      'line 2, column key_staff',
      'number 2 is not an e-mail',
    ],
    [
      'there is a comma too many',
      'Ada,Byron',
      'Ada,Byron, Jr,',
      'line 2',
      'a comma in it needs quotation marks',
    ],
  ]);

  test('when a line is at fault in many ways, then each is said, and nothing that stands in it is repeated', async () => {
    const bad = PUPILS.replace('1001,Ada,Byron,2017-03-14,5', '10*01,Ada_,By<ron,2017-13-14,Secret');
    const said = await linesIn({ 'pupils.csv': bad, 'targets.csv': 'pupil_ref,text,measure,set_on\n' });
    expect(said.map((line) => line.split(/[,:] /)[2])).toEqual([
      'column date_of_birth',
      'column ref',
      'column first_name',
      'column last_name',
      'column year_group',
    ]);
    for (const word of ['Ada', 'By<', '2017', '10*01', 'Secret']) expect(said.join()).not.toContain(word);
  });

  test('when the first line is data, then the columns are asked for and it is not repeated', async () => {
    const said = await linesIn({ 'pupils.csv': PUPILS.split('\n').slice(1).join('\n') });
    expect(said).toEqual([
      'pupils.csv, line 1: the first line must name the columns: ref, first_name, last_name, date_of_birth, year_group, plan, plan_made, last_reviewed, key_staff; and, where you have them, upn, class, la, last_meeting, last_decision, phase_transfer',
    ]);
  });

  test('when lines are blank or many lines long, then faults are counted as an editor counts', async () => {
    const odd = PUPILS.replace('Ada', '"Ada\n\n"').replace('2,N', '2,X').replace('1002', '\n ,,,\n1002');
    expect(await linesIn({ 'pupils.csv': odd })).toEqual([
      expect.stringMatching(/^pupils.csv, line 8, column plan:/),
    ]);
  });
});

describe('given staff.csv', () => {
  oneFault('staff.csv', STAFF, [
    [
      'a role is not known',
      'head@elm.example,Hari Head,head',
      'head@elm.example,Hari Head,boss',
      'line 4, column role',
      'not a role; write one of senco, head, head senco, leader, staff',
    ],
    [
      'an address is none',
      'head@elm.example',
      'head@elm',
      'line 4, column email',
      'not an e-mail address; write one',
    ],
    [
      'an address is there twice',
      'head@',
      'TEACHER@',
      'line 4, column email',
      'on line 3 too; keep one of the two',
    ],
    ['a name is missing', 'Hari Head', '', 'line 4, column name', 'empty; write it'],
    [
      'nobody is the SENCO',
      'Senco,senco',
      'Senco,leader',
      'column role',
      'nobody is the senco; write senco for',
    ],
  ]);

  test('when a heading is misspelt, then the right one is suggested, and no line is blamed for it', async () => {
    expect(await linesIn({ 'staff.csv': STAFF.replace('name', 'nmae') })).toEqual([
      'staff.csv, line 1, column 2: "nmae" is not a column known here. Did you mean "name"? The columns are email, name, role',
      'staff.csv, line 1, column name: this column is missing; add it to the first line',
    ]);
  });

  test('when a heading is there twice, or is none of ours, then it is said', async () => {
    const staff = STAFF.replaceAll('\n', ',,\n').replace('role,,', 'role,E-Mail,Room');
    expect(await linesIn({ 'staff.csv': staff })).toEqual([
      'staff.csv, line 1, column email: this column is there twice; keep one of them',
      'staff.csv, line 1, column 5: not a column known here. The columns are email, name, role',
    ]);
  });

  test('when somebody’s line is at fault, then pupils they are key staff of are not blamed for it', async () => {
    expect(await linesIn({ 'staff.csv': STAFF.replace('Teacher,staff', 'Teacher,teacher') })).toEqual([
      expect.stringMatching(/^staff.csv, line 3, column role: /),
    ]);
  });

  test('when a quotation mark is not closed, then its line is named and what follows is not repeated', async () => {
    const said = await linesIn({ 'staff.csv': STAFF.replace('Terry', '"Terry') });
    expect(said).toEqual([expect.stringMatching(/^staff.csv, line 3: a quotation mark is not closed/)]);
    expect(said.join()).not.toContain('Terry');
  });
});

describe('given targets.csv', () => {
  oneFault('targets.csv', TARGETS, [
    [
      'a pupil is not on pupils.csv',
      '1002',
      '1009',
      'line 4, column pupil_ref',
      'no pupil on pupils.csv has this',
    ],
    ['a target is empty', 'Count to 100 in tens', ' ', 'line 4, column text', 'empty; write the target'],
    ['a target is endless', 'Count', 'Count'.repeat(201), 'line 4, column text', 'in up to 1000 characters'],
    [
      'a measure is empty',
      '10 counts each Monday',
      '',
      'line 4, column measure',
      '"not stated" where the plan',
    ],
    ['a day is none', '2026-10-05', 'last week', 'line 4, column set_on', DAY],
    ['a day is yet to come', '2026-10-05', '2026-12-05', 'line 4, column set_on', 'yet to come'],
    [
      'a target is there twice',
      'Put a hand up once in each lesson',
      'Read 50  words in a minute',
      'line 3, column text',
      'the same target on line 2',
    ],
  ]);
});

describe('given school.json', () => {
  const [autumn, spring] = SCHOOL.terms;
  const cases: [string, object, string][] = [
    [
      'the id has capitals',
      { id: 'Elm Park' },
      'column id: not an id; write a short name for the school in lower-case',
    ],
    ['the id is a device to Windows', { id: 'con' }, 'column id: not an id'],
    ['the name is missing', { name: undefined }, 'column name: missing; write it in up to 60'],
    [
      'a key is misspelt',
      { insetDay: [] },
      'column insetDay: this key is not known here. Did you mean "insetDays"?',
    ],
    ['there are no terms', { terms: [] }, 'column terms: write at least one term'],
    ['terms are no list', { terms: 'Autumn' }, 'column terms: write a list of terms in [ ]'],
    [
      'a term’s key is misspelt',
      { terms: [{ ...spring, halfterm: autumn?.halfTerm }] },
      'column terms[0].halfterm: this key is not known here. Did you mean "halfTerm"?',
    ],
    [
      'a half-term’s day is none',
      { terms: [{ ...autumn, halfTerm: { start: '2026-10-26', end: '2026-10-32' } }] },
      `column terms[0].halfTerm.end: ${DAY}`,
    ],
    [
      'a half-term is outside its term',
      { terms: [{ ...spring, halfTerm: autumn?.halfTerm }] },
      'column terms[0].halfTerm: half-term must start and end, in that order, within its term',
    ],
    [
      'a half-term ends before it starts',
      { terms: [{ ...autumn, halfTerm: { start: '2026-10-30', end: '2026-10-26' } }] },
      'column terms[0].halfTerm: half-term must',
    ],
    [
      'a term ends before it starts',
      { terms: [{ ...spring, end: '2026-03-25' }] },
      'column terms[0].end: this is before the term starts',
    ],
    [
      'a term is a year too long',
      { terms: [{ ...spring, end: '2028-03-25' }] },
      'column terms[0].end: this makes the term longer than 200 days',
    ],
    [
      'terms overlap by a day',
      { terms: [autumn, { ...spring, start: '2026-12-18' }] },
      'column terms[1]: this term overlaps terms[0]; a term must end before the next one starts',
    ],
    ['an INSET day is none', { insetDays: ['2026-09-31'] }, `column insetDays[0]: ${DAY}`],
    ['a closure is a number', { closures: [20260901] }, `column closures[0]: ${DAY}`],
    ['the tenant is none', { teamsTenantId: 'elm' }, 'column teamsTenantId: not a Microsoft 365 tenant'],
    ['the workspace is none', { slackTeamId: 'elm' }, "column slackTeamId: not a Slack workspace's id"],
  ];
  test.each(cases)('when %s, then it is a fault', async (_, change, says) => {
    const said = await linesIn({ 'school.json': JSON.stringify({ ...SCHOOL, ...change }) });
    expect(said).toEqual([expect.stringContaining(`school.json, ${says}`)]);
  });

  test('when it is not JSON, then the line is named and it is not repeated', async () => {
    const said = await linesIn({ 'school.json': '{ "id": "elm-park",\n  "name": "Elm Park" "x" }' });
    expect(said).toEqual([
      'school.json, line 2: this is not valid JSON; look for a missing comma, quotation mark or bracket',
    ]);
  });

  test.each(['[]', 'null', '"elm"'])('when it is %s, then it is said what to write', async (text) => {
    expect(await linesIn({ 'school.json': text })).toEqual([
      expect.stringContaining('school.json: write { "id"'),
    ]);
  });
});

describe('given a folder', () => {
  test('when it is not there, then that is the fault', async () => {
    const folder = `${await newFolder()}/nothing`;
    expect(await readFolder(folder, TODAY)).toEqual({
      ok: false,
      faults: [{ file: folder, message: 'there is no such folder, or it cannot be read' }],
    });
  });

  test('when files are missing, then each is named, with the file that is nearly it', async () => {
    expect(
      await linesIn({ 'pupils.csv': undefined, 'staff.csv': undefined, 'pupil.csv': 'Number,Child\n1,A\n' }),
    ).toEqual([
      'staff.csv: this file is missing; put it in the folder.',
      'pupils.csv: this file is missing; put it in the folder. Did you mean "pupil.csv"?',
      'targets.csv: targets are those of the pupils on pupils.csv; put that in the folder, too',
    ]);
  });

  test('when files have other names, then they are known by their headings, and by their capitals', async () => {
    const named = {
      ...{ 'school.json': undefined, 'Our school.JSON': JSON.stringify(SCHOOL) },
      ...{ 'staff.csv': undefined, 'Everybody 2026.csv': STAFF },
      ...{ 'pupils.csv': undefined, 'Pupils.CSV': PUPILS },
      ...{ 'targets.csv': undefined, 'goals.txt': TARGETS },
    };
    expect(await linesIn(named)).toEqual(await linesIn({}));
    // Of two staff lists nobody knows which is meant.
    expect(await linesIn({ ...named, 'Everybody 2025.csv': STAFF })).toContain(
      'staff.csv: this file is missing; put it in the folder.',
    );
  });

  test.each([
    ['a workbook', Buffer.from('PK\x03\x04workbook', 'latin1'), 'an Excel workbook; save it as "CSV UTF-8'],
    ['an old workbook', Buffer.from('\xd0\xcf\x11\xe0book', 'latin1'), 'an Excel workbook'],
    ['a picture', Buffer.from('GIF\0\0\0'), 'not a text file'],
    ['empty', '', 'the file is empty; its first line must name the columns: email, name, role'],
  ])('when a file is %s, then it is said what to do', async (_, bytes, says) => {
    expect(await linesIn({ 'staff.csv': bytes })).toEqual([
      expect.stringMatching(new RegExp(`^staff.csv.*${says}`)),
    ]);
  });

  test('when everything is wrong, then everything is said, file by file and line by line', async () => {
    const said = await linesIn({
      'school.json': '{',
      'staff.csv': STAFF.replace('Hari Head,head', 'Hari Head,boss'),
      'pupils.csv': PUPILS.replace('2,N', '2,X').replace(',5,sen', ',99,sen'),
      'targets.csv': TARGETS.replace('1001', '1'),
    });
    expect(said.map((line) => line.split(': ')[0])).toEqual([
      'school.json, line 1',
      'staff.csv, line 4, column role',
      'pupils.csv, line 2, column year_group',
      'pupils.csv, line 4, column plan',
      'targets.csv, line 2, column pupil_ref',
    ]);
  });
});
