import type { Digest } from '../domain/nudges/digest.ts';
import { obligationNamed } from '../domain/nudges/obligation-id.ts';
import { inDigest, mayBeNudged } from '../domain/nudges/policy.ts';
import { movedSince, settledAs } from '../domain/nudges/settled.ts';
import { settledForPupil } from '../domain/pupil/owed.ts';
import { maySeeReview } from '../domain/review/permissions.ts';
import { isSenco, oversees } from '../domain/school/membership.ts';
import type { School } from '../domain/school/school.ts';
import { manyToMeet } from '../domain/statute/parents-to-meet.ts';
import type { CardMessage } from '../presentation/message.ts';
import { digestCard } from '../presentation/screens/digest.ts';
import type { Late } from '../presentation/screens/digest-late.ts';
import type { AboutStaff } from '../presentation/screens/digest-people.ts';
import type { AboutSchool } from '../presentation/screens/digest-school.ts';
import type { SettledItem } from '../presentation/screens/digest-settled.ts';
import type { ToMeet } from '../presentation/screens/digest-to-meet.ts';
import type { Owed } from '../presentation/screens/waiting.ts';
import type { PupilOwed } from '../presentation/screens/waiting-pupil.ts';
import { peopleNoticesIn } from '../store/people-notices.ts';
import { schoolNoticesIn } from '../store/school-notices.ts';
import type { Store } from '../store/store.ts';
import { lateIn, owedForPupilsIn, owedIn } from './lists.ts';
import { staying } from './navigation.ts';
import { whoseReview } from './review-access.ts';

/**
 * Words a person's digest, from what is true now. One that says what it `listed` is about just that: what is still owed of
 * it, and what became of the rest; else it lists all that is due. Undefined when there is nothing to say.
 */
export async function wordDigest(store: Store, digest: Digest): Promise<CardMessage | undefined> {
  const { to, day, listed } = digest;
  const schools = (await store.schools()).filter((school) => mayBeNudged(school, to, day));
  const all = await owedIn(store, to, schools, day);
  const ofPupils = await owedForPupilsIn(store, to, schools, day);
  const late = await lateIn(store, digest, schools);
  const aside = {
    toMeet: await toMeetIn(store, digest, schools),
    aboutStaff: await aboutStaffIn(store, digest, schools),
    aboutSchool: await aboutSchoolIn(store, digest, schools),
  };
  if (!listed) {
    const due = { owed: dueOf(all, schools, digest), ofPupils: dueOf(ofPupils, schools, digest) };
    return cardOf(digest, { ...due, late, settled: [], ...aside });
  }
  const wanted = new Set(listed);
  const stands = (one: Owed | PupilOwed) => wanted.has(one.obligation.id) && !isMoved(one, digest);
  const open = {
    owed: all.filter(stands),
    ofPupils: ofPupils.filter(stands),
    late: late.filter(stands),
  };
  const left = new Set([...open.owed, ...open.ofPupils, ...open.late].map(({ obligation }) => obligation.id));
  const gone = listed.filter((id) => !left.has(id));
  const settled = await Promise.all(gone.map((id) => settledItem(store, id, digest, schools)));
  return cardOf(digest, { ...open, settled: settled.filter((one) => one !== undefined), ...aside });
}

interface Parts {
  readonly owed: readonly Owed[];
  readonly ofPupils: readonly PupilOwed[];
  readonly late: readonly Late[];
  readonly settled: readonly SettledItem[];
  readonly toMeet: readonly ToMeet[];
  readonly aboutStaff: readonly AboutStaff[];
  readonly aboutSchool: readonly AboutSchool[];
}

function cardOf({ to, day, state }: Digest, parts: Parts): CardMessage | undefined {
  // One that was sent says that all of it is settled.
  if (state.is !== 'sent' && Object.values(parts).every((some) => some.length === 0)) return undefined;
  return staying('digest', digestCard({ ...parts, reader: to, today: day }));
}

