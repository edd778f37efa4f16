import { checkAhead, checkStaff } from '../review/checks.ts';
import { type Actor, type Refusal, refusal } from '../review/decision.ts';
import { type LocalDate, localDate } from '../time.ts';
import { isSenco, membership, NOT_HERE } from './membership.ts';
import type { Absence, PersonId, School, StaffMember } from './school.ts';

/** The school with a mark set or taken away (its version as it was: the store raises it), or why not. */
export type Marked =
  | { readonly ok: true; readonly school: School }
  | { readonly ok: false; readonly refusal: Refusal };

/** Whether they are away on `date`; on the day they are back they are not. */
export function isAbsent({ absent }: StaffMember, date: LocalDate): boolean {
  return absent !== undefined && absent.from <= date && date < absent.until;
}

/** Whether the person is on the staff list on `date`, and not away: they may be written to as somebody of the school. */
export function isPresent(school: School, person: PersonId, date: LocalDate): boolean {
  const member = membership(school, person);
  return member !== undefined && !isAbsent(member, date);
}

/**
 * Whether the person will not be there when something due on `due` is to be done, known on `today`: it falls due before
 * they are back, and after they go, unless they have gone already.
 */
export function isAwayFor(member: StaffMember, due: LocalDate, today: LocalDate): boolean {
  const { absent } = member;
  if (!absent || today >= absent.until || due >= absent.until) return false;
  return due >= absent.from || today >= absent.from;
}

/**
 * Marks a colleague as away from `from`, which may have passed, until `until`, the day they are back; said again, the
 * later word holds. Only a SENCO of the school may.
 */
export function markAbsent(
  school: School,
  { person, from, until }: Absence & { readonly person: PersonId },
  actor: Actor,
): Marked {
  const today = localDate(actor.at);
  const refused =
    notSenco(school, actor) ??
    checkStaff([person], school, 'person') ??
    checkAhead(until, today, 'until') ??
    checkDays(from, until, today);
  return refused ? { ok: false, refusal: refused } : marked(school, person, { from, until });
}

/** Marks a colleague as back from today on. No change where they are not away, nor about to be. */
export function markBack(school: School, person: PersonId, actor: Actor): Marked {
  const refused = notSenco(school, actor) ?? checkStaff([person], school, 'person');
  if (refused) return { ok: false, refusal: refused };
  const today = localDate(actor.at);
  const absent = membership(school, person)?.absent;
  if (!absent || absent.until <= today) return { ok: true, school };
  // What was an absence stays one, so that what fell due meanwhile is in their first digest.
  return marked(school, person, absent.from < today ? { ...absent, until: today } : undefined);
}

function notSenco(school: School, { who }: Actor): Refusal | undefined {
  if (isSenco(school, who)) return undefined;
  const say = 'Only the SENCO can say who is away. Ask them if it is needed.';
  return refusal('not-yours', membership(school, who) ? say : NOT_HERE);
}

function checkDays(from: LocalDate, until: LocalDate, today: LocalDate): Refusal | undefined {
  if (until <= today) {
    return refusal('date-past', 'The day they are back must be after today.', { field: 'until' });
  }
  if (from < until) return undefined;
  return refusal('date-order', 'The day they are back must be after their first day away.', {
    field: 'until',
  });
}

function marked(school: School, person: PersonId, absent: Absence | undefined): Marked {
  const staff = school.staff.map((member): StaffMember => {
    if (member.email !== person) return member;
    const { absent: _, ...present } = member;
    return absent ? { ...present, absent } : present;
  });
  return { ok: true, school: { ...school, staff } };
}
