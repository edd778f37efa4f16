import { describe, expect, it } from 'vitest';
import { planCell } from '../../src/data-in/plan-cell.ts';
import { aSchool, asking, bring, text } from './bring.ts';

/*
 * Lists as they come out of schools' systems and SENCOs' own spreadsheets, with what people add to them by hand.
 */

const HEAD = 'Adno,Legal Surname,Legal Forename,DOB,Year,SEN Status';
const list = (...rows: readonly string[]) => asking(text('odd.csv', ...rows), { yes: true });
const names = (pupils: readonly { readonly firstName: string; readonly lastName: string }[]) =>
  pupils.map(({ firstName, lastName }) => `${firstName} ${lastName}`).toSorted();

describe('a list with the names of classes between the pupils', () => {
  it('is taken without them, and says so', async () => {
    const { code, said, pupils } = await bring(
      await aSchool(),
      list(
        HEAD,
        'Class: Oak,,,,,',
        '1,Byron,Ada,14/03/2017,5,K',
        ',,,,,',
        ',,,,Willow,',
        '2,Chan,Bo,09/01/2018,4,E',
        'Total,2,,,,',
        'Count:,,2,,,',
      ),
    );
    expect({ code, refs: pupils.map(({ ref }) => ref).toSorted() }).toEqual({ code: 0, refs: ['1', '2'] });
    expect(said).toContain(
      '2 lines have text in one cell only: they are taken for a heading between the pupils.',
    );
  });

  it('still says what is wrong with a pupil’s row in which most is missing', async () => {
    const { wrong } = await bring(await aSchool(), list(HEAD, '1,Byron,,,,', '2,Chan,Bo,09/01/2018,4,E'));
    expect(wrong[0]).toContain('odd.csv, line 2, column DOB: empty');
  });
});

it('a list of one class is not asked about everybody who is in another', async () => {
  const deps = await aSchool();
  const everybody = Array.from(
    { length: 16 },
    (_, n) => `${n + 1},Byron,A${'bcdefghijklmnopq'[n]},14/03/2017,5,`,
  );
  await bring(deps, list(HEAD, ...everybody));
  const { said } = await bring(deps, list(HEAD, ...everybody.slice(0, 2), '17,Chan,Bo,09/01/2018,4,E'));
  expect(said).toContain('3 rows, 1 with SEN, 1 of them EHCP; 1 new, 0 changed, 0 left.');
  expect(said).toContain(
    '14 pupils are here and not on this list: it is taken for one of a part of the school, and nothing is changed of them.',
  );
});

describe('a list with the names in capitals', () => {
  const SHOUTED = [
    "1,O'BRIEN,ADA,14/03/2017,5,K",
    '2,SMITH-JONES,BO,09/01/2018,4,E',
    '3,McDONALD,ZOË,01/09/2018,3,',
    '4,NG,AVA MAY,01/10/2018,3,',
  ];

  it('is taken with the names as people write them, and says so', async () => {
    const { said, pupils } = await bring(await aSchool(), list(HEAD, ...SHOUTED));
    expect(names(pupils)).toEqual(
      ['Ada O’Brien', 'Ava May Ng', 'Bo Smith-Jones', 'Zoë McDonald'].map((name) => name.replace('’', "'")),
    );
    expect(said).toContain(
      'Names on it are in capitals: new ones are kept as Hughes or O’Brien, those here stay as they are.',
    );
  });

  it('does not shout at those who are here: nothing changes in their names', async () => {
    const deps = await aSchool();
    await bring(deps, list(HEAD, '1,van der Berg,Ada,14/03/2017,5,K', '2,MacLeod,Bo,09/01/2018,4,E'));
    const { said, pupils } = await bring(
      deps,
      list(HEAD, '1,VAN DER BERG,ADA,14/03/2017,5,K', '2,KING,BO,09/01/2018,4,E'),
    );
    expect(names(pupils)).toEqual(['Ada van der Berg', 'Bo King']);
    expect(said).toContain('  changed  last name: 2');
  });

  it('leaves a single name in capitals alone, where the list is not', async () => {
    const rows = ['1,Byron,AJ,14/03/2017,5,K', '2,Chan,Bo,09/01/2018,4,E', '3,ODD,Cy,01/09/2018,3,'];
    const { pupils } = await bring(await aSchool(), list(HEAD, ...rows));
    expect(names(pupils)).toEqual(['AJ Byron', 'Bo Chan', 'Cy ODD']);
  });
});

describe('a SENCO’s own spreadsheet', () => {
  it('with year and class in one column, and days of reviews, is taken', async () => {
    const { code, said, pupils } = await bring(
      await aSchool(),
      list(
        'UPN,Legal Surname,Legal Forename,Date of Birth,Year / Class,SEN Status,Date of last review,EHCP issue date,Key Worker',
        'A823100010001,Byron,Ada,14/03/2017,Year 5 / 5B,K - SEN Support,12/06/2026,,Mrs Bell',
        'B823100010002,Chan,Bo,09/01/2018,Reception / RA,E - EHC Plan,,12/01/2024,Mrs Bell',
      ),
    );
    expect(code).toBe(0);
    expect(said).toContain('Skipped, as nothing is kept of them: Key Worker.');
    expect(pupils.toSorted((a, b) => (a.ref < b.ref ? -1 : 1))).toMatchObject([
      { yearGroup: '5', plans: [{ kind: 'sen-support', lastReviewed: '2026-06-12' }] },
      { yearGroup: 'R', plans: [{ kind: 'ehcp', planMade: '2024-01-12' }] },
    ]);
  });

  it('with UPNs alone says of a row without one that the UPN is missing, and names no column it has not', async () => {
    const { wrong } = await bring(
      await aSchool(),
      list('UPN,Surname,Forename,DOB,Year', ',Byron,Ada,14/03/2017,5', 'B823100010002,Chan,Bo,09/01/2018,4'),
    );
    expect(wrong[0]).toMatch(/^odd\.csv, line 2, column UPN: empty/);
  });
});

it.each([
  ['School Support', 'sen-support'],
  ['K SEN Support', 'sen-support'],
  ['E Education, Health and Care Plan', 'ehcp'],
  ['No SEN status', 'none'],
  ['N - No Special Educational Need', 'none'],
])('a SEN status written %j is %s', (written, meant) => {
  expect(planCell.parse(written)).toBe(meant);
});
