import { describe, expect, onTestFinished, test } from 'vitest';
import { ImportFaults } from '../../src/data-in/fault.ts';
import { importSchool } from '../../src/data-in/import.ts';
import { describeReport } from '../../src/data-in/report.ts';
import { openLowdbStore } from '../../src/store/lowdb/store.ts';
import type { Documents, Store } from '../../src/store/store.ts';
import { anAnnualReview } from '../support/annual-builders.ts';
import {
  aFolder,
  type Files,
  newFolder,
  PUPILS,
  planning,
  SCHOOL,
  STAFF,
  TARGETS,
  TODAY,
} from './a-folder.ts';

async function aStore(): Promise<Store> {
  const store = await openLowdbStore(await newFolder());
  onTestFinished(() => store.close());
  return store;
}

const bring = async (store: Store, changed: Files = {}, today = TODAY) =>
  importSchool(store, await aFolder(changed), planning({ today }));

const pupilOf = async (store: Store, ref: string, school = 'elm-park') =>
  (await store.pupilsOf(school)).find((pupil) => pupil.ref === ref);

/** Whatever ids they got. */
const withoutIds = ({ pupils, ...rest }: Awaited<ReturnType<typeof everything>>) => ({
  ...rest,
  pupils: pupils.map(({ id: _, ...pupil }) => pupil),
});

async function everything(store: Store) {
  const schools = await store.schools();
  const pupils = await Promise.all(schools.map(({ id }) => store.pupilsOf(id)));
  return { schools, pupils: pupils.flat() };
}

const none = { added: [], changed: [], missing: [] };
const WITHOUT_TERRY = STAFF.replace('teacher@elm.example,Terry Teacher,staff\n', '');
const PUPILS_WITHOUT_TERRY = PUPILS.replaceAll('teacher@', 'senco@');

describe('given an empty store', () => {
  test('when a school is imported, then it, its staff and its pupils are stored', async () => {
    const store = await aStore();
    const report = await bring(store);
    const school = await store.get('schools', 'elm-park');
    expect(school).toMatchObject({ name: 'Elm Park Primary', version: 2 });
    expect(school?.staff.map(({ email, role }) => [email, role])).toEqual([
      ['head@elm.example', 'leader'],
      ['senco@elm.example', 'senco'],
      ['teacher@elm.example', 'staff'],
    ]);
    expect(
      (await store.pupilsOf('elm-park')).map(({ ref, plans }) => [
        ref,
        plans.flatMap(({ targets }) => targets).length,
      ]),
    ).toEqual([
      ['1001', 2],
      ['1002', 1],
      ['1003', 0],
    ]);
    expect(report).toEqual({
      schoolId: 'elm-park',
      schoolFields: undefined,
      erased: 0,
      slips: [],
      settingsKept: [],
      staff: {
        ...none,
        added: ['head@elm.example', 'senco@elm.example', 'teacher@elm.example'],
        unchanged: 0,
      },
      pupils: { ...none, added: ['1001', '1002', '1003'], unchanged: 0 },
      staffKept: [],
      termsEnd: undefined,
      noHead: false,
      withoutSendiass: [''],
      maybeSame: [],
      kept: [],
    });
  });

  test('when the files have a fault, then nothing at all is stored', async () => {
    const store = await aStore();
    await expect(bring(store, { 'targets.csv': TARGETS.replace('1001', '9999') })).rejects.toThrow(
      ImportFaults,
    );
    expect(await everything(store)).toEqual({ schools: [], pupils: [] });
  });

  test('when two schools have the same references, then each has its own pupils', async () => {
    const store = await aStore();
    await bring(store);
    const oak = JSON.stringify({ ...SCHOOL, id: 'oak-park', name: 'Oak Park' });
    const report = await bring(store, { 'school.json': oak, 'pupils.csv': PUPILS.replace('Ada', 'Eve') });
    expect(report.pupils).toEqual({ ...none, added: ['1001', '1002', '1003'], unchanged: 0 });
    expect((await pupilOf(store, '1001'))?.firstName).toBe('Ada');
    expect((await pupilOf(store, '1001', 'oak-park'))?.firstName).toBe('Eve');
    expect((await store.schools()).map(({ staff }) => staff.length)).toEqual([3, 3]);
  });
});

