import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Child, personKey } from '../../../src/domain/pupil/who/person.ts';
import type { Decision, Held, Who } from '../../../src/domain/pupil/who/who.ts';
import { whoIsWho } from '../../../src/domain/pupil/who/who-is-who.ts';

/** As stored: four children of a school. */
const ADA = held('a', '0101', 'Ada', 'Byron', '2017-03-14');
const BO = held('b', '0102', 'Bo', 'Chan', '2018-09-01');
const CY = held('c', '0103', 'Cy', 'Dale', '2019-02-28');
const ZOE = held('z', 'AB 12', 'Zoë', 'O’Brien-Smith', '2016-05-05', 'A123456789012');
const ALL = [ADA, BO, CY, ZOE];

function held(
  id: string,
  ref: string,
  firstName: string,
  lastName: string,
  dateOfBirth: string,
  upn?: string,
) {
  return { id, ref, firstName, lastName, dateOfBirth, ...(upn && { upn }) };
}
/** The child's row as it is stored, but for what is `changed`. */
function row({ id: _, ...child }: Held, changed: Partial<Child> = {}): Child {
  return { ...child, ...changed };
}
const short = (one: Who<Held, Child>) =>
  one.is === 'new' ? 'new' : one.is === 'same' ? one.pupil.id : `${one.why} ${one.pupil.id}`;
/** Who each row is: a pupil's id, "new", or why it can't be told and whom it may be. */
const told = (
  rows: readonly Child[],
  said: Readonly<Record<string, Decision>> = {},
  pupils: readonly Held[] = ALL,
) => whoIsWho<Held, Child>(pupils, rows, new Map(Object.entries(said)));
const who = (...given: Parameters<typeof told>) => told(...given).rows.map(short);

describe('a child on a list is recognised as who they are', () => {
  it.each([
    ['as they are stored', row(ADA), 'a'],
    ['with the noughts in front of the reference lost, as in Excel', row(ADA, { ref: '101' }), 'a'],
    ['with other capitals and spaces in the reference', row(ZOE, { ref: 'ab12' }), 'z'],
    ['with a birth date that was put right', row(BO, { dateOfBirth: '2018-01-09' }), 'b'],
    ['with a married or adopted name', row(ADA, { lastName: 'King' }), 'a'],
    [
      'in capitals, without accents, hyphens and apostrophes',
      row(ZOE, { firstName: 'ZOE', lastName: 'OBRIEN SMITH' }),
      'z',
    ],
    ['with the names in each other’s column', row(BO, { firstName: 'Chan', lastName: 'Bo' }), 'b'],
    ['by the UPN, with another reference', row(ZOE, { ref: '77', upn: 'a123456789012' }), 'z'],
    ['by the UPN in the place of a reference', row(ZOE, { ref: 'A123456789012', upn: 'A123456789012' }), 'z'],
    // Their own reference is on no row, so it is not somebody else’s now: a school that changed its system.
    ['with a new reference, by name and birth date', row(CY, { ref: '9001' }), 'c'],
    ['by the UPN, with a married name and another reference', row(ZOE, { ref: '5', lastName: 'Jones' }), 'z'],
  ])('%s', (_, one, id) => {
    expect(who([one])).toEqual([id]);
    expect(told([one]).freed).toEqual([]);
  });

  it('and one who is not known is new', () => {
    expect(who([row(ADA), { ...row(ADA), ref: '0109', firstName: 'Eve', lastName: 'Fox' }])).toEqual([
      'a',
      'new',
    ]);
  });

  it('with one name only, in either column', () => {
    const suharto = held('s', '5', '', 'Suharto', '2015-01-01');
    expect(who([row(suharto, { firstName: 'Suharto', lastName: '' })], {}, [suharto])).toEqual(['s']);
  });

  it('though a brother with the same reference but for a nought is on the list too', () => {
    const [a, b] = [
      held('a', '0101', 'Al', 'Ash', '2017-01-01'),
      held('b', '101', 'Ben', 'Ash', '2018-01-01'),
    ];
    expect(who([row(b), row(a)], {}, [a, b])).toEqual(['b', 'a']);
    // Both could be meant by 00101; who it is decides.
    expect(who([row(b, { ref: '00101' })], {}, [a, b])).toEqual(['b']);
    expect(who([row(b, { ref: '00101', firstName: 'Bo' })], {}, [a, b])).toEqual(['several a']);
  });
});

