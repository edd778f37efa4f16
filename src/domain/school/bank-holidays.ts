import type { LocalDate } from '../time.ts';

/*
 * Bank holidays in England, by the day on which nobody works: where one falls on a weekend its substitute stands
 * here. Source: gov.uk/bank-holidays, and for years it does not list yet the Banking and Financial Dealings Act 1971.
 * The eight of a year stand in the order of `NAMES`. A one-off holiday that is proclaimed needs a row of its own, with
 * its name.
 */
const NAMES = [
  'New Year’s Day',
  'Good Friday',
  'Easter Monday',
  'Early May',
  'Spring',
  'Summer',
  'Christmas Day',
  'Boxing Day',
];

const YEARS: Readonly<Record<string, readonly string[]>> = {
  '2024': ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'],
  '2025': ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'],
  '2026': ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  '2027': ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
  '2028': ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'],
  '2029': ['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26'],
  '2030': ['01-01', '04-19', '04-22', '05-06', '05-27', '08-26', '12-25', '12-26'],
  '2031': ['01-01', '04-11', '04-14', '05-05', '05-26', '08-25', '12-25', '12-26'],
};

const names: ReadonlyMap<LocalDate, string> = new Map(
  Object.entries(YEARS).flatMap(([year, days]) =>
    days.map((day, at): [LocalDate, string] => [`${year}-${day}`, NAMES[at] ?? '']),
  ),
);

/** Every bank holiday of England from 2024 to 2031, in order. */
export const BANK_HOLIDAYS: readonly LocalDate[] = [...names.keys()];

/** Whether `date` is a bank holiday in England. Years outside the table have none that we know of. */
export function isBankHoliday(date: LocalDate): boolean {
  return names.has(date);
}

/** The name of the bank holiday that `date` is, or is the substitute of ("Early May"); undefined where it is none. */
export function bankHolidayName(date: LocalDate): string | undefined {
  return names.get(date);
}
