import type { Log } from '../../app/log.ts';
import type { Workplace } from '../../command-line/command.ts';
import { isUnderWay } from '../../domain/review/held.ts';
import { type LocalDate, localDate } from '../../domain/time.ts';
import { agedCopies, COPIES_KEPT_DAYS, removeCopies } from '../../store/lowdb/old-copies.ts';
import { markingIn } from '../erase/key.ts';
import { type Regular, regularly } from '../regularly.ts';
import { ageOut } from './chat-copies.ts';
import { type Over, overOn, remove } from './children.ts';
import { forgetStrangers } from './strangers.ts';

type Given = Omit<Workplace, 'ids'>;

/** How often it is looked whether today's is done, or tried again: an hour, in milliseconds. */
const EVERY_MS = 60 * 60 * 1000;

/** So many children of a school go by themselves on one day, and a tenth of them, where that is more. */
const MOST = 5;

/**
 * Whether so many are a matter for a person: a clock that is far ahead, or a wrong age, would remove a whole school for good, and its
 * backups. `npm run retention` shows them, and removes them once somebody has looked.
 */
async function areTooMany(store: Workplace['store'], going: readonly Over[]): Promise<boolean> {
  const [first] = going;
  if (!first) return false;
  const all = (await store.pupilsOf(first.school.id)).length;
  return going.length > Math.max(MOST, all / 10) || (going.length > 1 && going.length === all);
}

/** Whether something is still being done for them: then it is their birthday, or the clock, that is wrong. */
async function isInUse(store: Workplace['store'], { pupil }: Over): Promise<boolean> {
  return (await store.reviewsOfPupil(pupil.id)).some(isUnderWay);
}

/**
 * Once: takes what has aged out of chats and, where that is by itself, removes the children whose time is over. `all`: in every school;
 * else in those that have set so.
 */
export async function tidyOnce(given: Given, all: boolean, log: Pick<Log, 'info' | 'warn'>): Promise<void> {
  const today = localDate(given.clock.now());
  const over = await overOn(given.store, today, (school) => all || school.retention?.daily === true);
  const bySchool = Map.groupBy(
    over.filter(({ keep }) => keep === 'goes'),
    ({ school }) => school.id,
  );
  for (const [school, going] of bySchool) {
    if (await areTooMany(given.store, going)) {
      log.warn('too many for retention at once: check the clock, then npm run retention', {
        ...{ school, count: going.length },
      });
      continue;
    }
    for (const one of going) {
      const called = { school, collection: 'pupils', document: one.pupil.id } as const;
      if (await isInUse(given.store, one))
        log.warn(
          'not removed by retention: a review is under way; check the birthday, and the clock',
          called,
        );
      else if (await remove(one, { ...given, markOf: await markingIn(given.dataDir) }, today))
        log.info('removed by retention', called);
    }
  }
  const { gone, left } = await ageOut(given);
  const copies = await agedCopies(given.dataDir, today, given.copiesKeptDays ?? COPIES_KEPT_DAYS);
  await removeCopies(given.dataDir, copies);
  if (copies.length > 0) log.info('old copies removed', { count: copies.length });
  const strangers = await forgetStrangers(given);
  if (strangers > 0) log.info('accounts of nobody on a list forgotten', { count: strangers });
  if (gone + left > 0) log.info('earlier school years’ messages taken out', { count: gone });
}

/** Does that while the bot runs, once a day; an hour later again where it failed. */
export function keepTidy(given: Given, all: boolean, log: Log): Regular {
  let done: LocalDate | undefined;
  const tidy = async () => {
    const today = localDate(given.clock.now());
    if (done === today) return;
    await tidyOnce(given, all, log);
    done = today;
  };
  return regularly(EVERY_MS, tidy, (error) => log.error('retention failed', { error }));
}
