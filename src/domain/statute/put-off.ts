import { workingDayAfter } from '../school/working-day.ts';
import { type LocalDate, plusDays } from '../time.ts';
import type { PartOfYear } from './rules/rule.ts';

/**
 * `date`, or where it is within one of those parts of a year the first working day after that part, or where it is no working
 * day itself the next one. No later date is put off to an earlier one.
 */
export function putOff(date: LocalDate, parts: readonly PartOfYear[]): LocalDate {
  const year = Number(date.slice(0, 4));
  const spans = parts.flatMap(({ from, until }) =>
    [year - 1, year].map((begins) => ({
      from: `${begins}-${from}`,
      // A part that reaches into the next year ends in it.
      until: `${until < from ? begins + 1 : begins}-${until}`,
    })),
  );
  const within = spans.find(({ from, until }) => from <= date && date <= until);
  return workingDayAfter(within?.until ?? plusDays(date, -1));
}
