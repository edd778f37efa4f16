import { describe, expect, onTestFinished, test } from 'vitest';
import { randomIds } from '../../src/app/ids.ts';
import type { ImportDeps } from '../../src/data-in/asked.ts';
import { runImport } from '../../src/data-in/command.ts';
import { readHere } from '../../src/data-in/read/read-here.ts';
import { type ImportRequest, requestFromJson, requestToJson } from '../../src/data-in/request.ts';
import { SHAPES } from '../../src/data-in/shapes/index.ts';
import { importBackups } from '../../src/store/lowdb/import-backups.ts';
import { openLowdbStore } from '../../src/store/lowdb/store.ts';
import { review } from '../store/documents.ts';
import { newFolder, TODAY } from './a-folder.ts';
import { aSchool, asking, bring, CLOCK, made, somebody, text } from './bring.ts';
import { type Listed, PUPILS } from './shapes/made-lists.ts';

/** Shapes that say nothing of SEN, those that have the day a plan was made, and those without the school's own number. */
const WITHOUT_SEN = ['sds-1', 'sds-2.1', 'oneroster-1.1', 'oneroster-1.2'];
const WITH_DAYS = ['own', 'ctf', 'sen2'];
const WITHOUT_REF = ['ctf', 'sen2'];

const KINDS = { E: 'ehcp', K: 'sen-support' } as const;

/** What should be stored of a pupil by a list of this shape. */
function asFarAsTold(shape: string, one: Listed) {
  const days = WITH_DAYS.includes(shape) ? { planMade: one.planMade } : {};
  const hasPlan = !WITHOUT_SEN.includes(shape) && one.plan !== '';
  // Excel has lost the noughts of the SIMS list.
  const own = shape === 'sims' ? String(Number(one.ref)) : one.ref;
  return {
    ref: WITHOUT_REF.includes(shape) ? one.upn : own,
    firstName: one.first,
    lastName: one.last,
    dateOfBirth: one.born,
    yearGroup: one.year,
    plans: hasPlan ? [{ kind: KINDS[one.plan], targets: [], ...days }] : [],
  };
}

describe('a list of pupils, as a records system exports it', () => {
  test.each(SHAPES.map(({ id }) => id))('is shown before it is taken, and then taken, as %s', async (id) => {
    const deps = await aSchool();
    const shown = await bring(deps, asking(made(id)));
    expect({ code: shown.code, pupils: shown.pupils }).toEqual({ code: 3, pupils: [] });
    await expect(`${shown.said.join('\n')}\n`).toMatchFileSnapshot(`previews/${id}.txt`);

    const { code, pupils } = await bring(deps, asking(made(id)), 'yes');
    expect(code).toBe(0);
    const listed = id === 'sen2' ? PUPILS.filter(({ plan }) => plan === 'E') : PUPILS;
    expect(pupils.map(({ ref }) => ref).sort()).toEqual(listed.map((one) => asFarAsTold(id, one).ref).sort());
    for (const one of listed) {
      const wanted = asFarAsTold(id, one);
      expect(pupils.find(({ ref }) => ref === wanted.ref)).toMatchObject(wanted);
    }
    // Once more: nothing is left to do.
    expect((await bring(deps, asking(made(id)), 'yes')).said.at(-1)).toContain('nothing to write');
  });

  test('never names a child, nor a birth date, in what it says', async () => {
    const deps = await aSchool();
    const { said, wrong } = await bring(deps, asking(made('sims')));
    const all = [...said, ...wrong].join('\n');
    for (const { first, last, born } of PUPILS)
      for (const word of [first, last, born]) expect(all).not.toContain(word);
  });
});

const HEAD = 'Adno,Legal Surname,Legal Forename,DOB,Year,SEN Status,House';
const ADA = '0001,Byron,Ada,14/03/2017,5,K,Red';

