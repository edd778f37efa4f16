import type { Pupil } from '../../domain/school/pupil.ts';
import { type Keep, keepOn } from '../../domain/school/retention.ts';
import type { School } from '../../domain/school/school.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Store } from '../../store/store.ts';
import { type Ended, type EraseDeps, erase, lookAt } from '../erase/erase.ts';

/** A child whose time is over by the school's rule. */
export interface Over {
  readonly school: School;
  readonly pupil: Pupil;
  /** A hold keeps them all the same. */
  readonly keep: Exclude<Keep, 'kept'>;
}

/** The children whose time is over on a day, of the schools that `of` takes. */
export async function overOn(
  store: Pick<Store, 'schools' | 'pupilsOf'>,
  today: LocalDate,
  of: (school: School) => boolean = () => true,
): Promise<readonly Over[]> {
  const all: Over[] = [];
  for (const school of (await store.schools()).filter(of))
    for (const pupil of await store.pupilsOf(school.id)) {
      const keep = keepOn(pupil, school, today);
      if (keep !== 'kept') all.push({ school, pupil, keep });
    }
  return all;
}

/**
 * Removes all that is held of a child, as an erasing does: documents, chats, and the backups that are ours. Undefined where, since it
 * was looked, a hold was set or a birthday put right: then they stay.
 */
export async function remove(
  { pupil: { id }, school: { id: schoolId } }: Over,
  deps: EraseDeps,
  today: LocalDate,
): Promise<Ended | undefined> {
  const [pupil, school] = [await deps.store.get('pupils', id), await deps.store.get('schools', schoolId)];
  if (!pupil || !school || keepOn(pupil, school, today) !== 'goes') return undefined;
  const { erasing } = await lookAt(pupil, deps, today);
  return erase(erasing, deps);
}
