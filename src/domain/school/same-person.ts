import { plainName } from '../language/name-words.ts';
import { addressOf, membership } from './membership.ts';
import type { PersonId, School, StaffMember } from './school.ts';

/** Somebody on the staff list who may be the colleague who left. */
export interface MaybeSame {
  readonly now: StaffMember;
  readonly before: StaffMember;
}

/**
 * Those on the staff list who may be colleagues who left, under a new address or a new name: they have the name of one, or the
 * address, and nobody has said yet that they are another.
 */
export function maybeSame(school: School): MaybeSame[] {
  const gone = school.staff.filter(({ left }) => left !== undefined);
  return school.staff
    .filter(({ left }) => left === undefined)
    .flatMap((now) =>
      gone
        .filter(
          (before) =>
            !now.notSame?.includes(before.email) &&
            (plainName(before.name) === plainName(now.name) || addressOf(before) === addressOf(now)),
        )
        .map((before) => ({ now, before })),
    );
}

/** The school once somebody has said that `now` is not the colleague who left. */
export function saidAnother(school: School, now: PersonId, before: PersonId): School {
  const staff = school.staff.map((one) =>
    one.email === now ? { ...one, notSame: [...new Set([...(one.notSame ?? []), before])] } : one,
  );
  return { ...school, staff };
}

/**
 * The school once it is known that `now` is `before`, who left: back as they were, with the address, name and role that the
 * list has now. Unchanged where `now` is not on the list.
 */
export function saidSame(school: School, now: PersonId, before: PersonId): School {
  const here = membership(school, now);
  if (!here || now === before) return school;
  const { address: _, ...entry } = here;
  const address = addressOf(here);
  const merged: StaffMember = { ...entry, email: before, ...(address !== before && { address }) };
  const staff = school.staff.filter(({ email }) => email !== before);
  return { ...school, staff: staff.map((one) => (one.email === now ? merged : one)) };
}
