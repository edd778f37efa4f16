import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import type { PlanKind } from '../../domain/plans/index.ts';
import { type Pupil, planNamed } from '../../domain/school/pupil.ts';
import { ASKER } from '../../domain/school/questions/options.ts';
import type { School } from '../../domain/school/school.ts';
import { localDate } from '../../domain/time.ts';
import { type OfReview, part, plain, type Section, section, subtle, typed } from '../parts.ts';

/** Why the review is held before its time, where somebody asked for it. */
export function earlySection({ review }: OfReview): Section[] {
  const { early } = review;
  if (!early) return [];
  const asked = `${ASKER[early.asker]} asked for it on ${dayWords(early.askedOn)}`;
  return [section('Held early', [part([[subtle(asked)], ...typed(early.why)])])];
}

const WAS = { moved: 'Moved', 'called-off': 'Called off' } as const;

/** That it was closed by mistake and opened again: by whom, when and why, the last first. */
export function reopenedSection({ review, school }: OfReview): Section[] {
  const parts = (review.reopened ?? []).toReversed().map(({ by, at, why }) => {
    const who = plain(`By ${nameOf(school, by)}, ${dayWords(localDate(at))}`);
    return part([[who], ...typed(why)]);
  });
  return parts.length > 0 ? [section('Opened again', parts)] : [];
}

/** Meetings that were set and not held, and why. */
export function earlierMeetingsSection({ review, school }: OfReview): Section[] {
  const { earlierMeetings = [] } = review;
  if (earlierMeetings.length === 0) return [];
  const parts = earlierMeetings.toReversed().map(({ date, time, was, why, by, at }) => {
    const when = plain(`${dayWords(date)} at ${time}`);
    const who = subtle(` · ${WAS[was]} by ${nameOf(school, by)}, ${dayWords(localDate(at))}`);
    return part([[when, who], ...typed(why)]);
  });
  return [section('Earlier meetings', parts)];
}

/**
 * Requests for an early review that were refused, the last first, with why they were made and refused. With `kind` only those
 * for that plan, and those for a plan that is not known or no longer there.
 */
export function refusedSection(pupil: Pupil, school: School, kind?: PlanKind): Section[] {
  const requests = (pupil.refusedRequests ?? []).filter(
    (one) => !kind || one.kind === kind || !planNamed(pupil, one.kind),
  );
  if (requests.length === 0) return [];
  const parts = requests
    .toReversed()
    .map(({ asker, askedOn, why, refusal, by, at }) =>
      part([
        [plain(`${ASKER[asker]} asked on ${dayWords(askedOn)}`)],
        ...typed(why),
        [subtle(`Refused by ${nameOf(school, by)}, ${dayWords(localDate(at))}, because:`)],
        ...typed(refusal),
      ]),
    );
  return [section('Early reviews asked for and refused', parts)];
}
