import type { Clock } from '../../app/ports.ts';
import { Turns } from '../../app/turns.ts';
import type { Digest } from '../../domain/nudges/digest.ts';
import { obligationNamed } from '../../domain/nudges/obligation-id.ts';
import type { Review } from '../../domain/review/review.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import type { Document, PersonId } from '../../domain/school/school.ts';
import { methodsOf } from '../../store/methods.ts';
import { type Collection, Conflict, type Documents, NotStored, type Store } from '../../store/store.ts';
import { type Audit, NotKept } from './audit.ts';
import { changeOf, isAudited, sealedOf } from './changes.ts';
import type { AuditEntry } from './entry.ts';

/** Who does something, and where. */
interface Doer {
  readonly who: PersonId;
  readonly chat?: string;
  /** By what: a form, a button, a command, an import. */
  readonly by?: string;
  /** Of what is sent: the names of the fields of these children that it shows. */
  readonly shows?: (children: Shown) => readonly string[];
}

/** Children that something sent is about, and their reviews. */
interface Shown {
  readonly pupils: readonly Pupil[];
  readonly reviews: readonly Review[];
}

/** Gives each doer a store, in which whatever they change is in the audit. */
export type StoreFor = (doer: Doer) => Store;

/**
 * The store, so that no change of a school, pupil or review is stored that the audit does not have, nor of whose account one in a
 * chat is: who, which document, and the names of the fields. It is durable there before the document is written.
 */
export function auditedStores(store: Store, audit: Audit, clock: Clock): StoreFor {
  // A version is looked at and committed in one go, so that no entry tells of a change that somebody else was before.
  const turns = new Turns();
  return (doer) => ({
    ...methodsOf(store),
    put: (collection, document) =>
      isAudited(collection)
        ? turns.take(`${collection}/${document.id}`, () =>
            put({ store, audit, clock, doer }, collection, document),
          )
        : putOther({ store, audit, doer }, collection, document),
    remove: (collection, document) =>
      isAudited(collection)
        ? turns.take(`${collection}/${document.id}`, () =>
            remove({ store, audit, doer }, collection, document),
          )
        : store.remove(collection, document),
  });
}

interface In {
  readonly store: Store;
  readonly audit: Audit;
  readonly doer: Doer;
}

async function put<C extends Collection>(
  { store, audit, clock, doer }: In & { readonly clock: Clock },
  collection: C,
  document: Documents[C],
): Promise<Documents[C]> {
  const before = await store.get(collection, document.id);
  if ((before?.version ?? 0) !== document.version) throw new Conflict(collection, document.id);
  const by = { who: doer.who, at: clock.now(), by: doer.by ?? doer.who };
  const { document: after, entry } = changeOf(collection, before, document, by);
  if (!entry) return store.put(collection, after);
  const shown = await shownBy(entry, after, { store, audit, doer });
  // What is sealed is what the store has made of it; and it is done while the disk is busy with the document.
  const noting = (next: Document): AuditEntry => {
    const sealed = sealedOf(collection, next);
    const mark = sealed ? audit.markOf(collection, sealed) : '0';
    const named = { collection, id: next.id, version: sealed?.version ?? 0, mark };
    return { ...byWhom(doer), ...entry, ...shown, ...about(after), document: named };
  };
  return kept(
    collection,
    after.id,
    audit.change(schoolOf(collection, after), (first) =>
      store.put(collection, after, (next) => first(noting(next))),
    ),
  );
}

/** What the message that an entry is of has shown of its review's child. */
async function shownBy(
  { kind }: Pick<AuditEntry, 'kind'>,
  after: Document,
  { store, doer }: In,
): Promise<Pick<AuditEntry, 'fields'>> {
  if (!doer.shows || (kind !== 'sent' && kind !== 'message-changed')) return {};
  const review = after as Review;
  const pupil = await store.get('pupils', review.pupilId);
  return named(doer.shows({ pupils: pupil ? [pupil] : [], reviews: [review] }));
}

const named = (fields: readonly string[]) => (fields.length > 0 ? { fields } : {});

