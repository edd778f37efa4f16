import { type App, type Parts, startApp } from '../../src/app/app.ts';
import { moveThrough } from '../../src/app/clocks.ts';
import { readConfig } from '../../src/app/config.ts';
import { type Log, makeLog } from '../../src/app/log.ts';
import { importMadeUpSchool } from '../../src/app/sandbox.ts';
import { nextSchoolMorning } from '../../src/domain/school/calendar.ts';
import type { School } from '../../src/domain/school/school.ts';
import { type Instant, type LocalDate, localDate, plusDays } from '../../src/domain/time.ts';
import type { Audit } from '../../src/records/audit/audit.ts';
import type { Store } from '../../src/store/store.ts';
import { afterwards } from './afterwards.ts';
import { AT_ONCE } from './at-once.ts';
import { type TestClock, testClock } from './clock.ts';
import { memoryStore } from './memory-store.ts';
import { NO_RATES } from './rates.ts';
import { storeIn } from './store.ts';

/** What the channels of a bot are made with: what they are given for real, and the test's clock and log. */
export type ChannelParts = Parameters<Parts['channels']>[0] & {
  readonly clock: TestClock;
  readonly log: Log;
};

export interface BotOptions {
  /** The chats it speaks; none, if the test only looks at the rest. */
  readonly channels?: (parts: ChannelParts) => ReturnType<Parts['channels']>;
  /** What the clock shows at first; it stands still until it is moved. Default: a Tuesday in term, 10:00 at school. */
  readonly now?: Instant;
  /** Where the data is; default a fresh folder. A folder that has a school already keeps what is in it. */
  readonly folder?: string;
  /** Where who saw and did what is noted; left out, nowhere. */
  readonly auditOf?: (clock: TestClock) => Audit;
}

/** The whole bot in this process, on a port of its own: the real wiring, a real store, the made-up school. */
export interface TestBot {
  readonly url: string;
  readonly app: App;
  readonly store: Store;
  readonly clock: TestClock;
  /** As it was imported. */
  readonly school: School;
  /** Every line of the log. */
  readonly logged: readonly string[];
  /** Resolves when all that is to be delivered by now is; what a turn owes others is under way without it. */
  settle(): Promise<void>;
  /** Moves the clock to the beginning of the next school day, as the sandbox does, and delivers what is due then. */
  nextSchoolMorning(): Promise<void>;
  /** Moves the clock to a later time by way of each school morning before it, delivering on each what is due. */
  moveTo(instant: Instant): Promise<void>;
  /** The date so many days from the clock's today, as a form takes it. */
  day(days: number): LocalDate;
  /** Stops it as SIGTERM would; done at the end of the test file in any case. */
  stop(): Promise<void>;
}

/**
 * Starts the bot with the made-up school, its dates reckoned from `now`. Nothing happens by the passing of time but when
 * the test moves the clock.
 */
export async function startBot(options: BotOptions = {}): Promise<TestBot> {
  const clock = testClock(options.now);
  const store = options.folder ? await storeIn(options.folder, { files: AT_ONCE }) : memoryStore();
  const [known] = await store.schools();
  const school = known ?? (await importMadeUpSchool(store, localDate(clock.now())));
  const logged: string[] = [];
  const log = makeLog('info', { write: (line) => void logged.push(line) });
  const app = await startApp({
    config: readConfig({ PORT: '0' }),
    ...(options.auditOf && { audit: { ...options.auditOf(clock), close: async () => undefined } }),
    store,
    clock,
    log,
    channels: (parts) => options.channels?.({ ...parts, clock, log }) ?? [],
    timing: { poll: 3_600_000, gather: 0, rates: NO_RATES },
  });
  const settle = () => app.worker.tick();
  const moveTo = (instant: Instant) => moveThrough(clock, instant, school, settle);
  const bot: TestBot = {
    url: app.server.url,
    app,
    store,
    clock,
    school,
    logged,
    settle,
    nextSchoolMorning: () => moveTo(nextSchoolMorning(school, clock.now())),
    moveTo,
    day: (days) => plusDays(localDate(clock.now()), days),
    stop: () => app.stop(),
  };
  afterwards(() => bot.stop());
  return bot;
}
