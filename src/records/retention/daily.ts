import type { Log } from '../../app/log.ts';
import type { Workplace } from '../../command-line/command.ts';
import type { School } from '../../domain/school/school.ts';
import { type LocalDate, localDate } from '../../domain/time.ts';
import { agedCopies, COPIES_KEPT_DAYS, removeCopies } from '../../store/lowdb/old-copies.ts';
import { BOT } from '../audit/entry.ts';
import { chainInWords, chainName } from '../audit/places.ts';
import { markingIn } from '../erase/key.ts';
import { type Regular, regularly } from '../regularly.ts';
import { ageOut } from './chat-copies.ts';
import { type Over, overOn, remove } from './children.ts';
import { forgetStrangers } from './strangers.ts';
import { goingBySchool } from './too-many.ts';
import { oldTrails } from './trail.ts';

type Given = Omit<Workplace, 'ids'>;

/** How often it is looked whether today's is done, or tried again: an hour, in milliseconds. */
const EVERY_MS = 60 * 60 * 1000;

/**
 * Once: takes what has aged out of chats and, where that is by itself, removes the children whose time is over. `all`: in every school;
 * else in those that have set so.
 */
export async function tidyOnce(given: Given, all: boolean, log: Pick<Log, 'info' | 'warn'>): Promise<void> {
  const today = localDate(given.clock.now());
  const isByItself = (school: School) => all || school.retention?.daily === true;
  const over = await overOn(given.store, today, isByItself);
  for (const { school, goes, inUse, tooMany } of await goingBySchool(given.store, over)) {
    if (tooMany.length > 0)
      log.warn('too many for retention at once: check the clock, then npm run retention', {
        ...{ school: school.id, count: tooMany.length },
      });
    const called = ({ pupil }: Over) =>
      ({ school: school.id, collection: 'pupils', document: pupil.id }) as const;
    for (const one of inUse)
      log.warn(
        'not removed by retention: a review is under way; check the birthday, and the clock',
        called(one),
      );
    for (const one of goes)
      if (await remove(one, { ...given, markOf: await markingIn(given.dataDir) }, today))
        log.info('removed by retention', called(one));
  }
  await tidyTrails(given, isByItself, log);
  const { gone, left } = await ageOut(given);
  const copies = await agedCopies(given.dataDir, today, given.copiesKeptDays ?? COPIES_KEPT_DAYS);
  await removeCopies(given.dataDir, copies);
  if (copies.length > 0) log.info('old copies removed', { count: copies.length });
  const strangers = await forgetStrangers(given);
  if (strangers > 0) log.info('accounts of nobody on a list forgotten', { count: strangers });
  if (gone + left > 0) log.info('earlier school years’ messages taken out', { count: gone });
}

async function tidyTrails(
  given: Given,
  of: (school: School) => boolean,
  log: Pick<Log, 'info' | 'warn'>,
): Promise<void> {
  for (const { tooMany, ...old } of await oldTrails(given, of)) {
    const about = { school: chainInWords(chainName(old.school)), count: old.days.length };
    if (old.days.length === 0) continue;
    if (tooMany)
      log.warn('too many days of the trail at once: check the clock, then npm run retention', about);
    else if (await given.audit.ageing.remove(old, BOT)) log.info('days of the trail removed', about);
    else log.warn('days of the trail not removed: they are not as they were written', about);
  }
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
