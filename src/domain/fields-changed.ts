import { isDeepStrictEqual } from 'node:util';

/**
 * How a document is cut into the things its history names: 'whole', one thing that is recorded; 'aside', nothing that
 * history names; its fields; or a list of things that are known by one of their own fields.
 */
export type Cut<T> =
  | 'whole'
  | 'aside'
  | (T extends readonly (infer Item)[] ? ThingsCut<Item> : T extends object ? FieldsCut<T> : never);

/** A cut for every field there is: one that is forgotten does not compile. */
interface FieldsCut<T> {
  readonly fields: { readonly [Field in keyof T]-?: Cut<NonNullable<T[Field]>> };
}

type ThingsCut<Item> = Item extends object ? ListCut<Item> : never;

interface ListCut<Item> {
  /** The field by which one thing of the list is known again. */
  readonly by: keyof Item & string;
  /** That field says who somebody is, so it stands in no path: what changes is named without saying of which. */
  readonly nameless?: true;
  readonly each: 'whole' | FieldsCut<Item>;
}

/** A cut as it is read, of whatever document. */
export type AnyCut =
  | 'whole'
  | 'aside'
  | { readonly fields: Readonly<Record<string, AnyCut>> }
  | { readonly by: string; readonly nameless?: true; readonly each: AnyCut };

/**
 * The names of what differs between a document before (undefined: there was none) and after, as paths of names and ids,
 * each once: `annual.report`, `actions.<id>.done`; of what is new in a list, or gone from it, `actions.<id>`. Never what
 * stands in a field. An empty list or record is as good as none.
 */
export function fieldsChanged(before: unknown, after: unknown, cut: AnyCut): readonly string[] {
  return [...new Set(changed(before, after, cut, []))];
}

type Path = readonly string[];

function changed(before: unknown, after: unknown, cut: AnyCut, path: Path): readonly string[] {
  if (cut === 'aside' || isSame(before, after)) return [];
  if (cut === 'whole') return [path.join('.')];
  if ('fields' in cut) {
    return Object.entries(cut.fields).flatMap(([name, of]) =>
      changed(fieldOf(before, name), fieldOf(after, name), of, [...path, name]),
    );
  }
  const [was, is] = [byKey(before, cut.by), byKey(after, cut.by)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const here = cut.nameless || !isId(key) ? path : [...path, key];
    const both = was.has(key) && is.has(key);
    return changed(was.get(key), is.get(key), both ? cut.each : 'whole', here);
  });
}

// Ids are lower-case letters, digits and dashes. What is known by anything else, an address say, is never named.
const isId = (key: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(key);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldOf = (document: unknown, name: string): unknown =>
  isRecord(document) ? document[name] : undefined;

function byKey(list: unknown, by: string): ReadonlyMap<string, unknown> {
  const things: readonly unknown[] = Array.isArray(list) ? list : [];
  return new Map(things.map((one) => [String(fieldOf(one, by)), one]));
}

const isNothing = (value: unknown) =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

const isSame = (before: unknown, after: unknown) =>
  (isNothing(before) && isNothing(after)) || isDeepStrictEqual(before, after);