describe('a person must say', () => {
  const NEW = { ref: ADA.ref, firstName: 'Eve', lastName: 'Fox', dateOfBirth: '2020-10-10' };

  it('where name and date of birth both differ from what is held under the reference', () => {
    const { rows, movedList } = told([NEW, row(BO)]);
    expect(rows.map(short)).toEqual(['another-child a', 'b']);
    expect(movedList).toBe(false);
  });

  it('“same child”: then it is; “another child”: then that one is new, and the first is kept without the reference', () => {
    expect(who([NEW], { '0101': 'same' })).toEqual(['a']);
    const another = told([NEW], { '0101': 'another' });
    expect(another.rows.map(short)).toEqual(['new']);
    expect(another.freed).toEqual([ADA]);
  });

  it('where somebody with this birth date and wholly another name has the reference', () => {
    expect(who([{ ...NEW, dateOfBirth: ADA.dateOfBirth }])).toEqual(['another-name a']);
  });

  it('where a twin’s details stand under the reference', () => {
    const twin = held('t', '0104', 'Ava', ADA.lastName, ADA.dateOfBirth);
    const swapped = [row(ADA, { ref: twin.ref }), row(twin, { ref: ADA.ref })];
    expect(who(swapped, {}, [ADA, twin])).toEqual(['moved t', 'moved a']);
    // The twin is new to the list, and was put in Ada’s place.
    const pushed = [row(twin, { ref: ADA.ref }), row(ADA, { ref: twin.ref })];
    expect(who(pushed, {}, [ADA])).toEqual(['moved a', 'moved a']);
    // Said of each that it is another child than the one with that reference, each keeps their own record.
    expect(who(swapped, { '0101': 'another', '0104': 'another' }, [ADA, twin])).toEqual(['a', 't']);
  });

  it('where the UPN is another, and the name or birth date too', () => {
    expect(who([row(ZOE, { upn: 'B123456789012', lastName: 'Jones' })])).toEqual(['another-upn z']);
    expect(who([row(ZOE, { upn: 'B123456789012' })])).toEqual(['z']);
  });

  it('where the UPN is one child’s and the reference another’s', () => {
    const mixed = row(ZOE, { ref: ADA.ref, lastName: 'Jones' });
    expect(who([mixed])).toEqual(['upn-elsewhere z']);
    expect(who([mixed], { '0101': 'same' })).toEqual(['z']);
    expect(told([mixed], { '0101': 'same' }).freed).toEqual([ADA]);
    // Ada is on the list by herself: then the references have changed, and the UPN says whose they are.
    expect(who([mixed, row(ADA, { ref: '7' })])).toEqual(['upn-elsewhere z', 'moved a']);
    const ada = { ...ADA, upn: 'C123456789012' };
    expect(who([mixed, row(ada, { ref: '7' })], {}, [ada, ZOE])).toEqual(['z', 'a']);
  });

  it('where two rows are one child', () => {
    expect(who([row(ADA), row(ADA, { ref: '9' })])).toEqual(['a', 'twice a']);
    expect(who([row(ADA, { ref: '101' }), row(ADA, { ref: '00101' })])).toEqual(['twice a', 'twice a']);
    expect(who([row(ADA), row(ADA, { ref: '9' })], { 9: 'another' })).toEqual(['a', 'new']);
    // They can't both be.
    expect(who([row(ADA), row(ADA, { ref: '9' })], { 9: 'same' })).toEqual(['a', 'twice a']);
  });
});

