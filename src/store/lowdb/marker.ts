import { join } from 'node:path';
import { z } from 'zod';
import { Damaged } from '../damaged.ts';
import { COLLECTIONS } from '../schemas.ts';
import type { Collection } from '../store.ts';
import { type Files, writeDurably } from './files.ts';
import { asText, readJson } from './json-file.ts';
import { Unreadable } from './unreadable.ts';

/** How many documents there are in each collection. */
export type Counted = Readonly<Record<Collection, number>>;

/** Says whose folder it is, of what format all in it is, and how many documents there were at least. */
export interface Marker {
  readonly format: number;
  /** Not there in the first format. */
  readonly documents?: Readonly<Partial<Counted>> | undefined;
  /** While all in it is being replaced, and may be in part of the old and in part of the new. */
  readonly replacing?: true | undefined;
  /** In a backup in which all is encrypted, since some key was set: the id of that key. */
  readonly key?: string | undefined;
}

const MARKER = 'format.json';
const WHAT = 'send-review-bot data';

const schema = z.object({
  what: z.literal(WHAT),
  format: z.int().min(1),
  documents: z.partialRecord(z.enum(COLLECTIONS), z.int().min(0)).optional(),
  replacing: z.literal(true).optional(),
  key: z.string().optional(),
});

/** Where a folder's marker is. */
export const markerPath = (folder: string) => join(folder, MARKER);

/** The folder's marker; undefined if there is none. @throws {Damaged} it is not one. */
export async function readMarker(folder: string): Promise<Marker | undefined> {
  const file = markerPath(folder);
  const found = await readJson(file).catch((error: unknown) => {
    throw error instanceof Unreadable ? new Damaged([{ file, ...error.wrong }]) : error;
  });
  if (found === undefined) return undefined;
  const marker = schema.safeParse(found);
  if (marker.success) return marker.data;
  throw new Damaged([{ file, what: 'is not the marker of a send-review-bot data folder' }]);
}

/** A marker as it stands in its file. */
export const markerText = (marker: Marker): string => asText({ what: WHAT, ...marker });

/** Writes the marker, as a commit writes a document. */
export function writeMarker(folder: string, marker: Marker, files: Files): Promise<void> {
  return writeDurably(markerPath(folder), markerText(marker), files);
}