describe('given a school that is stored', () => {
  test('when the same folder comes again, on another day, then nothing is written', async () => {
    const store = await aStore();
    await bring(store);
    const before = await everything(store);
    const report = await bring(store, {}, '2026-12-01');
    expect(await everything(store)).toEqual(before);
    expect(report).toMatchObject({
      schoolFields: [],
      staff: { ...none, unchanged: 3 },
      pupils: { ...none, unchanged: 3 },
    });
  });

  test('when something differs, then only that is written, and reported by its field’s name', async () => {
    const store = await aStore();
    await bring(store);
    const report = await bring(store, {
      'school.json': JSON.stringify({ ...SCHOOL, closures: ['2027-02-01'] }),
      'staff.csv': STAFF.replace('Hari Head,head', 'Hari Head,head senco'),
      'pupils.csv': PUPILS.replace('Byron', 'Lovelace').replace('2026-05-20', '2026-11-20'),
      'targets.csv': TARGETS.replace('10 counts each Monday', '10 counts each Tuesday'),
    });
    expect(report).toMatchObject({
      schoolFields: ['closures'],
      staff: { ...none, changed: [{ who: 'head@elm.example', fields: ['role'] }], unchanged: 2 },
      pupils: {
        ...none,
        changed: [
          { who: '1001', fields: ['lastName', 'lastReviewed'] },
          { who: '1002', fields: ['targets'] },
        ],
        unchanged: 1,
      },
    });
    expect(await pupilOf(store, '1001')).toMatchObject({
      lastName: 'Lovelace',
      plans: [{ lastReviewed: '2026-11-20' }],
      version: 2,
    });
    expect((await pupilOf(store, '1003'))?.version).toBe(1);
    expect((await store.get('schools', 'elm-park'))?.staff).toContainEqual({
      email: 'head@elm.example',
      name: 'Hari Head',
      role: 'senco',
      head: true,
    });
    for (const value of ['Lovelace', 'Byron', '2026-11-20', 'Tuesday'])
      expect(describeReport(report).join()).not.toContain(value);
  });

  test('when a target’s measure changes, then the target keeps its id', async () => {
    const store = await aStore();
    await bring(store);
    const before = await pupilOf(store, '1002');
    await bring(store, { 'targets.csv': TARGETS.replace('10 counts', '20 counts') });
    const after = await pupilOf(store, '1002');
    expect(after?.plans[0]?.targets).toEqual([
      { ...before?.plans[0]?.targets[0], measure: '20 counts each Monday' },
    ]);
  });

  test('when a value is taken away, then it is gone from the document', async () => {
    const store = await aStore();
    await bring(store);
    await bring(store, { 'pupils.csv': PUPILS.replace('2025-09-10', '') });
    expect(await pupilOf(store, '1001')).not.toHaveProperty('plans.0.planMade');
  });

  test('when a pupil is no longer in the file, then they are reported and stay as they were', async () => {
    const store = await aStore();
    await bring(store);
    const before = await pupilOf(store, '1003');
    const report = await bring(store, { 'pupils.csv': PUPILS.replace(/1003.*\n/, '') });
    expect(report.pupils).toEqual({ ...none, missing: ['1003'], unchanged: 2 });
    expect(await pupilOf(store, '1003')).toEqual(before);
  });

  test('when a colleague is no longer in the file, then they have left that day, once; back in it, they are back', async () => {
    const store = await aStore();
    await bring(store);
    const gone: Files = { 'staff.csv': WITHOUT_TERRY, 'pupils.csv': PUPILS_WITHOUT_TERRY };
    const terry = async () =>
      (await store.get('schools', 'elm-park'))?.staff.filter(({ email }) => email.startsWith('teacher'));

    expect((await bring(store, gone)).staff).toEqual({
      ...none,
      missing: ['teacher@elm.example'],
      unchanged: 2,
    });
    expect(await terry()).toEqual([
      { email: 'teacher@elm.example', name: 'Terry Teacher', role: 'staff', left: TODAY },
    ]);

    const again = await bring(store, gone, '2026-12-01');
    expect(again).toMatchObject({ schoolFields: [], staff: { ...none, unchanged: 2 } });
    expect(await terry()).toMatchObject([{ left: TODAY }]);

    expect((await bring(store)).staff.changed).toEqual([{ who: 'teacher@elm.example', fields: ['left'] }]);
    expect(await terry()).toEqual([{ email: 'teacher@elm.example', name: 'Terry Teacher', role: 'staff' }]);
  });

  test('when another school’s files come under its id, then they are refused', async () => {
    const store = await aStore();
    await bring(store);
    const before = await everything(store);
    const other = {
      'staff.csv': STAFF.replaceAll('elm', 'oak'),
      'pupils.csv': PUPILS.replaceAll('elm', 'oak'),
    };
    await expect(bring(store, other)).rejects.toMatchObject({
      faults: [{ file: 'school.json', column: 'id', message: expect.stringContaining('none of the staff') }],
    });
    expect(await everything(store)).toEqual(before);
  });

  test('when its last term is over, then the report asks for the next', async () => {
    const store = await aStore();
    const report = await bring(store, {}, '2027-03-26');
    expect(describeReport(report).join('\n')).toContain('ended on 2027-03-25. Add the next');
    expect((await bring(store, {}, '2027-03-25')).termsEnd).toBeUndefined();
  });

  test.each([
    ['head', { role: 'leader', head: true }],
    // In a small school one person is both.
    ['SENCO and head', { role: 'senco', head: true }],
    ['senco; head', { role: 'senco', head: true }],
    ['Head/SENCO', { role: 'senco', head: true }],
  ])('when the role is %s, then they are taken for %j', async (role, place) => {
    const store = await aStore();
    const files = { 'staff.csv': STAFF.replace('Hari Head,head', `Hari Head,${role}`) };
    const report = await bring(store, files);
    const school = await store.get('schools', 'elm-park');
    expect(school?.staff.find(({ email }) => email === 'head@elm.example')).toMatchObject(place);
    expect(describeReport(report).join()).not.toContain('names no head');
  });

  test('when nobody is the head, then it is taken, and the report asks for the head', async () => {
    const report = await bring(await aStore(), {
      'staff.csv': STAFF.replace('Hari Head,head', 'Hari Head,leader'),
    });
    expect(describeReport(report).join('\n')).toContain('staff.csv names no head. Write head as the role');
  });
});