describe('given a list with faults', () => {
  const list = text(
    'sen.csv',
    HEAD,
    ADA,
    '0002,Chan,Bo,31/02/2018,4,X,Red',
    '0003,Dale,Cy,01/09/2018,3,,Red',
  );

  test('when nobody is there, then every fault is said by the list’s own heading, nothing is written, and it exits 1', async () => {
    const { code, wrong, pupils } = await bring(await aSchool(), asking(list, { yes: true }));
    expect({ code, pupils }).toEqual({ code: 1, pupils: [] });
    expect(wrong).toEqual([
      'sen.csv, line 3, column DOB: not a real day; write it as 2026-11-21 or 21/11/2026',
      expect.stringMatching(/^sen\.csv, line 3, column SEN Status: not a plan; write sen-support \(or K\)/),
      'Nothing was imported: put right what is listed above (2), then run it again, or run it with --skip-bad to take the other 2.',
    ]);
  });

  test('when the bad rows are to be left out, then the rest is taken, and they are said', async () => {
    const { code, said, pupils } = await bring(await aSchool(), asking(list, { yes: true, skipBad: true }));
    expect(code).toBe(0);
    expect(pupils.map(({ ref }) => ref)).toEqual(['0001', '0003']);
    expect(said).toContain(
      '3 rows, 1 with SEN, 0 of them EHCP; 2 new, 0 changed, 0 left; 1 row has faults and is not taken.',
    );
    expect(said).toContain(
      '  sen.csv, line 3, column DOB: not a real day; write it as 2026-11-21 or 21/11/2026',
    );
  });

  test('when somebody is there, then they are asked whether to leave them out, and then whether to write', async () => {
    const { code, asked, pupils } = await bring(await aSchool(), asking(list), 'yes', 'yes');
    expect(code).toBe(0);
    expect(asked).toEqual([expect.stringContaining('1 of 3 rows have faults.'), 'Write this? (yes or no)']);
    expect(pupils).toHaveLength(2);
  });

  test('when they say no, then nothing is written', async () => {
    const { code, pupils } = await bring(await aSchool(), asking(list, { skipBad: true }), 'no');
    expect({ code, pupils }).toEqual({ code: 3, pupils: [] });
  });
});

describe('given headings that say something else than they mostly do', () => {
  const list = text('list.csv', 'Number,Surname,Forename,DOB,Year,Stage', '7,Byron,Ada,14/03/2017,5,E');
  const columns = [
    { heading: 'number', field: 'ref' },
    { heading: 'Stage', field: 'plan' },
  ] as const;

  test('when a person says what they are, then that is taken', async () => {
    const { code, pupils } = await bring(await aSchool(), asking(list, { yes: true, columns }));
    expect(code).toBe(0);
    expect(pupils).toMatchObject([{ ref: '7', plans: [{ kind: 'ehcp' }] }]);
  });

  test('when nobody does, then it is refused, and says what is missing', async () => {
    const { code, wrong } = await bring(await aSchool(), asking(list, { yes: true }));
    expect(code).toBe(1);
    expect(wrong[0]).toBe(
      'list.csv: no list of pupils is found in this: none of its headings is known for the school’s reference or UPN (“Adno” or “UPN”), which is needed. It is nearest to a list from SIMS. The headings found are Number, Surname, Forename, DOB, Year, Stage. Give the one that is meant such a name, or export the list with it. Or say which it is with --column "Heading=ref"',
    );
  });

  test('when hardly any heading is known, then none is quoted: it may be a row of pupils', async () => {
    const bare = text('list.csv', '7,Byron,Ada,14/03/2017,5,E', '8,Kofi,Nowak,15/03/2017,5,K');
    const { code, wrong } = await bring(await aSchool(), asking(bare, { yes: true }));
    expect(code).toBe(1);
    expect(wrong[0]).toContain('A list needs one row of headings over its pupils');
    expect(wrong.join()).not.toContain('Byron');
  });

  test('when a heading is named that is not there, then the ones that are there are said', async () => {
    const wrongly = [...columns, { heading: 'Sen', field: 'skip' } as const];
    const { wrong } = await bring(await aSchool(), asking(list, { yes: true, columns: wrongly }));
    expect(wrong[0]).toBe(
      'list.csv, column Sen: there is no such heading; the headings are Number, Surname, Forename, DOB, Year, Stage',
    );
  });
});

