import { nameOf } from '../cards/words.ts';
import type { AnnualReview, Outsider } from '../domain/annual.ts';
import { annualPartOf } from '../domain/annual-part.ts';
import { staffAmong } from '../domain/invitees.ts';
import { planOf } from '../domain/plans/index.ts';
import { ROLE } from '../domain/review/questions/annual-options.ts';
import { type FormSubject, NotThere } from './form.ts';

/** Somebody invited to an annual review, in the order in which a form lists them. */
export interface Invited {
  /** By what the attendance is kept: an outsider's id or a colleague's address. */
  readonly key: string;
  /** The id of their input: safe wherever it goes, and each one's own. */
  readonly input: string;
  readonly name: string;
  /** What they are there as, in our words. */
  readonly role: string;
}

/** What the review has as an annual review. @throws {NotThere} when it is none */
export function annualOf({ review }: FormSubject): AnnualReview {
  if (!planOf(review).decidedElsewhere) throw new NotThere('no annual review');
  return annualPartOf(review);
}

/** Who outside it is about. @throws {NotThere} when they are not invited (any more) */
export function outsiderOf(subject: FormSubject): Outsider {
  const found = annualOf(subject).outsiders.find(({ id }) => id === subject.about);
  if (!found) throw new NotThere('nobody of that id is invited');
  return found;
}

/** Names in a row, as many as fit in a box; the others are counted. */
export function namesThatFit(names: readonly string[], longest: number): string {
  for (let many = names.length; many >= 0; many -= 1) {
    const more = names.length - many;
    const text = [...names.slice(0, many), ...(more ? [`and ${more} more`] : [])].join('; ');
    if (text.length <= longest) return text;
  }
  return '';
}

/** Everybody invited: colleagues first. */
export function invitedTo(subject: FormSubject): readonly Invited[] {
  const { review, school } = subject;
  return [
    ...staffAmong(review.meeting?.invitees).map((who, at) => ({
      key: who,
      input: `staff_${at + 1}`,
      name: nameOf(school, who),
      role: 'Colleague',
    })),
    ...annualOf(subject).outsiders.map(({ id, name, role }) => ({
      key: id,
      input: `other_${id}`,
      name,
      role: ROLE[role],
    })),
  ];
}