/** What the reader is to look at about the staff of the schools they run, whatever the digest is sent for. */
async function aboutStaffIn(
  store: Store,
  { to, day }: Digest,
  schools: readonly School[],
): Promise<AboutStaff[]> {
  const found = schools
    .filter((school) => isSenco(school, to))
    .map(async (school) =>
      (await peopleNoticesIn(school, day, store)).map((notice): AboutStaff => ({ school, notice })),
    );
  return (await Promise.all(found)).flat();
}

/** What the reader is to see to for the schools they run, whatever the digest is sent for. */
async function aboutSchoolIn(
  store: Store,
  { to, day }: Digest,
  schools: readonly School[],
): Promise<AboutSchool[]> {
  const found = schools
    .filter((school) => isSenco(school, to))
    .map(async (school) =>
      (await schoolNoticesIn(school, day, store)).map((notice): AboutSchool => ({ school, notice })),
    );
  return (await Promise.all(found)).flat();
}

/** The schools where parents are to be met, of those that the digest tells of, and of how many pupils. */
async function toMeetIn(
  store: Store,
  { toMeet = [], day }: Digest,
  schools: readonly School[],
): Promise<ToMeet[]> {
  const found = schools
    .filter(({ id }) => toMeet.includes(id))
    .map(async (school) => ({
      school,
      number: manyToMeet(await store.pupilsOf(school.id), await store.reviewsOf(school.id), day, school),
    }));
  return (await Promise.all(found)).filter(({ number }) => number > 0);
}

/** What of `all` the digest lists. */
function dueOf<One extends Owed | PupilOwed>(
  all: readonly One[],
  schools: readonly School[],
  { day, items }: Digest,
): One[] {
  const ids = new Set(
    schools.flatMap((school) => {
      const here = all.filter((one) => one.school.id === school.id).map(({ obligation }) => obligation);
      return inDigest<(typeof here)[number]>(here, school, day, items).map(({ id }) => id);
    }),
  );
  return all.filter(({ obligation }) => ids.has(obligation.id));
}

/** Whether it got a later day since the digest was sent: it was answered, and is not asked again. */
function isMoved(one: Owed | PupilOwed, { state }: Digest): boolean {
  if (!('review' in one)) return false;
  const { obligation, review } = one;
  const action = review.actions.find(({ id }) => id === obligation.about);
  return state.is === 'sent' && action !== undefined && movedSince(action, state.at) !== undefined;
}

/** The same of something that was owed for a pupil: SENCOs and senior leaders are told of it, and of nobody else's. */
async function settledPupilItem(
  store: Store,
  id: string,
  { to, day }: Digest,
  schools: readonly School[],
): Promise<SettledItem | undefined> {
  const pupil = await store.get('pupils', obligationNamed(id).reviewId);
  const school = schools.find((one) => one.id === pupil?.schoolId);
  if (!pupil || !school) return undefined;
  const reviews = await store.reviewsOfPupil(pupil.id);
  const settled = settledForPupil(id, { pupil, reviews, school, today: day });
  return { id, settled, ...(oversees(school, to) && { pupil }) };
}

/** What became of something listed, with what it was about where the reader may still see that. */
async function settledItem(
  store: Store,
  id: string,
  digest: Digest,
  schools: readonly School[],
): Promise<SettledItem | undefined> {
  const { to, state } = digest;
  const found = await store.get('reviews', obligationNamed(id).reviewId);
  const school = schools.find((one) => one.id === found?.schoolId);
  const whose = found && (await whoseReview(store, found));
  if (!found) return settledPupilItem(store, id, digest, schools);
  if (!school || !whose) return undefined;
  const { review } = whose;
  const action = review.actions.find((one) => one.id === obligationNamed(id).about);
  const moved = action && state.is === 'sent' ? movedSince(action, state.at) : undefined;
  const settled = moved ?? settledAs(id, review, school, digest.day);
  return {
    id,
    settled,
    of: maySeeReview(review, to, school, { ...whose, today: digest.day }) ? { ...whose, school } : undefined,
  };
}