describe('given pupils of whom more is known here than the list says', () => {
  const whole = text(
    'pupils.csv',
    'ref,first_name,last_name,date_of_birth,year_group,plan,plan_made,last_reviewed,key_staff',
    '0001,Ada,Byron,2017-03-14,5,K,2025-09-10,2026-05-20,teacher@elm.example',
    '0002,Bo,Chan,2018-01-09,4,E,2025-01-10,,',
  );
  async function aKnownSchool() {
    const deps = await aSchool();
    await bring(deps, asking(whole, { yes: true }));
    return deps;
  }

  const ada = async ({ store }: ImportDeps) =>
    (await store.pupilsOf('elm-park')).find(({ ref }) => ref === '0001');

  test('when a list without plan dates comes, then these, key staff and who is not in it stay', async () => {
    const deps = await aKnownSchool();
    const { said, pupils } = await bring(
      deps,
      asking(text('sen.csv', HEAD, ADA.replace('Byron', 'Lovelace')), { yes: true }),
    );
    expect(said).toContain('  changed  last name: 0001');
    expect(said).toContain(
      '  0002: here, and not on the list. Nothing is changed; say on “review pupil” if they have left.',
    );
    expect(pupils).toMatchObject([
      { ref: '0002', plans: [{ kind: 'ehcp', planMade: '2025-01-10' }] },
      {
        ref: '0001',
        lastName: 'Lovelace',
        keyStaff: ['teacher@elm.example'],
        plans: [{ kind: 'sen-support', planMade: '2025-09-10', lastReviewed: '2026-05-20' }],
      },
    ]);
  });

  test('when a list says nothing of SEN, then plans stay', async () => {
    const deps = await aKnownSchool();
    const before = await deps.store.pupilsOf('elm-park');
    const list = text(
      'student.csv',
      'SIS ID,School SIS ID,First Name,Last Name,Grade,Student Number,Birthdate',
      's1,1,Ada,Byron,5,0001,2017-03-14',
    );
    expect((await bring(deps, asking(list, { yes: true }))).pupils).toEqual(before);
  });

  test('when the status is blank, then the plan goes, and that is pointed out', async () => {
    const deps = await aKnownSchool();
    const { said, pupils } = await bring(
      deps,
      asking(text('sen.csv', HEAD, ADA.replace(',K,', ',,')), { yes: true }),
    );
    expect(said).toContain(
      '  0001: by this list there is no such plan any more, and the plan here would go.',
    );
    expect(pupils.find(({ ref }) => ref === '0001')?.plans).toEqual([]);
  });

  const EVE = '0001,Fox,Eve,10/10/2020,1,,Red';

  test('when a reference is another child’s now, then it is said which row, and nothing is written', async () => {
    const deps = await aKnownSchool();
    const before = await deps.store.pupilsOf('elm-park');
    const { code, wrong, pupils } = await bring(deps, asking(text('sen.csv', HEAD, EVE), { yes: true }));
    expect({ code, pupils }).toEqual({ code: 1, pupils: before });
    expect(wrong[0]).toMatch(
      /^sen\.csv, line 2, column ref: the name and the date of birth are both others than/,
    );
  });

  test('when somebody is there to say that it is another child, then both are there', async () => {
    const deps = await aKnownSchool();
    const { code, asked, pupils } = await bring(deps, asking(text('sen.csv', HEAD, EVE)), 'another', 'yes');
    expect(code).toBe(0);
    expect(asked[0]).toContain('Is it the same child, or another?');
    expect(pupils.map(({ firstName, ref }) => [firstName, ref])).toEqual([
      ['Ada', `0001 before ${TODAY}`],
      ['Bo', '0002'],
      ['Eve', '0001'],
    ]);
  });

  test('when somebody changes a pupil each time the preview is looked at, then nothing is written, and it is said', async () => {
    const deps = await aKnownSchool();
    const { asker, wrong } = somebody();
    const code = await runImport(
      asking(text('sen.csv', HEAD, ADA.replace('Byron', 'Lovelace'))),
      {
        ...asker,
        ask: async () => {
          const pupil = await ada(deps);
          if (pupil) await deps.store.put('pupils', { ...pupil, className: `${pupil.className ?? '5'}A` });
          return 'yes';
        },
      },
      deps,
    );
    expect(code).toBe(1);
    expect(wrong.join()).toContain('Nothing was written: this is being changed here just now: 0001');
    expect((await ada(deps))?.lastName).toBe('Byron');
  });
});

test('given a pupil taught out of their year, when a list is shown, then that is pointed out by the reference', async () => {
  const { said } = await bring(
    await aSchool(),
    asking(text('sen.csv', HEAD, ADA, ADA.replace('0001', '2').replace(',5,', ',3,'))),
  );
  expect(said.filter((line) => line.includes('usual one'))).toEqual([
    expect.stringContaining('2: the year group is not the usual one for the birth date.'),
  ]);
});

test('given a birth date by which the child is too young for any year group, when a list is shown, then that is pointed out', async () => {
  const tooYoung = '2,Cher,,21/11/26,4,,4A';
  const { said } = await bring(await aSchool(), asking(text('sen.csv', HEAD, ADA, tooYoung)));
  expect(said.filter((line) => line.includes('usual one'))).toEqual([
    expect.stringContaining('2: the year group'),
  ]);
});

test('given a name with another apostrophe, when it is shown, then it is no other name', async () => {
  const deps = await aSchool();
  const row = (name: string) => ADA.replace('Byron', name);
  await bring(deps, asking(text('sen.csv', HEAD, row('O’Brien')), { yes: true }));
  const { said } = await bring(deps, asking(text('sen.csv', HEAD, row('O Brien'))));
  expect(said.join()).not.toContain('another than here');
});

