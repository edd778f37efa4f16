import type { Pupil } from '../domain/school.ts';
import type { LocalDate } from '../domain/time.ts';
import { type Cells, day } from './cells.ts';

const COLUMNS = {
  planMade: 'plan_made',
  lastReviewed: 'last_reviewed',
  lastMeeting: 'last_meeting',
  lastDecision: 'last_decision',
} as const;
type Key = keyof typeof COLUMNS;
type DateCells = Cells<(typeof COLUMNS)[Key]>;

const KEYS = Object.keys(COLUMNS) as readonly Key[];

/** From which days the next review of a plan can be reckoned: for an EHC plan, any of them. */
const COUNTS: Readonly<Record<Pupil['plan'], readonly Key[]>> = {
  'early-years-iep': ['planMade', 'lastReviewed'],
  'sen-support': ['planMade', 'lastReviewed'],
  ehcp: KEYS,
  none: [],
};

/**
 * The days of a pupil's plan that are known. Each is past and none before the birth, but they are in no order of their own: a
 * decision that came before the last meeting means that the next is awaited, and an amended plan is made after both.
 */
export function takePlanDates(
  cells: DateCells,
  plan: Pupil['plan'] | undefined,
  born: LocalDate | undefined,
  today: LocalDate,
): Partial<Record<Key, LocalDate>> {
  const dates = KEYS.map((key) => [key, takePast(cells, COLUMNS[key], born, today)] as const);
  if (plan && plan !== 'none' && !COUNTS[plan].some((key) => cells.has(COLUMNS[key])))
    cells.fault('plan_made', needed(cells, plan));
  return Object.fromEntries(dates.filter(([, date]) => date));
}

function needed(cells: DateCells, plan: Pupil['plan']): string {
  if (plan === 'ehcp')
    return 'a plan needs the day it was made, or of its last review, meeting or decision, to know when its review is due';
  const say = 'a plan needs the day it was made, or was last reviewed, to know when its review is due';
  const elsewhere = cells.has('last_meeting') || cells.has('last_decision');
  return elsewhere ? `${say}; last_meeting and last_decision are for an EHC plan` : say;
}

function takePast(
  cells: DateCells,
  column: (typeof COLUMNS)[Key],
  born: LocalDate | undefined,
  today: LocalDate,
): LocalDate | undefined {
  const date = cells.takeIfAny(column, day);
  if (date && date > today)
    cells.fault(column, 'this day is yet to come; write a day up to today, or leave it empty');
  if (date && born && date < born)
    cells.fault(column, 'this is before the pupil was born; write a later day');
  return date;
}