describe('given an import killed between two writes', () => {
  /** A store whose process dies after `lives` more writes. */
  function mortal(store: Store, lives: number): Store {
    let left = lives;
    return Object.assign(Object.create(store), {
      get: store.get.bind(store),
      put: async (collection: keyof Documents, document: Documents[keyof Documents]) => {
        if (left === 0) throw new Error('killed');
        left -= 1;
        return store.put(collection, document);
      },
    });
  }

  const later: Files = {
    'staff.csv': `${WITHOUT_TERRY}new@elm.example,Nia New,staff\n`,
    'pupils.csv': `${PUPILS.replaceAll('teacher@', 'new@').replace('Bo', 'Bobby')}1004,Di,Eve,2018-01-01,3,N,,,new@elm.example\n`,
  };

  test.each([0, 1, 2, 3, 4])(
    'when a new school’s dies after %i writes, then nobody is in it, until it is whole',
    async (lives) => {
      const store = await aStore();
      await expect(importSchool(mortal(store, lives), await aFolder(), planning())).rejects.toThrow('killed');
      expect((await store.schools()).flatMap(({ staff }) => staff)).toEqual([]);

      const whole = await aStore();
      await bring(store);
      await bring(whole);
      expect(withoutIds(await everything(store))).toEqual(withoutIds(await everything(whole)));
    },
  );

  test.each([1, 2, 3])(
    'when a known school’s dies after %i writes, then leavers have no access and key staff are known',
    async (lives) => {
      const store = await aStore();
      await bring(store);
      await expect(importSchool(mortal(store, lives), await aFolder(later), planning())).rejects.toThrow(
        'killed',
      );
      const staff = (await store.get('schools', 'elm-park'))?.staff ?? [];
      expect(staff.find(({ email }) => email === 'teacher@elm.example')?.left).toBe(TODAY);
      for (const { keyStaff } of await store.pupilsOf('elm-park'))
        expect(staff.map(({ email }) => email)).toEqual(expect.arrayContaining([...keyStaff]));

      const whole = await aStore();
      await bring(whole);
      await bring(whole, later);
      await bring(store, later);
      expect(withoutIds(await everything(store))).toEqual(withoutIds(await everything(whole)));
    },
  );
});

describe('given a colleague whom a SENCO has marked as away', () => {
  test('when the same folder is imported again, then they are still away, and nothing changes', async () => {
    const store = await aStore();
    await bring(store);
    const school = await store.get('schools', 'elm-park');
    if (!school) throw new Error('not imported');
    const absent = { from: '2026-11-02', until: '2026-11-20' };
    const staff = school.staff.map((one) => (one.email === 'teacher@elm.example' ? { ...one, absent } : one));
    const marked = await store.put('schools', { ...school, staff, taken: ['once1#a'] });
    const report = await bring(store);
    expect(await store.get('schools', 'elm-park')).toEqual(marked);
    expect(report.staff).toMatchObject({ changed: [], unchanged: 3 });
    expect(report.schoolFields).toEqual([]);
  });
});