describe('a number on a row that is another child’s', () => {
  const U1 = 'A111111111111';
  const U2 = 'B222222222222';
  const ada = { ...ADA, upn: U1 };
  const kofi = held('k', '0110', 'Kofi', 'Hughes', '2017-05-14', U2);
  const taken = (...rows: readonly Child[]) =>
    told(rows, {}, [ada, kofi]).rows.map((one) =>
      one.is === 'same'
        ? [one.pupil.id, one.row.ref, one.row.upn, one.left?.map(({ number, of }) => `${number} of ${of.id}`)]
        : short(one),
    );

  it('is not taken: two UPNs are swapped, and reference, name and birth date say who is who', () => {
    expect(taken(row(ada, { upn: U2 }), row(kofi, { upn: U1 }))).toEqual([
      ['a', '0101', U1, ['upn of k']],
      ['k', '0110', U2, ['upn of a']],
    ]);
    // One of the two alone on the list.
    expect(taken(row(kofi, { upn: U1 }))).toEqual([['k', '0110', U2, ['upn of a']]]);
  });

  it('is not taken: a reference of a child who keeps it, where UPN, name and birth date say who it is', () => {
    expect(taken(row(kofi, { ref: ada.ref }))).toEqual([['k', '0110', U2, ['ref of a']]]);
    // Ada has another herself, so hers is free.
    expect(taken(row(kofi, { ref: ada.ref }), row(ada, { ref: '0111' }))).toEqual([
      ['k', '0101', U2, undefined],
      ['a', '0111', U1, undefined],
    ]);
  });

  it('is taken where the other has left and is on no row: numbers are given out again, and theirs is freed', () => {
    const left = (place: 'left' | 'custody'): Held => ({
      ...ada,
      places: [
        { place, since: '2026-07-20', school: '', releasedOn: '', by: 's', at: '2026-07-20T09:00:00.000Z' },
      ],
    });
    const one = row(kofi, { ref: ada.ref });
    expect(told([one], {}, [left('left'), kofi])).toMatchObject({
      rows: [{ is: 'same', pupil: { id: 'k' }, row: { ref: ada.ref } }],
      freed: [{ id: 'a' }],
    });
    // Somebody who is away for a time keeps theirs, and so does who left and is on the list.
    expect(told([one], {}, [left('custody'), kofi])).toMatchObject({
      rows: [{ row: { ref: '0110' } }],
      freed: [],
    });
    expect(told([one, row(ada)], {}, [left('left'), kofi])).toMatchObject({
      rows: [{ row: { ref: '0110' } }, { row: { ref: ada.ref } }],
    });
  });

  it('both of them: then a person must look, and nobody can say that it is the same child', () => {
    const swapped = [row(ada, { ref: kofi.ref, upn: U2 }), row(kofi, { ref: ada.ref, upn: U1 })];
    expect(who(swapped, {}, [ada, kofi])).toEqual(['moved k', 'moved a']);
    expect(who(swapped, { '0101': 'same', '0110': 'same' }, [ada, kofi])).toEqual(['moved k', 'moved a']);
    // By what number they were found is known: it is said.
    expect(told(swapped, {}, [ada, kofi]).rows).toMatchObject([
      { by: 'both', canBeSame: false },
      { by: 'both', canBeSame: false },
    ]);
    expect(told([row(ada, { ref: '0119', upn: U2 })], {}, [ada, kofi]).rows).toMatchObject([
      { why: 'moved', by: 'upn', canBeSame: false },
    ]);
  });

  it('nor can a person say it of twins, who share a surname and a birth date', () => {
    const twin = held('t', '0120', 'Ava', ada.lastName, ada.dateOfBirth, 'C333333333333');
    expect(who([row(ada, { upn: twin.upn }), row(twin, { upn: U1 })], {}, [ada, twin])).toEqual(['a', 't']);
  });

  it('whatever is mixed and whatever is answered, no record comes to have another child’s name and birth date, and no number is two children’s', () => {
    const children = [
      ada,
      kofi,
      held('t', '0120', 'Ava', ada.lastName, ada.dateOfBirth, 'C333333333333'),
      held('m', '0121', 'Maya', 'Hughes', '2018-01-02', 'D444444444444'),
      held('n', '0122', 'Noor', 'Ali', '2016-11-30', 'E555555555555'),
    ];
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    const answers = fc.array(fc.constantFrom('same' as const, 'another' as const, undefined), {
      minLength: 5,
      maxLength: 5,
    });
    const some = fc.shuffledSubarray(children, { minLength: 1 });
    fc.assert(
      fc.property(order, order, some, answers, (refs, upns, listed, said) => {
        const rows = listed.map((child) => {
          const at = children.indexOf(child);
          const upn = children[upns[at] ?? 0]?.upn;
          return row(child, { ref: children[refs[at] ?? 0]?.ref ?? '', ...(upn && { upn }) });
        });
        const decisions = Object.fromEntries(
          rows.flatMap(({ ref }, n) => (said[n] ? [[ref, said[n]] as const] : [])),
        );
        const { rows: all, freed } = told(rows, decisions, children);
        for (const one of all) if (one.is === 'same') expect(personKey(one.row)).toBe(personKey(one.pupil));
        if (all.some(({ is }) => is === 'look')) return;
        const gone = new Set(freed.map(({ id }) => id));
        const on = new Map(
          all.flatMap((one) => (one.is === 'same' ? [[one.pupil.id, one.row] as const] : [])),
        );
        const after = [
          ...children.filter(({ id }) => !gone.has(id)).map((child) => on.get(child.id) ?? child),
          ...all.flatMap((one) => (one.is === 'new' ? [one.row] : [])),
        ];
        for (const number of ['ref', 'upn'] as const) {
          const used = after.flatMap((one) => one[number] ?? []);
          expect(new Set(used).size).toBe(used.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a name and birth date that were changed in a form', () => {
  const upn = 'A111111111111';
  const ada = {
    ...ADA,
    upn,
    lastName: 'King',
    dateOfBirth: '2017-04-13',
    changedHere: [{ field: 'lastName' }, { field: 'dateOfBirth' }],
  };
  const older = row({ ...ADA, upn });

  it('are the child’s whom an older list has as they were, by reference and UPN', () => {
    expect(who([older], {}, [ada])).toEqual(['a']);
  });

  it('but not by the reference alone, nor where something differs that nobody changed', () => {
    const { upn: _, ...withoutUpn } = older;
    expect(who([withoutUpn], {}, [ada])).toEqual(['another-child a']);
    expect(who([{ ...older, firstName: 'Eve' }], {}, [ada])).toEqual(['another-child a']);
    expect(who([older], {}, [{ ...ada, changedHere: [{ field: 'lastName' }] }])).toEqual(['another-child a']);
  });
});

describe('new children with the numbers of those who left', () => {
  it('are each asked about, and are no list that is numbered by row', () => {
    const places = [
      {
        place: 'left' as const,
        since: '2026-07-20',
        school: '',
        releasedOn: '',
        by: 's',
        at: '2026-07-20T09:00:00.000Z',
      },
    ];
    const gone = [ADA, BO, CY].map((one) => ({ ...one, places }));
    const news = gone.map(({ ref }, n) => row(held('', ref, `New${n}`, `Child${n}`, `2022-0${n + 1}-05`)));
    expect(told(news, {}, gone).movedList).toBe(false);
    expect(who(news, {}, gone)).toEqual(['another-child a', 'another-child b', 'another-child c']);
    expect(told(news, {}, [ADA, BO, CY]).movedList).toBe(true);
  });
});

describe('a list that is numbered by row', () => {
  const pupils = Array.from({ length: 6 }, (_, n) =>
    held(`p${n}`, `${n + 1}`, `Kit${n}`, `Ash${n}`, `2016-0${n + 1}-11`),
  );
  const eve = { ref: '', firstName: 'Eve', lastName: 'Fox', dateOfBirth: '2017-07-07' };
  const numbered = (rows: readonly Child[]) => rows.map((one, n) => ({ ...one, ref: `${n + 1}` }));

  it('with a child put in between is taken for what it is: nothing of it is to be written', () => {
    const rows = numbered([
      ...pupils.slice(0, 2).map((one) => row(one)),
      eve,
      ...pupils.slice(2).map((one) => row(one)),
    ]);
    const { rows: all, movedList, freed } = told(rows, {}, pupils);
    expect(all.map(short)).toEqual(['p0', 'p1', 'moved p2', 'moved p3', 'moved p4', 'moved p5', 'moved p5']);
    expect({ movedList, freed }).toEqual({ movedList: true, freed: [] });
  });

  it('never shows one child’s record under another’s, however it is mixed and whoever is put in or taken out', () => {
    const names = fc.constantFrom('Ada', 'Bo', 'Ali', 'Zoë');
    const birth = fc.constantFrom('2016-01-01', '2016-05-05', '2017-09-09');
    const child = fc.record({ firstName: names, lastName: names, dateOfBirth: birth });
    const children = fc.uniqueArray(child, {
      minLength: 2,
      maxLength: 9,
      // Two of one name and birth date can't be told apart by anybody.
      selector: ({ firstName, lastName, dateOfBirth }) => [firstName, lastName].sort().join() + dateOfBirth,
    });
    fc.assert(
      fc.property(children, fc.nat(), fc.nat(), fc.infiniteStream(fc.nat()), (all, cut, at, order) => {
        const few = all.length - 1 - (cut % (all.length - 1));
        const stored = all.slice(0, few).map((one, n) => ({ ...one, id: `p${n}`, ref: `${n + 1}` }));
        const keys = all.map(() => order.next().value ?? 0);
        const mixed = all.map((one, n) => ({ one, key: keys[n] ?? 0 })).sort((a, b) => a.key - b.key);
        const inserted = at % 2 ? mixed.map(({ one }) => one) : all.toSpliced(at % few, 0, ...all.slice(few));
        const list = [...new Set(inserted)].map((one, n) => ({ ...one, ref: `${n + 1}` }));
        const { rows } = told(list, {}, stored);
        for (const each of rows) {
          const own = stored.find(
            (one) =>
              one.firstName === each.row.firstName &&
              one.lastName === each.row.lastName &&
              one.dateOfBirth === each.row.dateOfBirth,
          );
          if (each.is === 'same') expect(each.pupil.id).toBe(own?.id);
          // Nobody gets a second record either.
          if (each.is === 'new') expect(own).toBeUndefined();
        }
      }),
      { numRuns: 1000 },
    );
  });
});
