import pLimit from 'p-limit';
import type { Workplace } from '../../command-line/command.ts';
import type { Review } from '../../domain/review/review.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import type { LocalDate } from '../../domain/time.ts';
import { eraseCopies, type Whom } from '../../store/lowdb/erase-copies.ts';
import { realFiles } from '../../store/lowdb/files.ts';
import { Conflict, type Store } from '../../store/store.ts';
import { formerIds } from '../beside.ts';
import { afterCopies, closedIn, hasOpened } from './closed-copies.ts';
import { cleanOthers, isAbout, messagesOf, placeOf } from './elsewhere.ts';
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
  /** Forgets what waits in memory: it may be of the child. */
  readonly forgetWaiting?: Workplace['forgetWaiting'] | undefined;
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
  /** Whether anything but messages was done now. */
  readonly documents: boolean;
  readonly backups: readonly string[];
  /** Copies that can't be opened: until they can, or are gone, it is not ended. */
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
  const { pupil, school } = erasing;
  const waited = closedIn(erasing, deps);
  const isDue = erasing.ref !== undefined && (waited.length === 0 || (await hasOpened(waited, deps)));
  if (!isDue && erasing.messages.length === 0 && waited.length > 0)
    return { ...{ school, pupil, documents: false, backups: [], closed: waited, left: 0, notTaken: 0 } };
  const { now, copies } = isDue
    ? await eraseKept(erasing, waited, deps)
    : { now: erasing, copies: { backups: [], closed: waited } };
  const { left, notTaken } = await takeBackAll(now.messages, deps);
  if (left.length === 0 && copies.closed.length === 0) await endErasing(deps, now);
  else await noteErasing(deps, { ...now, messages: left });
  return { school, pupil, documents: isDue, ...copies, left: left.length, notTaken };
}

/** Erases all that is kept; of one that waited for copies to open, nothing but those: whoever came since is another's doing. */
async function eraseKept(erasing: Erasing, waited: readonly string[], deps: Begun) {
  const { after = () => undefined, dataDir } = deps;
  const { pupil, school, on, marks } = erasing;
  let found = erasing;
  if (waited.length === 0) {
    await setTombstone(dataDir, { pupil, school, on, marks });
    after('tombstone');
    found = await eraseDocuments(erasing, deps);
    deps.forgetWaiting?.();
  }
  const only = waited.length === 0 ? {} : { only: waited };
  const copies = await eraseCopies(dataDir, whomOf(found), { ...disk(deps), look: false, ...only });
  after('copies');
  const now = afterCopies(found, copies, deps);
  await noteErasing(deps, now);
  after('only-messages');
  return { now, copies };
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
    // One that was sent since stands in a chat, too.
    const known = new Set(now.messages.map(placeOf));
    const more = (await messagesOf(reviews, [], new Set(fresh), store)).filter(
      (one) => !known.has(placeOf(one)),
    );
    if (fresh.length + more.length > 0) {
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
