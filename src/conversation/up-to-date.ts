import { setImmediate } from 'node:timers/promises';
import { asOfPupil } from '../domain/review/as-of-pupil.ts';
import type { Review } from '../domain/review/review.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import { changeKept } from './change.ts';
import type { Deps } from './deps.ts';

/** What has a pupil's reviews changed: only those that hold something else than the pupil's data says are. */
type Changing = Pick<Deps, 'store' | 'committed' | 'clock' | 'ids'>;

const changed = (deps: Changing, seen: Review, pupil: Pupil) =>
  changeKept(deps, {
    collection: 'reviews',
    seen,
    change: (review: Review) => ({ ok: true, next: asOfPupil(review, pupil) }),
  });

/** Has the pupil's reviews that are being prepared or held address whom the pupil's data says now. Throws as `commit`. */
export async function bringUpToDate(deps: Deps, pupil: Pupil): Promise<void> {
  for (const seen of await deps.store.reviewsOfPupil(pupil.id)) await changed(deps, seen, pupil);
}

/** So many reviews are looked at in one go: between them whoever waits has their turn. */
const AT_A_TIME = 500;

/**
 * Brings the reviews of all pupils up to date, as at the start: those stored before something of their pupil was kept with them
 * have it from here on. Nothing is written of those that have it, and one that can't be looked at or written stops no other.
 * @param fault told of each of those, which are so at their next step or the next start.
 */
export async function bringAllUpToDate(
  deps: Changing,
  fault: (review: string, error: unknown) => void,
): Promise<void> {
  let looked = 0;
  for (const { id } of await deps.store.schools()) {
    const pupils = new Map((await deps.store.pupilsOf(id)).map((pupil) => [pupil.id, pupil]));
    for (const review of await deps.store.reviewsOf(id)) {
      if (++looked % AT_A_TIME === 0) await setImmediate();
      const pupil = pupils.get(review.pupilId);
      try {
        if (pupil && asOfPupil(review, pupil) !== review) await changed(deps, review, pupil);
      } catch (error) {
        fault(review.id, error);
      }
    }
  }
}
