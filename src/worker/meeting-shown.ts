import type { PendingMessage } from '../domain/nudges/message.ts';
import { meetingAsItIsSince, shownTheMeeting } from '../domain/review/meeting-shown.ts';
import type { Review } from '../domain/review/review.ts';
import type { StandingCard } from '../domain/school/contact.ts';
import type { PersonId } from '../domain/school/school.ts';
import { accountsIn } from '../store/accounts.ts';
import { update } from '../store/update.ts';
import type { WorkerDeps } from './deps.ts';
import { putInPlace } from './put-in-place.ts';
import { isSameMessage } from './standing.ts';

const OF_THE_MEETING: ReadonlySet<PendingMessage['kind']> = new Set([
  'evidence-request',
  'meeting-set',
  'meeting-moved',
  'no-longer-asked',
]);

/** Whether a message that was sent speaks of the meeting as it was before it was changed last. */
export function saysMeetingOfBefore(review: Review, { kind, state, asOf }: PendingMessage): boolean {
  const since = meetingAsItIsSince(review);
  if (state.is !== 'sent' || !OF_THE_MEETING.has(kind) || since === undefined) return false;
  return (asOf ?? state.at) < since;
}

/**
 * Puts right where it stands what people have open of their own of a review: what names a meeting that has moved, is called off, or
 * goes on without them; and a form that can't be sent any more. Nobody is told anew. Resolves to 'later' when something of it could
 * not be changed yet. @throws {TryLater} when the chat asks to wait
 */
export async function putMeetingRight(review: Review, deps: WorkerDeps): Promise<'later' | undefined> {
  const school = await deps.store.get('schools', review.schoolId);
  if (!school) return undefined;
  let later: 'later' | undefined;
  for (const who of shownTheMeeting(review)) {
    for (const { id, cards = [] } of await accountsIn(deps.store, who, [school])) {
      for (const card of cards) later = (await putRight(review, who, { id, card }, deps)) ?? later;
    }
  }
  return later;
}

async function putRight(
  review: Review,
  who: PersonId,
  { id, card }: { readonly id: string; readonly card: StandingCard },
  deps: WorkerDeps,
): Promise<'later' | undefined> {
  const message = await deps.wording.standing(review, who, card);
  if (!message) return undefined;
  if (deps.standing?.isInHand(id, card.ref)) return 'later';
  // Something else may stand there since it was looked at: what they asked for there.
  const still = (await deps.store.get('contacts', id))?.cards?.find((one) =>
    isSameMessage(one.ref, card.ref),
  );
  if (still?.is !== card.is || still.at !== card.at) return undefined;
  if (!(await putInPlace(who, { contactId: id, ref: card.ref }, message, deps))) return 'later';
  const at = deps.clock.now();
  // What is over is kept count of no more.
  const stands = message.here ? [{ ...card, at }] : [];
  await update(deps.store, 'contacts', id, (now) => {
    const cards = now?.cards?.flatMap((one) =>
      one.is === card.is && isSameMessage(one.ref, card.ref) ? stands : [one],
    );
    return now && cards ? { ...now, cards } : undefined;
  });
  return undefined;
}
