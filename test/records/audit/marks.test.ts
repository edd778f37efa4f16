import { createHmac, createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Marks, markOf, nameOf } from '../../../src/records/audit/marks.ts';

const key = createSecretKey('a key for a test', 'utf8');
const mark = (document: unknown) => markOf(key, 'pupils', document as object);

/** The same, with the fields of each part the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, one]) => [name, turned(one)]),
  );
}

const documents = fc.dictionary(fc.string(), fc.jsonValue());

describe('the mark of a document', () => {
  it('is the same in whatever order its fields stand, and read back from a file', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(mark(turned(document))).toBe(mark(document));
        expect(mark(JSON.parse(JSON.stringify(document)))).toBe(mark(document));
      }),
    );
  });

  it('is another for any other content', () => {
    const [one, ...others] = [
      ...[{ a: ['b', 'c'] }, { a: ['c', 'b'] }, { a: 'b,c' }, { a: { b: 'c' } }, { 'a":["b': 'c' }],
      ...[{ a: ['b'], c: null }, { a: [null] }, { a: [] }, { a: {} }, { a: '' }, {}],
    ].map(mark);
    expect(new Set([one, ...others]).size).toBe(others.length + 1);
  });

  it('passes over what a file would not have, and is of the collection and the key', () => {
    expect(mark({ a: 1, b: undefined })).toBe(mark({ a: 1 }));
    expect(mark({ a: [undefined] })).toBe(mark({ a: [null] }));
    expect(markOf(key, 'reviews', { a: 1 })).not.toBe(mark({ a: 1 }));
    expect(markOf(createSecretKey('another', 'utf8'), 'pupils', { a: 1 })).not.toBe(mark({ a: 1 }));
    expect(mark({ a: 1 })).toMatch(/^[\w-]{24}$/);
  });

  it('is that of its JSON with the fields in order, so that one that was kept stands over an update of the bot', () => {
    const text =
      'pupils\n{" x-y":{"b":[1,"two",null],"c":[]},"\\"":"q","\\"b":3,"_a9":true,"a":"","ab c":1.5,"b\\"":4,"x!":2}';
    const document = {
      'x!': 2,
      a: '',
      'ab c': 1.5,
      _a9: true,
      '"': 'q',
      '"b': 3,
      'b"': 4,
      ' x-y': { c: [], b: [1, 'two', null] },
    };
    const expected = createHmac('sha256', key).update(text).digest('base64url').slice(0, 24);
    expect(mark(document)).toBe(expected);
  });
});

describe('the marks of all documents, as entries tell of them', () => {
  const at = (version: number) => ({ version, mark: `m${version}` });
  const entry = (
    kind: 'changed' | 'removed' | 'not-stored' | 'found' | 'restored' | 'upgraded',
    version: number,
  ) => ({ kind, document: { collection: 'pupils', id: 'a', ...at(version) } }) as const;
  const name = nameOf({ collection: 'pupils', id: 'a' });

  it('know nothing before there is any, and are of a collection and an id', () => {
    expect([...new Marks().all()]).toEqual([]);
    expect(name).toBe('pupils/a');
    const marks = new Marks([[name, { now: at(1) }]]);
    expect(marks.get(name)).toEqual({ now: at(1) });
    marks.begin('pupils/b', at(2));
    expect(marks.all().size).toBe(2);
  });

  it('after a change hold it and the one before, until it is known to be stored', () => {
    const marks = new Marks();
    marks.take({ kind: 'viewed' });
    marks.take(entry('changed', 1));
    expect(marks.get(name)).toEqual({ now: at(1), unsure: true });
    marks.stored(name);
    expect(marks.get(name)).toEqual({ now: at(1) });
    marks.take(entry('changed', 2));
    expect(marks.get(name)).toEqual({ now: at(2), before: at(1), unsure: true });
    marks.stored(name);
    expect(marks.get(name)).toEqual({ now: at(2) });
    marks.stored(name);
    marks.stored('pupils/unknown');
    expect(marks.get(name)).toEqual({ now: at(2) });
  });

  it('after a removal hold what there was, and nothing once it is done', () => {
    const marks = new Marks([[name, { now: at(3) }]]);
    marks.take(entry('removed', 3));
    expect(marks.get(name)).toEqual({ before: at(3), unsure: true });
    marks.stored(name);
    expect(marks.get(name)).toBeUndefined();
    // One that is known to be gone already stays known so.
    const gone = new Marks([[name, {}]]);
    gone.stored(name);
    expect(gone.get(name)).toEqual({});
  });

  it.each(['not-stored', 'found', 'restored', 'upgraded'] as const)(
    'hold just what is there, where an entry says how it is %s',
    (kind) => {
      const marks = new Marks([[name, { now: at(1) }]]);
      marks.take(entry(kind, 2));
      expect(marks.get(name)).toEqual({ now: at(2) });
      marks.take(entry(kind, 0));
      expect(marks.get(name)).toEqual({});
    },
  );
});
