import type { Review } from '../domain/review/review.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { School } from '../domain/school/school.ts';
import { duesOf } from '../domain/statute/due.ts';
import { type Instant, localDate } from '../domain/time.ts';
import type { Store } from '../store/store.ts';
import { inPreparation } from './in-preparation.ts';
import { lateDecision } from './late-decision.ts';
import { lateMeeting } from './late-meeting.ts';
import type { Scene } from './play.ts';

/** The made-up pupils there are reviews of, by their reference in `sandbox-school/`. */
const MOVES_UP = '1024';
const LA_IS_LATE = '1025';
const BEING_PREPARED = '1026';

/** Stores the `madeUpReviews` of a made-up school that was just imported. */
export async function addMadeUpReviews(store: Store, school: School, now: Instant): Promise<void> {
  const pupils = await store.pupilsOf(school.id);
  for (const review of madeUpReviews(pupils, { school, now })) await store.put('reviews', review);
}

/**
 * Annual reviews of `pupils` that are under way, so that there is something to see at once: one in which the local
 * authority is late with its decision; one that is being prepared; and, early in the school year, one for a move to
 * secondary school whose meeting is set too late (after that the move is at risk anyhow, for no meeting is set).
 */
export function madeUpReviews(pupils: readonly Pupil[], scene: Scene): readonly Review[] {
  const pupil = (ref: string) => {
    const found = pupils.find((one) => one.ref === ref);
    if (!found) throw new Error(`the made-up school has no pupil ${ref}`);
    return found;
  };
  const moving = pupil(MOVES_UP);
  const transfer = duesOf(moving, [], localDate(scene.now), scene.school).find(
    (due) => due.transfer,
  )?.transfer;
  return [
    lateDecision(pupil(LA_IS_LATE), scene),
    inPreparation(pupil(BEING_PREPARED), scene),
    ...(transfer?.standing === 'in-time' ? [lateMeeting(moving, transfer.meetBy.date, scene)] : []),
  ];
}
