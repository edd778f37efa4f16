import { nameOf } from '../../domain/language/people.ts';
import { planRow } from '../../domain/plans/index.ts';
import { type OfReview, part, type Section, section, typed } from '../parts.ts';

/** Everybody invited to the meeting, by name; nothing while there is none. Where others are invited from outside, their pack says more. */
export function invitedSection({ review, school }: OfReview): Section[] {
  const { meeting } = review;
  if (planRow(review.kind).invitesOutsiders || !meeting?.invitees.length) return [];
  const names = meeting.invitees.map((one) => (one.kind === 'staff' ? nameOf(school, one.who) : one.name));
  return [section('Invited to the meeting', [part(typed(names.join('; ')))])];
}
