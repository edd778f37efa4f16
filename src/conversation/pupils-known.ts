import { maySeeReview } from '../domain/review/permissions.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import { localDate } from '../domain/time.ts';
import type { Deps } from './deps.ts';
import { type Person, schoolsOverseen } from './people.ts';
import { whoseReview } from './review-access.ts';

/** The pupils this person may name: all of the schools they oversee, and those whose reviews concern them. */
export async function pupilsKnownTo(deps: Deps, person: Person): Promise<Pupil[]> {
  const overseen = await Promise.all(schoolsOverseen(person).map((school) => deps.store.pupilsOf(school.id)));
  const concerning = await deps.store.reviewsConcerning(person.email);
  const schools = new Map(person.places.map(({ school }) => [school.id, school]));
  const today = localDate(deps.clock.now());
  const theirs = await Promise.all(
    concerning.map(async (review) => {
      const school = schools.get(review.schoolId);
      const whose = school && (await whoseReview(deps.store, review));
      return whose && maySeeReview(review, person.email, school, { ...whose, today }) ? [whose.pupil] : [];
    }),
  );
  const all = [...overseen, ...theirs].flat();
  return [...new Map(all.map((pupil) => [pupil.id, pupil])).values()];
}
