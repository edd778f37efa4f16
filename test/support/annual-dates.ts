import type { AnnualReview, LaDecisionKind, Outsider } from '../../src/domain/review/annual.ts';
import type { Review } from '../../src/domain/review/review.ts';
import type { LocalDate } from '../../src/domain/time.ts';
import { anOutcome, aReview, SENCO } from './builders.ts';

/*
 * Annual reviews for tests about days: with nothing in them but the days that are given.
 */

/** Recorded by the SENCO, some day: tests are about the days on letters, not about when they were typed in. */
const RECORDED = { by: SENCO, at: '2026-11-24T16:00:00.000Z' } as const;

/** Something that was done or came on `on`. */
export const dated = (on: LocalDate) => ({ ...RECORDED, on, words: '' });

/** The local authority's decision, with the day on its letter. */
export const decision = (kind: LaDecisionKind, on: LocalDate) => ({ ...dated(on), kind });

/** An officer of the local authority who is invited, with advice that came on `adviceOn` where that is given. */
export function anOfficer(id: string, adviceOn?: LocalDate): Outsider {
  const advice = adviceOn && { ...dated(adviceOn), given: true };
  return { id, role: 'la-sen-officer', name: 'Pat Officer', ...(advice && { advice }) };
}

/** What an annual review holds, of which nothing is recorded yet. */
export function annualPart(given: Partial<AnnualReview> = {}): AnnualReview {
  return { la: 'Northshire', outsiders: [], attendance: {}, sectionChanges: [], chases: [], ...given };
}

/** An annual review of `aPupil()` with its meeting set for `date`, which is to come. */
export function meetingSet(
  date: LocalDate,
  annual: Partial<AnnualReview> = {},
  given: Partial<Review> = {},
): Review {
  return aReview({
    id: `annual-${date}`,
    kind: 'ehcp',
    stage: 'gathering',
    meeting: { date, time: '14:30', invitees: [] },
    annual: annualPart(annual),
    ...given,
  });
}

/** The same, held on its day, with the recommendation recorded. */
export function meetingHeld(
  date: LocalDate,
  annual: Partial<AnnualReview> = {},
  given: Partial<Review> = {},
): Review {
  return meetingSet(date, annual, {
    stage: 'acting',
    meetingOpenedAt: `${date}T14:30:00.000Z`,
    outcome: anOutcome({ kind: 'recommend-amend' }),
    ...given,
  });
}
