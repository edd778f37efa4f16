import { dayWords } from '../../domain/language/days.ts';
import { obligationsOf } from '../../domain/nudges/obligations.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import { inviteesOf } from '../../domain/review/invitees.ts';
import { rowOfKind } from '../../domain/review/obligations/index.ts';
import { ROLE } from '../../domain/review/questions/annual-options.ts';
import type { Invitee, Review } from '../../domain/review/review.ts';
import { type Button, button, press } from '../buttons.ts';
import { whereRuns } from '../meeting-place.ts';
import { bold, type OfReview, part, plain, type Run, type Section, section, subtle } from '../parts.ts';

const named = (invitees: readonly Invitee[]): Run[][] =>
  invitees.flatMap((one) => (one.kind === 'other' ? [[plain(one.name)]] : []));

/**
 * Those invited who are in no chat of the school's, by name: whoever runs the review must tell them of `what`. Nothing
 * where there are none. Of a meeting that was called off, those who had been invited to it. `beside`: what says that it is done.
 */
export function tellOutside(review: Review, what: string, beside: readonly Button[] = []): Section[] {
  const outsiders = annualPartOf(review).outsiders;
  const lines = [
    ...outsiders.map(({ name, role }) => [bold(name), subtle(` · ${ROLE[role]}`)]),
    ...named(inviteesOf(review)),
  ];
  if (lines.length === 0) return [];
  const told = part([[subtle(what)], ...whereRuns(review), ...lines], { beside });
  return [section('Please tell them yourself', [told])];
}

/** The same of a change of the meeting, until it is said that they were told; `mayRun` can say so. */
export function untoldSection({ review, school, today }: OfReview, mayRun: boolean): Section[] {
  const { meeting } = review;
  const say = meeting
    ? `Not in this chat. The meeting is now on ${dayWords(meeting.date)} at ${meeting.time}.`
    : 'Not in this chat. The meeting is called off.';
  return obligationsOf(review, school, today)
    .filter(({ kind }) => rowOfKind(kind).ofThoseOutside)
    .flatMap(({ about = '' }) =>
      tellOutside(
        review,
        say,
        mayRun ? [button('I have told them', press.toldOutside(review.id, about))] : [],
      ),
    );
}
