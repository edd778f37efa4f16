import { horizon } from '../domain/nudges/policy.ts';
import type { PupilObligation } from '../domain/pupil/owed.ts';
import { owedSoon, pupilsMaybeOwed, type WithReviews } from '../domain/pupil/owed-soon.ts';
import type { Review } from '../domain/review/review.ts';
import { isSenco } from '../domain/school/membership.ts';
import type { PersonId, School } from '../domain/school/school.ts';
import { manyToMeet } from '../domain/statute/parents-to-meet.ts';
import type { LocalDate } from '../domain/time.ts';
import { asOfPupils } from '../store/as-of-pupils.ts';
import type { Store } from '../store/store.ts';

/**
 * The school's reviews that can be in a digest of `day`: those in which something is due soon enough, and those of people
 * who have left, for what they leave behind is the SENCO's at once. The others are not looked at.
 */
export async function reviewsMatteringOn(
  day: LocalDate,
  school: School,
  store: Store,
): Promise<readonly Review[]> {
  const found = [...(await store.reviewsDueBy(school.id, horizon(school, day)))];
  for (const { email, left } of school.staff) {
    if (left === undefined) continue;
    for (const review of await store.reviewsConcerning(email)) {
      if (review.schoolId === school.id) found.push(review);
    }
  }
  return asOfPupils([...new Map(found.map((review) => [review.id, review])).values()], store);
}

/** What of all that is owed for the school's pupils can be in a digest of `day`. */
export async function pupilsMatteringOn(
  day: LocalDate,
  school: School,
  store: Store,
): Promise<readonly PupilObligation[]> {
  const last = horizon(school, day);
  const found: WithReviews[] = [];
  for (const pupil of pupilsMaybeOwed(await store.pupilsOf(school.id), school, day, last))
    found.push({ pupil, reviews: await store.reviewsOfPupil(pupil.id) });
  return owedSoon(found, school, day, last);
}

/** What of that is this person's: a SENCO's, or nothing. */
export async function pupilsMatteringTo(
  person: PersonId,
  day: LocalDate,
  school: School,
  store: Store,
): Promise<readonly PupilObligation[]> {
  if (!isSenco(school, person)) return [];
  return (await pupilsMatteringOn(day, school, store)).filter(({ who }) => who === person);
}

/** Those of them in which `person` may owe something; a SENCO's are all, for a colleague's may come to them. */
export async function reviewsMatteringTo(
  person: PersonId,
  day: LocalDate,
  school: School,
  store: Store,
): Promise<readonly Review[]> {
  if (isSenco(school, person)) return reviewsMatteringOn(day, school, store);
  const theirs = (await store.reviewsConcerning(person)).filter((review) => review.schoolId === school.id);
  return asOfPupils(theirs, store);
}

/** Of how many of the school's pupils the parents are to be met: all of its reviews are looked at. */
export async function parentsToMeetIn(school: School, day: LocalDate, store: Store): Promise<number> {
  return manyToMeet(await store.pupilsOf(school.id), await store.reviewsOf(school.id), day, school);
}
