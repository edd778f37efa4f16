import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { planRow } from '../../domain/plans/index.ts';
import type { Review } from '../../domain/review/review.ts';
import { localDate } from '../../domain/time.ts';
import { type OfReview, type Part, part, type Section, section, subtle, typed } from '../parts.ts';

/** Everything ('all': sencos, leaders), or what is shared with the staff concerned ('record'). */
export type RecordScope = 'all' | 'record';

/*
 * What staff concerned are shown of corrections: those to parts they have. What parents said, and what somebody
 * disagreed with, may be about home, health or a colleague; staff need neither to carry out the plan, so it stays
 * with the SENCO and the leaders. A part not listed here is kept back too.
 */
const SHARED_PARTS: ReadonlySet<string> = new Set([
  'The outcome',
  'The recommendation',
  'What will change for the child',
  'What will change for the young person',
  'Targets and progress',
  'Outcomes and progress',
  'Provision',
  ...['pupil', 'child', 'young person'].flatMap((child) => [
    `The ${child}’s views`,
    // As the part was called in corrections of before.
    `The ${child}'s views`,
  ]),
  'Actions',
  'Who was there',
]);

/** Where an annual review has more to be kept back, so has a correction to it. */
const isShared = (review: Review, part: string) =>
  SHARED_PARTS.has(part) && !(planRow(review.kind).invitesOutsiders && part === 'Who was there');

/** What was put right in the record since, as far as the person is shown the part it is on. */
export function correctionsSection({ review, school }: OfReview, scope: RecordScope): Section {
  const shown = review.corrections.filter((one) => scope === 'all' || isShared(review, one.part));
  const parts = shown.map((one): Part => {
    const by = `${nameOf(school, one.by)}, ${dayWords(localDate(one.at))}, on: ${one.part}`;
    return part([[subtle(by)], ...typed(one.words)]);
  });
  return section('Corrections', parts);
}
