import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { describeFault } from '../../src/data-in/fault.ts';
import { type FolderWanted, readFolder } from '../../src/data-in/folder.ts';
import { aFolder, type Files, PUPILS, SCHOOL, STAFF, TARGETS, TODAY } from './a-folder.ts';

async function wanted(changed: Files = {}): Promise<FolderWanted> {
  const reading = await readFolder(await aFolder(changed), TODAY);
  if (!reading.ok) throw new Error(reading.faults.map(describeFault).join('\n'));
  return reading.wanted;
}

const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

describe('given a school’s folder that is right', () => {
  test('then every field of a pupil comes through', async () => {
    const { pupils } = await wanted();
    expect(pupils[0]).toEqual({
      schoolId: 'elm-park',
      ref: '1001',
      firstName: 'Ada',
      lastName: 'Byron',
      dateOfBirth: '2017-03-14',
      yearGroup: '5',
      plans: [
        {
          kind: 'sen-support',
          planMade: '2025-09-10',
          lastReviewed: '2026-05-20',
          targets: [
            {
              id: expect.stringMatching(/^t[0-9a-f]{12}$/),
              text: 'Read 50 words in a minute',
              measure: 'Timed each Friday',
              setOn: '2026-05-20',
            },
            {
              id: expect.stringMatching(/^t[0-9a-f]{12}$/),
              text: 'Put a hand up once in each lesson',
              measure: 'Tally by the teacher',
              setOn: '2026-05-20',
            },
          ],
        },
      ],
      keyStaff: ['teacher@elm.example', 'senco@elm.example'],
    });
    const [first, second] = pupils[0]?.plans[0]?.targets ?? [];
    expect(first?.id).not.toBe(second?.id);
  });

  test('then British dates, codes and what is left empty are understood', async () => {
    const { pupils, school } = await wanted();
    expect(pupils[1]).toMatchObject({
      dateOfBirth: '2018-09-01',
      plans: [{ kind: 'sen-support', planMade: '2026-10-05' }],
    });
    expect(pupils[1]?.plans[0]).not.toHaveProperty('lastReviewed');
    expect(pupils[2]).toMatchObject({ plans: [], keyStaff: [] });
    expect(school.terms[0]?.end).toBe('2026-12-18');
  });

  test('then the staff are listed by name', async () => {
    const { school } = await wanted();
    expect(school.staff.map(({ name }) => name)).toEqual(['Hari Head', 'Sam Senco', 'Terry Teacher']);
  });

  test('when terms are out of order, then they are put in order, and days are listed once', async () => {
    const { school } = await wanted({
      'school.json': JSON.stringify({
        ...SCHOOL,
        terms: SCHOOL.terms.toReversed(),
        closures: ['2027-02-02', '1/2/2027', '2027-02-02'],
      }),
    });
    expect(school.terms.map(({ name }) => name)).toEqual(['Autumn 2026', 'Spring 2027']);
    expect(school.closures).toEqual(['2027-02-01', '2027-02-02']);
  });
});

