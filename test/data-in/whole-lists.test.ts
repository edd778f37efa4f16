import { describe, expect, it } from 'vitest';
import type { ImportDeps } from '../../src/data-in/asked.ts';
import { placeOf } from '../../src/domain/school/place.ts';
import { aSchool, asking, bring, made, text } from './bring.ts';

const HEAD = 'Adno,Legal Surname,Legal Forename,DOB,Year,SEN Status';
const ADA = '0001,Byron,Ada,14/03/2017,5,K';
const BO = '0002,Chan,Bo,09/01/2018,4,E';
const CY = '0003,Dale,Cy,01/09/2018,3,';

/** A school whose three pupils came by a list: Ada with SEN Support, Bo with an EHC plan, Cy with no plan. */
async function aKnownSchool(): Promise<ImportDeps> {
  const deps = await aSchool();
  await bring(deps, asking(text('all.csv', HEAD, ADA, BO, CY), { yes: true }));
  return deps;
}

const pupil = async ({ store }: ImportDeps, ref: string) =>
  (await store.pupilsOf('elm-park')).find((one) => one.ref === ref) ?? expect.fail(ref);
const countLine = (said: readonly string[]) => said.find((line) => /^\d+ rows?[,;]/.test(line));
const list = (...rows: readonly string[]) => asking(text('all.csv', ...rows), { yes: true });

describe('a list with days of leaving', () => {
  const LEAVERS = `${HEAD},DOL,Destination`;

  it('says who left and where to, and nothing more is asked of them', async () => {
    const deps = await aKnownSchool();
    const { said } = await bring(
      deps,
      list(LEAVERS, `${ADA},20/11/2026,Elm Secondary`, `${BO},2026-10-23,`, `${CY},,`),
    );
    expect(countLine(said)).toBe('3 rows, 0 with SEN, 0 of them EHCP; 0 new, 0 changed, 2 left.');
    expect(said).toContain(
      '  left     0001, 0002: nothing is asked of them any more, and what is recorded stays',
    );
    expect((await pupil(deps, '0001')).places).toEqual([
      {
        place: 'moved-on',
        since: '2026-11-20',
        school: 'Elm Secondary',
        releasedOn: '',
        by: '',
        at: '2026-11-23T09:00:00.000Z',
        listed: true,
      },
    ]);
    expect(placeOf(await pupil(deps, '0002'))).toMatchObject({
      place: 'left',
      since: '2026-10-23',
      school: '',
    });
    // What was known of them stays.
    expect(await pupil(deps, '0001')).toMatchObject({ lastName: 'Byron', plans: [{ kind: 'sen-support' }] });
    expect((await pupil(deps, '0003')).places).toBeUndefined();
  });

  it('brought in again changes nothing', async () => {
    const deps = await aKnownSchool();
    const again = list(LEAVERS, `${ADA},20/11/2026,`, `${BO},,`, `${CY},,`);
    await bring(deps, again);
    expect((await bring(deps, again)).said.at(-1)).toContain('nothing to write');
  });

  it('leaves alone whose day of leaving is to come, and whom it never had here', async () => {
    const deps = await aKnownSchool();
    const { said, pupils } = await bring(
      deps,
      list(
        LEAVERS,
        `${ADA},18/12/2026,`,
        `${BO},,`,
        `${CY},,`,
        '0900,Old,Pat,01/02/2015,6,,17/07/2026,Oak Academy',
      ),
    );
    expect(countLine(said)).toContain('0 new, 0 changed, 0 left');
    expect(said).toContain('1 row is of pupils who left and were never here: nothing is kept of them.');
    expect(pupils).toHaveLength(3);
  });

  it('takes whoever stands on it twice, with a day of leaving and without, for somebody who came back', async () => {
    const deps = await aKnownSchool();
    const { said } = await bring(deps, list(LEAVERS, `${ADA},18/07/2025,`, `${ADA},,`, `${BO},,`, `${CY},,`));
    expect(countLine(said)).toContain('0 new, 0 changed, 0 left');
    expect((await pupil(deps, '0001')).places).toBeUndefined();
  });

  it('says nobody gone whom a SENCO has said to be back since', async () => {
    const deps = await aKnownSchool();
    const back = { place: 'here', since: '2026-11-02', school: '', releasedOn: '' } as const;
    const ada = await pupil(deps, '0001');
    const recorded = { by: 'senco@elm.example', at: '2026-11-02T09:00:00.000Z' };
    await deps.store.put('pupils', { ...ada, places: [{ ...back, ...recorded }] });
    const { said } = await bring(deps, list(LEAVERS, `${ADA},23/10/2026,`, `${BO},,`, `${CY},,`));
    expect(said).toContain(
      '  0001: a day of leaving, and it can’t be told who that is here now. Nothing is done.',
    );
    expect(placeOf(await pupil(deps, '0001'))).toMatchObject({ place: 'here' });
  });

  it('has whoever it took out pointed out once they are on a list again', async () => {
    const deps = await aKnownSchool();
    await bring(deps, list(LEAVERS, `${ADA},20/11/2026,`, `${BO},,`, `${CY},,`));
    const { said } = await bring(deps, list(HEAD, ADA, BO, CY));
    expect(countLine(said)).toBe(
      '3 rows, 2 with SEN, 1 of them EHCP; 0 new, 0 changed, 0 left; 1 needs a look.',
    );
    expect(said.join('\n')).toContain('0001: on the list, and said here to have left.');
    expect(placeOf(await pupil(deps, '0001'))?.place).toBe('left');
  });
});

