import { z } from 'zod';

/*
 * How the schemas of what is stored are written. A schema is where its type comes from, so what is read from a file is
 * what the code believes it is.
 */

/** A thing with these fields and no others: a field that nobody knows is a fault, not dropped. */
export const fields = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.strictObject(shape).readonly();

/** A list of such things. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

/** Things by a key that is made when they are recorded. */
export const byKey = <Item extends z.ZodType>(item: Item) => z.record(z.string(), item).readonly();

/** Left out, where there is none; never there and undefined. */
export const optional = <Item extends z.ZodType>(item: Item) => z.exactOptional(item);

/** A whole number from nought: how many, how often. */
export const countSchema = z.int().min(0);

const TITLES = new WeakMap<object, Readonly<Record<string, string>>>();

/** One of the codes of a table that has a title for each. */
export function codesOf<Code extends string>(table: Readonly<Record<Code, string>>) {
  // The keys of a table of codes are its codes.
  const codes = z.enum(Object.keys(table) as [Code, ...Code[]]);
  TITLES.set(codes, table);
  return codes;
}

/** The titles of the codes that a schema made by `codesOf` takes; undefined for any other. They may hold `{terms}`. */
export const titlesOf = (schema: object): Readonly<Record<string, string>> | undefined => TITLES.get(schema);
