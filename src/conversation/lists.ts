import { NOTHING_APART } from '../app/ports.ts';
import { pupilName } from '../domain/language/people.ts';
import type { Digest } from '../domain/nudges/digest.ts';
import { owedBy } from '../domain/nudges/obligations.ts';
import { horizon } from '../domain/nudges/policy.ts';
import { movesAhead, type SchoolNotice } from '../domain/nudges/school-notices.ts';
import { owedSoon, pupilsMaybeOwed } from '../domain/pupil/owed-soon.ts';
import { isSenco } from '../domain/school/membership.ts';
import { isQuiet, quietOf } from '../domain/school/place.ts';
import { standingAlone } from '../domain/school/pupil.ts';
import { maybeSame } from '../domain/school/same-person.ts';
import type { PersonId, School } from '../domain/school/school.ts';
import { dueList } from '../domain/statute/due.ts';
import { type LocalDate, localDate } from '../domain/time.ts';
import { press } from '../presentation/buttons.ts';
import type { DueView } from '../presentation/due-view.ts';
import { type CardMessage, placedAt } from '../presentation/message.ts';
import type { Frame } from '../presentation/render.ts';
import type { Late } from '../presentation/screens/digest-late.ts';
import { schoolNoticeSaid } from '../presentation/screens/digest-school.ts';
import { dueCard } from '../presentation/screens/due.ts';
import { parentsToMeetCard } from '../presentation/screens/parents-to-meet.ts';
import { mineCard, type Owed } from '../presentation/screens/waiting.ts';
import type { PupilOwed } from '../presentation/screens/waiting-pupil.ts';
import { asOfPupils } from '../store/as-of-pupils.ts';
import { schoolNoticesIn } from '../store/school-notices.ts';
import { lateStill } from '../store/still-escalated.ts';
import type { Store } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { missingFor } from './missing.ts';
import { type Person, schoolsOverseen, schoolsRun } from './people.ts';
import { attention, SAY } from './refusals.ts';
import { whoseReview } from './review-access.ts';

/**
 * All that `person` owes in `schools`, with what it is about. Every review of a school is looked at where they are a
 * SENCO, since what a colleague who left or is away has led comes to them.
 */
export async function owedIn(
  store: Store,
  person: PersonId,
  schools: readonly School[],
  today: LocalDate,
): Promise<Owed[]> {
  const byId = new Map(schools.map((school) => [school.id, school]));
  const sencoOf = schools.filter((school) => isSenco(school, person));
  const all = [
    ...(await store.reviewsConcerning(person)).filter((review) => byId.has(review.schoolId)),
    ...(await Promise.all(sencoOf.map((school) => store.reviewsOf(school.id)))).flat(),
  ];
  const reviews = new Map((await asOfPupils(all, store)).map((review) => [review.id, review]));
  const owed = owedBy(person, [...reviews.values()], schools, today).map(async (obligation) => {
    const review = reviews.get(obligation.reviewId);
    const school = byId.get(obligation.schoolId);
    const whose = review && (await whoseReview(store, review));
    return whose && school ? [{ obligation, ...whose, school }] : [];
  });
  return (await Promise.all(owed)).flat();
}

/** What `person` owes for pupils of `schools` that a digest of `today` can list: a SENCO's, or nothing. */
export async function owedForPupilsIn(
  store: Store,
  person: PersonId,
  schools: readonly School[],
  today: LocalDate,
): Promise<PupilOwed[]> {
  const here = schools.filter((school) => isSenco(school, person));
  const owed = here.map(async (school) => {
    const last = horizon(school, today);
    const near = pupilsMaybeOwed(await store.pupilsOf(school.id), school, today, last);
    const found = near.map(async (pupil) => ({ pupil, reviews: await store.reviewsOfPupil(pupil.id) }));
    return owedSoon(await Promise.all(found), school, today, last).flatMap((obligation) => {
      const pupil = obligation.who === person && near.find(({ id }) => id === obligation.pupilId);
      return pupil ? [{ obligation, pupil, school }] : [];
    });
  });
  return (await Promise.all(owed)).flat();
}

/** What of others is so long overdue that the digest tells its reader, as it still stands. */
export async function lateIn(store: Store, digest: Digest, schools: readonly School[]): Promise<Late[]> {
  const { inReviews, ofPupils } = await lateStill(digest, schools, store);
  const late: Late[] = [];
  for (const { obligation, step } of inReviews) {
    const review = await store.get('reviews', obligation.reviewId);
    const whose = review && (await whoseReview(store, review));
    const school = schools.find(({ id }) => id === obligation.schoolId);
    if (whose && school) late.push({ obligation, ...whose, school, step });
  }
  for (const { obligation, step } of ofPupils) {
    const pupil = await store.get('pupils', obligation.pupilId);
    const school = schools.find(({ id }) => id === obligation.schoolId);
    if (pupil && school) late.push({ obligation, pupil, school, step });
  }
  return late;
}

