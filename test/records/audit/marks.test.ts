import { createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markOf } from '../../../src/records/audit/marks.ts';

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
});
