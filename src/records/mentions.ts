import { fullName, plainText } from '../domain/language/name-words.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { Store } from '../store/store.ts';

/**
 * Where else a pupil is named in full: in what is recorded of other pupils of the school. Only a person can say whether it is they who
 * are meant. Resolves to the references of the reviews, and of the pupils where it is in no review.
 */
export async function mentionsOf(
  store: Pick<Store, 'reviewsOf' | 'pupilsOf'>,
  pupil: Pupil,
): Promise<readonly string[]> {
  const name = plainText(fullName(pupil));
  if (pupil.firstName === '' || pupil.lastName === '') return [];
  const named = (document: object) => plainText(JSON.stringify(document)).includes(name);
  const reviews = (await store.reviewsOf(pupil.schoolId)).filter(({ pupilId }) => pupilId !== pupil.id);
  // Somebody of the same name is named in their own document.
  const others = (await store.pupilsOf(pupil.schoolId)).filter(
    (one) => one.id !== pupil.id && plainText(fullName(one)) !== name,
  );
  return [
    ...reviews.filter(named).map(({ ref }) => `review ${ref}`),
    ...others.filter(named).map(({ ref }) => `pupil ${ref}`),
  ];
}
