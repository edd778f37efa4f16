import { pupilName } from '../../domain/language/people.ts';
import { BOX, BOXES, type Box, OTHERS, rolesOf } from '../../domain/review/guest-boxes.ts';
import { guestLine } from '../../domain/review/guests.ts';
import type { FormSubject } from './form.ts';
import { annualOf } from './invited.ts';
import { leadersOf } from './people.ts';

/**
 * Who is invited already, each in their box, or among the others where that is full. Who does not fit there either was
 * kept for the advice they gave, and is kept again.
 */
export function guestsBefore(subject: FormSubject): Record<string, string> {
  const roles = rolesOf(subject);
  const boxes = new Map<Box | 'others', string>();
  const fits = (box: Box | 'others', line: string, longest: number) => {
    const text = [boxes.get(box), line].filter(Boolean).join('\n');
    if (text.length <= longest) boxes.set(box, text);
    return text.length <= longest;
  };
  for (const guest of annualOf(subject).outsiders) {
    const box = BOXES.find((one) => roles[one] === guest.role);
    if (!box || !fits(box, guest.name, BOX)) fits('others', guestLine(guest), OTHERS);
  }
  return Object.fromEntries(boxes);
}

/** Whoever is likely to be invited: the SENCO puts in the names they know. */
export function likelyGuests(subject: FormSubject): Record<string, string> {
  const { pupil, school } = subject;
  const officer = `SEN officer, ${annualOf(subject).la}`;
  const young = rolesOf(subject).parents === 'young-person';
  return {
    parents: young ? pupilName(pupil).slice(0, BOX) : 'Parents or carers',
    laOfficer: annualOf(subject).la && officer.length <= BOX ? officer : 'SEN officer',
    health: 'Designated clinical officer',
    socialCare: 'Social care officer',
    head: leadersOf(school).length === 1 ? '' : 'Head teacher',
    others: young ? guestLine({ role: 'parent', name: 'Parents or carers' }) : '',
  };
}