test('given two rows with one number, when they are of two children, then neither is taken', async () => {
  const rows = [ADA, ADA.replace('Ada', 'Eve'), '0003,Dale,Cy,01/09/2018,3,,Red'];
  const { said, pupils } = await bring(
    await aSchool(),
    asking(text('sen.csv', HEAD, ...rows), { yes: true, skipBad: true }),
  );
  expect(pupils.map(({ ref }) => ref)).toEqual(['0003']);
  expect(said.join('\n')).toContain(
    'sen.csv, line 3, column Adno: this number is on line 2 too, of another pupil',
  );
});

test('a request is the same once it has been to another process and back', () => {
  const request = asking(made('sims'), {
    school: 'elm-park',
    columns: [{ heading: 'House', field: 'skip' }],
  });
  expect(requestFromJson(JSON.parse(JSON.stringify(requestToJson(request))))).toEqual({
    ...request,
    files: [{ name: 'SEN list.xlsx', bytes: new Uint8Array(request.files[0]?.bytes ?? []) }],
  });
});

describe('given an import that was a mistake', () => {
  const undo: ImportRequest = { ...asking(made('sims')), files: [], undo: true };
  const ada = text('sen.csv', HEAD, ADA);

  test('when it is taken back, then who was changed is as before, and who was new is gone', async () => {
    const deps = await aSchool();
    await bring(deps, asking(ada, { yes: true }));
    const before = await deps.store.pupilsOf('elm-park');
    await bring(
      deps,
      asking(text('sen.csv', HEAD, ADA.replace(',K,', ',,'), '2,Dale,Cy,01/09/2018,3,,Red'), { yes: true }),
    );
    const { code, said, pupils } = await bring(deps, undo, 'yes');
    expect(code).toBe(0);
    expect(said).toEqual([
      'To be put back as before (1): 0001',
      'To be removed, as they came with it (1): 2',
      'Put back as before (1): 0001',
      'Removed (1): 2',
      'The last import is taken back. Run it again to take back the one before it.',
    ]);
    expect(pupils).toEqual(before.map((pupil) => ({ ...pupil, version: 3 })));
    // Once more, and the import before it is taken back, which brought her in; then there is none.
    expect(await bring(deps, undo, 'yes')).toMatchObject({ code: 0, pupils: [] });
    expect(await bring(deps, undo, 'yes')).toMatchObject({
      code: 1,
      wrong: ['Every import that is noted here was taken back, or stepped over, already.'],
    });
  });

  test('when a form has changed a pupil in between, then no step goes behind that', async () => {
    const deps = await aSchool();
    const as = (name: string) => asking(text('sen.csv', HEAD, ADA.replace('Byron', name)), { yes: true });
    await bring(deps, as('Byron'));
    await bring(deps, as('Byron-King'));
    const changed = async () => (await deps.store.pupilsOf('elm-park'))[0] ?? expect.fail();
    await deps.store.put('pupils', { ...(await changed()), className: '5B' });
    await bring(deps, as('Lovelace-King'));
    await bring(deps, undo, 'yes');
    expect(await changed()).toMatchObject({ lastName: 'Byron-King', className: '5B' });
    const { code, wrong, said } = await bring(deps, undo, 'no');
    expect(code).toBe(1);
    expect(said).toEqual(['Left alone, as somebody has changed them since or they have reviews (1): 0001']);
    expect(wrong[0]).toContain('Nothing of the last import can be taken back.');
    expect(await changed()).toMatchObject({ lastName: 'Byron-King', className: '5B' });
  });

  test('when somebody has touched a pupil since, or begun a review, then these are left alone and named', async () => {
    const deps = await aSchool();
    const rows = [ADA, '2,Dale,Cy,01/09/2018,3,K,Red', '3,Eve,Di,01/09/2018,3,K,Red'];
    await bring(deps, asking(text('sen.csv', HEAD, ...rows), { yes: true }));
    const [cy, di] = ['Cy', 'Di'].map(
      async (name) =>
        (await deps.store.pupilsOf('elm-park')).find(({ firstName }) => firstName === name) ??
        expect.fail(name),
    );
    await deps.store.put('pupils', { ...(await (cy ?? expect.fail())), yearGroup: '4' });
    const { id } = await (di ?? expect.fail());
    await deps.store.put('reviews', review(`${id}.1`, { schoolId: 'elm-park', pupilId: id }));
    const { code, said, pupils } = await bring(deps, { ...undo, yes: true });
    expect(code).toBe(0);
    expect(said.at(-2)).toBe('Left alone, as somebody has changed them since or they have reviews (2): 3, 2');
    expect(pupils.map(({ ref }) => ref)).toEqual(['2', '3']);
  });

  test('when the number that a pupil would have back is another child’s, who stays, then both are left alone', async () => {
    const deps = await aSchool();
    await bring(deps, asking(ada, { yes: true }));
    const beth = text('sen.csv', HEAD, '0001,Stone,Beth,02/02/2018,4,K,Red');
    await bring(deps, asking(beth, { yes: true, decisions: [['0001', 'another']] }));
    const [first = expect.fail()] = (await deps.store.pupilsOf('elm-park')).filter(
      ({ ref }) => ref === '0001',
    );
    await deps.store.put('pupils', { ...first, className: '5B' });
    const { pupils } = await bring(deps, { ...undo, yes: true });
    expect(pupils.map(({ ref, lastName }) => [ref, lastName]).toSorted()).toEqual([
      [`0001 before ${deps.today}`, 'Byron'],
      ['0001', 'Stone'],
    ]);
  });

  test('when nobody says yes, then nothing is written, and it can be taken back later', async () => {
    const deps = await aSchool();
    await bring(deps, asking(ada, { yes: true }));
    expect(await bring(deps, undo)).toMatchObject({ code: 3, pupils: [{ ref: '0001' }] });
    expect(await bring(deps, undo, 'yes')).toMatchObject({ code: 0, pupils: [] });
  });

  test('when there was none, then that is said', async () => {
    const { code, wrong } = await bring(await aSchool(), undo, 'yes');
    expect({ code, wrong }).toEqual({
      code: 1,
      wrong: ['No import is noted here, so there is none to take back.'],
    });
  });
});