describe('given a pupil for whom an early review was refused', () => {
  const refused = {
    id: 'r1',
    asker: 'parent',
    askedOn: '2026-11-02',
    why: 'He is not sleeping.',
    refusal: 'It was reviewed last week.',
    by: 'senco@elm.example',
    at: '2026-11-03T09:00:00.000Z',
  } as const;

  async function withRefusal() {
    const store = await aStore();
    await bring(store);
    const pupil = await pupilOf(store, '1001');
    if (!pupil) throw new Error('not imported');
    const kept = await store.put('pupils', { ...pupil, refusedRequests: [refused], taken: ['once1#a'] });
    return { store, kept };
  }

  test('when the same folder is imported again, then the request is still there, and nothing changes', async () => {
    const { store, kept } = await withRefusal();
    const report = await bring(store);
    expect(await pupilOf(store, '1001')).toEqual(kept);
    expect(report.pupils).toEqual({ ...none, unchanged: 3 });
  });

  test('when it is imported again, then what was said of the plan’s transfer is still there', async () => {
    const { store, kept } = await withRefusal();
    const [plan] = kept.plans;
    if (!plan) throw new Error('no plan');
    const transferSettled = { year: 2027, why: 'Named already.', by: 'ana@elm.example', at: refused.at };
    const said = { ...kept, plans: [{ ...plan, transferSettled, laSince: '2026-10-05' }] };
    const stored = await store.put('pupils', said);
    await bring(store);
    expect(await pupilOf(store, '1001')).toEqual(stored);
  });

  test('when the pupil’s line changes, then the request is still there, and only what changed is reported', async () => {
    const { store, kept } = await withRefusal();
    const changed = PUPILS.replace('sen-support', 'ehcp').replace('2026-05-20', '2026-11-20');
    const report = await bring(store, { 'pupils.csv': changed });
    expect(await pupilOf(store, '1001')).toEqual({
      ...kept,
      plans: [{ ...kept.plans[0], kind: 'ehcp', lastReviewed: '2026-11-20' }],
      version: kept.version + 1,
    });
    expect(report.pupils.changed).toEqual([{ who: '1001', fields: ['plan', 'lastReviewed'] }]);
  });
});

describe('given a pupil whose annual review is being prepared', () => {
  test('when the files put the date of birth right, then the review addresses the young person at once', async () => {
    const store = await aStore();
    const of = (born: string) => ({
      'pupils.csv': PUPILS.replace('2017-03-14,5,sen-support', `${born},12,ehcp`),
    });
    await bring(store, of('2012-11-20'));
    const pupil = await pupilOf(store, '1001');
    const schoolId = 'elm-park';
    await store.put('reviews', anAnnualReview({ schoolId, pupilId: pupil?.id ?? '', version: 0 }));
    // 16 in the school year 2025/26: addressed from 27 June 2026 on.
    await bring(store, of('2009-11-20'));
    const [review] = await store.reviewsOfPupil(pupil?.id ?? '');
    expect(review?.addressing).toEqual({ youngFrom: '2026-06-27' });
  });
});

describe('given a school stored before there were columns and keys for EHC plans', () => {
  const school = JSON.stringify({
    ...SCHOOL,
    localAuthorities: [{ name: 'Elmshire', leadWeeks: 10 }],
    leavingYears: ['6'],
  });
  const [header, ada, ...rest] = PUPILS.split('\n');
  const pupils = [
    `${header},la,last_meeting,last_decision,phase_transfer`,
    `${ada?.replace('sen-support', 'ehcp')},Elmshire,2026-05-20,2026-06-15,infant-junior 2027`,
    ...rest,
  ].join('\n');
  const files = { 'school.json': school, 'pupils.csv': pupils };

  test('when they are filled in, then they are stored, reported by name, and the next import changes nothing', async () => {
    const store = await aStore();
    await bring(store);
    const report = await bring(store, files);
    expect(report.schoolFields).toEqual(['localAuthorities', 'leavingYears']);
    expect(report.withoutSendiass).toEqual(['Elmshire']);
    expect(describeReport(report).join('\n')).toContain('does not name the SENDIASS of Elmshire');
    expect(report.pupils.changed).toEqual([
      { who: '1001', fields: ['plan', 'lastMeeting', 'lastDecision', 'la', 'phaseTransfer'] },
    ]);
    const after = await everything(store);
    expect(await bring(store, files, '2027-05-04')).toMatchObject({
      schoolFields: [],
      pupils: { ...none, unchanged: 3 },
    });
    expect(await everything(store)).toEqual(after);
  });

  test('when they are taken away again, then they are gone', async () => {
    const store = await aStore();
    await bring(store, files);
    await bring(store);
    expect(await store.get('schools', 'elm-park')).not.toHaveProperty('leavingYears');
    const pupil = await pupilOf(store, '1001');
    for (const key of ['la', 'lastMeeting', 'lastDecision', 'phaseTransfer'])
      expect(pupil?.plans[0]).not.toHaveProperty(key);
  });
});
