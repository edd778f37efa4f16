import type { Document } from '../domain/school/school.ts';

/** A document as some format has it: of its fields only these are known for sure. */
export type StoredDocument = Document & Readonly<Record<string, unknown>>;

/** What was stored before there was a number at the top of each document. */
export const FIRST_FORMAT = 1;

/** The format a document says that it is of; undefined where what it says is no number. */
export function formatOfDocument({ format }: StoredDocument): number | undefined {
  if (format === undefined) return FIRST_FORMAT;
  return typeof format === 'number' && Number.isSafeInteger(format) ? format : undefined;
}
