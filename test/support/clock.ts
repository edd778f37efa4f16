import type { Clock } from '../../src/app/ports.ts';
import type { Instant, LocalDate, LocalTime } from '../../src/domain/time.ts';
import { instantAt } from '../../src/domain/time.ts';

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  /** Moves it to an instant; or to what a school clock shows, when a date and time are given. */
  set(to: Instant): void;
  at(date: LocalDate, time: LocalTime): void;
  /** Moves it on by so many milliseconds. */
  pass(ms: number): void;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A clock showing `start` (default: Tuesday 10 November 2026, 10:00, a school day in the builders' school). */
export function testClock(start: Instant = '2026-11-10T10:00:00.000Z'): TestClock {
  let now = new Date(start).getTime();
  return {
    now: () => new Date(now).toISOString(),
    set: (to) => {
      now = new Date(to).getTime();
    },
    at: (date, time) => {
      now = new Date(instantAt(date, time)).getTime();
    },
    pass: (ms) => {
      now += ms;
    },
  };
}
