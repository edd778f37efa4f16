import { planRow } from '../domain/plans/index.ts';
import { isSenco } from '../domain/school/membership.ts';
import { duesOf } from '../domain/statute/due.ts';
import { waitingInData } from '../domain/statute/waiting-in-data.ts';
import { localDate } from '../domain/time.ts';
import type { CardMessage } from '../presentation/message.ts';
import { owingReviews } from '../presentation/screens/also-waiting.ts';
import { chaseInDataCard } from '../presentation/screens/chase-in-data.ts';
import { datesAheadCard } from '../presentation/screens/dates-ahead.ts';
import type { Deps } from './deps.ts';
import { schoolsOverseen } from './people.ts';
import type { PupilAsked } from './pupil-screen.ts';

/* What is known of a pupil's annual review where no review here has it: from the school's data. */

/** What is owed of a plan and in no review here, to those who oversee the school; where no review is owed anything. */
export async function chaseInData(
  deps: Deps,
  { person, pupil, school }: PupilAsked,
): Promise<CardMessage | undefined> {
  const today = localDate(deps.clock.now());
  if (!schoolsOverseen(person).includes(school)) return undefined;
  const reviews = await deps.store.reviewsOfPupil(pupil.id);
  const all = waitingInData(pupil, reviews, today, school);
  const [first] = all;
  if (!first || owingReviews(reviews, first.kind, today).length > 0) return undefined;
  // One letter is about one meeting: what is owed after another is chased once this one is done.
  const more = all
    .slice(1)
    .filter(({ kind, meetingOn }) => kind === first.kind && meetingOn === first.meetingOn);
  const mayRun = isSenco(school, person.email);
  const transfer = duesOf(pupil, reviews, today, school).find(({ kind }) => kind === first.kind)?.transfer;
  return chaseInDataCard({
    pupil,
    school,
    owed: [first, ...more],
    who: person.email,
    mayRun,
    transfer,
    today,
  });
}

/** The dates of an annual review that has not begun, to those who oversee the school; undefined where there is no such plan. */
export async function datesAheadOf(
  deps: Deps,
  { person, pupil, school }: PupilAsked,
): Promise<CardMessage | undefined> {
  if (!schoolsOverseen(person).includes(school)) return undefined;
  const today = localDate(deps.clock.now());
  const dues = duesOf(pupil, await deps.store.reviewsOfPupil(pupil.id), today, school);
  const due = dues.find(({ kind }) => planRow(kind).decidedElsewhere);
  return due && datesAheadCard({ pupil, due, mayRun: isSenco(school, person.email), today });
}
