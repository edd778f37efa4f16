import { fullName } from '../language/name-words.ts';
import { type Addressee, addresseeOn, addressingOf } from '../school/addressee.ts';
import { headsOf } from '../school/membership.ts';
import type { WithPeople } from '../school/people.ts';
import type { PupilDetails, School } from '../school/school.ts';
import { isAdult } from '../school/young-person.ts';
import type { LocalDate } from '../time.ts';
import type { AnnualReview, InviteeRole } from './annual.ts';
import { type Guest, guestIn, guestLine, linesOf, onceEach } from './guests.ts';
import { besideParents, socialWorkerOf } from './people-around.ts';

/** Whose annual review it is, and the day on which people are invited to it. */
export interface Invites {
  readonly pupil: Pick<PupilDetails, 'dateOfBirth'> & WithPeople;
  readonly today: LocalDate;
}

/** What those are there as who are addressed. */
export const ADDRESSED_AS = {
  parents: 'parent',
  'young-person': 'young-person',
  representative: 'representative',
} as const satisfies Record<Addressee, InviteeRole>;

/** The boxes for those the law names, and the role of those in each (SEND Regulations 2014, reg 20(2)). */
export const rolesOf = ({ pupil, today }: Invites) =>
  ({
    parents: ADDRESSED_AS[addresseeOn(addressingOf(pupil), today)],
    laOfficer: 'la-sen-officer',
    health: 'health',
    socialCare: 'social-care',
    head: 'head',
  }) as const satisfies Record<string, InviteeRole>;

/** A box for those of one role. */
export type Box = keyof ReturnType<typeof rolesOf>;
const BOXES: readonly Box[] = ['parents', 'laOfficer', 'health', 'socialCare', 'head'];

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

/**
 * Who is invited already, each in their box, or among the others where that is full. Who does not fit there either was
 * kept for the advice they gave, and is kept again.
 */
export function guestsBefore({ outsiders }: AnnualReview, subject: Invites): Record<string, string> {
  const roles = rolesOf(subject);
  const boxes = new Map<Box | 'others', string>();
  const fits = (box: Box | 'others', line: string, longest: number) => {
    const text = [boxes.get(box), line].filter(Boolean).join('\n');
    if (text.length <= longest) boxes.set(box, text);
    return text.length <= longest;
  };
  for (const guest of outsiders) {
    const box = BOXES.find((one) => roles[one] === guest.role);
    if (!box || !fits(box, guest.name, BOX)) fits('others', guestLine(guest), OTHERS);
  }
  return Object.fromEntries(boxes);
}

/** Whether it is the pupil's own to say if their parents are invited: an adult who speaks for themselves. */
export const decidesOnParents = ({ pupil, today }: Invites): boolean =>
  isAdult(pupil.dateOfBirth, today) && addresseeOn(addressingOf(pupil), today) === 'young-person';

/** Who else of the family is likely to come: a young person's parents are welcome, an adult's if they wish; and one without capacity is asked too. */
function besideThem(
  subject: Invites & { readonly pupil: PupilDetails & WithPeople },
  addressee: Addressee,
): readonly Guest[] {
  const { pupil } = subject;
  const young: Guest = { role: 'young-person', name: fullName(pupil) };
  const parents: Guest = { role: 'parent', name: 'Parents or carers' };
  if (addressee === 'parents') return [];
  if (addressee === 'young-person') return decidesOnParents(subject) ? [] : [parents];
  return pupil.people?.ground === 'parent' ? [young] : [young, parents];
}

/** Whoever is likely to be invited: the SENCO puts in the names they know. */
export function likelyGuests(
  { la }: AnnualReview,
  subject: Invites & { readonly pupil: PupilDetails & WithPeople; readonly school: School },
): Record<string, string> {
  const { pupil, school } = subject;
  const officer = `SEN officer, ${la}`;
  const addressee = addresseeOn(addressingOf(pupil), subject.today);
  const { representative } = pupil.people ?? {};
  const addressed: Readonly<Record<Addressee, string>> = {
    parents: 'Parents or carers',
    'young-person': fullName(pupil),
    representative: representative ?? '',
  };
  return {
    parents: addressed[addressee].slice(0, BOX),
    laOfficer: la && officer.length <= BOX ? officer : 'SEN officer',
    health: 'Designated clinical officer',
    socialCare: socialWorkerOf(pupil) ?? 'Social care officer',
    head: headsOf(school).length > 0 ? '' : 'Head teacher',
    others: [...besideThem(subject, addressee), ...besideParents(pupil)].map(guestLine).join('\n'),
  };
}
