import { mayMessage, nextSchoolMorning } from '../domain/school/calendar.ts';
import type { School } from '../domain/school/school.ts';
import type { Instant } from '../domain/time.ts';
import type { Clock } from './ports.ts';

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A clock that shows `start` now and goes on from there; it can be moved. For the sandbox and the playground only. */
export interface ShiftedClock extends Clock {
  set(instant: Instant): void;
}

/** The machine's clock, set to `start`. */
export function shiftedClock(start: Instant): ShiftedClock {
  let ahead = Date.parse(start) - Date.now();
  return {
    now: () => new Date(Date.now() + ahead).toISOString(),
    set: (instant) => {
      ahead = Date.parse(instant) - Date.now();
    },
  };
}

/** Half an hour into the school day: people are at work, and what is asked arrives at once. */
const INTO_THE_MORNING_MS = 30 * 60_000;

/** When a made-up school is opened: now while messages may go out, else on the next school morning. */
export function openingTime(school: School, now: Instant): Instant {
  if (mayMessage(school, now)) return now;
  return new Date(Date.parse(nextSchoolMorning(school, now)) + INTO_THE_MORNING_MS).toISOString();
}

/**
 * Moves the clock to `target` by way of each school morning before it, so that each day's messages are sent on their
 * day. `settle` deals with what is due at the time the clock then shows.
 */
export async function moveThrough(
  clock: ShiftedClock,
  target: Instant,
  school: School,
  settle: () => Promise<void>,
): Promise<void> {
  for (;;) {
    const morning = nextSchoolMorning(school, clock.now());
    if (morning >= target) break;
    clock.set(morning);
    await settle();
  }
  clock.set(target);
  await settle();
}
