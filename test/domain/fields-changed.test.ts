import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cut, fieldsChanged } from '../../src/domain/fields-changed.ts';

interface Guest {
  readonly id: string;
  readonly name: string;
  readonly reply?: string;
}

/** A document with each sort of thing that can be in one. */
interface Party {
  readonly version: number;
  readonly title?: string;
  readonly place?: { readonly street: string; readonly town?: string };
  readonly gifts: readonly string[];
  readonly guests: readonly Guest[];
  readonly cooks: readonly { readonly email: string; readonly dish: string }[];
}

const CUT: Cut<Party> = {
  fields: {
    version: 'aside',
    title: 'whole',
    place: { fields: { street: 'whole', town: 'whole' } },
    gifts: 'whole',
    guests: { by: 'id', each: { fields: { id: 'aside', name: 'whole', reply: 'whole' } } },
    cooks: { by: 'email', nameless: true, each: { fields: { email: 'aside', dish: 'whole' } } },
  },
};

const party: Party = {
  version: 1,
  title: 'Birthday',
  place: { street: 'High Street', town: 'Oakfield' },
  gifts: ['book'],
  guests: [
    { id: 'g1', name: 'Ada' },
    { id: 'g2', name: 'Ben', reply: 'yes' },
  ],
  cooks: [{ email: 'carol@oakfield.example', dish: 'cake' }],
};

const changedTo = (after: Partial<Party>) => fieldsChanged(party, { ...party, ...after }, CUT);

describe('the fields a change touched', () => {
  it('given nothing changed, or only what is aside, are none', () => {
    expect(changedTo({})).toEqual([]);
    expect(changedTo({ version: 2 })).toEqual([]);
  });

  it('are named as deep as the document is cut, and no deeper', () => {
    expect(changedTo({ title: 'Wedding', place: { street: 'High Street' } })).toEqual([
      'title',
      'place.town',
    ]);
    expect(changedTo({ gifts: ['book', 'ball'] })).toEqual(['gifts']);
  });

  it('given something goes or comes, are those it had or has', () => {
    const { place: _, title: __, ...bare } = party;
    expect(fieldsChanged(party, bare, CUT)).toEqual(['title', 'place.street', 'place.town']);
    expect(fieldsChanged(bare, party, CUT)).toEqual(['title', 'place.street', 'place.town']);
    expect(fieldsChanged(undefined, party, CUT)).toEqual([
      ...['title', 'place.street', 'place.town', 'gifts', 'guests.g1', 'guests.g2', 'cooks'],
    ]);
  });

  it('of a thing in a list, are found by its id, wherever it stands; one that is new or gone is named once', () => {
    const [ada, ben] = party.guests;
    if (!ada || !ben) throw new Error('two guests');
    expect(changedTo({ guests: [ben, ada] })).toEqual([]);
    expect(changedTo({ guests: [ben, { ...ada, name: 'Ada B', reply: 'no' }] })).toEqual([
      'guests.g1.name',
      'guests.g1.reply',
    ]);
    expect(changedTo({ guests: [ben, { id: 'g3', name: 'Cy' }] })).toEqual(['guests.g1', 'guests.g3']);
  });

  it('never say of whom, where things are known by an address, or by an id that may be a name', () => {
    expect(changedTo({ cooks: [{ email: 'carol@oakfield.example', dish: 'soup' }] })).toEqual(['cooks.dish']);
    expect(changedTo({ cooks: [{ email: 'dan@oakfield.example', dish: 'cake' }] })).toEqual(['cooks']);
    expect(changedTo({ guests: [...party.guests, { id: 'Ada Example', name: 'Ada' }] })).toEqual(['guests']);
  });
});

const VALUE = 'ZZ said in confidence';
const text = fc.constantFrom(`${VALUE} 1`, `${VALUE} 2`, `${VALUE} 3`);
const parties: fc.Arbitrary<Party> = fc.record(
  {
    version: fc.nat(3),
    title: text,
    place: fc.record({ street: text, town: text }, { requiredKeys: ['street'] }),
    gifts: fc.array(text, { maxLength: 2 }),
    guests: fc.uniqueArray(
      fc.record(
        { id: fc.constantFrom('g1', 'g2', 'g3'), name: text, reply: text },
        { requiredKeys: ['id', 'name'] },
      ),
      { selector: ({ id }) => id },
    ),
    cooks: fc.uniqueArray(fc.record({ email: text, dish: text }), { selector: ({ email }) => email }),
  },
  { requiredKeys: ['version', 'gifts', 'guests', 'cooks'] },
);

/** Everything that is recorded in a party, by the path it is named by; cooks, who are never named, all together. */
function recorded({ title, place, gifts, guests, cooks }: Party): ReadonlyMap<string, unknown> {
  const all: readonly (readonly [string, unknown])[] = [
    ['title', title],
    ['place.street', place?.street],
    ['place.town', place?.town],
    ['gifts', gifts.length ? gifts : undefined],
    ...guests.flatMap(({ id, name, reply }): [string, unknown][] => [
      [`guests.${id}.name`, name],
      [`guests.${id}.reply`, reply],
    ]),
    ['cooks', cooks.length ? cooks.map(({ email, dish }) => `${email}: ${dish}`).sort() : undefined],
  ];
  return new Map(all.filter(([, value]) => value !== undefined));
}

/** Whether the change named `path` says that what is recorded at `at` may be another. */
const covers = (path: string, at: string) =>
  at === path || at.startsWith(`${path}.`) || path === `${at}.dish`;

describe('whatever changes', () => {
  it('given the same again, nothing is named', () => {
    fc.assert(fc.property(parties, (one) => fieldsChanged(one, structuredClone(one), CUT).length === 0));
  });

  it('applying it touches exactly what is named: all that is another, and nothing that is the same', () => {
    fc.assert(
      fc.property(parties, parties, (before, after) => {
        const paths = fieldsChanged(before, after, CUT);
        const [was, is] = [recorded(before), recorded(after)];
        const all = [...new Set([...was.keys(), ...is.keys()])];
        const touched = all.filter((at) => JSON.stringify(was.get(at)) !== JSON.stringify(is.get(at)));
        for (const at of touched)
          expect(
            paths.some((path) => covers(path, at)),
            at,
          ).toBe(true);
        for (const path of paths)
          expect(
            touched.some((at) => covers(path, at)),
            path,
          ).toBe(true);
      }),
    );
  });

  it('a name stands once, and no value stands in one', () => {
    fc.assert(
      fc.property(fc.option(parties, { nil: undefined }), parties, (before, after) => {
        const paths = fieldsChanged(before, after, CUT);
        expect(new Set(paths).size).toBe(paths.length);
        expect(paths.join(' ')).not.toContain('ZZ');
      }),
    );
  });
});
