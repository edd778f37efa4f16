import { createHash } from 'node:crypto';
import { dayWords } from '../../domain/language/days.ts';
import { chosenIn } from '../../domain/questions/choice.ts';
import type { Input, Sent } from '../../domain/questions/question.ts';
import { isLocalDate } from '../../domain/time.ts';
import type { ActionData } from '../message.ts';

/*
 * Somebody else may answer while a form is open: an import, another SENCO. So a form of what is stored carries a print of
 * what it showed in each input, and what is sent is looked at three ways: shown, sent, and stored now.
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

/** What was sent, brought together with what is stored now. */
export interface Merged {
  /** What is to be read: sent where the person changed it, else as it is stored. */
  readonly values: Sent;
  /** The ids of inputs that others have changed to something else than the person sent, with what is stored now. */
  readonly overtaken: Readonly<Record<string, string>>;
  /** The ids of inputs that stand as they are stored, though something else was sent: the person had not touched them. */
  readonly asStored: ReadonlySet<string>;
  /** What a form shows that is shown again with these values. */
  readonly shown: string;
}

const lines = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();

/** The value as the input has it: a client leaves out choices that are not there, and has line breaks of its own. */
function plain(input: Input, value: string): string {
  if (input.kind === 'text') return lines(value);
  if (input.kind === 'day') return isLocalDate(value) ? value : '';
  if (input.kind !== 'choice') return value;
  const there = (input.several ? chosenIn(value) : [value]).filter((one) =>
    input.options.some((option) => option.value === one),
  );
  return there.join(',');
}

/** An input whose value is a list, row by row; undefined where it is none, or can't be read as one. */
function rowsIn(input: Input, value: string): readonly string[] | undefined {
  if (input.kind === 'choice' && input.several) return chosenIn(plain(input, value));
  return input.kind === 'text' ? input.rows?.read(value) : undefined;
}

const isList = (input: Input) =>
  input.kind === 'choice' ? input.several : input.kind === 'text' && input.rows;

const textOf = (input: Input, rows: readonly string[]): string =>
  input.kind === 'text' && input.rows ? input.rows.write(rows) : rows.join(',');

/** A print says nothing of what it is of: it is another for each form that is shown. */
const printOf = (once: string, id: string, value: string): string =>
  createHash('sha256')
    .update(JSON.stringify([once, id, value]))
    .digest('base64url')
    .slice(0, 6);

type Prints = ReadonlyMap<string, readonly string[]>;

const written = (prints: Prints): string =>
  [...prints].map(([id, some]) => [id, ...some].join(':')).join(' ');

const read = (shown: string): Prints =>
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

function printsNow(stored: Stored, once: string): Prints {
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
  shown: shown ?? written(printsNow(stored, once)),
});

/** What a form shows that is shown again: as it was `shown` before, but the inputs of `ids` as they are `now`. */
export function shownAgain(shown: string, now: string, ids: readonly string[]): string {
  const anew = [...read(now)].filter(([id]) => ids.includes(id));
  return written(new Map([...read(shown), ...anew]));
}

/** A stored value in words. */
function said(input: Input, value: string): string {
  if (input.kind === 'day') return value === '' ? '' : dayWords(value);
  if (input.kind !== 'choice') return value;
  return input.options.find((option) => option.value === value)?.title ?? value;
}

const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((print) => other.includes(print));

/** What becomes of one input: taken as sent, as stored, both together, or asked about once more. */
type Becomes =
  | { readonly is: 'sent' | 'unread' }
  | { readonly is: 'stored' | 'both'; readonly value: string }
  | { readonly is: 'overtaken'; readonly now: string };

function listBecomes(
  input: Input,
  sent: string,
  now: string,
  shown: readonly string[],
  print: Print,
): Becomes {
  const [theirs, ours] = [rowsIn(input, sent), rowsIn(input, now) ?? []];
  if (same(ours.map(print), shown)) return { is: 'sent' };
  if (!theirs) return { is: 'unread' };
  const isShown = (row: string) => shown.includes(print(row));
  const kept = ours.filter((row) => !isShown(row) || theirs.includes(row));
  const added = theirs.filter((row) => !isShown(row) && !kept.includes(row));
  const is = added.length === 0 && same(theirs.map(print), shown) ? 'stored' : 'both';
  return { is, value: textOf(input, [...kept, ...added]) };
}

type Print = (value: string) => string;

function becomes(input: Input, sent: Sent, stored: Stored, shown: readonly string[], print: Print): Becomes {
  const value = sent[input.id] ?? '';
  const behind = stored.behind[input.id];
  if (behind) {
    const text = Object.hasOwn(behind, value) ? behind[value] : undefined;
    return text === undefined || shown.includes(print(`${value}\n${text}`))
      ? { is: 'sent' }
      : { is: 'overtaken', now: text };
  }
  const now = stored.values[input.id] ?? '';
  if (isList(input)) return listBecomes(input, value, now, shown, print);
  const [theirs, ours] = [plain(input, value), plain(input, now)];
  if (theirs === ours || shown.includes(print(ours))) return { is: 'sent' };
  return shown.includes(print(theirs))
    ? { is: 'stored', value: now }
    : { is: 'overtaken', now: said(input, now) };
}

/**
 * Brings what was sent together with what is stored now, by what the form showed. What only one of the two changed is as that
 * one has it; lists are brought together row by row; what both changed otherwise is overtaken.
 * @param shown what the form carried; undefined where it carried nothing: then all is taken as it was sent
 */
export function merge(sent: Sent, stored: Stored, once: string, shown: string | undefined): Merged {
  const prints = printsNow(stored, once);
  const nothing = { values: sent, overtaken: {}, asStored: new Set<string>(), shown: written(prints) };
  if (shown === undefined) return nothing;
  const before = read(shown);
  const each = stored.inputs.flatMap((input) => {
    const own = before.get(input.id);
    const print: Print = (value) => printOf(once, input.id, value);
    if (own) return [{ input, own, it: becomes(input, sent, stored, own, print) }];
    // Asked only since the form was shown: nobody has left it empty.
    const value = stored.values[input.id];
    const it: Becomes = value === undefined ? { is: 'sent' } : { is: 'stored', value };
    return sent[input.id] === undefined ? [{ input, own: [], it }] : [];
  });
  const values = each.flatMap(({ input, it }) => ('value' in it ? [[input.id, it.value] as const] : []));
  const asStored = each.flatMap(({ input, it }) => (it.is === 'stored' ? [input] : []));
  const overtaken = each.flatMap(({ input, it }) =>
    it.is === 'overtaken' ? [[input.id, it.now] as const] : [],
  );
  const changed = each.some(
    ({ input, it }) =>
      it.is === 'overtaken' ||
      (it.is === 'sent' &&
        plain(input, sent[input.id] ?? '') !== plain(input, stored.values[input.id] ?? '')),
  );
  const withIt =
    stored.oneThing && changed
      ? asStored
          .filter(({ id }) => before.has(id))
          .map((input) => [input.id, said(input, stored.values[input.id] ?? '')] as const)
      : [];
  const unread = each.flatMap(({ input, own, it }) => (it.is === 'unread' ? [[input.id, own] as const] : []));
  return {
    values: { ...sent, ...Object.fromEntries(values) },
    overtaken: Object.fromEntries([...overtaken, ...withIt]),
    asStored: new Set(asStored.map(({ id }) => id)),
    shown: written(new Map([...prints, ...unread])),
  };
}
