import { horizon } from '../domain/nudges/policy.ts';
import type { Review } from '../domain/review/review.ts';
import { isSenco } from '../domain/school/membership.ts';
import type { PersonId, School } from '../domain/school/school.ts';
import type { LocalDate } from '../domain/time.ts';
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
  return [...new Map(found.map((review) => [review.id, review])).values()];
}

/** Those of them in which `person` may owe something; a SENCO's are all, for a colleague's may come to them. */
export async function reviewsMatteringTo(
  person: PersonId,
  day: LocalDate,
  school: School,
  store: Store,
): Promise<readonly Review[]> {
  if (isSenco(school, person)) return reviewsMatteringOn(day, school, store);
  return (await store.reviewsConcerning(person)).filter((review) => review.schoolId === school.id);
}
