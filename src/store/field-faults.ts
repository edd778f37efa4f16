import type { z } from 'zod';

/** What is wrong with one field of a document, in words for an IT manager: never what stands in it. */
export interface FieldFault {
  /** Its place in the document, as `actions[2].due`; '' for the document as a whole. */
  readonly field: string;
  /** What follows the field's name in a sentence: "is missing". */
  readonly what: string;
}

/** Everything that is wrong, as one sentence. */
export function describeFields(faults: readonly FieldFault[]): string {
  return faults.map(({ field, what }) => `${field} ${what}`).join(', ');
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** The schema's findings on `found`, field by field. */
export function fieldFaults(issues: readonly Issue[], found: unknown): readonly FieldFault[] {
  return issues.flatMap((issue) => faultsOf(issue, found, []));
}

function faultsOf(issue: Issue, found: unknown, above: Path): readonly FieldFault[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => fault([...path, key], 'is not a field that this version knows'));
  if (isMissing(found, path)) return [fault(path, 'is missing')];
  if (issue.code === 'invalid_union') {
    // Of the shapes it can have, the one that it was meant to be: those that are wrong as a whole are not.
    const [meant] = issue.errors.filter((errors) => !errors.some(isWhollyWrong));
    if (meant) return meant.flatMap((each) => faultsOf(each, found, path));
  }
  return [fault(path, wordsFor(issue))];
}

const isWhollyWrong = ({ path, code }: Issue) => path.length === 0 && code !== 'unrecognized_keys';
const fault = (path: Path, what: string): FieldFault => ({ field: inWords(path), what });

function isMissing(found: unknown, path: Path): boolean {
  let here = found;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return true;
    here = Reflect.get(here, key);
  }
  return false;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'should be text',
  int: 'should be a whole number',
  number: 'should be a number',
  boolean: 'should be true or false',
  array: 'should be a list',
  object: 'should be a group of fields',
  record: 'should be a group of fields',
};

const FORMATS: Readonly<Record<string, string>> = {
  date: 'should be a real day, as 2026-11-21',
  datetime: 'should be a moment, as 2026-11-21T09:00:00.000Z',
  time: 'should be a time of day, as 14:30',
};

function wordsFor(issue: Issue): string {
  // What a schema of ours checks between fields, it says in its own words.
  if (issue.code === 'custom') return issue.message;
  const words = issue.code === 'invalid_type' ? TYPES[issue.expected] : undefined;
  const format = issue.code === 'invalid_format' ? FORMATS[issue.format] : undefined;
  return words ?? format ?? 'holds something it can’t hold';
}

const FIELD = /^[A-Za-z][A-Za-z0-9]*$/;

// Some things are kept under a person's address: what is no field's name is not said.
function inWords(path: Path): string {
  return path.reduce<string>((so, key) => {
    if (typeof key === 'number') return `${so}[${key}]`;
    const name = FIELD.test(String(key)) ? String(key) : '…';
    return so === '' ? name : `${so}.${name}`;
  }, '');
}
