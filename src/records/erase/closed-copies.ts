import { join, relative } from 'node:path';
import { type CopiesErased, stillClosed } from '../../store/lowdb/erase-copies.ts';
import type { Erasing, JournalPlace } from './journal.ts';

/** The files of an erasing's copies that could not be opened when they were last tried; none where all could. */
export const closedIn = (
  { closed = [] }: Erasing,
  { dataDir }: Pick<JournalPlace, 'dataDir'>,
): readonly string[] => closed.map((file) => join(dataDir, file));

/** Whether one of these copies has gone or can be opened since: then there is something to do. */
export async function hasOpened(files: readonly string[], { keys }: JournalPlace): Promise<boolean> {
  return (await stillClosed(files, keys)).length < files.length;
}

/**
 * What is still noted of an erasing once documents and copies are done: of one with copies that are closed who the child was, of
 * another nothing but the messages.
 */
export function afterCopies(
  { ref, upn, dateOfBirth, closed: _, ...rest }: Erasing,
  { closed }: Pick<CopiesErased, 'closed'>,
  { dataDir }: Pick<JournalPlace, 'dataDir'>,
): Erasing {
  if (closed.length === 0) return { ...rest, marks: [] };
  return {
    ...rest,
    ...(ref !== undefined && { ref }),
    ...(upn !== undefined && { upn }),
    ...(dateOfBirth !== undefined && { dateOfBirth }),
    marks: [],
    closed: closed.map((file) => relative(dataDir, file)),
  };
}