describe('who is here and not on a list', () => {
  it('is named where it is a list of everybody, and stays', async () => {
    const deps = await aKnownSchool();
    const { said, pupils } = await bring(deps, list(HEAD, BO, '0009,Fox,Flo,02/02/2018,4,'));
    expect(countLine(said)).toBe(
      '2 rows, 1 with SEN, 1 of them EHCP; 1 new, 0 changed, 0 left; 2 need a look.',
    );
    expect(said).toContain(
      '  0001, 0003: here, and not on the list. Nothing is changed; say on “review pupil” if they have left.',
    );
    expect(pupils).toHaveLength(4);
  });

  it('is named only with a plan where it is a list of those with SEN', async () => {
    const deps = await aKnownSchool();
    const { said } = await bring(deps, list(HEAD, BO));
    expect(said.filter((line) => line.includes('not on the list'))).toEqual([
      expect.stringMatching(/^ {2}0001: here/),
    ]);
  });
});

describe('what needs a look', () => {
  it('is a line each, and a pupil with two of them counts once', async () => {
    const deps = await aKnownSchool();
    const { said } = await bring(
      deps,
      list(
        HEAD,
        // A new surname, and a year that is not the usual one.
        '0001,Lovelace,Ada,14/03/2017,4,K',
        // An EHC plan that is none any more.
        '0002,Chan,Bo,09/01/2018,4,K',
        // A corrected birth date, and a year group of the school’s own words.
        '0003,Dale,Cy,02/09/2018,Nurture,',
      ),
    );
    expect(countLine(said)).toBe(
      '3 rows, 2 with SEN, 0 of them EHCP; 0 new, 3 changed, 0 left; 3 need a look.',
    );
    const from = said.indexOf('Please look:');
    expect(said.slice(from + 1, from + 6)).toEqual([
      '  0001: the name is another than here.',
      '  0003: the date of birth is another than here.',
      '  0002: by this list there is no such plan any more, and the plan here would go.',
      '  0001: the year group is not the usual one for the birth date. That is right where a pupil is taught out of their year.',
      '  0003: the year group is none known here, so the one here stays, or the usual one for the birth date is taken.',
    ]);
    expect((await pupil(deps, '0003')).yearGroup).toBe('3');
  });

  it('is a year group that is not known, of somebody new: the usual one for the birth date is taken', async () => {
    const deps = await aSchool();
    const { code, pupils } = await bring(deps, list(HEAD, '0005,Fox,Flo,02/02/2018,Mixed ability,K'));
    expect(code).toBe(0);
    // Born in February 2018: four before September 2022, in Reception from then, in Year 4 in autumn 2026.
    expect(pupils).toMatchObject([{ firstName: 'Flo', yearGroup: '4' }]);
    expect(pupils[0]).not.toHaveProperty('yearUnknown');
  });
});

