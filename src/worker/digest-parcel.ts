import { NOTHING_APART } from '../app/ports.ts';
import type { Digest } from '../domain/nudges/digest.ts';
import { owedBy } from '../domain/nudges/obligations.ts';
import { inDigest, mayBeNudged, policyOf } from '../domain/nudges/policy.ts';
import { mayNudge } from '../domain/school/calendar.ts';
import type { School } from '../domain/school/school.ts';
import { localDate } from '../domain/time.ts';
import { peopleNoticesIn } from '../store/people-notices.ts';
import { schoolNoticesIn } from '../store/school-notices.ts';
import { lateStill } from '../store/still-escalated.ts';
import type { Store } from '../store/store.ts';
import { update } from '../store/update.ts';
import { parentsToMeetIn, pupilsMatteringTo, reviewsMatteringTo } from './attention.ts';
import { storeOf, type WorkerDeps } from './deps.ts';
import { overtakeBefore } from './overtake.ts';
import type { Parcel } from './parcel.ts';
import { fingerprint } from './refresh.ts';

/** A person's digest. It goes on its own day or never: the next one says what is true then. */
export function digestParcel(digest: Digest, deps: WorkerDeps): Parcel {
  const { store, clock, wording, apart = NOTHING_APART } = deps;
  let worded: Pick<Digest, 'listed' | 'shown'> = {};
  return {
    updatable: true,
    overtakes: () => overtakeBefore(digest, deps),
    key: digest.id,
    to: digest.to,
    state: digest.state,
    about: { kind: 'digest' },
    standing: async () => {
      const now = clock.now();
      if (localDate(now) !== digest.day) return { is: 'unwanted' };
      const { nudging, listed } = await apart.run(() => schoolsOf(digest, store));
      if (nudging.length === 0) return { is: 'unwanted' };
      if (!nudging.some((school) => mayNudge(school, policyOf(school).hour, now))) return { is: 'held' };
      return { is: 'ready', schools: listed };
    },
    compose: async () => {
      const current = await store.get('digests', digest.id);
      const { ids } = await apart.run(() => schoolsOf(digest, store));
      const message = current && (await wording.digest({ ...current, listed: ids }));
      worded = message ? { listed: ids, shown: fingerprint(message) } : {};
      return message;
    },
    change: async (next, sent) => {
      const changed = await update(storeOf(deps, sent), 'digests', digest.id, (current) => {
        const state = current && next(current.state);
        // What it lists is known by what was sent, and by nothing sooner.
        return state && { ...current, ...(state.is === 'sent' && worded), state };
      });
      return changed !== undefined;
    },
  };
}

/**
 * The schools of which some reason for the digest still stands, those of all that it would list, and the obligation ids of
 * that.
 */
async function schoolsOf(digest: Digest, store: Store) {
  const { to, day, items, toMeet = [], aboutStaff = [], aboutSchool = [] } = digest;
  const nudging: School[] = [];
  const listed: School[] = [];
  const ids: string[] = [];
  for (const school of await store.schools()) {
    if (!mayBeNudged(school, to, day)) continue;
    const owed = owedBy(to, await reviewsMatteringTo(to, day, school, store), [school], day);
    const ofPupils = await pupilsMatteringTo(to, day, school, store);
    const lists = [...inDigest(owed, school, day, items), ...inDigest(ofPupils, school, day, items)];
    const late = await lateStill(digest, [school], store);
    const others = [...late.inReviews, ...late.ofPupils];
    // Looked up last: parents to meet go through all of the school's pupils.
    const told =
      others.length > 0 ||
      (aboutSchool.includes(school.id) && (await schoolNoticesIn(school, day, store)).length > 0) ||
      (aboutStaff.includes(school.id) && (await peopleNoticesIn(school, day, store)).length > 0) ||
      (toMeet.includes(school.id) && (await parentsToMeetIn(school, day, store)) > 0);
    ids.push(...lists.map(({ id }) => id), ...others.map(({ obligationId }) => obligationId));
    if (told || lists.some(({ id }) => items.includes(id))) nudging.push(school);
    if (told || lists.length > 0) listed.push(school);
  }
  return { nudging, listed, ids };
}
