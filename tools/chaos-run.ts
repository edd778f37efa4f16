import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { digestId } from '../src/domain/nudges/digest.ts';
import { localTime } from '../src/domain/time.ts';
import { startChats } from './chaos-chats.ts';
import { morningOf, SchoolClock } from './chaos-clock.ts';
import { Life } from './chaos-life.ts';
import { Mortal } from './chaos-mortal.ts';
import { emailOf, everybody, schoolDays, staffOf, writeSchool } from './chaos-school.ts';
import { type Ending, judge, type Verdict, type Wanted } from './chaos-verdict.ts';
import { openStore } from './open-store.ts';

/** How much is to happen. */
export interface Plan {
  /** Members of staff in each chat. */
  readonly each: number;
  /** At least so many digests, and so many kills. */
  readonly digests: number;
  readonly kills: number;
  /** Whether the bot sends as bots do that don't take care: the control. */
  readonly naive: boolean;
}

/** What happened. */
export interface Report {
  readonly verdict: Verdict;
  readonly days: number;
  readonly kills: number;
  /** Kills while a message was under way. */
  readonly killsSending: number;
  /** Messages that came before a Retry-After was over. */
  readonly tooEarly: number;
  /** What became of requests, in words. */
  readonly fates: string;
}

/** How long the bot waits for an answer: what else it waits for is in proportion. */
const PATIENCE_MS = 300;
/** Days are added where there were too few kills; so many at most. */
const SPARE_DAYS = 2;
/** What is not settled by then will not be that day. */
const GIVE_UP_AT = '16:55';

/**
 * Plays school days, in folder `scratch`, in which every member of staff is to have a digest, the chats fail at random
 * and the bot is killed at random. @throws when a day's digests are not settled that day, or the bot stops by itself.
 */
export async function run(plan: Plan, scratch: string): Promise<Report> {
  const staff = staffOf(plan.each);
  const enough = Math.ceil(plan.digests / staff.length);
  const days = schoolDays(enough + SPARE_DAYS);
  const clock = new SchoolClock(morningOf(days[0] ?? ''));
  const chats = await startChats(everybody(staff), clock, PATIENCE_MS);
  const { slackUrl, teamsUrl } = chats;
  const folder = join(scratch, 'data');
  await writeSchool(folder, staff, days, { serviceUrl: teamsUrl, now: clock.now() });

  const { each, naive } = plan;
  const orders = { folder, slackUrl, teamsUrl, each, naive, patienceMs: PATIENCE_MS };
  const log = openSync(join(scratch, 'bot.log'), 'a');
  const start = () => new Life(orders, log, join(scratch, 'compiled'));
  const bot = new Mortal(start, chats, clock, 8 * PATIENCE_MS);
  const wanted: Wanted[] = [];
  try {
    for (const [n, day] of days.entries()) {
      if (n >= enough && bot.kills >= plan.kills) break;
      wanted.push(...staff.map((to) => ({ to, day })));
      await bot.live(day, () => localTime(clock.now()) >= GIVE_UP_AT);
      // What is taken late, or is still being sent by a bot that doesn't wait for it, belongs to this day.
      await setTimeout(2 * PATIENCE_MS);
      console.log(`… ${day}: ${wanted.length} digests, ${bot.kills} kills`);
    }
  } finally {
    await bot.end();
    await chats.close();
  }
  return {
    verdict: judge(wanted, chats.taken, await endingsIn(folder, wanted)),
    days: wanted.length / staff.length,
    kills: bot.kills,
    killsSending: bot.killsSending,
    tooEarly: chats.tooEarly,
    fates: String(chats.fates),
  };
}

/** How each digest ended, as it is on disk. */
async function endingsIn(folder: string, wanted: readonly Wanted[]): Promise<Ending> {
  const store = await openStore(folder);
  try {
    const states = wanted.map(async (one) => {
      const digest = await store.get('digests', digestId(one.day, emailOf(one.to)));
      return [one, digest?.state.is] as const;
    });
    const endings = new Map(await Promise.all(states));
    return (one) => endings.get(one);
  } finally {
    await store.close();
  }
}