describe('a list from no system that is known', () => {
  const LIST = text(
    'spreadsheet.csv',
    'Pupil Ref,First Names,Family Name,Born,Yr Group,SEND,Favourite colour',
    '17,Ada,Byron,14/03/2017,5,K,blue',
  );

  it('is taken by whatever headings any system has, and the person is asked to look at them', async () => {
    const { code, said, pupils } = await bring(await aSchool(), asking(LIST, { yes: true }));
    expect(code).toBe(0);
    expect(said[0]).toContain('This is from no system known here: please look at the columns');
    expect(said).toContain('Skipped, as nothing is kept of them: Favourite colour.');
    expect(pupils).toMatchObject([
      {
        ref: '17',
        firstName: 'Ada',
        lastName: 'Byron',
        dateOfBirth: '2017-03-14',
        yearGroup: '5',
        plans: [{ kind: 'sen-support' }],
      },
    ]);
  });

  it('says in one line what it has no heading for', async () => {
    const without = text('sheet.csv', 'Pupil Ref,First Names,Family Name,Turned up', '17,Ada,Byron,1');
    const { code, wrong } = await bring(await aSchool(), asking(without, { yes: true }));
    expect(code).toBe(1);
    expect(wrong.slice(0, 2)).toEqual([
      'sheet.csv: no heading is known here for the date of birth, which is needed. Say which it is with --column "Heading=date_of_birth". The headings are Pupil Ref, First Names, Family Name, Turned up',
      'sheet.csv: no heading is known here for the year group, which is needed. Say which it is with --column "Heading=year_group". The headings are Pupil Ref, First Names, Family Name, Turned up',
    ]);
  });
});

it('a list with the month first, as in America, is refused whole: most of its days would be taken for others', async () => {
  const { code, wrong, pupils } = await bring(
    await aSchool(),
    asking(text('us.csv', HEAD, '1,Byron,Ada,03/14/2017,5,K', '2,Chan,Bo,01/09/2018,4,E'), {
      yes: true,
      skipBad: true,
    }),
  );
  expect({ code, pupils }).toEqual({ code: 1, pupils: [] });
  expect(wrong[0]).toBe(
    'us.csv, column DOB: these days are written with the month first (03/14/2017); export them as 14/03/2017 or 2017-03-14, so that none is taken for another',
  );
});

describe('two rows of one number', () => {
  it('count as one where they say the same, which is told in a line, and need no look', async () => {
    const { code, said, pupils } = await bring(await aSchool(), list(HEAD, ADA, ADA, BO));
    expect(code).toBe(0);
    expect(pupils.map(({ ref }) => ref).toSorted()).toEqual(['0001', '0002']);
    expect(countLine(said)).toBe('2 rows, 2 with SEN, 1 of them EHCP; 2 new, 0 changed, 0 left.');
    expect(said).toContain('1 row says again what another says, and counts once.');
    expect(said).not.toContain('Please look:');
  });

  it('are of one pupil where only the year group differs, and of one name where only the birth date does', async () => {
    const { code, wrong } = await bring(
      await aSchool(),
      list(HEAD, ADA, ADA.replace(',5,K', ',6,K'), BO, BO.replace('09/01/2018', '09/01/2019')),
    );
    expect(code).toBe(1);
    const keep = 'keep the one that is right';
    const otherDay = `with the same name and another date of birth; ${keep}, or give each pupil their own number`;
    expect(wrong.slice(0, 4)).toEqual([
      `all.csv, line 2, column Adno: this pupil is on line 3 too, with another year group or spelling; ${keep}`,
      `all.csv, line 3, column Adno: this pupil is on line 2 too, with another year group or spelling; ${keep}`,
      `all.csv, line 4, column Adno: this number is on line 5 too, ${otherDay}`,
      `all.csv, line 5, column Adno: this number is on line 4 too, ${otherDay}`,
    ]);
  });

  it('are both named, and neither is taken, where they differ', async () => {
    const { said, pupils } = await bring(await aSchool(), {
      ...list(HEAD, ADA, ADA.replace('Byron', 'King'), BO),
      skipBad: true,
    });
    expect(pupils.map(({ ref }) => ref)).toEqual(['0002']);
    expect(said).toEqual(
      expect.arrayContaining([
        '  all.csv, line 2, column Adno: this number is on line 3 too, of another pupil; each needs their own',
        '  all.csv, line 3, column Adno: this number is on line 2 too, of another pupil; each needs their own',
      ]),
    );
    expect(countLine(said)).toContain('2 rows have faults and are not taken');
  });
});

