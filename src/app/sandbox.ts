import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MadeUpPerson, MadeUpSchool, OwnSchool, OwnSchoolFaults } from '../channels/parts.ts';
import { owedForPupilsIn } from '../conversation/lists.ts';
import { chatImports } from '../data-in/chat-import.ts';
import { importSchool } from '../data-in/import.ts';
import { writeSchoolFor } from '../data-in/relative.ts';
import { schoolYears } from '../data-in/school-year.ts';
import { obligationsOf } from '../domain/nudges/obligations.ts';
import { nextSchoolMorning } from '../domain/school/calendar.ts';
import type { School } from '../domain/school/school.ts';
import { type Instant, type LocalDate, localDate } from '../domain/time.ts';
import { addMadeUpReviews } from '../made-up/reviews.ts';
import { asOfPupils } from '../store/as-of-pupils.ts';
import { importBackups } from '../store/lowdb/import-backups.ts';
import { schoolsIn } from '../store/lowdb/names.ts';
import { openLowdbStore } from '../store/lowdb/store.ts';
import type { Store } from '../store/store.ts';
import { type App, AT_ONCE, startApp } from './app.ts';
import { openDataAudit } from './audit.ts';
import { configuredChannels } from './chats.ts';
import { moveThrough, openingTime, shiftedClock, systemClock } from './clocks.ts';
import type { Config } from './config.ts';
import { randomIds } from './ids.ts';
import type { Log } from './log.ts';
import { importOwnSchool, ownSchoolFaults } from './own-school.ts';
import { RealSchool } from './start-faults.ts';

const SCHOOL_FOLDER = fileURLToPath(new URL('../../sandbox-school/', import.meta.url));

const NO_CHAT =
  'With no chat configured only the sandbox could start, which would look as if all were well: configure the chat again, or, to try things out, give the sandbox another folder.';

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

// All of it is made up, and gone when the sandbox ends.
const SANDBOX_KEY = 'the key of a school that is made up';

/** A sandbox's school, in a folder of its own. */
interface OpenedSchool {
  readonly folder: string;
  readonly store: Store;
  readonly school: School;
  readonly opening: Instant;
  readonly isOwn: boolean;
}

/**
 * Starts the sandbox: the bot with a made-up school on a local page, anew each time; nothing is kept. Its clock can
 * be moved; outside school hours it starts on the next school morning, when messages go out. Whoever would rather begin with
 * a school of their own empties it so, at the page: the bot is stopped, and started with that at the same address.
 * @throws {RealSchool} the data folder, which it would not even look into, holds one: its chat’s settings are gone.
 */
export async function startSandbox(config: Config, log: Log): Promise<App> {
  const known = await schoolsIn(config.dataDir);
  if (known.some((id) => id !== MADE_UP_SCHOOL)) throw new RealSchool(config.dataDir, NO_CHAT);
  let stopping = false;
  let changing = Promise.resolve();

  async function beginOwn(given: OwnSchool): Promise<OwnSchoolFaults | undefined> {
    const faults = ownSchoolFaults(given);
    if (faults) return faults;
    const next = await openIn(config, true, (store, now) => importOwnSchool(store, given, localDate(now)));
    // Not waited for: the page that asked is answered by the bot that is stopped here.
    changing = changing.then(() => change(next));
    return undefined;
  }

  async function change(next: OpenedSchool): Promise<void> {
    const { port } = app.server;
    await app.stop();
    if (stopping) return rm(next.folder, { recursive: true, force: true });
    app = await startOn(next, { ...config, port }, log, beginOwn);
  }

  const madeUp = await openIn(config, false, openMadeUpSchool);
  let app = await startOn(madeUp, config, log, beginOwn);
  return {
    ...app,
    async stop() {
      stopping = true;
      await changing;
      await app.stop();
    },
  };
}

async function openIn(
  { sandboxNow }: Config,
  isOwn: boolean,
  begin: (store: Store, now: Instant) => Promise<School>,
): Promise<OpenedSchool> {
  const folder = await mkdtemp(join(tmpdir(), 'send-review-bot-sandbox-'));
  try {
    const store = await openLowdbStore(folder);
    const opening = sandboxNow ?? nextOpening(systemClock.now());
    return { folder, store, opening, isOwn, school: await begin(store, opening) };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Starts the bot on a school that was opened; when it stops, or can't start, the school's folder is gone. */
async function startOn(
  opened: OpenedSchool,
  config: Config,
  log: Log,
  beginOwn: MadeUpSchool['beginOwn'],
): Promise<App> {
  const { folder, store, school, isOwn } = opened;
  const remove = () => rm(folder, { recursive: true, force: true });
  const clock = shiftedClock(opened.opening);
  const people = async () => {
    const schools = await store.schools();
    return (await Promise.all(schools.map((one) => peopleOf(one, store, localDate(clock.now()))))).flat();
  };
  try {
    const audit = await openDataAudit(store, { dataDir: folder, auditKey: SANDBOX_KEY, clock, log });
    const app = await startApp({
      config,
      store,
      audit,
      clock,
      log,
      timing: AT_ONCE,
      imports: (given) => chatImports({ ...given, backups: importBackups(folder) }),
      channels: configuredChannels(config, (settle) => ({
        people,
        isOwn,
        beginOwn,
        clock: { now: clock.now, moveTo: (instant) => moveThrough(clock, instant, school, settle) },
        nextSchoolMorning: async () => nextSchoolMorning(school, clock.now()),
      })),
    });
    return { ...app, stop: () => app.stop().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

/**
 * When the made-up school is next open. Its pupils are made up for that day: opened in August, it is the new school year that
 * is seen, with everybody a year older.
 */
function nextOpening(now: Instant): Instant {
  const calendar = { ...schoolYears(localDate(now)), closures: [] };
  return openingTime({ id: MADE_UP_SCHOOL, version: 0, name: '', staff: [], ...calendar }, now);
}

/** The staff of `school`, and how much waits on each on `today`: as many things as `mine` lists. */
async function peopleOf(school: School, store: Store, today: LocalDate): Promise<MadeUpPerson[]> {
  const reviews = await asOfPupils(await store.reviewsOf(school.id), store);
  const owed = reviews.flatMap((review) => obligationsOf(review, school, today));
  return Promise.all(
    school.staff
      .filter((one) => !one.left)
      .map(async ({ email, address, name, role }) => {
        const ofPupils = await owedForPupilsIn(store, email, [school], today);
        const toDo = owed.filter(({ who }) => who === email).length + ofPupils.length;
        return { email, ...(address !== undefined && { address }), name, role, school: school.name, toDo };
      }),
  );
}
