import { hasNames } from '../domain/language/name-fits.ts';
import { fullName, plainText } from '../domain/language/name-words.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { CardMessage } from '../presentation/message.ts';
import type { Deps } from './deps.ts';
import type { Person } from './people.ts';
import { findPupil } from './pupils.ts';
import { asRefusal, meaning } from './refusals.ts';
import { reviewsCalled } from './review-code.ts';

/**
 * The pupils of all of somebody's schools whom `typed` means, by a name or a reference of theirs or of a review, whether or not they
 * may name them; a slip or two away is nobody.
 */
async function meantBy(
  deps: Pick<Deps, 'store'>,
  person: Person,
  typed: string,
): Promise<{ readonly named: readonly Pupil[]; readonly byReview: readonly Pupil[] }> {
  const all = await Promise.all(person.places.map(({ school }) => deps.store.pupilsOf(school.id)));
  const pupils = all.flat();
  const found = findPupil(typed, pupils);
  const ids = new Set((await reviewsCalled(deps, person, typed)).map(({ pupilId }) => pupilId));
  return {
    named: found.is === 'one' ? [found.pupil] : found.is === 'several' ? found.pupils : [],
    byReview: pupils.filter(({ id }) => ids.has(id)),
  };
}

const refusing = (show: CardMessage, ...pupils: readonly Pupil[]): CardMessage =>
  pupils.length === 0 ? show : meaning(asRefusal(show, 'not-theirs'), [...new Set(pupils)]);

/**
 * The answer that there is nobody of that name, as one that refuses those whom the name means all the same, so that who looked for a
 * child who is not theirs is known. What is shown is the same. Where it means nobody, nothing was refused.
 */
export async function lookedFor(
  deps: Pick<Deps, 'store'>,
  person: Person,
  typed: string,
  show: CardMessage,
): Promise<CardMessage> {
  const { named, byReview } = await meantBy(deps, person, typed);
  return refusing(show, ...named, ...byReview);
}

/** The same where words were typed that are no command: only a name in full, or a reference, is somebody's. */
export async function namedBare(
  deps: Pick<Deps, 'store'>,
  person: Person,
  typed: string,
  show: CardMessage,
): Promise<CardMessage> {
  const { named, byReview } = await meantBy(deps, person, typed);
  const inFull = named.filter(
    (pupil) => hasNames(typed, fullName(pupil)) || plainText(pupil.ref) === plainText(typed),
  );
  return refusing(show, ...inFull, ...byReview);
}
