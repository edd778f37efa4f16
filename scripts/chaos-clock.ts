import { type Instant, instantAt, type LocalDate } from '../src/domain/time.ts';
import type { Clock } from '../src/ports.ts';

/** What the school's clock showed at a moment of the machine's clock, from which it runs on. */
export interface Anchor {
  readonly shows: Instant;
  /** Milliseconds, as `Date.now()`. */
  readonly since: number;
}

/** So much faster than the machine's clock goes the school's: its nine hours of messages pass in four and a half minutes. */
export const SPEED = 120;

/** The beginning of a school day, now. */
export const morningOf = (day: LocalDate): Anchor => ({ shows: instantAt(day, '08:00'), since: Date.now() });

/** A clock that goes by whatever anchor holds at the moment: the same in every process that has the same anchor. */
export function anchoredClock(anchor: () => Anchor): Clock {
  return {
    now: () => {
      const { shows, since } = anchor();
      return new Date(Date.parse(shows) + (Date.now() - since) * SPEED).toISOString();
    },
  };
}
