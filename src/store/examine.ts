import { count } from '../domain/language/words.ts';
import { checkDocument } from './check-document.ts';
import type { StoredFault } from './damaged.ts';
import { COLLECTIONS } from './schemas.ts';
import type { Collection, Documents } from './store.ts';
import { formatOfDocument, type StoredDocument } from './stored-document.ts';

/** What stands under a name in a collection, read but not yet believed. */
export interface Found {
  readonly collection: Collection;
  readonly id: string;
  /** Where it stands, as an IT manager finds it. */
  readonly file: string;
  readonly document: StoredDocument;
}

/** Takes a document that is as it should be. */
export type Take = <C extends Collection>(collection: C, document: Documents[C]) => void;

/** What others must not be without; what is in the rest can be learnt again. */
const NEEDED: readonly Collection[] = ['schools', 'pupils', 'reviews'];

/** Whether a start can go on without such a document. */
export function canBeLearntAgain(collection: Collection): boolean {
  return !NEEDED.includes(collection);
}

/** Which documents each kind of document names, in which of its fields. */
const NAMES: Readonly<Partial<Record<Collection, Readonly<Record<string, Collection>>>>> = {
  pupils: { schoolId: 'schools' },
  reviews: { schoolId: 'schools', pupilId: 'pupils' },
};

/**
 * Checks all that was found, of format `format`, to the last field, and hands on what is as it should be. Gives back all that
 * is wrong. `isThere` says whether there is something under that name, readable or not.
 */
export function examine(
  found: readonly Found[],
  format: number,
  isThere: (collection: Collection, id: string) => boolean,
  take: Take,
): readonly StoredFault[] {
  const schools = new Map(
    found.flatMap(({ collection, id, document }) =>
      collection === 'pupils' && isThere('schools', String(document.schoolId))
        ? [[id, document.schoolId]]
        : [],
    ),
  );
  return found.flatMap((one) => [
    ...checked(one, format, take),
    ...missing(one, isThere),
    ...ofAnotherSchool(one, schools),
  ]);
}

function checked(
  { collection, id, file, document }: Found,
  format: number,
  take: Take,
): readonly StoredFault[] {
  const at = { file, document: { collection, id } };
  const { format: _, ...rest } = document;
  if (formatOfDocument(document) !== format) {
    return [{ ...at, field: 'format', what: `should be ${format}, as in all that is stored here` }];
  }
  const answer = checkDocument(collection, rest);
  if (!answer.ok) return answer.faults.map((fault) => ({ ...at, ...fault }));
  take(collection, answer.document);
  return [];
}

function missing(
  { collection, id, file, document }: Found,
  isThere: (collection: Collection, id: string) => boolean,
): readonly StoredFault[] {
  return Object.entries(NAMES[collection] ?? {}).flatMap(([field, of]) => {
    const named = document[field];
    if (typeof named !== 'string' || isThere(of, named)) return [];
    return [
      { file, document: { collection, id }, field, what: `names a document that is not among the ${of}` },
    ];
  });
}

function ofAnotherSchool(
  { collection, id, file, document }: Found,
  schoolsOfPupils: ReadonlyMap<unknown, unknown>,
): readonly StoredFault[] {
  if (collection !== 'reviews' || !schoolsOfPupils.has(document.pupilId)) return [];
  if (schoolsOfPupils.get(document.pupilId) === document.schoolId) return [];
  const what = 'names another school than the pupil’s';
  return [{ file, document: { collection, id }, field: 'schoolId', what }];
}

/** The faults of collections in which there are fewer documents than were last counted. */
export function fewerThan(
  counted: Readonly<Partial<Record<Collection, number>>>,
  there: Readonly<Record<Collection, number>>,
  folderOf: (collection: Collection) => string,
): readonly StoredFault[] {
  return COLLECTIONS.flatMap((collection) => {
    const before = counted[collection] ?? 0;
    if (there[collection] >= before) return [];
    return [
      {
        file: folderOf(collection),
        what: `holds ${count(there[collection], 'document')}, where ${before} ${before === 1 ? 'was' : 'were'} stored`,
        remedy:
          'Put back what is missing from your last backup, then start again; if it was removed on purpose, run ' +
          '“npm run store -- recount” first.',
      },
    ];
  });
}
