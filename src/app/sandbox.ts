import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MadeUpPerson } from '../channels/parts.ts';
import { chatImports } from '../data-in/chat-import.ts';
import { importSchool } from '../data-in/import.ts';
import { writeSchoolFor } from '../data-in/relative.ts';
import { schoolYears } from '../data-in/school-year.ts';
import { obligationsOf } from '../domain/nudges/obligations.ts';
import { nextSchoolMorning } from '../domain/school/calendar.ts';
import type { School } from '../domain/school/school.ts';
import { type Instant, type LocalDate, localDate } from '../domain/time.ts';
import { addMadeUpReviews } from '../made-up/reviews.ts';
import { importBackups } from '../store/lowdb/import-backups.ts';
import { openLowdbStore } from '../store/lowdb/store.ts';
import type { Store } from '../store/store.ts';
import { type App, startApp } from './app.ts';
import { configuredChannels } from './chats.ts';
import { moveThrough, openingTime, shiftedClock, systemClock } from './clocks.ts';
import type { Config } from './config.ts';
import { randomIds } from './ids.ts';
import type { Log } from './log.ts';

const SCHOOL_FOLDER = fileURLToPath(new URL('../../sandbox-school/', import.meta.url));

/** The id of the made-up school in `sandbox-school/`. */
export const MADE_UP_SCHOOL = 'oakfield';

/** Imports the made-up school, its dates reckoned from `today`, through the import that real schools use. */
export async function importMadeUpSchool(store: Store, today: LocalDate): Promise<School> {
  const folder = await mkdtemp(join(tmpdir(), 'made-up-school-'));
  try {
    await writeSchoolFor(today, SCHOOL_FOLDER, folder);
    await importSchool(store, folder, { today, newId: randomIds.unique });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const [school] = await store.schools();
  if (!school) throw new Error('the made-up school was not imported');
  return school;
}

/** The made-up school as it is at `now`, with reviews under way. */
export async function openMadeUpSchool(store: Store, now: Instant): Promise<School> {
  const school = await importMadeUpSchool(store, localDate(now));
  await addMadeUpReviews(store, school, now);
  return school;
}

/**
 * Starts the sandbox: the bot with a made-up school on a local page, anew each time; nothing is kept. Its clock can
 * be moved; outside school hours it starts on the next school morning, when messages go out.
 */
export async function startSandbox(config: Config, log: Log): Promise<App> {
  const folder = await mkdtemp(join(tmpdir(), 'send-review-bot-sandbox-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const app = await startIn(folder, config, log);
    return { ...app, stop: () => app.stop().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function startIn(folder: string, config: Config, log: Log): Promise<App> {
  const store = await openLowdbStore(folder);
  const opening = config.sandboxNow ?? nextOpening(systemClock.now());
  const school = await openMadeUpSchool(store, opening);
  const clock = shiftedClock(opening);
  const people = async () => {
    const schools = await store.schools();
    return (await Promise.all(schools.map((one) => peopleOf(one, store, localDate(clock.now()))))).flat();
  };
  return startApp({
    config,
    store,
    clock,
    log,
    imports: (given) => chatImports({ ...given, backups: importBackups(folder) }),
    channels: configuredChannels(config, (settle) => ({
      people,
      clock: { now: clock.now, moveTo: (instant) => moveThrough(clock, instant, school, settle) },
      nextSchoolMorning: async () => nextSchoolMorning(school, clock.now()),
    })),
  });
}

/**
 * When the made-up school is next open. Its pupils are made up for that day: opened in August, it is the new school year that
 * is seen, with everybody a year older.
 */
function nextOpening(now: Instant): Instant {
  const calendar = { ...schoolYears(localDate(now)), closures: [] };
  return openingTime({ id: MADE_UP_SCHOOL, version: 0, name: '', staff: [], ...calendar }, now);
}

/** The staff of `school`, and how much each has to do in its reviews on `today`. */
async function peopleOf(school: School, store: Store, today: LocalDate): Promise<MadeUpPerson[]> {
  const reviews = await store.reviewsOf(school.id);
  const owed = reviews.flatMap((review) => obligationsOf(review, school, today));
  return school.staff
    .filter((one) => !one.left)
    .map(({ email, name, role }) => {
      const toDo = owed.filter(({ who }) => who === email).length;
      return { email, name, role, school: school.name, toDo };
    });
}
