import { createHash } from 'node:crypto';
import { chosenIn } from '../../domain/questions/choice.ts';
import type { Input, Sent } from '../../domain/questions/question.ts';
import { isLocalDate } from '../../domain/time.ts';
import type { ActionData } from '../message.ts';

/*
 * A form carries a print of what it showed in each input: a few letters that say nothing of what they are of, and yet whether
 * something is still the same.
 */

/** What is stored that a form shows: an input's value by its id, and each thing that a choice of it would change. */
export interface Stored {
  readonly inputs: readonly Input[];
  readonly values: Sent;
  /** By the id of a choice: what each of its options stands for, where the answer changes that. */
  readonly behind: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Whether its answers say one thing together: then one that was changed elsewhere is looked at with the others. */
  readonly oneThing: boolean;
}

const lines = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();

/** The value as the input has it: a client leaves out choices that are not there, and has line breaks of its own. */
export function plain(input: Input, value: string): string {
  if (input.kind === 'text') return lines(value);
  if (input.kind === 'day') return isLocalDate(value) ? value : '';
  if (input.kind !== 'choice') return value;
  const there = (input.several ? chosenIn(value) : [value]).filter((one) =>
    input.options.some((option) => option.value === one),
  );
  return there.join(',');
}

/** An input whose value is a list, row by row; undefined where it is none, or can't be read as one. */
export function rowsIn(input: Input, value: string): readonly string[] | undefined {
  if (input.kind === 'choice' && input.several) return chosenIn(plain(input, value));
  return input.kind === 'text' ? input.rows?.read(value) : undefined;
}

export const isList = (input: Input) =>
  input.kind === 'choice' ? input.several : input.kind === 'text' && input.rows;

export const textOf = (input: Input, rows: readonly string[]): string =>
  input.kind === 'text' && input.rows ? input.rows.write(rows) : rows.join(',');

/** A print says nothing of what it is of: it is another for each form that is shown. */
export const printOf = (once: string, id: string, value: string): string =>
  createHash('sha256')
    .update(JSON.stringify([once, id, value]))
    .digest('base64url')
    .slice(0, 6);

type Prints = ReadonlyMap<string, readonly string[]>;

export const writtenPrints = (prints: Prints): string =>
  [...prints].map(([id, some]) => [id, ...some].join(':')).join(' ');

export const readPrints = (shown: string): Prints =>
  new Map(
    shown.split(' ').flatMap((entry) => {
      const [id = '', ...prints] = entry.split(':');
      return id === '' ? [] : [[id, prints] as const];
    }),
  );

/** What stands in an input, or behind each of its options, as it is printed. */
function standing(input: Input, { values, behind }: Stored): readonly string[] {
  const own = Object.hasOwn(behind, input.id) ? behind[input.id] : undefined;
  if (own) return Object.entries(own).map(([option, text]) => `${option}\n${text}`);
  const value = values[input.id] ?? '';
  return isList(input) ? (rowsIn(input, value) ?? []) : [plain(input, value)];
}

export function printsNow(stored: Stored, once: string): Prints {
  return new Map(
    stored.inputs.map((input) => [
      input.id,
      standing(input, stored).map((text) => printOf(once, input.id, text)),
    ]),
  );
}

/** What sends a form, with a print of all that it shows; `shown` where that is known, and is not what is stored now. */
export const withShown = (submit: ActionData, stored: Stored, once: string, shown?: string): ActionData => ({
  ...submit,
  shown: shown ?? writtenPrints(printsNow(stored, once)),
});

/** What a form shows that is shown again: as it was `shown` before, but the inputs of `ids` as they are `now`. */
export function shownAgain(shown: string, now: string, ids: readonly string[]): string {
  const anew = [...readPrints(now)].filter(([id]) => ids.includes(id));
  return writtenPrints(new Map([...readPrints(shown), ...anew]));
}
