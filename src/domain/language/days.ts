import { daysBetween, type Instant, type LocalDate, localDate, localTime } from '../time.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "Mon 23 Nov 2026". */
export function dayWords(date: LocalDate): string {
  return DAY.format(new Date(`${date}T12:00:00Z`)).replaceAll(',', '');
}

/** "Mon 23 Nov 2026 at 08:30", school time. */
export function momentWords(at: Instant): string {
  return `${dayWords(localDate(at))} at ${localTime(at)}`;
}

/** "today", "tomorrow", "in 9 days", "3 days ago". */
export function daysWords(today: LocalDate, date: LocalDate): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}
