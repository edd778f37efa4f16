import type { Digest } from '../domain/nudges/digest.ts';
import { type Escalated, escalationsOf, stillEscalated } from '../domain/nudges/escalation.ts';
import { obligationNamed } from '../domain/nudges/obligation-id.ts';
import { escalationsForPupils, owedForPupil, type PupilObligation } from '../domain/pupil/owed.ts';
import type { School } from '../domain/school/school.ts';
import { asOfPupils } from './as-of-pupils.ts';
import type { Store } from './store.ts';

/** What of others a digest tells its reader, as it still stands: in reviews, and for pupils whatever reviews there are. */
interface StillLate {
  readonly inReviews: readonly Escalated[];
  readonly ofPupils: readonly Escalated<PupilObligation>[];
}

/** What of others' the digest tells of that is still long overdue on its day, in `schools`, in the order it has it. */
export async function lateStill(
  { to, day, escalations = [] }: Digest,
  schools: readonly School[],
  store: Store,
): Promise<StillLate> {
  const ids = [...new Set(escalations.map(({ obligationId }) => obligationNamed(obligationId).reviewId))];
  const inReviews: Escalated[] = [];
  const ofPupils: Escalated<PupilObligation>[] = [];
  for (const school of schools) {
    for (const id of ids) {
      const found = await store.get('reviews', id);
      const pupil = found ? undefined : await store.get('pupils', id);
      if (found?.schoolId === school.id) {
        for (const review of await asOfPupils([found], store))
          inReviews.push(...escalationsOf(review, school, day));
      }
      if (pupil?.schoolId === school.id) {
        const reviews = await store.reviewsOfPupil(pupil.id);
        const owed = owedForPupil({ pupil, reviews, school, today: day });
        ofPupils.push(...escalationsForPupils(owed, school, day));
      }
    }
  }
  return {
    inReviews: stillEscalated(escalations, to, inReviews),
    ofPupils: stillEscalated(escalations, to, ofPupils),
  };
}
