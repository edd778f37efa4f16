import { type Actor, type Refusal, refusal } from '../review/decision.ts';
import { localDate } from '../time.ts';
import type { Marked } from './absence.ts';
import { addressOf, isOnlySenco, isSenco, memberAt, membership, NOT_HERE } from './membership.ts';
import type { PersonId, School, StaffMember } from './school.ts';

/** Who says it: a SENCO or, without `who`, somebody at the command line. */
export type Said = Pick<Actor, 'at'> & Partial<Pick<Actor, 'who'>>;

/**
 * Cuts a colleague off from the school's reviews: from now on they are as somebody who left today, whatever the school's data
 * says, until they are let back in. In a chat only a SENCO may, and none themselves; the only SENCO can't be.
 */
export function cutOff(school: School, person: PersonId, { who, at }: Said): Marked {
  const member = membership(school, person);
  const refused =
    notSenco(school, who) ??
    (member ? undefined : nobody('They are not on the staff list any more, so they are shown nothing.')) ??
    (who === person ? refusal('not-yours', 'You can’t cut yourself off. Ask another SENCO.') : undefined) ??
    (isOnlySenco(school, person) ? nobody(ONLY_SENCO) : undefined);
  if (refused) return { ok: false, refusal: refused };
  const by = who === undefined ? {} : { by: who };
  return changed(school, person, (one) => ({ ...one, left: localDate(at), cutOff: { at, ...by } }));
}

/**
 * Lets somebody who was cut off, or who left, back in: what was asked of them is theirs again. In a chat only a SENCO may.
 * Refused while somebody else has their address.
 */
export function letIn(school: School, person: PersonId, { who }: Said): Marked {
  const refused = notSenco(school, who);
  if (refused) return { ok: false, refusal: refused };
  const member = school.staff.find(({ email }) => email === person);
  if (!member) return { ok: false, refusal: nobody('I know no such colleague.') };
  if (!member.left) return { ok: true, school };
  if (memberAt(school, addressOf(member))) {
    return {
      ok: false,
      refusal: nobody('Somebody else has their e-mail address now, so they need another.'),
    };
  }
  return changed(school, person, ({ left: _, cutOff: __, ...here }) => here);
}

function changed(
  school: School,
  person: PersonId,
  change: (member: StaffMember) => StaffMember,
): Extract<Marked, { ok: true }> {
  const staff = school.staff.map((one) => (one.email === person ? change(one) : one));
  return { ok: true, school: { ...school, staff } };
}

/** What is said where the school's only SENCO would be one no more. */
export const ONLY_SENCO =
  'They are the school’s only SENCO, and somebody has to run its reviews. Make somebody else a SENCO first, by “review staff” or the staff list.';

const nobody = (say: string): Refusal => refusal('not-staff', say);

/** Why somebody in a chat may not change who is let in; undefined for a SENCO, and at the command line. */
export function notSenco(school: School, who: PersonId | undefined): Refusal | undefined {
  if (who === undefined || isSenco(school, who)) return undefined;
  const say = 'Only the SENCO can say who is let in. Ask them if it is needed.';
  return refusal('not-yours', membership(school, who) ? say : NOT_HERE);
}