/** Of what else is stored, only that a digest went out is noted: to whom, and of whose children. */
async function putOther<C extends Collection>(
  { store, audit, doer }: In,
  collection: C,
  document: Documents[C],
): Promise<Documents[C]> {
  const before = await store.get(collection, document.id);
  const stored = await store.put(collection, document);
  if (collection === 'digests') await noteDigest({ store, audit, doer }, before as Digest, stored as Digest);
  return stored;
}

async function noteDigest(
  { store, audit, doer }: In,
  before: Digest | undefined,
  now: Digest,
): Promise<void> {
  const isSent = now.state.is === 'sent';
  const wasSent = before?.state.is === 'sent';
  if (!isSent || (wasSent && before?.shown === now.shown)) return;
  const kind = wasSent ? 'message-changed' : 'sent';
  const children = await whoseAre(now.listed ?? now.items, store);
  const schools = Map.groupBy(children, ({ school }) => school);
  const entry = { ...byWhom(doer), kind, what: 'digest', to: now.to } as const;
  if (schools.size === 0) audit.record(undefined, entry);
  for (const [school, here] of schools) {
    const reviews = onceById(here.flatMap(({ review }) => review ?? []));
    const pupils = onceById(here.map(({ pupil }) => pupil));
    const ids = { pupils: idsOf(pupils), ...(reviews.length > 0 && { reviews: idsOf(reviews) }) };
    const { shows } = doer;
    audit.record(school, { ...entry, ...ids }, shows && (() => named(shows({ pupils, reviews }))));
  }
}

/** The children of whom something is owed, by the ids of that: in a review, or for the pupil themselves. */
async function whoseAre(obligations: readonly string[], store: Store) {
  const found = obligations.map(async (id) => {
    const { reviewId: of } = obligationNamed(id);
    const review = await store.get('reviews', of);
    const pupil = await store.get('pupils', review?.pupilId ?? of);
    return pupil ? [{ school: pupil.schoolId, pupil, review }] : [];
  });
  return (await Promise.all(found)).flat();
}

const onceById = <One extends { readonly id: string }>(all: readonly One[]): readonly One[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];
const idsOf = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);

async function remove(
  { store, audit, doer }: In,
  collection: Collection,
  document: { readonly id: string; readonly version: number },
): Promise<void> {
  const before = await store.get(collection, document.id);
  if (!before || before.version !== document.version) throw new Conflict(collection, document.id);
  const sealed = sealedOf(collection, before);
  if (!sealed) return store.remove(collection, document);
  const { id, version } = sealed;
  const entry: AuditEntry = {
    ...byWhom(doer),
    kind: 'removed',
    ...(doer.by && { what: doer.by }),
    ...about(before),
    document: { collection, id, version, mark: audit.markOf(collection, sealed) },
  };
  const work = audit.change(schoolOf(collection, before), async (first) => {
    await first(entry);
    await store.remove(collection, document);
  });
  await kept(collection, id, work);
}

// To whoever commits, that the audit can't be written is that the document can't be.
function kept<T>(collection: Collection, id: string, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw error instanceof NotKept ? new NotStored(collection, id, error) : error;
  });
}

/** Who did it, as an entry has it. */
const byWhom = ({ who, chat }: Doer): Pick<AuditEntry, 'who' | 'chat'> => ({
  who,
  ...(chat !== undefined && { chat }),
});

type AnyDocument = { readonly id: string } & Partial<Pick<Review, 'schoolId' | 'pupilId'>> &
  Partial<Pick<Pupil, 'ref'>>;

/** The school whose trail has it: an account may be somebody's of several, so it is in that of none. */
const schoolOf = (collection: Collection, { id, schoolId }: AnyDocument) =>
  collection === 'contacts' ? undefined : (schoolId ?? id);

function about({ id, schoolId, pupilId }: AnyDocument): Pick<AuditEntry, 'pupils' | 'reviews'> {
  if (pupilId !== undefined) return { pupils: [pupilId], reviews: [id] };
  return schoolId === undefined ? {} : { pupils: [id] };
}
