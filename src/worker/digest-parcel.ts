import { mayMessage } from '../domain/calendar.ts';
import type { Digest } from '../domain/digest.ts';
import { dueNow, nudgesToday } from '../domain/nudges.ts';
import { owedBy } from '../domain/obligations.ts';
import { isSenco, membership } from '../domain/permissions.ts';
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
  for (const school of await store.schools()) {
    if (!membership(school, digest.to)) continue;
    const reviews = await reviewsIn(school, digest, store);
    const owed = owedBy(digest.to, reviews, [school]);
    const deserving = nudgesToday(owed, school, digest.day);
    if (deserving.length > 0) nudging.push(school);
    if (deserving.length > 0 || dueNow(owed, school, digest.day).length > 0) listed.push(school);
  }
  return { nudging, listed };
}

/** The school's reviews in which the person may owe something; a SENCO's are all, for a colleague's may come to them. */
async function reviewsIn(school: School, { to }: Digest, store: Store): Promise<readonly Review[]> {
  if (isSenco(school, to)) return store.reviewsOf(school.id);
  return (await store.reviewsConcerning(to)).filter((review) => review.schoolId === school.id);
}
