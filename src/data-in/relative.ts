import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schoolYearOf } from '../domain/school/calendar.ts';
import { type LocalDate, plusDays, plusMonths, weekday } from '../domain/time.ts';
import { schoolYears } from './school-year.ts';

const SATURDAY = 6;

// Nobody meets, or makes a plan, on a Saturday or Sunday: the Friday before.
function lastWorkingDay(date: LocalDate): LocalDate {
  const day = weekday(date);
  return day === 0 ? plusDays(date, -2) : day === SATURDAY ? plusDays(date, -1) : date;
}

function past(today: LocalDate, amount: number, unit: string): LocalDate {
  return lastWorkingDay(unit === 'm' ? plusMonths(today, -amount) : plusDays(today, -amount));
}

const YEARS: Readonly<Record<string, number>> = { N1: -2, N2: -1, R: 0 };

/** The birthday of a child in year group `group`, `days` (0 to 364) days younger than its oldest. */
function born(today: LocalDate, group: string, days: number): LocalDate {
  const oldest = schoolYearOf(today) - 5 - (YEARS[group] ?? Number(group));
  return plusDays(`${oldest}-09-01`, days);
}

/** A working day on `monthDay`, or just before, of the calendar year in which the school year began. */
const yearBegan = (today: LocalDate, monthDay: string): LocalDate =>
  lastWorkingDay(`${schoolYearOf(today)}-${monthDay}`);

function fill(text: string, today: LocalDate): string {
  const { terms, insetDays } = schoolYears(today);
  return text
    .replaceAll(/\{today-(\d+)([dm])\}/g, (_, amount: string, unit: string) =>
      past(today, Number(amount), unit),
    )
    .replaceAll(/\{born:(N1|N2|R|\d{1,2})\+(\d{1,3})\}/g, (_, group: string, days: string) =>
      born(today, group, Number(days)),
    )
    .replaceAll(/\{began:(0[1-8]-\d{2})\}/g, (_, monthDay: string) => yearBegan(today, monthDay))
    .replaceAll('{moves}', String(schoolYearOf(today) + 1))
    .replace('"{terms}"', JSON.stringify(terms, null, 2))
    .replace('"{insetDays}"', JSON.stringify(insetDays));
}

/**
 * Writes the school's folder `fromFolder` to `toFolder`, which is made if need be, with the dates that are relative
 * there filled in for `today` (at school). In the CSV files: `{today-200d}` and `{today-5m}`, a working day so many days or
 * months ago, `{began:02-27}`, a working day near 27 February of the calendar year in which this school year began (January to
 * August: always past), `{moves}`, the year of the next 1 September, and `{born:5+100}`, the birthday of a child now in Year 5, 100 days younger than the oldest (N1, N2, R, 1 to 14). In
 * school.json: `"{terms}"` and `"{insetDays}"` of the school years before, around and after today.
 */
export async function writeSchoolFor(today: LocalDate, fromFolder: string, toFolder: string): Promise<void> {
  await mkdir(toFolder, { recursive: true });
  for (const file of await readdir(fromFolder)) {
    const text = await readFile(join(fromFolder, file), 'utf8');
    await writeFile(join(toFolder, file), fill(text, today));
  }
}
