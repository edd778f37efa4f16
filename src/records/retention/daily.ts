import type { Log } from '../../app/log.ts';
import type { Workplace } from '../../command-line/command.ts';
import { type LocalDate, localDate } from '../../domain/time.ts';
import { markingIn } from '../erase/key.ts';
import { type Regular, regularly } from '../regularly.ts';
import { ageOut } from './chat-copies.ts';
import { overOn, remove } from './children.ts';

type Given = Omit<Workplace, 'ids'>;

/** How often it is looked whether today's is done, or tried again: an hour, in milliseconds. */
const EVERY_MS = 60 * 60 * 1000;

/**
 * Once: takes what has aged out of chats and, where that is by itself, removes the children whose time is over. `all`: in every school;
 * else in those that have set so.
 */
export async function tidyOnce(given: Given, all: boolean, log: Pick<Log, 'info'>): Promise<void> {
  const today = localDate(given.clock.now());
  const over = await overOn(given.store, today, (school) => all || school.retention?.daily === true);
  for (const one of over.filter(({ keep }) => keep === 'goes')) {
    await remove(one, { ...given, markOf: await markingIn(given.dataDir) }, today);
    log.info('removed by retention', {
      ...{ school: one.school.id, collection: 'pupils', document: one.pupil.id },
    });
  }
  const { gone, left } = await ageOut(given);
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
