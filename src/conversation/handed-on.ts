import {
  type HandedOn,
  handedOnBy,
  hasGoneTo,
  isSameChild,
  mayBeHandedOn,
} from '../domain/pupil/handed-on.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { Store } from '../store/store.ts';

/**
 * What another school hands on of the pupil, who has moved from there to this one, where its SENCO has said that it may have it;
 * undefined where there is none, or where it could be that of several.
 */
export async function handedOnTo(store: Store, pupil: Pupil): Promise<{ readonly handedOn?: HandedOn }> {
  const schools = await store.schools();
  const here = schools.find(({ id }) => id === pupil.schoolId);
  if (!here) return {};
  const others = schools.filter(({ id }) => id !== pupil.schoolId);
  const found = await Promise.all(
    others.map(async (school) => {
      const pupils = await store.pupilsOf(school.id);
      return pupils
        .filter((one) => mayBeHandedOn(one) && hasGoneTo(one, here, schools) && isSameChild(one, pupil))
        .map((from) => ({ from, school }));
    }),
  );
  const [one, ...more] = found.flat();
  if (!one || more.length > 0) return {};
  return { handedOn: handedOnBy(one.from, await store.reviewsOfPupil(one.from.id), one.school) };
}
