import type { Deps } from './deps.ts';
import type { PupilAsked } from './pupil-screen.ts';
import { pupilsKnownTo } from './pupils-known.ts';
import type { Asked } from './turn.ts';

/** The pupil a button names, where this person may name them too. */
export async function pupilPressed(deps: Deps, { person, data }: Asked): Promise<PupilAsked | undefined> {
  const known = await pupilsKnownTo(deps, person);
  // Through the store, which knows what pupils were called when old buttons were sent.
  const meant = await deps.store.get('pupils', data.pupil ?? '');
  const found = known.find((one) => one.id === meant?.id);
  const place = person.places.find(({ school }) => school.id === found?.schoolId);
  return found && place && { person, pupil: found, school: place.school, plan: data.plan };
}