describe('two rows of new children with one UPN', () => {
  const WITH_UPN = `UPN,${HEAD}`;
  const U = 'A823100010001';
  const said = (line: number) =>
    `this UPN is on line ${line} too, under another number; if the two are one child, keep the row that is right, else put the UPN right`;

  it('are both named and neither is taken: nobody knows whether it is one child', async () => {
    const rows = [`${U},${ADA}`, `${U},0009,Byron,Ada,14/03/2017,5,K`, `,${BO}`];
    const refused = await bring(await aSchool(), list(WITH_UPN, ...rows));
    expect(refused.code).toBe(1);
    expect(refused.wrong.slice(0, 2)).toEqual([
      `all.csv, line 2, column UPN: ${said(3)}`,
      `all.csv, line 3, column UPN: ${said(2)}`,
    ]);
    const rest = await bring(await aSchool(), { ...list(WITH_UPN, ...rows), skipBad: true });
    expect(rest.pupils.map(({ ref }) => ref)).toEqual(['0002']);
  });

  it('are none of these where one of them is here already: the UPN is theirs', async () => {
    const deps = await aSchool();
    await bring(deps, list(WITH_UPN, `${U},${ADA}`, `,${BO}`));
    const { code, pupils } = await bring(deps, list(WITH_UPN, `${U},${ADA}`, `${U},${BO}`));
    expect(code).toBe(0);
    expect(pupils.map(({ ref, upn }) => [ref, upn]).toSorted()).toEqual([
      ['0001', U],
      ['0002', undefined],
    ]);
  });

  it('are one child, where one row is of when they left and the other of now', async () => {
    const head = `${WITH_UPN},DOL`;
    const { code, pupils } = await bring(
      await aSchool(),
      list(head, `${U},${ADA},20/07/2024`, `${U},0009,Byron,Ada,14/03/2017,5,K,`),
    );
    expect({ code, refs: pupils.map(({ ref }) => ref) }).toEqual({ code: 0, refs: ['0009'] });
  });
});

describe('the number of somebody who left, that a child who is here has now', () => {
  it('is theirs: it is told once, and at no import after that', async () => {
    const deps = await aKnownSchool();
    await bring(deps, list(`${HEAD},DOL`, `${ADA},20/07/2026`, `${BO},`, `${CY},`));
    // Bo, known by name and birth date under a UPN, has Ada’s number now.
    const now = list(`UPN,${HEAD}`, 'A823100010001,0001,Chan,Bo,09/01/2018,4,E', `,${CY}`);
    await bring(deps, list(`UPN,${HEAD}`, `A823100010001,${BO}`, `,${CY}`));
    const first = await bring(deps, now);
    expect(first.said).toContain(
      '  0001 before 2026-11-23: left, and the number is another child’s by this list. The record stays, under a number of its own.',
    );
    expect(first.pupils.map(({ ref, firstName }) => `${ref} ${firstName}`).toSorted()).toEqual([
      '0001 Bo',
      '0001 before 2026-11-23 Ada',
      '0003 Cy',
    ]);
    const again = await bring(deps, now);
    expect(again.said).toContain('All of this is stored already: there is nothing to write.');
    expect(again.said.join()).not.toContain('the number is another child');
  });
});

describe('who is here, and not on a list', () => {
  const ABSENT = /here, and not on the list/;

  it('is nobody by a local authority’s list, which has those with EHC plans alone', async () => {
    const deps = await aSchool();
    await bring(deps, asking(made('sims'), { yes: true }));
    const { said } = await bring(deps, asking(made('sen2')));
    expect(said.filter((line) => ABSENT.test(line))).toEqual([]);
  });

  it('is called as they will be, where another child has their reference now', async () => {
    const { said } = await bring(await aKnownSchool(), {
      ...list(HEAD, '0001,Fox,Eve,10/10/2020,1,', BO, CY),
      decisions: [['0001', 'another']],
    });
    expect(said.find((line) => ABSENT.test(line))).toMatch(/^ {2}0001 before 2026-11-23: /);
  });
});
