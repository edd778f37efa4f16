import pLimit from 'p-limit';
import type { Workplace } from '../../command-line/command.ts';
import { standsAt } from '../../domain/nudges/chat-copies.ts';
import type { Digest } from '../../domain/nudges/digest.ts';
import { obligationNamed } from '../../domain/nudges/obligation-id.ts';
import type { Review } from '../../domain/review/review.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import type { LocalDate } from '../../domain/time.ts';
import { eraseCopies, type Whom } from '../../store/lowdb/erase-copies.ts';
import { realFiles } from '../../store/lowdb/files.ts';
import { Conflict, type Store } from '../../store/store.ts';
import { update } from '../../store/update.ts';
import { formerIds } from '../beside.ts';
import {
  begunErasings,
  type Erasing,
  endErasing,
  type JournalPlace,
  noteErasing,
  type SentMessage,
} from './journal.ts';
import { type MarkOf, marksOf, setTombstone } from './tombstones.ts';

/** What erasing works on. */
export interface EraseDeps extends JournalPlace {
  readonly store: Store;
  readonly markOf: MarkOf;
  /** Puts "removed" in the place of a message; `later` where the chat can't just now, or no chat runs. */
  readonly takeBack?: Workplace['takeBack'] | undefined;
  /** Told after each part, so that a test can end it there. */
  readonly after?: (part: string) => void;
}

/** What it takes to end one that was begun: its marks are made. */
type Begun = Omit<EraseDeps, 'markOf'>;

/** What would go, or went. */
export interface ToGo {
  readonly reviews: number;
  readonly messages: number;
  readonly digests: number;
  readonly backups: readonly string[];
  /** Files that can't be opened: whether the child is in them nobody knows. */
  readonly closed: readonly string[];
}

/** What an erasing would take away, and what it begins with. Nothing is changed. */
export async function lookAt(
  pupil: Pupil,
  deps: EraseDeps,
  today: LocalDate,
): Promise<{ readonly toGo: ToGo; readonly erasing: Erasing }> {
  const { store } = deps;
  const reviews = await store.reviewsOfPupil(pupil.id);
  const ids = await idsOf(pupil, reviews, deps);
  const digests = (await store.all('digests')).filter((digest) => isAbout(ids, digest));
  const messages = await messagesOf(reviews, digests, ids, store);
  const erasing: Erasing = {
    pupil: pupil.id,
    school: pupil.schoolId,
    on: today,
    ids: [...ids],
    ref: pupil.ref,
    ...(pupil.upn !== undefined && { upn: pupil.upn }),
    dateOfBirth: pupil.dateOfBirth,
    marks: [...marksOf(pupil.schoolId, pupil, deps.markOf)],
    messages,
  };
  const copies = await eraseCopies(deps.dataDir, whomOf(erasing), { ...disk(deps), look: true });
  return {
    toGo: { reviews: reviews.length, messages: messages.length, digests: digests.length, ...copies },
    erasing,
  };
}

const disk = ({ keys }: JournalPlace) => ({ keys, files: realFiles });

const whomOf = ({ ids, school, ref = '', upn, dateOfBirth }: Erasing): Whom => ({
  ids: new Set(ids),
  schoolId: school,
  ...{ ref, dateOfBirth },
  ...(upn !== undefined && { upn }),
});

async function idsOf(
  pupil: Pupil,
  reviews: readonly Review[],
  place: JournalPlace,
): Promise<ReadonlySet<string>> {
  const now = new Set([pupil.id, ...reviews.map(({ id }) => id)]);
  return new Set([...now, ...(await formerIds(pupil, reviews, place))]);
}

const isOwed = (ids: ReadonlySet<string>, id: string) => ids.has(obligationNamed(id).reviewId);

const isAbout = (ids: ReadonlySet<string>, { items, listed = [], escalations = [] }: Digest): boolean =>
  [...items, ...listed, ...escalations.map(({ obligationId }) => obligationId)].some((id) => isOwed(ids, id));

const isCardOf = (ids: ReadonlySet<string>, is: string) => is.split('/').some((part) => ids.has(part));

/** Every message in a chat that shows something of them, as far as it is known where it stands: each once. */
async function messagesOf(
  reviews: readonly Review[],
  digests: readonly Digest[],
  ids: ReadonlySet<string>,
  store: Store,
): Promise<SentMessage[]> {
  const sent = [...reviews.flatMap(({ messages }) => messages), ...digests].flatMap(
    (one) => standsAt(one) ?? [],
  );
  const cards = (await store.all('contacts')).flatMap(({ id, cards: all = [] }) =>
    all.filter(({ is }) => isCardOf(ids, is)).map(({ ref }) => ({ contactId: id, ref })),
  );
  const once = new Map([...sent, ...cards].map((one) => [JSON.stringify([one.contactId, one.ref]), one]));
  return [...once.values()].map(({ contactId, ref }) => ({ contactId, ref: { ...ref } }));
}

/** Erases what was looked at: it is noted first, so that whatever happens it is ended. */
export function erase(erasing: Erasing, deps: EraseDeps): Promise<Ended> {
  return inTurn(async () => {
    await noteErasing(deps, erasing);
    deps.after?.('noted');
    return goOn(erasing, deps);
  });
}

