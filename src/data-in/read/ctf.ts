import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { tidy } from '../../domain/language/tidy.ts';
import { type Table, tableOf, Unreadable } from './table.ts';

/*
 * A Common Transfer File (DfE, XML): the pupils of one school with, among much else, their SEN history. It becomes a table
 * with a column for each element that is known here, so that it is matched to our columns as any other.
 */

const OF_A_PUPIL = [
  'UPN',
  'Surname',
  'Forename',
  'PreferredForename',
  'DOB',
  'NCyearActual',
  'AdmissionNumber',
];
const HEADINGS = [...OF_A_PUPIL, 'SENprovision', 'SENstart', 'LookedAfter', 'LA'];

type Element = Readonly<Record<string, unknown>>;
const isElement = (value: unknown): value is Element => typeof value === 'object' && value !== null;
const child = (value: unknown, name: string): unknown => (isElement(value) ? value[name] : undefined);
const all = (value: unknown): readonly unknown[] =>
  value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];
const textOf = (value: unknown): string =>
  typeof value === 'string' ? tidy(value) : isElement(value) ? textOf(value['#text'] ?? '') : '';

/** The last entry of a history by its start; of several of one day, the one that stands last. */
function latest(entries: readonly unknown[]): unknown {
  return entries
    .map((entry) => ({ entry, start: textOf(child(entry, 'StartDate')) }))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
    .at(-1)?.entry;
}

/** The first element of a name, wherever it stands in a pupil's: versions of the format have moved some of them. */
function anywhere(pupil: unknown, name: string): unknown {
  if (!isElement(pupil)) return undefined;
  if (name in pupil) return pupil[name];
  for (const value of Object.values(pupil)) {
    const found = Array.isArray(value) ? undefined : anywhere(value, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function rowOf(pupil: unknown): readonly string[] {
  const sen = latest(all(child(anywhere(pupil, 'SENhistory'), 'SEN')));
  const start = textOf(child(sen, 'StartDate'));
  return [
    ...OF_A_PUPIL.map((name) => textOf(all(anywhere(pupil, name))[0])),
    textOf(child(sen, 'SENprovision')),
    start,
    textOf(anywhere(pupil, 'LookedAfter') ?? anywhere(pupil, 'InCare')),
    textOf(anywhere(pupil, 'LA')),
  ];
}

// A document that defines words of its own, or is nested without end, is no export of any system: the parser throws.
function parsed(name: string, text: string): unknown {
  try {
    if (XMLValidator.validate(text) === true)
      return new XMLParser({ ignoreAttributes: true, parseTagValue: false, processEntities: true }).parse(
        text,
      );
  } catch {
    // Said below, as of any other that is damaged: the parser's own words quote the file.
  }
  throw new Unreadable(
    name,
    'this XML file is damaged, cut short, or has more in it than an export has; export it once more',
  );
}

/**
 * The pupils of a Common Transfer File. A line is counted by pupils, as the file's own lines say nothing to a person.
 * @throws {Unreadable} it is no such file, or damaged.
 */
export function readCtf(name: string, text: string): Table {
  const root = parsed(name, text);
  const pupils = all(child(child(child(root, 'CTFile'), 'CTFpupilData'), 'Pupil'));
  if (pupils.length === 0)
    throw new Unreadable(name, 'this XML file has no pupils as a Common Transfer File (CTF) has them');
  return tableOf(name, [
    { line: 1, cells: HEADINGS },
    ...pupils.map((pupil, at) => ({ line: at + 2, cells: rowOf(pupil) })),
  ]);
}
