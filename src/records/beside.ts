import type { Review } from '../domain/review/review.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { DataKeys } from '../store/lowdb/data-keys.ts';
import { eraseCopies } from '../store/lowdb/erase-copies.ts';
import { realFiles } from '../store/lowdb/files.ts';
import { readOldIds } from '../store/lowdb/old-ids-file.ts';

interface Place {
  readonly dataDir: string;
  readonly keys: DataKeys;
}

/** What a pupil's documents and their reviews' were called before upgrades. */
export async function formerIds(
  pupil: Pick<Pupil, 'id'>,
  reviews: readonly Pick<Review, 'id'>[],
  { dataDir, keys }: Place,
): Promise<readonly string[]> {
  const now = new Set([pupil.id, ...reviews.map(({ id }) => id)]);
  return Object.values(await readOldIds(dataDir, keys)).flatMap((known) =>
    Object.entries(known ?? {}).flatMap(([old, id]) => (now.has(id) ? [old] : [])),
  );
}

/** What is held of a pupil beside the documents in use: former ids, and the backups with a copy. */
export async function heldBeside(pupil: Pupil, reviews: readonly Review[], place: Place) {
  const former = await formerIds(pupil, reviews, place);
  const ids = new Set([pupil.id, ...reviews.map(({ id }) => id), ...former]);
  const { schoolId, ref, upn, dateOfBirth } = pupil;
  const whom = { ids, schoolId, ref, dateOfBirth, ...(upn !== undefined && { upn }) };
  const { keys, dataDir } = place;
  const { backups } = await eraseCopies(dataDir, whom, { keys, files: realFiles, look: true });
  return { formerIds: former, backups };
}
