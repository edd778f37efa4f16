import { compare, type LocalDate, plusDays, weekday } from '../time.ts';
import { easter } from './easter.ts';

/** A bank holiday in England, on the day on which nobody works: its substitute, where it falls on a weekend. */
export interface BankHoliday {
  readonly day: LocalDate;
  /** "Early May", "Boxing Day". */
  readonly name: string;
}

const SUNDAY = 0;
const MONDAY = 1;
const SATURDAY = 6;

const firstMonday = (from: LocalDate): LocalDate => plusDays(from, (7 + MONDAY - weekday(from)) % 7);
const lastMonday = (until: LocalDate): LocalDate => plusDays(until, -((7 + weekday(until) - MONDAY) % 7));

/** The first day from `from` on that is no weekend. */
function fromMonday(from: LocalDate): LocalDate {
  const day = weekday(from);
  return day === SATURDAY ? plusDays(from, 2) : day === SUNDAY ? plusDays(from, 1) : from;
}

/** 25 December: on a weekend, the first working day after Boxing Day's own. */
function christmas(year: number): LocalDate {
  const day = `${year}-12-25`;
  return weekday(day) === SATURDAY || weekday(day) === SUNDAY ? `${year}-12-27` : day;
}

/** 26 December: on a weekend, 28 December, since the 27th is a Sunday or stands for Christmas Day. */
function boxing(year: number): LocalDate {
  const day = `${year}-12-26`;
  return weekday(day) === SATURDAY || weekday(day) === SUNDAY ? `${year}-12-28` : day;
}

/**
 * The rule of each, by name, in the order of a year. Banking and Financial Dealings Act 1971, Schedule 1, with New Year's Day
 * and the first Monday in May by royal proclamation each year, and Good Friday and Christmas Day by common law.
 */
const RULES: Readonly<Record<string, (year: number) => LocalDate>> = {
  'New Year’s Day': (year) => fromMonday(`${year}-01-01`),
  'Good Friday': (year) => plusDays(easter(year), -2),
  'Easter Monday': (year) => plusDays(easter(year), 1),
  'Early May': (year) => firstMonday(`${year}-05-01`),
  Spring: (year) => lastMonday(`${year}-05-31`),
  Summer: (year) => lastMonday(`${year}-08-31`),
  'Christmas Day': christmas,
  'Boxing Day': boxing,
};

/** What was proclaimed for one year only (gov.uk/bank-holidays): a day moved, or one more. Another is a row. */
const ONE_OFFS: readonly BankHoliday[] = [
  { day: '2020-05-08', name: 'Early May' },
  { day: '2022-06-02', name: 'Spring' },
  { day: '2022-06-03', name: 'Platinum Jubilee' },
  { day: '2022-09-19', name: 'State Funeral of Queen Elizabeth II' },
  { day: '2023-05-08', name: 'Coronation of King Charles III' },
];

const known = new Map<number, readonly BankHoliday[]>();

/** The bank holidays of England in a year, in order: for any year, since they follow a rule; what is proclaimed stands in a list. */
export function bankHolidaysIn(year: number): readonly BankHoliday[] {
  const found = known.get(year) ?? reckoned(year);
  known.set(year, found);
  return found;
}

function reckoned(year: number): readonly BankHoliday[] {
  const proclaimed = ONE_OFFS.filter(({ day }) => day.startsWith(`${year}-`));
  const byRule = Object.entries(RULES)
    .filter(([name]) => proclaimed.every((one) => one.name !== name))
    .map(([name, rule]) => ({ day: rule(year), name }));
  return [...byRule, ...proclaimed].sort((a, b) => compare(a.day, b.day));
}

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

/** The first bank holiday after `date`; with a name, the first that is called that. Undefined where nothing is called that. */
export function nextBankHoliday(date: LocalDate, name?: string): LocalDate | undefined {
  const year = yearOf(date);
  return [...bankHolidaysIn(year), ...bankHolidaysIn(year + 1)].find(
    (one) => one.day > date && (name === undefined || one.name === name),
  )?.day;
}

/** Whether `date` is a bank holiday in England. */
export function isBankHoliday(date: LocalDate): boolean {
  return bankHolidayName(date) !== undefined;
}

/** The name of the bank holiday that `date` is, or is the substitute of ("Early May"); undefined where it is none. */
export function bankHolidayName(date: LocalDate): string | undefined {
  return bankHolidaysIn(yearOf(date)).find(({ day }) => day === date)?.name;
}
