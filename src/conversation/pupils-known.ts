import { maySeeReview } from '../domain/review/permissions.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { Deps } from './deps.ts';
import { type Person, schoolsOverseen } from './people.ts';

/** The pupils this person may name: all of the schools they oversee, and those whose reviews concern them. */
export async function pupilsKnownTo(deps: Deps, person: Person): Promise<Pupil[]> {
  const overseen = await Promise.all(schoolsOverseen(person).map((school) => deps.store.pupilsOf(school.id)));
  const concerning = await deps.store.reviewsConcerning(person.email);
  const schools = new Map(person.places.map(({ school }) => [school.id, school]));
  const seen = concerning.filter((review) => {
    const school = schools.get(review.schoolId);
    return school && maySeeReview(review, person.email, school);
  });
  const theirs = await Promise.all(seen.map((review) => deps.store.get('pupils', review.pupilId)));
  const all = [...overseen.flat(), ...theirs.filter((pupil) => pupil !== undefined)];
  return [...new Map(all.map((pupil) => [pupil.id, pupil])).values()];
}
