import { isTaken } from '../domain/pupil/details.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { LastImport, PutBack, WrittenDocument } from '../store/lowdb/import-backups.ts';
import { Refused } from '../store/lowdb/refused.ts';
import { Conflict, type Store } from '../store/store.ts';
import { keepReviewsOf } from './keep-reviews.ts';

/** What taking back an import would do, or did; by reference, and a school by its id. */
export interface Undoing {
  /** As they were before. */
  readonly back: readonly string[];
  /** New with the import, and nothing is known of them besides. */
  readonly removed: readonly string[];
  /** Somebody has touched these since, or there are reviews of them: they stay as they are. */
  readonly touched: readonly string[];
}

type Fate = keyof Undoing;

interface Told {
  readonly of: WrittenDocument;
  readonly called: string;
  readonly version: number;
  readonly fate: Fate;
}

/** What could be taken back of an import now. Nothing is written. */
export async function previewUndo(store: Store, last: LastImport): Promise<Undoing> {
  return inLists(await told(store, last));
}

/**
 * Takes back an import, as far as nobody has touched what it wrote: pupils first, then the school.
 * @throws {Refused} the backup can't be read any more; {NotStored} not all could be written: said again, it does the rest.
 */
export async function undoImport(store: Store, last: LastImport): Promise<Undoing> {
  const done: TakenBack[] = [];
  for (const one of (await told(store, last)).toReversed()) done.push(await takeBack(store, last, one));
  await last.setUndone(done.flatMap(({ putBack }) => putBack ?? []));
  return inLists(done);
}

async function told(store: Store, last: LastImport): Promise<readonly Told[]> {
  const fates = await Promise.all(last.written.map((of) => fateOf(store, of, last)));
  const known = fates.flatMap((one) => one ?? []);
  const all = await withoutTaken(store, last, known);
  const removed = new Set(all.flatMap((one) => (one.fate === 'removed' ? [one.of.id] : [])));
  const staying = async ({ of, fate }: Told) =>
    fate === 'removed' &&
    of.collection === 'schools' &&
    (await store.pupilsOf(of.id)).some(({ id }) => !removed.has(id));
  return Promise.all(
    all.map(async (one) => ((await staying(one)) ? { ...one, fate: 'touched' as const } : one)),
  );
}

// Said when it is to be put back.
function ifRefused(error: unknown): undefined {
  if (!(error instanceof Refused)) throw error;
}

/** A pupil whose number or UPN of then is another child's, who stays as they are, counts as touched: no two have one. */
async function withoutTaken(store: Store, last: LastImport, all: readonly Told[]): Promise<readonly Told[]> {
  const pupils = all.filter(({ of, fate }) => of.collection === 'pupils' && fate !== 'touched');
  const before = new Map<string, Pupil>();
  for (const { of } of pupils.filter(({ fate }) => fate === 'back')) {
    const was = await last.before('pupils', of.id).catch(ifRefused);
    if (was) before.set(of.id, was);
  }
  const schools = new Set([...before.values()].map(({ schoolId }) => schoolId));
  const here = (await Promise.all([...schools].map((school) => store.pupilsOf(school)))).flat();
  const leaving = new Set(pupils.map(({ of }) => of.id));
  // One that stays may have what another would have back, and so on.
  for (let more = true; more; ) {
    const stay = here.filter(({ id }) => !leaving.has(id));
    const taken = [...before.values()].filter((pupil) => leaving.has(pupil.id) && isTaken(pupil, stay));
    for (const { id } of taken) leaving.delete(id);
    more = taken.length > 0;
  }
  return all.map((one) =>
    one.of.collection === 'pupils' && !leaving.has(one.of.id) ? { ...one, fate: 'touched' } : one,
  );
}

// Undefined for one that was not written, or is gone already: an import, or its taking back, was cut short.
async function fateOf(
  store: Store,
  of: WrittenDocument,
  last: Pick<LastImport, 'sameAs'>,
): Promise<Told | undefined> {
  const now = await store.get(of.collection, of.id);
  const version = now && last.sameAs({ collection: of.collection, id: of.id, version: now.version });
  if (!now || version === of.before) return undefined;
  const called = 'ref' in now ? now.ref : now.id;
  const touched = version !== of.after || (of.before === 0 && (await hasReviews(store, of)));
  const fate = touched ? 'touched' : of.before === 0 ? 'removed' : 'back';
  return { of, called, version: now.version, fate };
}

const hasReviews = async (store: Store, { collection, id }: WrittenDocument) =>
  (await (collection === 'pupils' ? store.reviewsOfPupil(id) : store.reviewsOf(id))).length > 0;

/** What became of one, and what was put back of it. */
type TakenBack = Told & { readonly putBack?: PutBack };

async function takeBack(store: Store, last: LastImport, one: Told): Promise<TakenBack> {
  const { of, version, fate } = one;
  if (fate === 'touched') return one;
  try {
    if (fate === 'removed') {
      await store.remove(of.collection, { id: of.id, version });
      return one;
    }
    const stored = await putBack(store, last, one);
    return { ...one, putBack: { collection: of.collection, id: of.id, version: stored, as: of.before } };
  } catch (error) {
    if (error instanceof Conflict) return { ...one, fate: 'touched' };
    throw error;
  }
}

/** Its version since. */
async function putBack(store: Store, last: LastImport, { of, version }: Told): Promise<number> {
  if (of.collection === 'schools')
    return (await store.put('schools', { ...(await last.before('schools', of.id)), version })).version;
  const pupil = await store.put('pupils', { ...(await last.before('pupils', of.id)), version });
  await keepReviewsOf(store, pupil);
  return pupil.version;
}

function inLists(all: readonly Told[]): Undoing {
  const of = (fate: Fate) => all.filter((one) => one.fate === fate).map(({ called }) => called);
  return { back: of('back'), removed: of('removed'), touched: of('touched') };
}
