import type { z } from 'zod';
import { digestSchema, morningsSchema } from '../domain/nudges/digest.ts';
import { reviewSchema } from '../domain/review/review.ts';
import { contactSchema } from '../domain/school/contact.ts';
import { pupilSchema } from '../domain/school/pupil.ts';
import { schoolSchema } from '../domain/school/school.ts';
import type { Collection, Documents } from './store.ts';

/** What a document of each collection must look like. Each schema stands beside the type that comes from it. */
export const SCHEMAS: { readonly [C in Collection]: z.ZodType<Documents[C]> } = {
  schools: schoolSchema,
  pupils: pupilSchema,
  reviews: reviewSchema,
  contacts: contactSchema,
  digests: digestSchema,
  mornings: morningsSchema,
};

/** Every collection; one that others name (schools, pupils) stands before them. */
export const COLLECTIONS = Object.keys(SCHEMAS) as readonly Collection[];

/** Something for each collection, made from its name. */
export function byCollection<T>(of: (collection: Collection) => T): Readonly<Record<Collection, T>> {
  return {
    schools: of('schools'),
    pupils: of('pupils'),
    reviews: of('reviews'),
    contacts: of('contacts'),
    digests: of('digests'),
    mornings: of('mornings'),
  };
}
