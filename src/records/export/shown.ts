import type { z } from 'zod';
import { dayWords, momentWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import type { Filling } from '../../domain/language/terms.ts';
import { yearWords } from '../../domain/language/year-words.ts';
import { obligationNamed } from '../../domain/nudges/obligation-id.ts';
import { askedFor } from '../../domain/questions/stored-answers.ts';
import type { School } from '../../domain/school/school.ts';
import { titlesOf } from '../../domain/stored.ts';
import { instantSchema, localDateSchema } from '../../domain/time.ts';
import { fieldWords, touchedWords } from './field-words.ts';
import { owedWords } from './owed-words.ts';
import { seenWho, seenWords } from './seen-words.ts';
import { valueWords } from './value-words.ts';

/** A stored value as it is read by people. */
export type Shown =
  /** `path`: where it stands in the export; `typed`: somebody wrote it, so it may say anything. */
  | { readonly is: 'text'; readonly path: string; readonly text: string; readonly typed: boolean }
  | { readonly is: 'list'; readonly items: readonly Shown[] }
  | { readonly is: 'fields'; readonly rows: readonly ShownRow[] };

/** A field of something that is stored, and what it is called. */
export interface ShownRow {
  readonly name: string;
  readonly called: string;
  /** Somebody wrote what it is called: a target, of which something is kept under its mark. */
  readonly calledTyped?: true;
  readonly value: Shown;
}

/** By what values are put in words. */
export interface ShownBy {
  readonly school: School;
  /** How the child and what is worked towards are spoken of. */
  readonly words: Filling;
  /** What things are called whose ids stand elsewhere: a target's wording. */
  readonly namedById: ReadonlyMap<string, string>;
  /** Those of them whose names somebody wrote: what is said of a text holds wherever its id stands for it. */
  readonly typedById: ReadonlySet<string>;
}

/** Fields that hold marks of the program's, and nothing anybody typed. */
const MARKS = new Set(['id', 'key', 'contactId', 'schoolId', 'pupilId', 'taken', 'review']);
/** What the program itself writes of what was done: a reason there is one of its own words, too. */
const ONLY_WITHIN = /\.(history|messages)\.|^seen\./;

interface Def {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly options?: readonly z.ZodType[];
}
const defOf = (schema: z.ZodType): Def => schema.def as unknown as Def;

/** A schema without what only says how it may be left out, and the one of several that this value is of. */
function bare(schema: z.ZodType, value: unknown): z.ZodType {
  const own = askedFor(schema)?.schema;
  if (own) return bare(own, value);
  const { innerType, type, options } = defOf(schema);
  if (innerType) return bare(innerType, value);
  if (type !== 'union' || !options) return schema;
  const fits = options.find((one) => one.safeParse(value).success);
  return fits ? bare(fits, value) : schema;
}

/** What a field is asked as; undefined where no question asks it. Optional fields wrap what their question has. */
function calledIn(schema: z.ZodType, words: Filling): string | undefined {
  const asked = askedFor(schema);
  const { innerType } = defOf(schema);
  if (!asked) return innerType && calledIn(innerType, words);
  // Some stand without a name where they are read out.
  return !asked.called ? undefined : filled(asked.called, words);
}

/** Our words with the terms in them; a term that is not known here stays as it is written, for the sake of the rest. */
function filled(text: string, words: Filling): string {
  return text.replace(
    /\{([a-zA-Z]+)\}/g,
    (_, name: string) => (Object.hasOwn(words, name) ? words[name] : name) ?? name,
  );
}

/**
 * A value as people read it, all of it: what stands in it is what is shown, whether or not anybody has thought of a word for it.
 * @param schema how it is stored: from it come the questions that were asked, and the titles of what was chosen.
 */
export function shownOf(value: unknown, schema: z.ZodType, path: string, by: ShownBy): Shown {
  const how = bare(schema, value);
  const { shape, element, valueType } = defOf(how);
  if (Array.isArray(value))
    return { is: 'list', items: value.map((one, at) => shownOf(one, element ?? how, `${path}.${at}`, by)) };
  if (typeof value === 'object' && value !== null) {
    const known = value as Readonly<Record<string, unknown>>;
    const inOrder = [...Object.keys(shape ?? {}), ...Object.keys(known)].filter((name) =>
      Object.hasOwn(known, name),
    );
    const rows = [...new Set(inOrder)].map((name) => {
      const of = (shape && Object.hasOwn(shape, name) ? shape[name] : valueType) ?? how;
      const typed = !shape && by.typedById.has(name) && { calledTyped: true as const };
      const called = shape ? (calledIn(of, by.words) ?? fieldWords(name, fieldOf(path))) : keyWords(name, by);
      return { name, called, ...typed, value: shownOf(known[name], of, `${path}.${name}`, by) };
    });
    return { is: 'fields', rows };
  }
  return { is: 'text', path, ...leaf(value, how, path, by) };
}

/** The name of the field that a path leads to, whichever of a list it is. */
const fieldOf = (path: string): string => path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
const withinOf = (path: string): string =>
  path
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .at(-2) ?? '';

// A key of a record is somebody's address, or the id of something; else it is a field's name.
const keyWords = (key: string, { school, namedById }: ShownBy) =>
  namedById.get(key) ?? (key.includes('@') ? nameOf(school, key) : fieldWords(key));

function leaf(
  value: unknown,
  how: z.ZodType,
  path: string,
  by: ShownBy,
): { readonly text: string; readonly typed: boolean } {
  const fixed = (text: string) => ({ text, typed: false });
  if (typeof value === 'boolean') return fixed(value ? 'Yes' : 'No');
  if (typeof value !== 'string') return fixed(String(value));
  const titles = titlesOf(how);
  if (titles) return fixed(filled(titles[value] ?? value, by.words));
  const field = fieldOf(path);
  const words = valueWords(value, field, withinOf(path));
  if (words !== undefined) return fixed(filled(words, by.words));
  if (field === 'yearGroup' || withinOf(path) === 'movedUp') return fixed(yearWords(value));
  if (path.startsWith('digests.') && field === 'listed')
    return fixed(owedWords(obligationNamed(value).kind) ?? 'Something that is not asked any more');
  if (withinOf(path) === 'seen') {
    const who = field === 'by' || field === 'to' ? seenWho(value) : undefined;
    if (who !== undefined) return fixed(who);
  }
  if (ONLY_WITHIN.test(path) && field === 'what') return fixed(seenWords(value));
  if (ONLY_WITHIN.test(path) && field === 'fields') return fixed(touchedWords(value));
  const named = field === 'id' ? undefined : by.namedById.get(value);
  if (named !== undefined) return { text: named, typed: by.typedById.has(value) };
  if (field === 'review' && value !== '' && !ONLY_WITHIN.test(path))
    return fixed('A review that is not held here');
  if (defOf(how).type === 'enum' || defOf(how).type === 'literal') return fixed(fieldWords(value));
  if (instantSchema.safeParse(value).success) return fixed(momentWords(value));
  if (localDateSchema.safeParse(value).success) return fixed(dayWords(value));
  if (by.school.staff.some(({ email }) => email === value)) return fixed(nameOf(by.school, value));
  const isMark = MARKS.has(field) || (field === 'why' && ONLY_WITHIN.test(path));
  return { text: value, typed: !isMark };
}

/** All typed texts in what is shown, in its order. */
export function typedIn(shown: Shown): readonly { readonly path: string; readonly text: string }[] {
  if (shown.is === 'text') return shown.typed && shown.text.trim() !== '' ? [shown] : [];
  if (shown.is === 'list') return shown.items.flatMap(typedIn);
  return shown.rows.flatMap(({ called, calledTyped, value }) => [
    ...(calledTyped ? [{ path: '', text: called }] : []),
    ...typedIn(value),
  ]);
}
