import type { Clock } from '../src/app/ports.ts';
import { type Instant, instantAt, type LocalDate } from '../src/domain/time.ts';

/** What the school's clock showed at a moment of the machine's clock, from which it runs on. */
export interface Anchor {
  readonly shows: Instant;
  /** Milliseconds, as `Date.now()`. */
  readonly since: number;
  /** So much faster than the machine's clock; 0 while it stands still. */
  readonly speed: number;
}

/** The nine hours of a school day in which messages go out pass in four and a half minutes. */
export const SPEED = 120;

const anchored = ({ shows, since, speed }: Anchor): Instant =>
  new Date(Date.parse(shows) + (Date.now() - since) * speed).toISOString();

/** A clock that goes by whatever anchor holds at the moment: the same in every process that has the same anchor. */
export const anchoredClock = (anchor: () => Anchor): Clock => ({ now: () => anchored(anchor()) });

/** The school's clock. It stands still while no bot is at work: how long a start takes is the machine's affair. */
export class SchoolClock implements Clock {
  #anchor: Anchor;

  /** Shows `instant`, and stands still. */
  constructor(instant: Instant) {
    this.#anchor = { shows: instant, since: Date.now(), speed: 0 };
  }

  get anchor(): Anchor {
    return this.#anchor;
  }

  now(): Instant {
    return anchored(this.#anchor);
  }

  /** Moves it on, and lets it run or stand as before. */
  moveTo(instant: Instant): void {
    this.#anchor = { ...this.#anchor, shows: instant, since: Date.now() };
  }

  run(): void {
    this.#anchor = { shows: this.now(), since: Date.now(), speed: SPEED };
  }

  stop(): void {
    this.#anchor = { shows: this.now(), since: Date.now(), speed: 0 };
  }
}

/** When a day's messages begin. */
export const morningOf = (day: LocalDate): Instant => instantAt(day, '08:00');
