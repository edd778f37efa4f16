import type { PupilDetails } from '../school/school.ts';
import { isYoungPerson } from '../school/young-person.ts';
import type { LocalDate } from '../time.ts';
import type { InviteeRole } from './annual.ts';
import { type Guest, guestIn, linesOf, onceEach } from './guests.ts';

/** Whose annual review it is, and the day on which people are invited to it. */
export interface Invites {
  readonly pupil: Pick<PupilDetails, 'dateOfBirth'>;
  readonly today: LocalDate;
}

/** The boxes for those the law names, and the role of those in each (SEND Regulations 2014, reg 20(2)). */
export const rolesOf = ({ pupil, today }: Invites) =>
  ({
    parents: isYoungPerson(pupil.dateOfBirth, today) ? 'young-person' : 'parent',
    laOfficer: 'la-sen-officer',
    health: 'health',
    socialCare: 'social-care',
    head: 'head',
  }) as const satisfies Record<string, InviteeRole>;

/** A box for those of one role. */
export type Box = keyof ReturnType<typeof rolesOf>;
export const BOXES: readonly Box[] = ['parents', 'laOfficer', 'health', 'socialCare', 'head'];

/** The longest text of such a box, and of the one for all others. */
export const BOX = 300;
export const OTHERS = 3000;

/** Those whom what stands in the boxes invites from outside the staff list. */
export function guestsIn(
  boxes: Readonly<Partial<Record<Box | 'others', string>>>,
  subject: Invites,
): readonly Guest[] {
  const roles = rolesOf(subject);
  const named = BOXES.flatMap((box) => linesOf(boxes[box] ?? '').map((name) => ({ role: roles[box], name })));
  return onceEach([...named, ...linesOf(boxes.others ?? '').map(guestIn)]);
}