describe('given no school at all', () => {
  async function nothing() {
    const folder = await newFolder();
    const store = await openLowdbStore(folder);
    onTestFinished(() => store.close());
    return {
      store,
      today: TODAY,
      clock: CLOCK,
      ids: randomIds,
      backups: importBackups(folder),
      reader: readHere,
    };
  }

  test('when a list comes, then it says how to begin', async () => {
    const { code, wrong } = await bring(await nothing(), asking(made('sims'), { yes: true }));
    expect(code).toBe(1);
    expect(wrong[0]).toContain('no school is stored yet; begin with npm run import -- --new');
  });

  test('when one begins, then what can’t be taken is asked again, and a school with its SENCO is there', async () => {
    const deps = await nothing();
    const begin = {
      files: [],
      yes: false,
      skipBad: false,
      takeList: false,
      takeErased: false,
      columns: [],
      decisions: [],
      fromFile: [],
      begin: true,
      undo: false,
    };
    const { asker, said, asked } = somebody(
      'Elm Park Primary School',
      '',
      'Sam Senco',
      'sam at elm',
      'Sam@Elm.example',
      '01/09/2026 18/12/2026 26/10/2026 30/10/2026',
      ...Array.from({ length: 5 }, () => ''),
      'yes',
    );
    expect(await runImport(begin, asker, deps)).toBe(0);
    expect(said).toContain('That is not an e-mail address; write one, as jo.bloggs@school.example.');
    expect(asked.at(-1)).toBe('Write this? (yes or no)');
    expect(await deps.store.get('schools', 'elm-park')).toMatchObject({
      name: 'Elm Park Primary School',
      staff: [{ email: 'sam@elm.example', name: 'Sam Senco', role: 'senco' }],
      terms: [
        {
          name: 'Autumn 2026',
          start: '2026-09-01',
          end: '2026-12-18',
          halfTerm: { start: '2026-10-26', end: '2026-10-30' },
        },
        { name: 'Spring 2027' },
        { name: 'Summer 2027' },
        { name: 'Autumn 2027' },
        { name: 'Spring 2028' },
        { name: 'Summer 2028' },
      ],
    });
    expect((await bring(deps, asking(made('sims'), { yes: true }))).pupils).toHaveLength(44);
  });

  test('when nobody answers, then nothing is written', async () => {
    const deps = await nothing();
    const { asker } = somebody('Elm Park');
    const begin = {
      files: [],
      yes: true,
      skipBad: false,
      takeList: false,
      takeErased: false,
      columns: [],
      decisions: [],
      fromFile: [],
      begin: true,
      undo: false,
    };
    expect(await runImport(begin, asker, deps)).toBe(3);
    expect(await deps.store.schools()).toEqual([]);
  });
});
