/** One thing wrong with a document: where, and what then stands there. */
export interface Corruption {
  readonly how: 'removed' | 'misspelt' | 'of another type' | 'beside one too many';
  /** The field at fault, as it is named to an IT manager. */
  readonly field: string;
  /** Where a field is misspelt, what it is called now. */
  readonly now?: string;
  readonly json: unknown;
}

type Path = readonly (string | number)[];
type Group = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every way in which a single field of the document can be wrong, at every depth; `leaveOut` says where not to look. */
export function corruptions(json: unknown, leaveOut: (field: string) => boolean): readonly Corruption[] {
  return fieldsIn(json)
    .filter((path) => !leaveOut(named(path)))
    .flatMap((path) => corrupted(json, path));
}

function corrupted(json: unknown, path: Path): readonly Corruption[] {
  const value = path.reduce<unknown>((here, key) => Reflect.get(Object(here), key), json);
  const another: Corruption = {
    how: 'of another type',
    field: named(path),
    json: changed(json, path, () => (typeof value === 'number' ? 'many' : 7)),
  };
  const key = path.at(-1);
  if (typeof key === 'number' || key === undefined) return [another];
  const group = path.slice(0, -1);
  const within = (change: (fields: Group) => Group) =>
    changed(json, group, (fields) => (isGroup(fields) ? change(fields) : fields));
  return [
    another,
    { how: 'removed', field: named(path), json: within(({ [key]: _, ...rest }) => rest) },
    {
      how: 'misspelt',
      field: named(path),
      now: named([...group, `${key}x`]),
      json: within(({ [key]: it, ...rest }) => ({ ...rest, [`${key}x`]: it })),
    },
    {
      how: 'beside one too many',
      field: named([...group, 'extra']),
      json: within((fields) => ({ ...fields, extra: 7 })),
    },
  ];
}

function fieldsIn(value: unknown, path: Path = []): readonly Path[] {
  const inside = Array.isArray(value)
    ? value.flatMap((item, n) => fieldsIn(item, [...path, n]))
    : isGroup(value)
      ? Object.entries(value).flatMap(([key, item]) => fieldsIn(item, [...path, key]))
      : [];
  return path.length === 0 ? inside : [path, ...inside];
}

function changed(value: unknown, [key, ...rest]: Path, change: (there: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item, n) => (n === key ? changed(item, rest, change) : item));
  return isGroup(value) ? { ...value, [key]: changed(value[key], rest, change) } : value;
}

function named(path: Path): string {
  return path.reduce<string>((so, key) => {
    if (typeof key === 'number') return `${so}[${key}]`;
    const name = /^[A-Za-z][A-Za-z0-9]*$/.test(key) ? key : '…';
    return so === '' ? name : `${so}.${name}`;
  }, '');
}
