import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { PRESS_HANDLERS } from '../../src/conversation/presses.ts';
import { COMMANDS } from '../../src/conversation/typed-words.ts';
import { PLAN_KINDS } from '../../src/domain/plans/index.ts';
import { PUPIL_DUTIES } from '../../src/domain/pupil/duties/index.ts';
import { askedFor } from '../../src/domain/questions/stored-answers.ts';
import { OWED_ORDER } from '../../src/domain/review/obligations/index.ts';
import { reviewSchema } from '../../src/domain/review/review.ts';
import { pupilSchema } from '../../src/domain/school/pupil.ts';
import { titlesOf } from '../../src/domain/stored.ts';
import { ownWords } from '../../src/records/export/field-words.ts';
import { makeExport } from '../../src/records/export/make.ts';
import { owedWords } from '../../src/records/export/owed-words.ts';
import { forReading, sectionsOf } from '../../src/records/export/pages.ts';
import { askedWords, seenWho, seenWords } from '../../src/records/export/seen-words.ts';
import type { Shown } from '../../src/records/export/shown.ts';
import { valueWords } from '../../src/records/export/value-words.ts';
import { type Held, heldAbout } from '../../src/records/held.ts';
import { storeEverything } from '../store/every-document.ts';
import { temporaryStore } from '../support/store.ts';

interface Def {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
}

/** Every code that can be stored without a title of its own: the fields that lead to it, and the code. */
function codesIn(
  schema: z.ZodType,
  path: readonly string[],
): readonly (readonly [readonly string[], string])[] {
  const own = askedFor(schema)?.schema;
  if (own) return codesIn(own, path);
  if (titlesOf(schema)) return [];
  const { type, innerType, element, valueType, shape, options, entries, values } =
    schema.def as unknown as Def;
  if (type === 'enum') return Object.values(entries ?? {}).map((code) => [path, code]);
  if (type === 'literal')
    return (values ?? []).flatMap((code) =>
      typeof code === 'string' && code !== '' ? [[path, code] as const] : [],
    );
  const inside = [innerType, element, valueType, ...(options ?? [])].filter((one) => one !== undefined);
  return [
    ...inside.flatMap((one) => codesIn(one, path)),
    ...Object.entries(shape ?? {}).flatMap(([name, one]) => codesIn(one, [...path, name])),
  ];
}

const textsIn = (shown: Shown): readonly (Shown & { readonly is: 'text' })[] => {
  if (shown.is === 'text') return [shown];
  return shown.is === 'list'
    ? shown.items.flatMap(textsIn)
    : shown.rows.flatMap(({ value }) => textsIn(value));
};
const calledIn = (shown: Shown): readonly string[] => {
  if (shown.is === 'text') return [];
  return shown.is === 'list'
    ? shown.items.flatMap(calledIn)
    : shown.rows.flatMap(({ called, value }) => [called, ...calledIn(value)]);
};

/** Every field that can be stored and is asked by no question, with what it stands in. */
function fieldsIn(schema: z.ZodType, within: string): readonly (readonly [string, string])[] {
  const own = askedFor(schema)?.schema;
  if (own) return fieldsIn(own, within);
  const { innerType, element, valueType, shape, options } = schema.def as unknown as Def;
  const inside = [innerType, element, valueType, ...(options ?? [])].filter((one) => one !== undefined);
  return [
    ...inside.flatMap((one) => fieldsIn(one, within)),
    ...Object.entries(shape ?? {}).flatMap(([name, one]) => [
      ...(isAsked(one) ? [] : [[name, within] as const]),
      ...fieldsIn(one, name),
    ]),
  ];
}

function isAsked(schema: z.ZodType): boolean {
  const { innerType } = schema.def as unknown as Def;
  return askedFor(schema) !== undefined || (innerType !== undefined && isAsked(innerType));
}

