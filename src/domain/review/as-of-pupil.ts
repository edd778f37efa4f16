import { isDeepStrictEqual } from 'node:util';
import { planRow } from '../plans/index.ts';
import { addressingOf } from '../school/addressee.ts';
import { hasNoSchool, quietOf } from '../school/place.ts';
import type { Pupil } from '../school/pupil.ts';
import { localDate } from '../time.ts';
import { isDecidedByLa } from './annual-part.ts';
import { heldOn, isConcluded, isUnderWay } from './held.ts';
import type { Review } from './review.ts';

/** What a review holds of its pupil's data: it is decided by what it holds alone. */
type OfPupil = Pick<Review, 'addressing' | 'noSchool' | 'quiet' | 'decidedInData'>;

/** When nothing is asked of the review; a time that was over when it began is none of its own. */
function quietIn({ startedAt }: Review, pupil: Pupil): Pick<OfPupil, 'quiet'> {
  const quiet = quietOf(pupil);
  const over = quiet?.until !== undefined && quiet.until <= localDate(startedAt);
  return quiet && !over ? { quiet } : {};
}

/** That the pupil's data has a decision on its meeting, of which nobody has said here what it was. */
function decidedIn(review: Review, { plans }: Pupil): Pick<OfPupil, 'decidedInData'> {
  const plan = plans.find(({ kind }) => kind === review.kind);
  if (!plan || !planRow(plan.kind).decidedElsewhere || !isConcluded(review) || isDecidedByLa(review))
    return {};
  const { lastDecision = '', lastMeeting = '' } = plan;
  const isOfIt = lastDecision > heldOn(review) && lastMeeting <= heldOn(review);
  return isOfIt ? { decidedInData: lastDecision } : {};
}

/**
 * The review with what it holds of the pupil's data as that is now: whom it addresses, whether there is a school to hold it,
 * when nothing of it is asked, and that it was decided on. Once its outcome is recorded the first two stay as they were, for the record says whose
 * views those were, and who held it.
 */
export function asOfPupil(review: Review, pupil: Pupil): Review {
  const { addressesYoungPeople, decidedElsewhere } = planRow(review.kind);
  const { addressing, noSchool, quiet, decidedInData } = review;
  const before = { ...(addressing && { addressing }), ...(noSchool && { noSchool }) };
  const goesOn = isUnderWay(review) && !isConcluded(review);
  const now: OfPupil = {
    ...(goesOn
      ? {
          ...(addressesYoungPeople ? { addressing: addressingOf(pupil) } : addressing && { addressing }),
          ...(decidedElsewhere && hasNoSchool(pupil) && { noSchool: true }),
        }
      : before),
    ...quietIn(review, pupil),
    ...decidedIn(review, pupil),
  };
  const held = { ...before, ...(quiet && { quiet }), ...(decidedInData && { decidedInData }) };
  const same = isDeepStrictEqual(held, now);
  return same ? review : { ...apartFromPupil(review), ...now };
}

function apartFromPupil(review: Review): Omit<Review, keyof OfPupil> {
  const { addressing: _, noSchool: __, quiet: ___, decidedInData: ____, ...others } = review;
  return others;
}
