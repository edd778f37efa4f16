import { plainText } from '../domain/language/name-words.ts';
import type { Deps } from './deps.ts';
import type { Person } from './people.ts';
import { type Subject, subjectFor } from './review-access.ts';

/*
 * A review by its own reference: “Review HCNA” is what people are shown, and so what some of them type.
 */

type Looking = Pick<Deps, 'store' | 'clock'>;

/** The ids of the reviews of all of somebody’s schools that are called `typed`, whether or not they may see them. */
export async function reviewsCalled(
  { store }: Pick<Deps, 'store'>,
  { places }: Person,
  typed: string,
): Promise<readonly { readonly id: string; readonly pupilId: string }[]> {
  const ref = plainText(typed);
  if (ref === '') return [];
  const all = await Promise.all(places.map(({ school }) => store.reviewsOf(school.id)));
  return all.flat().filter((review) => plainText(review.ref) === ref);
}

/** The review that is called `typed` and that this person may see; undefined where there is none, or more than one. */
export async function reviewCalled(
  deps: Looking,
  person: Person,
  typed: string,
): Promise<Subject | undefined> {
  const called = await reviewsCalled(deps, person, typed);
  const seen = await Promise.all(called.map(({ id }) => subjectFor(deps, person, id)));
  const [one, ...others] = seen.filter((subject) => subject !== undefined);
  return others.length === 0 ? one : undefined;
}
