import type { Log } from '../../app/log.ts';
import type { Workplace } from '../../command-line/command.ts';
import { localDate } from '../../domain/time.ts';
import { type Regular, regularly } from '../regularly.ts';
import { type EraseDeps, endAll, erase, lookAt } from './erase.ts';
import { knownMarking } from './key.ts';
import { readTombstones } from './tombstones.ts';

type Given = Omit<Workplace, 'ids'>;

async function depsIn({ store, dataDir, keys, takeBack }: Given): Promise<EraseDeps | undefined> {
  const markOf = await knownMarking(dataDir);
  // Without a key nothing was ever begun here.
  return markOf && { store, dataDir, keys, takeBack, markOf };
}

/**
 * At a start, before anybody is answered: ends what a killed process had begun to erase, and erases anew who came back with a backup
 * that was put back. Resolves to how many children that were.
 */
export async function eraseAtStart(given: Given): Promise<number> {
  const deps = await depsIn(given);
  if (!deps) return 0;
  const ended = await endAll(deps);
  let back = 0;
  for (const { pupil: id } of await readTombstones(given.dataDir)) {
    const pupil = await given.store.get('pupils', id);
    if (!pupil) continue;
    const { erasing } = await lookAt(pupil, deps, localDate(given.clock.now()));
    await erase(erasing, deps);
    back++;
  }
  return ended.filter(({ documents }) => documents).length + back;
}

/** How often messages are tried that could not be taken back: ten minutes, in milliseconds. */
const EVERY_MS = 10 * 60 * 1000;

/** Takes back, while the bot runs, what could not be taken back at once. */
export function keepEnding(given: Given, log: Log): Regular {
  const end = async () => {
    const deps = await depsIn(given);
    const ended = deps ? await endAll(deps) : [];
    if (ended.length > 0) log.info('erasing gone on with', { count: ended.length });
  };
  return regularly(EVERY_MS, end, (error) => log.warn('erasing not gone on with', { error }));
}
