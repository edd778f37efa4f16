import { z } from 'zod';
import { tidy } from '../domain/language/tidy.ts';
import { CONTACT, EMAIL, HIDDEN } from '../domain/school/fit-text.ts';
import { NAME, REF, UPN, type Written } from '../domain/school/pupil-values.ts';
import type { Fault } from './fault.ts';
import { LONGEST_CELL } from './limits.ts';
import type { Row } from './sheet.ts';

/**
 * Takes a row's cells one by one, each checked by its schema; what is wrong goes to `faults`, and undefined comes
 * back, so that one bad cell does not hide another.
 */
export class Cells<Column extends string> {
  readonly line: number;
  readonly #file: string;
  readonly #row: Row<Column>;
  readonly #faults: Fault[];

  constructor(file: string, row: Row<Column>, faults: Fault[]) {
    this.line = row.line;
    this.#file = file;
    this.#row = row;
    this.#faults = faults;
  }

  /** The cell as `schema` makes it; undefined, and a fault, when it is not right. */
  take<T>(column: Column, schema: z.ZodType<T>): T | undefined {
    const text = this.#row.cells[column] as string | undefined;
    // No schema is given more than that to look at.
    const cell = schema.safeParse(text?.slice(0, LONGEST_CELL + 1));
    if (cell.success && (text?.length ?? 0) > LONGEST_CELL) {
      this.fault(column, `longer than ${LONGEST_CELL} characters; shorten it`);
      return undefined;
    }
    if (cell.success) return cell.data;
    // One sentence a cell: the first thing to put right.
    this.fault(column, cell.error.issues[0]?.message ?? 'not as it should be');
    return undefined;
  }

  /** As `take`, but an empty cell is simply not there. */
  takeIfAny<T>(column: Column, schema: z.ZodType<T>): T | undefined {
    return this.#row.cells[column] === '' ? undefined : this.take(column, schema);
  }

  /** Whether anything stands in the cell, right or wrong. */
  has(column: Column): boolean {
    return this.#row.cells[column] !== '';
  }

  fault(column: Column, message: string): void {
    this.#faults.push({ file: this.#file, line: this.line, column, message });
  }
}

/** What of a row was taken, each cell of which is right. */
type Whole<T> = { [K in keyof T]: Exclude<T[K], undefined> };
/** Whether all of what was taken of a row is there: no cell was wrong. */
export const isWhole = <T extends object>(taken: T): taken is T & Whole<T> =>
  !Object.values(taken).includes(undefined);

// Where it must be there, and is not, that is no advice.
const OR_EMPTY = ', or leave it empty';

/** A schema made of a function from the cell to its value; where there is none, what is `wrong` and what would be `right`. */
export function cell<T>(
  read: (text: string) => T | undefined,
  wrong: string,
  right: string,
): z.ZodType<T, string> {
  const string = z.string({ error: ({ input }) => `${input === undefined ? 'missing' : wrong}; ${right}` });
  return string.transform((text, context) => {
    const value = read(text);
    if (value !== undefined) return value;
    // Without the input: an issue is passed on, and must not carry what stands in a cell.
    const message = text === '' ? `empty; ${right.replace(OR_EMPTY, '')}` : `${wrong}; ${right}`;
    context.issues.push({ code: 'custom', message, input: '' });
    return z.NEVER;
  });
}

/** As `inner`, of text that is tidied first. */
export const tidied = <T>(inner: z.ZodType<T>) =>
  z.preprocess((value) => (typeof value === 'string' ? tidy(value) : value), inner);

/** What lists and forms read alike, as a cell. */
const asWritten = ({ read, wrong, right }: Written) => cell(read, wrong, right);

/** An e-mail address, in lower case. */
export const email = asWritten(EMAIL);

/** A name people read: of a person, a school, a term. */
export const name = asWritten(NAME);

/** How somebody is reached. */
export const contact = asWritten(CONTACT);

/** A passage of text up to `length` characters. */
export function passage(length: number, right: string): z.ZodType<string, string> {
  return cell(
    (text) => (text !== '' && text.length <= length && !HIDDEN.test(text) ? text : undefined),
    'too long, or with hidden characters',
    `${right}, in up to ${length} characters`,
  );
}

/** A unique pupil number (DfE). */
export const upn = asWritten(UPN);

/** A pupil's reference in the school's records system. */
export const ref = asWritten(REF);

/** Addresses with ; or , between them, each to be checked by itself. */
export const addresses = cell(
  (text) =>
    text
      .split(/[;,]/)
      .map((one) => one.trim())
      .filter(Boolean),
  '',
  '',
);
