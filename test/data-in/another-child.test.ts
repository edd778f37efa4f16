import { expect, onTestFinished, test } from 'vitest';
import { ImportFaults } from '../../src/data-in/fault.ts';
import { importSchool } from '../../src/data-in/import.ts';
import { describeReport } from '../../src/data-in/report.ts';
import { pupilName } from '../../src/domain/language/people.ts';
import type { Decision } from '../../src/domain/pupil/who/who.ts';
import { openLowdbStore } from '../../src/store/lowdb/store.ts';
import type { Store } from '../../src/store/store.ts';
import { review } from '../store/documents.ts';
import { aFolder, newFolder, PUPILS, planning, TODAY } from './a-folder.ts';

const SCHOOL = 'elm-park';
const ADA_S_LINE = '1001,Ada,Byron,2017-03-14';
const EVE_S_LINE = '1001,Eve,Fox,2020-10-10';

/** A school with its three pupils, and a review of Ada, who has the reference 1001. */
async function aSchool(): Promise<Store> {
  const store = await openLowdbStore(await newFolder());
  onTestFinished(() => store.close());
  await bring(store, PUPILS);
  const ada = await named(store, 'Ada');
  await store.put('reviews', review(`${ada.id}.1`, { schoolId: SCHOOL, pupilId: ada.id }));
  return store;
}

const bring = async (store: Store, pupils: string, said: Readonly<Record<string, Decision>> = {}) =>
  importSchool(
    store,
    await aFolder({ 'pupils.csv': pupils }),
    planning({ decisions: new Map(Object.entries(said)) }),
  );

const faultsOf = (importing: Promise<unknown>) =>
  importing.then(
    () => expect.fail('it was taken'),
    (error: unknown) => (error instanceof ImportFaults ? error.faults : expect.fail(String(error))),
  );

async function named(store: Store, firstName: string) {
  const found = (await store.pupilsOf(SCHOOL)).find((one) => one.firstName === firstName);
  return found ?? expect.fail(`no ${firstName}`);
}

test('given a reference that another child has now, when the file comes, then nothing is written, and the row is named', async () => {
  const store = await aSchool();
  const before = await store.pupilsOf(SCHOOL);
  const file = PUPILS.replace(ADA_S_LINE, EVE_S_LINE).replace('Chan', 'Chang');
  const faults = await faultsOf(bring(store, file));
  expect(faults).toEqual([
    {
      file: 'pupils.csv',
      line: 2,
      column: 'ref',
      message: 'the name and the date of birth are both others than of the pupil stored under 1001',
      orSay:
        'Say --same 1001 if it is the same child (whose details were changed), or --another 1001 if it is another child, so that the first keeps the review',
    },
  ]);
  expect(JSON.stringify(faults)).not.toMatch(/Ada|Eve|Byron|Fox|2017-03-14/);
  expect(await store.pupilsOf(SCHOOL)).toEqual(before);
});

test('given that, when a person says it is another child, then the first keeps the review, and the second is new', async () => {
  const store = await aSchool();
  const ada = await named(store, 'Ada');
  const file = PUPILS.replace(ADA_S_LINE, EVE_S_LINE);
  const report = await bring(store, file, { 1001: 'another' });
  const eve = await named(store, 'Eve');
  expect(eve).toMatchObject({ ref: '1001', dateOfBirth: '2020-10-10' });
  expect(eve.id).not.toBe(ada.id);
  expect(await store.reviewsOfPupil(eve.id)).toEqual([]);
  expect(await named(store, 'Ada')).toEqual({
    ...ada,
    ref: `1001 before ${TODAY}`,
    version: ada.version + 1,
  });
  expect(await store.reviewsOfPupil(ada.id)).toHaveLength(1);
  expect(report.pupils).toMatchObject({
    added: ['1001'],
    changed: [{ who: `1001 before ${TODAY}`, fields: ['ref'] }],
  });
  expect(describeReport(report).join()).not.toMatch(/Ada|Eve/);

  // The next file needs nobody's word, and changes nothing.
  expect((await bring(store, file)).pupils).toMatchObject({ added: [], changed: [], unchanged: 3 });
});

test('given that, when a person says it is the same child, then the review is theirs under the new name', async () => {
  const store = await aSchool();
  const ada = await named(store, 'Ada');
  await bring(store, PUPILS.replace(ADA_S_LINE, EVE_S_LINE), { 1001: 'same' });
  expect((await named(store, 'Eve')).id).toBe(ada.id);
});

