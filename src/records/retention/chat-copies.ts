import { isDeepStrictEqual } from 'node:util';
import type { Workplace } from '../../command-line/command.ts';
import {
  agedMessages,
  cardsByAge,
  digestByAge,
  standsAt,
  withoutPlace,
} from '../../domain/nudges/chat-copies.ts';
import type { Digest } from '../../domain/nudges/digest.ts';
import type { Where } from '../../domain/nudges/message.ts';
import { type LocalDate, localDate } from '../../domain/time.ts';
import { Conflict } from '../../store/store.ts';
import { update } from '../../store/update.ts';

/** What it works on: where no chat runs, nothing is forgotten that could be taken back once one does. */
type At = Pick<Workplace, 'store' | 'clock' | 'takeBack'>;

/** What was taken out of chats and forgotten, and what a chat would not have done just now. */
export interface AgedOut {
  readonly gone: number;
  readonly left: number;
}

/** Takes what is of a school year that is over out of people's chats, and out of what is remembered of them. */
export async function ageOut(at: At): Promise<AgedOut> {
  const today = localDate(at.clock.now());
  const parts = [await ageDigests(at, today), await ageMessages(at, today), await ageCards(at)].flat();
  return { gone: parts.filter((done) => done).length, left: parts.filter((done) => !done).length };
}

/** Whether a message stands no more, as far as that can be: what can't be changed any more is not waited for. */
async function isTakenBack(
  where: Pick<Where, 'contactId' | 'ref'> | undefined,
  { takeBack }: At,
): Promise<boolean> {
  if (!where) return true;
  return takeBack !== undefined && (await takeBack(where)) !== 'later';
}

async function ageDigests(at: At, today: LocalDate): Promise<boolean[]> {
  const done: boolean[] = [];
  for (const digest of await at.store.all('digests')) {
    const becomes = digestByAge(digest, today);
    if (becomes === 'stays') continue;
    const gone = await isTakenBack(standsAt(digest), at);
    if (gone && becomes === 'goes') await removed(at, digest);
    else if (gone) await update(at.store, 'digests', digest.id, (now) => now && withoutPlace(now));
    done.push(gone);
  }
  return done;
}

async function removed({ store }: At, digest: Digest): Promise<void> {
  await store.remove('digests', digest).catch((error: unknown) => {
    // Somebody was first: the next round looks again.
    if (!(error instanceof Conflict)) throw error;
  });
}

async function ageMessages(at: At, today: LocalDate): Promise<boolean[]> {
  const done: boolean[] = [];
  for (const review of await at.store.all('reviews')) {
    const gone = new Set<string>();
    for (const message of agedMessages(review, today)) {
      const taken = await isTakenBack(standsAt(message), at);
      if (taken) gone.add(message.key);
      done.push(taken);
    }
    if (gone.size === 0) continue;
    await update(at.store, 'reviews', review.id, (now) => {
      const messages = now?.messages.map((each) => (gone.has(each.key) ? withoutPlace(each) : each));
      return now && messages && { ...now, messages };
    });
  }
  return done;
}

async function ageCards(at: At): Promise<boolean[]> {
  const done: boolean[] = [];
  for (const contact of await at.store.all('contacts')) {
    const kept: unknown[] = [];
    for (const { ref } of cardsByAge(contact, at.clock.now()).go) {
      const taken = await isTakenBack({ contactId: contact.id, ref }, at);
      if (!taken) kept.push(ref);
      done.push(taken);
    }
    await update(at.store, 'contacts', contact.id, (now) => {
      if (!now?.cards) return undefined;
      const { stay, go } = cardsByAge(now, at.clock.now());
      const cards = [...go.filter(({ ref }) => kept.some((one) => isDeepStrictEqual(one, ref))), ...stay];
      return isDeepStrictEqual(cards, now.cards) ? undefined : { ...now, cards };
    });
  }
  return done;
}