/** Whose reviews can't be shown, where something of theirs is set apart: told to those who oversee the school. */
async function leftOut(
  { store, apart = NOTHING_APART }: Deps,
  schools: readonly School[],
): Promise<Frame['notice']> {
  const found = schools.flatMap(({ id }) => apart.ofSchool(id));
  if (found.length === 0) return undefined;
  const names = new Set<string>();
  for (const { collection, id } of found) {
    const pupilId = collection === 'pupils' ? id : (await store.get('reviews', id))?.pupilId;
    const pupil = pupilId && (await store.get('pupils', pupilId));
    if (pupil) names.add(`${pupilName(pupil)} (${pupil.ref})`);
  }
  return attention(SAY.leftOut([...names].join(', ')));
}

/** What is to be said about who is who among the staff, to those who can. */
function whoIsWho(person: Person): Frame['notice'] {
  const schools = schoolsRun(person);
  if (schools.some(({ secondAccounts }) => secondAccounts?.length)) return attention(SAY.secondAccounts);
  return schools.some((school) => maybeSame(school).length > 0) ? attention(SAY.maybeSame) : undefined;
}

/** What is to be seen to for the school, or comes with the next school year, to those who can: of each kind once. */
async function toSeeTo({ store }: Deps, person: Person, today: LocalDate): Promise<Frame['notice']> {
  const found = new Map<SchoolNotice['is'], string>();
  for (const school of schoolsRun(person)) {
    const ahead = movesAhead(school, await store.pupilsOf(school.id), today);
    for (const notice of await schoolNoticesIn(school, today, store))
      found.set(notice.is, schoolNoticeSaid(notice));
    if (ahead) found.set(ahead.is, SAY.movesAhead);
  }
  return found.size > 0 ? attention([...found.values()].join(' ')) : undefined;
}

/** What waits on this person, in all their schools. */
export async function mineScreen(
  deps: Deps,
  person: Person,
  page: number,
  notice?: Frame['notice'],
): Promise<CardMessage> {
  const schools = person.places.map(({ school }) => school);
  const today = localDate(deps.clock.now());
  const owed = await owedIn(deps.store, person.email, schools, today);
  const show = mineCard({
    owed: owed.filter(({ obligation: { due, fromItsDay } }) => due <= today || !fromItsDay),
    ofPupils: await owedForPupilsIn(deps.store, person.email, schools, today),
    today,
    page,
    mayLookAtDue: schoolsOverseen(person).length > 0,
    notice:
      notice ??
      (await leftOut(deps, schoolsOverseen(person))) ??
      whoIsWho(person) ??
      (await toSeeTo(deps, person, today)),
  });
  return placedAt(press.mine(page), show);
}

/**
 * What is overdue, due and coming in the schools this person oversees, or what of it `view` asks for; to others, what waits on
 * them. `said` is what is to be said of what they typed; false where what else there is to be said stands beside it already.
 */
export async function dueScreen(
  deps: Deps,
  person: Person,
  page: number,
  view: DueView = {},
  said?: Frame['notice'] | false,
): Promise<CardMessage> {
  const overseen = schoolsOverseen(person);
  if (!overseen.length) return mineScreen(deps, person, 1, attention(SAY.overseersOnly));
  const today = localDate(deps.clock.now());
  const schools = await Promise.all(
    overseen.map(async (school) => {
      const reviews = await deps.store.reviewsOf(school.id);
      const pupils = await deps.store.pupilsOf(school.id);
      const list = dueList(pupils, reviews, today, school);
      const ofPupil = Map.groupBy(reviews, ({ pupilId }) => pupilId);
      const alone = pupils.flatMap((pupil) =>
        isQuiet(quietOf(pupil), today)
          ? []
          : standingAlone(pupil, ofPupil.get(pupil.id) ?? []).map((review) => ({ pupil, review })),
      );
      const mayRun = person.places.some((place) => place.school === school && place.member.role === 'senco');
      return { school, list, alone, reviews, mayRun };
    }),
  );
  const here = press.due(page, view);
  if (view.only === 'parents') return placedAt(here, parentsToMeetCard({ schools, today, page }));
  const notice =
    said === false
      ? undefined
      : (said ?? (await leftOut(deps, overseen)) ?? whoIsWho(person) ?? (await toSeeTo(deps, person, today)));
  return placedAt(
    here,
    dueCard({ schools, today, page, view, notice, missing: await missingFor(deps, person) }),
  );
}
