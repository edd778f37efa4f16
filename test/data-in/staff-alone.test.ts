import { describe, expect, test } from 'vitest';
import { describeReport } from '../../src/data-in/report.ts';
import { aSchool, asking, bring, text } from './bring.ts';

const staffList = (...lines: string[]) => text('staff.csv', 'email,name,role', ...lines);
const ALL = [
  'senco@elm.example,Sam Senco,senco',
  'teacher@elm.example,Terry Teacher,staff',
  'head@elm.example,Hari Head,head',
];

describe('given a school that is stored', () => {
  test('when its staff.csv comes alone, then it is shown first, and a yes takes just the people', async () => {
    const deps = await aSchool();
    const before = await deps.store.get('schools', 'elm-park');
    const list = staffList(...ALL, 'new@elm.example,Nia New,staff');

    const looked = await bring(deps, asking(list));
    expect(looked.code).toBe(3);
    expect(looked.said.join('\n')).toMatch(
      /School elm-park: unchanged\nStaff: 1 added, 0 changed, 3 unchanged/,
    );
    expect(await deps.store.get('schools', 'elm-park')).toEqual(before);

    expect((await bring(deps, asking(list), 'yes')).code).toBe(0);
    const { version: _, staff, ...rest } = (await deps.store.get('schools', 'elm-park')) ?? expect.fail();
    const { version: __, staff: staffBefore, ...restBefore } = before ?? expect.fail();
    expect(rest).toEqual(restBefore);
    expect(staff).toHaveLength(staffBefore.length + 1);
    expect(staff).toContainEqual({ email: 'new@elm.example', name: 'Nia New', role: 'staff' });
  });

  test('when somebody is not on it, then the preview says so, and a yes ends their access that day', async () => {
    const deps = await aSchool();
    const { said } = await bring(
      deps,
      asking(staffList(...ALL.filter((line) => !line.includes('Terry')))),
      'yes',
    );
    expect(said).toContain(
      '  missing  teacher@elm.example: marked as having left, with no access from today',
    );
    const school = await deps.store.get('schools', 'elm-park');
    expect(school?.staff.find(({ email }) => email === 'teacher@elm.example')?.left).toBe('2026-11-23');
  });

  test('when it has a fault, then the line and the column are named, and nothing is written', async () => {
    const deps = await aSchool();
    const { code, wrong } = await bring(
      deps,
      asking(staffList('senco@elm.example,Sam Senco,boss'), { yes: true }),
    );
    expect(code).toBe(1);
    expect(wrong[0]).toMatch(/^staff\.csv, line 2, column role: not a role/);
  });

  test('when nobody on it is known here, then it is taken for another school’s', async () => {
    const { code, wrong } = await bring(
      await aSchool(),
      asking(staffList('other@oak.example,Ola Other,senco'), { yes: true }),
    );
    expect(code).toBe(1);
    expect(wrong[0]).toContain('nobody on it is on the staff of elm-park as stored');
  });

  test('when a setting was changed here in a form, then that it was stays known', async () => {
    const deps = await aSchool();
    const school = (await deps.store.get('schools', 'elm-park')) ?? expect.fail();
    const changedHere = [
      { key: 'closures', by: 'senco@elm.example', at: '2026-11-20T09:00:00.000Z' },
    ] as const;
    await deps.store.put('schools', { ...school, closures: ['2026-12-01'], changedHere: [...changedHere] });
    await bring(deps, asking(staffList(...ALL, 'new@elm.example,Nia New,staff'), { yes: true }));
    expect(await deps.store.get('schools', 'elm-park')).toMatchObject({
      closures: ['2026-12-01'],
      changedHere,
    });
  });

  test('when it names another school, then the schools there are are named', async () => {
    const { code, wrong } = await bring(
      await aSchool(),
      asking(staffList(...ALL), { school: 'elm-bark', yes: true }),
    );
    expect(code).toBe(1);
    expect(wrong[0]).toContain('there is no school of that id; the schools are elm-park.');
  });
});

describe('given a staff list that is called otherwise', () => {
  const named = (name: string, head: string, ...lines: readonly string[]) =>
    asking(text(name, 'Elm Park Primary;;;', head, ...lines), { yes: true });

  test('then it is known by its headings, under a title, with two columns for the name, and checked as ever', async () => {
    const deps = await aSchool();
    const rows = ['SENCO;Senco;Sam;senco@elm.example', 'Head;Head;Hari;head@elm.example'];
    const head = 'Role;Surname;Forename;Work Email';
    const wrong = await bring(deps, named('Autumn.txt', head, ...rows, 'Boss;New;Nia;new@elm.example'));
    expect(wrong.wrong[0]).toMatch(/^Autumn\.txt, line 5, column role: not a role/);
    const { code, said } = await bring(
      deps,
      named('Autumn.txt', head, ...rows, 'staff;New;Nia;new@elm.example'),
    );
    expect(code).toBe(0);
    expect(said.join('\n')).toContain('Staff: 1 added, 0 changed, 2 unchanged, 1 not in the file');
    const school = await deps.store.get('schools', 'elm-park');
    expect(school?.staff).toContainEqual({ email: 'new@elm.example', name: 'Nia New', role: 'staff' });
  });

  test('then one without roles says so, and a list with dates of birth is one of pupils', async () => {
    const deps = await aSchool();
    const { wrong } = await bring(deps, named('a.csv', 'Name;Email', 'Sam Senco;senco@elm.example'));
    expect(wrong[0]).toBe(
      'a.csv, line 2, column role: this column is missing; add it, with the role of each colleague here',
    );
    const pupils = await bring(deps, named('b.csv', 'Name;Email;DOB', 'Ada Byron;x@elm.example;14/03/2017'));
    expect(pupils.wrong[0]).toContain('no list of pupils is found');
    const students = await bring(
      deps,
      named('c.csv', 'Name;Email;Role;SEN Status', 'Ada Byron;x@elm.example;Student;K'),
    );
    expect(students.wrong[0]).toContain('no list of pupils is found');
  });
});

test('what is said to whoever was asked line by line names no file they do not have', () => {
  const tally = { added: ['senco@elm.example'], changed: [], unchanged: 0, missing: [] };
  const said = describeReport(
    {
      schoolId: 'elm-park',
      schoolFields: undefined,
      settingsKept: [],
      erased: 0,
      staffKept: [],
      staff: tally,
      pupils: { ...tally, added: [] },
      termsEnd: '2026-07-20',
      noHead: true,
      withoutSendiass: [''],
      maybeSame: [],
      kept: [],
      slips: [],
    },
    true,
  ).join('\n');
  expect(said).not.toMatch(/school\.json|staff\.csv names/);
  expect(said).toContain('npm run import -- staff.csv');
});