describe('the page a family reads', () => {
  it('calls every field that can be stored by words of its own', () => {
    const fields = [...fieldsIn(pupilSchema, 'pupil'), ...fieldsIn(reviewSchema, 'reviews')];
    expect(fields.length).toBeGreaterThan(200);
    const unsaid = fields.filter(([name, within]) => ownWords(name, within) === undefined);
    expect([...new Set(unsaid.map(([name, within]) => `${within}.${name}`))]).toEqual([]);
  });

  it('has words for all that somebody can be reminded of, and for all that can be looked at', () => {
    const owed = [...OWED_ORDER, ...PUPIL_DUTIES.map(({ kind }) => kind)];
    expect(owed.filter((kind) => owedWords(kind) === undefined)).toEqual([]);
    const typed = Object.keys(COMMANDS).map((command) => command.replaceAll(' ', '-'));
    const asked = [...Object.keys(PRESS_HANDLERS), ...typed, 'words', 'files', 'nonsense'];
    expect(asked.filter((code) => askedWords(code) === undefined)).toEqual([]);
  });

  it('says of who has looked what they looked at, as a parent would', () => {
    const of = (what: string) => seenWords(what);
    expect(of('show.status')).toBe('How the review stands');
    expect(of('export:not-theirs')).toBe('A copy of all that is held');
    expect(of('submit.parent-views')).toBe('A form, sent: Parent views');
    expect(of('target-added+views-sought')).toBe(
      'A target or outcome was added; Views were asked for, and none were received',
    );
    expect(of('meeting-set')).toBe('The meeting was set');
    expect(of('next-school')).toBe('For the next school');
    expect(seenWho('terminal:kim')).toBe('IT, at the school’s computer (kim)');
    expect(seenWho('priya@oakfield.example')).toBeUndefined();
  });

  it('has words for every code that can be stored of a child', () => {
    const codes = [...codesIn(pupilSchema, ['pupil']), ...codesIn(reviewSchema, ['reviews'])];
    expect(codes.length).toBeGreaterThan(60);
    const isPlan = (code: string) => PLAN_KINDS.some((kind) => kind === code);
    const unsaid = codes.filter(
      ([path, code]) =>
        // A field that was changed is called as it is everywhere; a plan, by its row.
        path.at(-2) !== 'changedHere' &&
        !isPlan(code) &&
        !valueWords(code, path.at(-1) ?? '', path.at(-2) ?? ''),
    );
    expect([...new Set(unsaid.map(([path, code]) => `${path.join('.')}: ${code}`))]).toEqual([]);
  });

  it('has no code, mark or ISO date on it, whatever is stored; the data keeps them', async () => {
    const store = await temporaryStore();
    await storeEverything(store);
    const raw: string[] = [];
    let last: Held | undefined;
    for (const school of await store.schools())
      for (const pupil of await store.pupilsOf(school.id)) {
        const held = await heldAbout(store, school, pupil);
        last = held;
        for (const { shown, heading } of forReading(sectionsOf(held, {}, '2026-12-02'))) {
          for (const { text, path, typed } of textsIn(shown))
            if (/\d{4}-\d\d-\d\d|^(true|false)$|\/|@/.test(text) && !/link|why/.test(path))
              raw.push(`${path}: ${text}`);
            else if (!typed && /^[a-z][a-z0-9]*([.-][a-z0-9]+)+$/i.test(text)) raw.push(`${path}: ${text}`);
          for (const called of [heading, ...calledIn(shown)])
            if (!/^\P{Ll}/u.test(called)) raw.push(`called: ${called}`);
        }
      }
    expect([...new Set(raw)]).toEqual([]);
    const decided = { keep: new Set<string>(), leaveOut: new Set<string>() };
    if (!last) return expect.fail('nothing is stored');
    const held = last;
    const at = '2026-12-02T12:00:00.000Z';
    const [page, data] = makeExport({ held, pupils: [], purpose: 'family', decided, at, more: {} }).files;
    expect(page?.text).toContain('stand in the file of data');
    expect(page?.text).not.toContain('Kept under');
    expect(JSON.parse(data?.text ?? '').pupil).toEqual(held.pupil);
  });
});
