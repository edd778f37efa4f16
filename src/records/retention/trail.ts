import type { Workplace } from '../../command-line/command.ts';
import { isOnHold, trailKeptFrom } from '../../domain/school/retention.ts';
import type { School } from '../../domain/school/school.ts';
import { type LocalDate, localDate } from '../../domain/time.ts';
import type { OldDays } from '../audit/ageing.ts';
import { isTooMany } from './too-many.ts';

type At = Pick<Workplace, 'store' | 'audit' | 'clock'>;

/** What of a school's trail is older than it is kept, and whether so much goes only once a person has said so. */
export interface OldTrail extends OldDays {
  readonly tooMany: boolean;
}

/** What of the trails is older than they are kept, of the schools that `of` takes, and of what belongs to no school where it takes any. */
export async function oldTrails(
  { store, audit, clock }: At,
  of: (school: School) => boolean = () => true,
): Promise<readonly OldTrail[]> {
  const today = localDate(clock.now());
  const schools = await store.schools();
  const held = new Map<string, ReadonlySet<string>>();
  for (const { id } of schools) held.set(id, await heldIn(store, id, today));
  const all = new Set([...held.values()].flatMap((ids) => [...ids]));
  const old = await audit.ageing.old((id) => ({
    from: trailKeptFrom(
      schools.filter((one) => id === undefined || one.id === id),
      today,
    ),
    held: (id !== undefined && held.get(id)) || all,
  }));
  const taken = new Set(schools.filter(of).map(({ id }) => id));
  const isTaken = (id: string | undefined) =>
    id === undefined || schools.every((one) => one.id !== id) ? taken.size > 0 : taken.has(id);
  return old
    .filter(({ school }) => isTaken(school))
    .map((one) => ({ ...one, tooMany: isTooMany(one.days.length, one.of) }));
}

/** The ids under which a school's trail names the children whose data is on hold: theirs, and those of their reviews. */
async function heldIn(store: At['store'], school: string, today: LocalDate): Promise<ReadonlySet<string>> {
  const pupils = (await store.pupilsOf(school)).filter((pupil) => isOnHold(pupil, today));
  const reviews = await Promise.all(pupils.map(({ id }) => store.reviewsOfPupil(id)));
  return new Set([...pupils, ...reviews.flat()].map(({ id }) => id));
}
