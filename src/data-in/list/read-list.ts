import { setImmediate } from 'node:timers/promises';
import { isCheckedUpn } from '../../domain/school/pupil-values.ts';
import type { School } from '../../domain/school/school.ts';
import { isTooYoung, usualYearInstead } from '../../domain/school/year-by-birth.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Fault } from '../fault.ts';
import { withoutCapitals } from './capitals.ts';
import type { FittedList } from './fit-list.ts';
import { type ListedPupil, takeRow } from './list-row.ts';
import { oneOfEach } from './one-of-each.ts';
import { monthFirst, whyNone } from './why-none.ts';

type Fitted = Extract<FittedList, { readonly is: 'fitted' }>;

/** A list of pupils, read: nothing is compared with what is stored yet. */
export interface ReadList extends Omit<Fitted, 'is' | 'rows'> {
  readonly is: 'list';
  /** How many rows there are of pupils, right or wrong, without those that only say again what another says. */
  readonly rows: number;
  readonly pupils: readonly ListedPupil[];
  /** So many rows say again, in the same words, what another says. */
  readonly repeated: number;
  readonly faults: readonly Fault[];
  /** So many rows have a fault at least. */
  readonly bad: number;
  /** Those whose year group is not that of the birth date, by what is usual. */
  readonly otherYear: readonly ListedPupil[];
  /** Lines whose UPN has another letter than its other characters make. */
  readonly oddUpn: readonly ListedPupil[];
}

/** Why nothing can be made of the tables, and what a person could say. */
export interface NoList {
  readonly is: 'none';
  readonly faults: readonly Fault[];
  readonly fitted: FittedList;
}

/**
 * Checks a list of pupils, cell by cell. Between its rows everybody else has their turn.
 * @param today at school.
 */
export async function readList(
  fitted: FittedList,
  school: School,
  today: LocalDate,
): Promise<ReadList | NoList> {
  if (fitted.is !== 'fitted') return { is: 'none', faults: whyNone(fitted), fitted };
  const { is: _, rows, ...understood } = fitted;
  const { mapped } = fitted;
  const american = monthFirst(fitted);
  if (american.length > 0) return { is: 'none', faults: american, fitted };
  const faults: Fault[] = [];
  const taken: ListedPupil[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % AT_A_TIME === AT_A_TIME - 1) await setImmediate();
    const pupil = takeRow(row, school, today, faults);
    if (pupil) taken.push(pupil);
  }
  const { pupils, repeated } = oneOfEach(withoutCapitals(taken), faults);
  const nameIn = new Map(mapped.map(({ heading, field }) => [field as string, heading]));
  return {
    is: 'list',
    ...understood,
    rows: rows.length - repeated,
    pupils,
    repeated,
    faults: faults.map((fault) => named(fault, nameIn)),
    bad: new Set(faults.map(({ file, line }) => `${file}\n${line}`)).size,
    otherYear: pupils.filter((one) => isUnusual(one, today)),
    oddUpn: pupils.filter(({ upn }) => upn !== undefined && !isCheckedUpn(upn)),
  };
}

const isUnusual = ({ yearGroup, dateOfBirth }: ListedPupil, today: LocalDate): boolean =>
  isTooYoung(dateOfBirth, today) || usualYearInstead(yearGroup, dateOfBirth, today) !== undefined;

/** So many rows are checked in one go. */
const AT_A_TIME = 200;

// A fault names the column as the person's own list does; one that is made of another, as a full name, as we do.
function named(fault: Fault, nameIn: ReadonlyMap<string, string>): Fault {
  const full = nameIn.get('full_name');
  const own = nameIn.get(fault.column ?? '') ?? (fault.column?.endsWith('_name') ? full : undefined);
  return own === undefined ? fault : { ...fault, column: own };
}
