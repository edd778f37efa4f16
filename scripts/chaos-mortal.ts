import { setTimeout } from 'node:timers/promises';
import type { LocalDate } from '../src/domain/time.ts';
import type { Chats } from './chaos-chats.ts';
import type { SchoolClock } from './chaos-clock.ts';
import type { Life } from './chaos-life.ts';

/** A life ends at random: at the latest when so many messages of its own have come, or after so long. */
const MOST_MESSAGES = 100;
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
  #living: { readonly life: Life; readonly isOver: () => boolean } | undefined;

  constructor(start: () => Life, chats: Chats, clock: SchoolClock) {
    this.#start = start;
    this.#chats = chats;
    this.#clock = clock;
  }

  /**
   * Moves the clock to the morning of `day`, and lives and dies until all of that day is settled.
   * @throws when it is too late for that, or it stops by itself.
   */
  async live(day: LocalDate, isTooLate: () => boolean): Promise<void> {
    this.#clock.moveTo(day);
    this.#living?.life.tell(this.#clock.anchor);
    for (;;) {
      this.#living ??= await this.#born();
      if (!this.#living) continue;
      const { life, isOver } = this.#living;
      life.check();
      if (life.isSettledOn(day)) return;
      if (isTooLate()) throw new Error(`not settled on ${day}: ${JSON.stringify(life.statesOn(day))}`);
      if (isOver()) await this.#kill(life);
      else await setTimeout(10);
    }
  }

  /** Kills it for the last time, which does not count. */
  async end(): Promise<void> {
    await this.#living?.life.kill();
    this.#living = undefined;
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
