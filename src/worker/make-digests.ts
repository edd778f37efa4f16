import { mayMessage } from '../domain/calendar.ts';
import { type Digest, digestId } from '../domain/digest.ts';
import { nudgesToday } from '../domain/nudges.ts';
import type { Obligation } from '../domain/obligations.ts';
import { obligationsOf } from '../domain/obligations.ts';
import type { Review } from '../domain/review.ts';
import type { PersonId, School } from '../domain/school.ts';
import { type LocalDate, localDate } from '../domain/time.ts';
import { Conflict } from '../store/store.ts';
import type { WorkerDeps } from './deps.ts';

/** A school, and its reviews. */
export type SchoolReviews = readonly [School, readonly Review[]];

/**
 * Makes today's digest of each person who is to be reminded of something in a school that may be written to now, if
 * there is none yet. Resolves to those digests, new and old.
 */
export async function makeDigests(
  all: readonly SchoolReviews[],
  deps: WorkerDeps,
): Promise<readonly Digest[]> {
  const now = deps.clock.now();
  const day = localDate(now);
  const owed = all
    .filter(([school]) => mayMessage(school, now))
    .flatMap(([school, reviews]) => {
      const obligations = reviews.flatMap((review) => obligationsOf(review, school));
      return nudgesToday(obligations, school, day);
    });
  const digests: Digest[] = [];
  for (const [to, items] of Map.groupBy(owed, ({ who }) => who)) {
    try {
      const digest = await ensure(day, to, items, deps);
      if (digest) digests.push(digest);
    } catch (error) {
      deps.log.error('digest could not be made', { error });
    }
  }
  return digests;
}

async function ensure(day: LocalDate, to: PersonId, items: readonly Obligation[], { store }: WorkerDeps) {
  const id = digestId(day, to);
  const made = await store.get('digests', id);
  if (made) return made;
  const state = { is: 'waiting', tries: 0 } as const;
  try {
    return await store.put('digests', {
      id,
      version: 0,
      to,
      day,
      items: items.map((item) => item.id),
      state,
    });
  } catch (error) {
    // Another process has just made it.
    if (error instanceof Conflict) return store.get('digests', id);
    throw error;
  }
}
