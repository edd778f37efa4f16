import { type Instant, instantAt, localDate, localTime, plusDays } from '../../domain/time.ts';

/** How far the page can move the clock on. */
export const MOVES = ['next-school-morning', 'day', 'week'] as const;
export type Move = (typeof MOVES)[number];

/** The same time of day at school, `days` days on. */
export function daysOn(now: Instant, days: number): Instant {
  return instantAt(plusDays(localDate(now), days), localTime(now));
}
