import { mayMessage } from '../domain/calendar.ts';
import type { Digest } from '../domain/digest.ts';
import { dueNow, nudgesToday } from '../domain/nudges.ts';
import { obligationsOf, reviewOfObligation } from '../domain/obligations.ts';
import { membership } from '../domain/permissions.ts';
import type { Review } from '../domain/review.ts';
import type { School } from '../domain/school.ts';
import { localDate } from '../domain/time.ts';
import type { Store } from '../store/store.ts';
import type { WorkerDeps } from './deps.ts';
import type { Parcel } from './parcel.ts';
import { update } from './update.ts';

/** A person's digest. It goes on its own day or never: the next one says what is true then. */
export function digestParcel(digest: Digest, deps: WorkerDeps): Parcel {
  const { store, clock, wording } = deps;
  return {
    key: digest.id,
    to: digest.to,
    state: digest.state,
    about: { kind: 'digest' },
    standing: async () => {
      if (localDate(clock.now()) !== digest.day) return { is: 'unwanted' };
      const { nudging, listed } = await schoolsOf(digest, store);
      if (nudging.length === 0) return { is: 'unwanted' };
      if (!nudging.some((school) => mayMessage(school, clock.now()))) return { is: 'held' };
      return { is: 'ready', schools: listed };
    },
    compose: async () => {
      const current = await store.get('digests', digest.id);
      return current && wording.digest(current);
    },
    change: async (next) => {
      const changed = await update(store, 'digests', digest.id, (current) => {
        const state = current && next(current.state);
        return state && { ...current, state };
      });
      return changed !== undefined;
    },
  };
}

/** The schools in which something of theirs still deserves a mention that day, and those of all that it would list. */
async function schoolsOf(digest: Digest, store: Store) {
  const nudging: School[] = [];
  const listed: School[] = [];
  const bySchool = Map.groupBy(await reviewsOf(digest, store), (review) => review.schoolId);
  for (const [id, reviews] of bySchool) {
    const school = await store.get('schools', id);
    if (!school || !membership(school, digest.to)) continue;
    const owed = reviews
      .flatMap((review) => obligationsOf(review, school))
      .filter(({ who }) => who === digest.to);
    const deserving = nudgesToday(owed, school, digest.day);
    if (deserving.length > 0) nudging.push(school);
    if (deserving.length > 0 || dueNow(owed, school, digest.day).length > 0) listed.push(school);
  }
  return { nudging, listed };
}

/** The reviews that concern the person, and those the digest was made for. */
async function reviewsOf(digest: Digest, store: Store): Promise<readonly Review[]> {
  const concerning = await store.reviewsConcerning(digest.to);
  const known = new Set(concerning.map((review) => review.id));
  const others = new Set(digest.items.map(reviewOfObligation).filter((id) => !known.has(id)));
  const more = await Promise.all([...others].map((id) => store.get('reviews', id)));
  return [...concerning, ...more.filter((review) => review !== undefined)];
}
