import type { Log } from '../../app/log.ts';
import type { Workplace } from '../../command-line/command.ts';
import { type LocalDate, localDate } from '../../domain/time.ts';
import { type Regular, regularly } from '../regularly.ts';
import { isAbout, messagesOf, namedStill } from './elsewhere.ts';
import { type Ended, type EraseDeps, endAll, erase, lookAt } from './erase.ts';
import { begunErasings } from './journal.ts';
import { knownMarking } from './key.ts';
import { readTombstones, type Tombstone } from './tombstones.ts';

type Given = Omit<Workplace, 'ids'>;

async function depsIn({
  store,
  dataDir,
  keys,
  takeBack,
  forgetWaiting,
}: Given): Promise<EraseDeps | undefined> {
  const markOf = await knownMarking(dataDir);
  // Without a key nothing was ever begun here.
  return markOf && { store, dataDir, keys, takeBack, forgetWaiting, markOf };
}

/**
 * Erases anew who came back with a backup that was put back, and what was stored of a child just after they were erased, by somebody
 * who began a review at that moment. Resolves to how many children that were.
 */
async function eraseAnew({ store, dataDir, clock }: Given, deps: EraseDeps): Promise<number> {
  const on = localDate(clock.now());
  let back = 0;
  const stones = await readTombstones(dataDir);
  for (const { pupil: id, school } of stones) {
    const pupil = await store.get('pupils', id);
    if (!pupil && (await store.reviewsOfPupil(id)).length === 0) continue;
    const left = { pupil: id, school, on, ids: [id], ref: '', marks: [], messages: [] };
    await erase(pupil ? (await lookAt(pupil, deps, on)).erasing : left, deps);
    back++;
  }
  await takeBackLate(stones, on, deps);
  return back;
}

/** Takes back what was being sent or shown of a child while they were erased, and so names still who is stored no more. */
async function takeBackLate(stones: readonly Tombstone[], on: LocalDate, deps: EraseDeps): Promise<void> {
  const { store } = deps;
  if (stones.length === 0) return;
  const ids = await namedStill(new Set(stones.map(({ pupil }) => pupil)), on, store);
  if (ids.size === 0) return;
  // One that is not ended has its own note.
  const begun = new Set((await begunErasings(deps)).map(({ pupil }) => pupil));
  const stone =
    stones.find(({ pupil }) => ids.has(pupil) && !begun.has(pupil)) ??
    stones.find(({ pupil }) => !begun.has(pupil));
  if (!stone) return;
  const digests = (await store.digestsOf(on)).filter((digest) => isAbout(ids, digest));
  const messages = await messagesOf([], digests, ids, store);
  const { pupil, school } = stone;
  await erase({ pupil, school, on, ids: [...ids], ref: '', marks: [], messages }, deps);
}

/**
 * At a start, before anybody is answered: ends what a killed process had begun to erase, and erases anew who came back with a backup
 * that was put back. Resolves to how many children that were.
 */
export async function eraseAtStart(given: Given): Promise<number> {
  const deps = await depsIn(given);
  if (!deps) return 0;
  const ended = await endAll(deps);
  const back = await eraseAnew(given, deps);
  return ended.filter(({ documents }) => documents).length + back;
}

/** How often messages are tried that could not be taken back: ten minutes, in milliseconds. */
const EVERY_MS = 10 * 60 * 1000;

/** Takes back, while the bot runs, what could not be taken back at once, and erases what was stored of a child since. */
export function keepEnding(given: Given, log: Log): Regular {
  const end = async () => {
    const deps = await depsIn(given);
    const ended = deps ? await endAll(deps) : [];
    if (deps) await eraseAnew(given, deps);
    const isWorked = ({ documents, left, notTaken }: Ended) => documents || left + notTaken > 0;
    const some = ended.filter((one) => isWorked(one) || one.closed.length === 0);
    // One that waits for a key waits for months.
    if (some.length > 0) log.info('erasing gone on with', { count: some.length });
  };
  return regularly(EVERY_MS, end, (error) => log.warn('erasing not gone on with', { error }));
}
