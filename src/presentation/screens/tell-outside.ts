import { annualPartOf } from '../../domain/review/annual-part.ts';
import { inviteesOf } from '../../domain/review/invitees.ts';
import { ROLE } from '../../domain/review/questions/annual-options.ts';
import type { Invitee, Review } from '../../domain/review/review.ts';
import { whereRuns } from '../meeting-place.ts';
import { bold, part, plain, type Run, type Section, section, subtle } from '../parts.ts';

const named = (invitees: readonly Invitee[]): Run[][] =>
  invitees.flatMap((one) => (one.kind === 'other' ? [[plain(one.name)]] : []));

/**
 * Those invited who are in no chat of the school's, by name: whoever runs the review must tell them of `what`. Nothing
 * where there are none. Of a meeting that was called off, those who had been invited to it.
 */
export function tellOutside(review: Review, what: string): Section[] {
  const outsiders = annualPartOf(review).outsiders;
  const lines = [
    ...outsiders.map(({ name, role }) => [bold(name), subtle(` · ${ROLE[role]}`)]),
    ...named(inviteesOf(review)),
  ];
  if (lines.length === 0) return [];
  return [section('Please tell them yourself', [part([[subtle(what)], ...whereRuns(review), ...lines])])];
}
