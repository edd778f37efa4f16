import { hasNames } from '../domain/language/name-fits.ts';
import { fullName, plainText } from '../domain/language/name-words.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { CardMessage } from '../presentation/message.ts';
import type { Deps } from './deps.ts';
import type { Person } from './people.ts';
import { findPupil } from './pupils.ts';
import { asRefusal, meaning } from './refusals.ts';

/** The pupils of all of somebody's schools whom `typed` means, whether or not they may name them; a slip or two away is nobody. */
async function meantBy(
  { store }: Pick<Deps, 'store'>,
  { places }: Person,
  typed: string,
): Promise<readonly Pupil[]> {
  const all = await Promise.all(places.map(({ school }) => store.pupilsOf(school.id)));
  const found = findPupil(typed, all.flat());
  return found.is === 'one' ? [found.pupil] : found.is === 'several' ? found.pupils : [];
}

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
  const pupils = await meantBy(deps, person, typed);
  return pupils.length === 0 ? show : meaning(asRefusal(show, 'not-theirs'), pupils);
}

/** The same where words were typed that are no command: only a name in full, or a reference, is somebody's. */
export async function namedBare(
  deps: Pick<Deps, 'store'>,
  person: Person,
  typed: string,
  show: CardMessage,
): Promise<CardMessage> {
  const pupils = (await meantBy(deps, person, typed)).filter(
    (pupil) => hasNames(typed, fullName(pupil)) || plainText(pupil.ref) === plainText(typed),
  );
  return pupils.length === 0 ? show : meaning(asRefusal(show, 'not-theirs'), pupils);
}
