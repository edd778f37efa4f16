import { isUnderWay } from '../../domain/review/held.ts';
import type { Store } from '../../store/store.ts';
import type { Over } from './children.ts';

/** So many children of a school, or days of its trail, go unasked at once, and a tenth of them, where that is more. */
const MOST = 5;

/** Whether so many of all there are are more than go unasked: a clock that is far ahead, or a wrong setting, would remove all of them. */
export const isTooMany = (going: number, of: number): boolean =>
  going > Math.max(MOST, of / 10) || (going > 1 && going === of);

/** What of a school's children whose time is over goes unasked, and what only once a person has said so. */
export interface Going {
  readonly school: Over['school'];
  readonly goes: readonly Over[];
  /** A review of theirs is under way: then it is their birthday, or the clock, that is wrong. */
  readonly inUse: readonly Over[];
  /** A clock that is far ahead, or a wrong age, would remove a whole school for good, and its backups. */
  readonly tooMany: readonly Over[];
}

/** Sorts the children whose time is over, school by school. Whom a hold keeps is not among them. */
export async function goingBySchool(
  store: Pick<Store, 'pupilsOf' | 'reviewsOfPupil'>,
  over: readonly Over[],
): Promise<readonly Going[]> {
  const all: Going[] = [];
  const bySchool = Map.groupBy(
    over.filter(({ keep }) => keep === 'goes'),
    ({ school }) => school.id,
  );
  for (const going of bySchool.values()) {
    const [first] = going;
    if (!first) continue;
    const { school } = first;
    const pupils = (await store.pupilsOf(school.id)).length;
    if (isTooMany(going.length, pupils)) {
      all.push({ school, goes: [], inUse: [], tooMany: going });
      continue;
    }
    const [goes, inUse]: [Over[], Over[]] = [[], []];
    for (const one of going) {
      const isInUse = (await store.reviewsOfPupil(one.pupil.id)).some(isUnderWay);
      (isInUse ? inUse : goes).push(one);
    }
    all.push({ school, goes, inUse, tooMany: [] });
  }
  return all;
}
