import { type PlanDay, type PlanKind, type PlanKindRow, planRow, plansThat } from '../domain/plans/index.ts';
import { planDayFault } from '../domain/school/pupil-values.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Cells } from './cells.ts';
import { day } from './days.ts';

const COLUMNS = {
  planMade: 'plan_made',
  lastReviewed: 'last_reviewed',
  lastMeeting: 'last_meeting',
  lastDecision: 'last_decision',
} as const satisfies Record<PlanDay, string>;
type DateColumn = (typeof COLUMNS)[PlanDay];
type DateCells = Cells<DateColumn>;

const KEYS = Object.keys(COLUMNS) as readonly PlanDay[];

/**
 * The days of a pupil's plan that are known. Each is past and none before the birth, but they are in no order of their own: a
 * decision that came before the last meeting means that the next is awaited, and an amended plan is made after both.
 */
export function takePlanDates(
  cells: DateCells,
  plan: PlanKind | 'none' | undefined,
  born: LocalDate | undefined,
  today: LocalDate,
): Partial<Record<PlanDay, LocalDate>> {
  const dates = takePlanDaysIfAny(cells, born, today);
  if (plan && plan !== 'none' && !planRow(plan).countsFrom.some((key) => cells.has(COLUMNS[key])))
    cells.fault('plan_made', needed(cells, planRow(plan)));
  return dates;
}

/** As `takePlanDates`, where a plan may come without any: they are asked for afterwards. */
export function takePlanDaysIfAny(
  cells: DateCells,
  born: LocalDate | undefined,
  today: LocalDate,
): Partial<Record<PlanDay, LocalDate>> {
  const dates = KEYS.map((key) => [key, takePast(cells, COLUMNS[key], born, today)] as const);
  return Object.fromEntries(dates.filter(([, date]) => date));
}

/** What is wanted, and whose the days are that are there instead. */
function needed(cells: DateCells, { needsADay, countsFrom }: PlanKindRow): string {
  const elsewhere = KEYS.filter((key) => !countsFrom.includes(key));
  if (!elsewhere.some((key) => cells.has(COLUMNS[key]))) return needsADay;
  const theirs = plansThat((row) => elsewhere.every((key) => row.countsFrom.includes(key)));
  const columns = elsewhere.map((key) => COLUMNS[key]).join(' and ');
  return `${needsADay}; ${columns} are for ${theirs.map((row) => row.inASentence).join(' or ')}`;
}

function takePast(
  cells: DateCells,
  column: (typeof COLUMNS)[PlanDay],
  born: LocalDate | undefined,
  today: LocalDate,
): LocalDate | undefined {
  const date = cells.takeIfAny(column, day);
  const fault = date && planDayFault(date, born, today);
  if (fault) cells.fault(column, fault);
  return date;
}