describe('given files as spreadsheets save them', () => {
  const text = PUPILS.replace('Ada,Byron', 'Zoë,O’Brien-Åse');

  test.each([
    ['UTF-8', Buffer.from(text, 'utf8')],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`, 'utf8')],
    ['Windows-1252', Buffer.from(text.replace('’', '\x92'), 'latin1')],
    ['UTF-16, little end first', utf16(text, 'le')],
    ['UTF-16, big end first', utf16(text, 'be')],
    ['Unicode Text, with tabs', utf16(text.replaceAll(',', '\t'), 'le')],
    ['with CRLF', Buffer.from(text.replaceAll('\n', '\r\n'), 'utf8')],
    ['with CR alone', Buffer.from(text.replaceAll('\n', '\r'), 'utf8')],
    ['with no line end at the end', Buffer.from(text.trimEnd(), 'utf8')],
    [
      'with empty columns and rows',
      Buffer.from(text.replaceAll('\n', ',,\n').concat(' ,,,,,,,,,,\n\n'), 'utf8'),
    ],
    ['with decomposed accents', Buffer.from(text.normalize('NFD'), 'utf8')],
  ])('when a file is in %s, then it reads the same', async (_, bytes) => {
    const plain = await wanted({ 'pupils.csv': text });
    expect((await wanted({ 'pupils.csv': bytes })).pupils).toEqual(plain.pupils);
    expect(plain.pupils[0]).toMatchObject({ firstName: 'Zoë', lastName: 'O’Brien-Åse' });
  });

  test('when ; separates the cells, then key staff in quotation marks read the same', async () => {
    const semicolons = PUPILS.replaceAll(
      'teacher@elm.example; senco@elm.example',
      '"teacher@elm.example; senco@elm.example"',
    ).replaceAll(',', ';');
    expect((await wanted({ 'pupils.csv': semicolons })).pupils).toEqual((await wanted()).pupils);
  });

  test('when headings are in capitals, with spaces and in another order, then they are understood', async () => {
    const staff = `Role , E-Mail,NAME\nSENCO, Senco@ELM.example ,"Sam  Senco"\nstaff,teacher@elm.example,\u00a0Terry Teacher\u00a0\nHead,head@elm.example,Hari Head\n`;
    expect((await wanted({ 'staff.csv': staff })).school.staff).toEqual((await wanted()).school.staff);
  });

  test('when a line leaves out the commas of its last empty cells, then it is read', async () => {
    const { pupils } = await wanted({ 'pupils.csv': PUPILS.replace('2,N,,,', '2,N') });
    expect(pupils[2]).toMatchObject({ ref: '1003', plans: [] });
  });

  test('when a cell has quotation marks, commas and line ends in it, then it is one line of text', async () => {
    const quoted = TARGETS.replace('Read 50 words in a minute', '"Read ""50"" words,\nin  a minute"');
    const { pupils } = await wanted({ 'targets.csv': quoted });
    expect(pupils[0]?.plans[0]?.targets[0]?.text).toBe('Read "50" words, in a minute');
  });
});

describe('given the many ways of writing one thing', () => {
  test.each([
    ['Year 5', '5'],
    ['y5', '5'],
    ['05', '5'],
    ['14', '14'],
    ['r', 'R'],
    ['Reception', 'R'],
    ['n2', 'N2'],
    ['Nursery', 'N'],
  ])('when a year group is %j, then it is %j', async (written, meant) => {
    const { pupils } = await wanted({ 'pupils.csv': PUPILS.replace(',5,sen', `,${written},sen`) });
    expect(pupils[0]?.yearGroup).toBe(meant);
  });

  test.each([
    ['k', 'sen-support'],
    ['SEN Support', 'sen-support'],
    ['E', 'ehcp'],
    ['EHCP', 'ehcp'],
    ['Early-Years-IEP', 'early-years-iep'],
    ['None', 'none'],
  ])('when a plan is %j, then it is %j', async (written, meant) => {
    const { pupils } = await wanted({ 'pupils.csv': PUPILS.replace('sen-support', written) });
    expect(pupils[0]?.plans[0]?.kind ?? 'none').toBe(meant);
  });

  test('when key staff are named twice, or in capitals, then each is taken once', async () => {
    const { pupils } = await wanted({
      'pupils.csv': PUPILS.replace('; senco@elm.example', '; SENCO@elm.example ;teacher@ELM.example;'),
    });
    expect(pupils[0]?.keyStaff).toEqual(['teacher@elm.example', 'senco@elm.example']);
  });

  test('when a reference has marks in it, then it is as good for its other spelling', async () => {
    const at = (ref: string) =>
      wanted({
        'pupils.csv': PUPILS.replace('1002', ref),
        'targets.csv': TARGETS.replace('1002', ref.toLowerCase()),
      });
    const { pupils } = await at('AB/1.2 X');
    expect(pupils[1]).toMatchObject({ ref: 'AB/1.2 X' });
    expect(pupils[1]?.plans[0]?.targets).toHaveLength(1);
    expect((await at('ab/1.2 x')).pupils[1]?.plans).toEqual(pupils[1]?.plans);
  });

  test('when staff have apostrophes and plus signs in their addresses, then they are taken', async () => {
    const staff = `${STAFF}o'neill+sen@elm.example,Siobhán O'Neill,staff\n`;
    const { school } = await wanted({ 'staff.csv': staff });
    expect(school.staff.map(({ email }) => email)).toContain("o'neill+sen@elm.example");
  });
});

test('given the examples in docs/data-in.md, then they are a school’s folder that is right', async () => {
  const page = await readFile('docs/data-in.md', 'utf8');
  const example = (heading: string) =>
    page.split(`## ${heading}\n`)[1]?.match(/```\w+\n(.*?)```/s)?.[1] ?? '';
  const files = ['school.json', 'staff.csv', 'pupils.csv', 'targets.csv'];
  const { school, pupils } = await wanted(Object.fromEntries(files.map((file) => [file, example(file)])));
  expect([school.staff.length, pupils.length, pupils[0]?.plans[0]?.targets.length]).toEqual([3, 3, 1]);
});
