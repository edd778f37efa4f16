import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fields, listOf, optional } from '../../src/domain/stored.ts';
import { COLLECTIONS, SCHEMAS } from '../../src/store/schemas.ts';
import { everyDocument } from './every-document.ts';

/*
 * What a stored document can hold is tried on one of every document (test/store/every-document.ts). A field that can be left out
 * and stands in none of them would be tried nowhere: each schema is walked beside the documents, and says which.
 */

type Schema = z.core.$ZodType;

const isSchema = (it: unknown): it is Schema => it instanceof z.core.$ZodType;
const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
const isThere = (value: unknown) => value !== undefined;

/** The fields that can be left out, and shapes that can be chosen, of which none of `values` has one; by their path. */
function lacking(schema: Schema, values: readonly unknown[], path: string): readonly string[] {
  const { def } = schema._zod;
  const within = (inner: unknown, of: readonly unknown[], at = path) =>
    isSchema(inner) ? lacking(inner, of, at) : [];
  switch (def.type) {
    case 'object':
      return Object.entries(Object(Reflect.get(def, 'shape'))).flatMap(([name, inner]) => {
        const at = path === '' ? name : `${path}.${name}`;
        const found = values.map((value) => fieldOf(value, name)).filter(isThere);
        return found.length > 0 ? within(inner, found, at) : [at];
      });
    case 'array':
      return within(
        Reflect.get(def, 'element'),
        values.flatMap((value) => (Array.isArray(value) ? value : [])),
        `${path}[]`,
      );
    case 'record':
      return within(
        Reflect.get(def, 'valueType'),
        values.flatMap((value) => Object.values(Object(value))),
        `${path}.*`,
      );
    case 'union':
      return [Reflect.get(def, 'options')].flat().flatMap((option: unknown, n) => {
        if (!isSchema(option)) return [];
        const fitting = values.filter((value) => z.safeParse(option, value).success);
        return fitting.length > 0 ? lacking(option, fitting, path) : [`${path} (shape ${n + 1})`];
      });
    default: {
      const inner = Reflect.get(def, 'innerType') ?? Reflect.get(def, 'in');
      return within(inner, values);
    }
  }
}

/** What no document can have, although its schema, which others share, has it. */
const NEVER: readonly string[] = [
  // Whoever sees to support is kept, or nobody: the form’s empty choice is not.
  'pupils plans[].provision[].owner (shape 1)',
  'reviews last.provision[].owner (shape 1)',
  // Support that has ended is not left to the next review.
  'reviews last.provision[].ended',
  'reviews proposedProvision[].owner (shape 1)',
  // What is proposed is a new wording: nothing is heard of it yet.
  'reviews proposedProvision[].named',
  'reviews proposedProvision[].happening',
  'reviews proposedProvision[].ended',
  'reviews provision[].owner (shape 1)',
  // An outcome that closes a review ends the plan: there is no next review of it, and the local authority has no say.
  'reviews reopened[].outcome.nextReviewBy',
  'reviews reopened[].outcome.report',
];

describe('a field that a stored document can do without', () => {
  it('stands in one of the documents that the tests have, every one of them', () => {
    const every = everyDocument();
    const none = COLLECTIONS.flatMap((collection) =>
      lacking(SCHEMAS[collection], every[collection], '').map((path) => `${collection} ${path}`),
    );
    expect([...new Set(none)]).toEqual(NEVER);
  });

  it('is missed where it stands in none, in lists, by keys and in one shape of several too', () => {
    const shape = fields({
      name: z.string(),
      told: optional(z.string()),
      days: listOf(fields({ on: z.string(), why: optional(z.string()) })),
      state: z.discriminatedUnion('is', [
        fields({ is: z.literal('done'), by: optional(z.string()) }),
        fields({ is: z.literal('open') }),
      ]),
    });
    const one = { name: 'a', days: [{ on: '2026-11-02' }], state: { is: 'done' } };
    expect(lacking(shape, [one], '')).toEqual(['told', 'days[].why', 'state.by', 'state (shape 2)']);
    const other = {
      ...{ name: 'b', told: 'yes', days: [{ on: '2026-11-03', why: 'ill' }] },
      state: { is: 'done', by: 'Mel' },
    };
    expect(lacking(shape, [one, other, { ...other, state: { is: 'open' } }], '')).toEqual([]);
  });
});
