import { setTimeout } from 'node:timers/promises';
import type { Instant, LocalDate } from '../src/domain/time.ts';
import type { Chats } from './chaos-chats.ts';
import { morningOf, type SchoolClock } from './chaos-clock.ts';
import type { Life } from './chaos-life.ts';

/** A life ends at random: at the latest when so many messages of its own have come, or after so long. */
const MOST_MESSAGES = 80;
const LONGEST_LIFE_MS = 15_000;
/** Of ten starts, one is cut short. */
const KILLED_STARTING = 0.1;
const LONGEST_START_MS = 1500;

/** A bot that is killed with -9 at random, and started again each time. */
export class Mortal {
  kills = 0;
  /** Kills while a message was under way. */
  killsSending = 0;
  readonly #start: () => Life;
  readonly #chats: Chats;
  readonly #clock: SchoolClock;
  readonly #unhurriedMs: number;
  #idle: { readonly until: Instant | undefined; readonly since: number } = { until: undefined, since: 0 };
  #living: { readonly life: Life; readonly isOver: () => boolean } | undefined;

  /** `unhurriedMs`: how long it must have been idle before idle time is skipped, in milliseconds. */
  constructor(start: () => Life, chats: Chats, clock: SchoolClock, unhurriedMs: number) {
    this.#unhurriedMs = unhurriedMs;
    this.#start = start;
    this.#chats = chats;
    this.#clock = clock;
  }

  /**
   * Lives and dies from the morning of `day` until all of that day is settled.
   * @throws when it is too late for that, or it stops by itself.
   */
  async live(day: LocalDate, isTooLate: () => boolean): Promise<void> {
    this.#moveClock(morningOf(day));
    for (;;) {
      this.#living ??= await this.#born();
      if (!this.#living) continue;
      const { life, isOver } = this.#living;
      life.check();
      if (life.isSettledOn(day)) return;
      if (isTooLate()) throw new Error(`not settled on ${day}: ${JSON.stringify(life.statesOn(day))}`);
      if (isOver()) await this.#kill(life);
      else this.#skipIdleTime(life);
      await setTimeout(10);
    }
  }

  /** Kills it for the last time, which does not count. */
  async end(): Promise<void> {
    await this.#living?.life.kill();
    this.#living = undefined;
  }

  // A message put off by an hour would have it wait for half a minute. But what is being sent must have its time: the
  // longest a request takes and a chat is late goes by before anything is skipped.
  #skipIdleTime({ idleUntil }: Life): void {
    if (idleUntil !== this.#idle.until) this.#idle = { until: idleUntil, since: Date.now() };
    if (idleUntil === undefined || Date.now() - this.#idle.since < this.#unhurriedMs) return;
    if (idleUntil > this.#clock.now()) this.#moveClock(idleUntil);
  }

  #moveClock(instant: Instant): void {
    this.#clock.moveTo(instant);
    this.#living?.life.tell(this.#clock.anchor);
  }

  /** Starts it; undefined when it was killed before it was at work. */
  async #born() {
    const life = this.#start();
    this.#living = { life, isOver: () => false };
    if (Math.random() < KILLED_STARTING) {
      await setTimeout(Math.random() * LONGEST_START_MS);
      await this.#kill(life);
      return undefined;
    }
    await life.ready();
    this.#clock.run();
    life.tell(this.#clock.anchor);
    const lastMessage = this.#chats.messages + Math.random() * MOST_MESSAGES;
    const end = Date.now() + Math.random() * LONGEST_LIFE_MS;
    return { life, isOver: () => this.#chats.messages >= lastMessage || Date.now() >= end };
  }

  async #kill(life: Life): Promise<void> {
    life.check();
    if (this.#chats.inHand > 0) this.killsSending += 1;
    await life.kill();
    this.#clock.stop();
    this.kills += 1;
    this.#living = undefined;
  }
}