test('given a list numbered by row with a child put in between, then the file and its rows are named, and nothing is written', async () => {
  const store = await aSchool();
  const before = await store.pupilsOf(SCHOOL);
  const [header, ...rows] = PUPILS.trim().split('\n');
  const renumbered = [`1001,Eve,Fox,2020-10-10,1,N,,,`, ...rows].map((row, n) =>
    row.replace(/^\d+/, `${1001 + n}`),
  );
  const faults = await faultsOf(bring(store, [header, ...renumbered].join('\n')));
  expect(faults.map(({ file, line }) => [file, line])).toEqual([
    ['pupils.csv', undefined],
    ['pupils.csv', 2],
    ['pupils.csv', 3],
    ['pupils.csv', 4],
    ['pupils.csv', 5],
  ]);
  expect(faults[0]?.message).toBe(
    '4 rows of this list have a reference or UPN under which another child is here, so nothing of it is taken. It may be numbered by row, or be the list of another school. Export it with each pupil’s own reference (admission number or UPN)',
  );
  // Nothing that is said row by row would help, so nothing is offered.
  expect(faults.filter(({ orSay }) => orSay !== undefined)).toEqual([]);
  const said = { 1001: 'same', 1002: 'same', 1003: 'same', 1004: 'same' } as const;
  await faultsOf(bring(store, [header, ...renumbered].join('\n'), said));
  expect(await store.pupilsOf(SCHOOL)).toEqual(before);
});

test('given lost noughts, capitals, a corrected birth date and a married name, then each is the child they are', async () => {
  const store = await aSchool();
  const noughts = PUPILS.replaceAll('1001', '0001').replaceAll('1002', 'AB2');
  const only = async (pupils: string) =>
    importSchool(
      store,
      await aFolder({ 'pupils.csv': pupils, 'targets.csv': 'pupil_ref,text,measure,set_on\n' }),
      planning(),
    );
  await only(noughts);
  const ids = async () => (await store.pupilsOf(SCHOOL)).map(({ id }) => id);
  const before = await ids();
  const file = noughts
    .replace('0001,Ada,Byron', '1,ADA,Lovelace')
    .replace('AB2,Bo,Chan,1/9/2018', 'ab2,Bo,Chan,2018-01-09');
  const { pupils } = await only(file);
  expect(pupils.added).toEqual([]);
  expect((await ids()).toSorted()).toEqual(before.toSorted());
  // The reference in full stays.
  expect(await named(store, 'ADA')).toMatchObject({ ref: '0001', lastName: 'Lovelace' });
});

test('given a UPN column, then a pupil is found by it, whatever became of the reference, and their targets keep their ids', async () => {
  const store = await aSchool();
  const withUpn = PUPILS.split('\n')
    .map((line, n) => (line === '' ? line : `${line}${n === 0 ? ',upn,class' : `,A12345678901${n},5 Oak`}`))
    .join('\n');
  await bring(store, withUpn);
  const ada = await named(store, 'Ada');
  expect(ada).toMatchObject({ upn: 'A123456789011', className: '5 Oak' });
  const file = withUpn.replace('1001,Ada', '7,Ada');
  const targets = 'pupil_ref,text,measure,set_on\n7,Read 50 words in a minute,Timed each Friday,2026-05-20\n';
  await importSchool(store, await aFolder({ 'pupils.csv': file, 'targets.csv': targets }), planning());
  const after = await named(store, 'Ada');
  expect(after).toMatchObject({ id: ada.id, ref: '7' });
  expect(after.plans[0]?.targets).toEqual([ada.plans[0]?.targets[0]]);
});

test('given something said of a reference that is on no row, then that is said, and nothing is written', async () => {
  const store = await aSchool();
  const [fault] = await faultsOf(bring(store, PUPILS, { 9999: 'same' }));
  expect(fault?.message).toBe('something was said of 9999, and no row has that reference');
});

test('given two pupils of one name, when they are imported, then each is called by what tells them apart', async () => {
  const store = await aSchool();
  await bring(store, `${PUPILS}1004,ada,byron,2012-02-02,9,N,,,\n`);
  const both = (await store.pupilsOf(SCHOOL)).filter((one) => /ada/i.test(one.firstName));
  expect(both.map(pupilName).toSorted()).toEqual(['Ada Byron (Year 5)', 'ada byron (Year 9)']);
});

test('given a pupil with one name only, then they are imported as that', async () => {
  const store = await aSchool();
  await bring(store, `${PUPILS}1004,,Suharto,2012-02-02,9,N,,,\n`);
  expect((await store.pupilsOf(SCHOOL)).map(pupilName)).toContain('Suharto');
});

test('given a UPN that another child has here, when the file comes, then each stays who they are with their own, and it is said', async () => {
  const store = await aSchool();
  const upns = ['upn', 'A111111111111', 'B222222222222', 'C333333333333'];
  const withUpns = (order: readonly number[]) =>
    PUPILS.trimEnd()
      .split('\n')
      .map((line, n) => `${line},${upns[order[n] ?? n]}`)
      .join('\n');
  await bring(store, withUpns([0, 1, 2, 3]));
  const before = await store.pupilsOf(SCHOOL);
  const report = await bring(store, withUpns([0, 2, 1, 3]));
  expect(await store.pupilsOf(SCHOOL)).toEqual(before);
  expect(describeReport(report)).toEqual(
    expect.arrayContaining([
      '1001: the UPN on the list is the one 1002 has here, so it is not taken. Please look which is right.',
      '1002: the UPN on the list is the one 1001 has here, so it is not taken. Please look which is right.',
    ]),
  );
});
