import type { LocalDate } from '../time.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** Easter Sunday of a year of the Gregorian calendar (the anonymous computation, as the Calendar Act 1750 has the day). */
export function easter(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const leap = Math.floor(century / 4);
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leap - moon + 15) % 30;
  const weekdayShift = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekdayShift) / 451);
  const day = epact + weekdayShift - 7 * late + 114;
  return `${year}-${two(Math.floor(day / 31))}-${two((day % 31) + 1)}`;
}