/** One at a time: a command and a round must not both go on with the same. */
const inTurn = pLimit(1);

/** How an erasing has ended. */
export interface Ended {
  readonly school: string;
  readonly pupil: string;
  /** Whether anything but messages was left to do. */
  readonly documents: boolean;
  readonly backups: readonly string[];
  readonly closed: readonly string[];
  /** So many messages are taken back once the bot runs, or its chat answers. */
  readonly left: number;
  /** So many could not be: they are gone, or the chat does not let a bot change them. */
  readonly notTaken: number;
}

/** Ends what was begun and not ended: at a start, and after it, once chats can be reached. */
export function endAll(deps: Begun): Promise<readonly Ended[]> {
  return inTurn(async () => {
    const ended: Ended[] = [];
    for (const erasing of await begunErasings(deps)) ended.push(await goOn(erasing, deps));
    return ended;
  });
}

async function goOn(erasing: Erasing, deps: Begun): Promise<Ended> {
  const { after = () => undefined } = deps;
  const { pupil, school, on, marks } = erasing;
  let copies: { readonly backups: readonly string[]; readonly closed: readonly string[] } = {
    backups: [],
    closed: [],
  };
  let now = erasing;
  if (erasing.ref !== undefined) {
    await setTombstone(deps.dataDir, { pupil, school, on, marks });
    after('tombstone');
    now = await eraseDocuments(erasing, deps);
    copies = await eraseCopies(deps.dataDir, whomOf(now), { ...disk(deps), look: false });
    after('copies');
    const { ref: _, upn: __, dateOfBirth: ___, ...rest } = now;
    now = { ...rest, marks: [] };
    await noteErasing(deps, now);
    after('only-messages');
  }
  const { left, notTaken } = await takeBackAll(now.messages, deps);
  if (left.length === 0) await endErasing(deps, now);
  else await noteErasing(deps, { ...now, messages: left });
  return { school, pupil, documents: erasing.ref !== undefined, ...copies, left: left.length, notTaken };
}

async function takeBackAll(messages: readonly SentMessage[], { takeBack }: Begun) {
  const left: SentMessage[] = [];
  let notTaken = 0;
  for (const message of messages) {
    const what = takeBack ? await takeBack(message) : 'later';
    if (what === 'later') left.push(message);
    if (what === 'gone') notTaken++;
  }
  return { left, notTaken };
}

/** So often somebody may begin a review of a child who is being erased. */
const TRIES = 20;

/** Removes the documents, and what others say of them. Ends with the ids of all that went. */
async function eraseDocuments(erasing: Erasing, deps: Begun): Promise<Erasing> {
  const { store, after = () => undefined } = deps;
  let now = erasing;
  for (let left = TRIES; ; left--) {
    const reviews = await store.reviewsOfPupil(erasing.pupil);
    // One that was begun since it was looked at goes, too, and so do its messages.
    const fresh = reviews.filter(({ id }) => !now.ids.includes(id)).map(({ id }) => id);
    if (fresh.length > 0) {
      const more = await messagesOf(reviews, [], new Set(fresh), store);
      now = { ...now, ids: [...now.ids, ...fresh], messages: [...now.messages, ...more] };
      await noteErasing(deps, now);
    }
    try {
      for (const review of reviews) {
        await store.remove('reviews', review);
        after('review');
      }
      const pupil = await store.get('pupils', erasing.pupil);
      if (pupil) await store.remove('pupils', pupil);
      // A review that was begun just before was stored after it.
      if ((await store.reviewsOfPupil(erasing.pupil)).length === 0 || left === 0) break;
    } catch (error) {
      // Somebody was first: a review was changed, or begun.
      if (!(error instanceof Conflict) || left === 0) throw error;
    }
  }
  after('pupil');
  await cleanOthers(new Set(now.ids), store);
  after('others');
  return now;
}

/** Takes what is about them out of digests and out of the cards that are kept count of. */
async function cleanOthers(ids: ReadonlySet<string>, store: Store): Promise<void> {
  const owed = (id: string) => !isOwed(ids, id);
  for (const { id } of (await store.all('digests')).filter((digest) => isAbout(ids, digest)))
    await update(store, 'digests', id, (digest) => digest && digestWithout(digest, owed));
  const shown = (is: string) => !isCardOf(ids, is);
  for (const { id, cards = [] } of await store.all('contacts'))
    if (cards.some(({ is }) => !shown(is)))
      await update(store, 'contacts', id, (contact) =>
        contact?.cards ? { ...contact, cards: contact.cards.filter(({ is }) => shown(is)) } : undefined,
      );
}

function digestWithout(digest: Digest, stays: (id: string) => boolean): Digest {
  const { items, listed, escalations } = digest;
  return {
    ...digest,
    items: items.filter(stays),
    ...(listed && { listed: listed.filter(stays) }),
    ...(escalations && { escalations: escalations.filter(({ obligationId }) => stays(obligationId)) }),
  };
}
