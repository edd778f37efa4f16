import { dayWords } from '../../domain/language/days.ts';
import { chosenIn } from '../../domain/questions/choice.ts';
import type { Input, Sent } from '../../domain/questions/question.ts';
import {
  isList,
  plain,
  printOf,
  printsNow,
  readPrints,
  rowsIn,
  type Stored,
  textOf,
  writtenPrints,
} from './prints.ts';

/*
 * Somebody else may answer while a form is open: an import, another SENCO. So a form of what is stored carries a print of
 * what it showed in each input, and what is sent is looked at three ways: shown, sent, and stored now.
 */

/** What was sent, brought together with what is stored now. */
export interface Merged {
  /** What is to be read: sent where the person changed it, else as it is stored. */
  readonly values: Sent;
  /** The ids of inputs that others have changed to something else than the person sent, with what is stored now. */
  readonly overtaken: Readonly<Record<string, string>>;
  /** The ids of inputs that stand as they are stored, though something else was sent: the person had not touched them. */
  readonly asStored: ReadonlySet<string>;
  /** The ids of overtaken lists in which both wordings of a row stand now: one of the two is to go. */
  readonly joined: ReadonlySet<string>;
  /** What a form shows that is shown again with these values. */
  readonly shown: string;
  /** What the form showed is not known: it is from before an upgrade. Then whatever is stored otherwise is overtaken. */
  readonly unknown?: true;
}

/** A stored value in words. */
function said(input: Input, value: string): string {
  if (input.kind === 'day') return value === '' ? '' : dayWords(value);
  if (input.kind !== 'choice') return value;
  const titleOf = (one: string) => input.options.find((option) => option.value === one)?.title ?? one;
  return input.several ? chosenIn(value).map(titleOf).join(', ') : titleOf(value);
}

const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((print) => other.includes(print));

/** What becomes of one input: taken as sent, as stored, both together, or asked about once more. */
type Becomes =
  | { readonly is: 'sent' | 'unread' }
  | { readonly is: 'stored' | 'both'; readonly value: string }
  | { readonly is: 'overtaken'; readonly now: string; readonly value?: string };

/** Whether both took out a row that was shown, and left it otherwise: one row that each of the two has written anew, say. */
function areAtOdds(theirs: readonly string[], ours: readonly string[], shown: readonly string[]): boolean {
  const bothTookOut = shown.some((row) => !theirs.includes(row) && !ours.includes(row));
  const added = (rows: readonly string[]) => rows.filter((row) => !shown.includes(row));
  return bothTookOut && !same(added(theirs), added(ours));
}

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
  const value = textOf(input, [...kept, ...added]);
  // What is chosen is there or not; what is written can be one thing in two wordings.
  if (input.kind === 'text' && areAtOdds(theirs.map(print), ours.map(print), shown))
    return { is: 'overtaken', now: said(input, now), value };
  return { is: added.length === 0 && same(theirs.map(print), shown) ? 'stored' : 'both', value };
}

type Print = (value: string) => string;

/** What becomes of it where nobody knows what the form showed: whatever would take the place of something stored is asked about. */
function becomesUnknown(input: Input, sent: Sent, stored: Stored, print: Print): Becomes {
  if (stored.behind[input.id]) return becomes(input, sent, stored, [], print);
  const now = stored.values[input.id] ?? '';
  const one = (value = '') => (isList(input) ? (rowsIn(input, value) ?? [value]) : [plain(input, value)]);
  return now.trim() === '' || same(one(sent[input.id]), one(now))
    ? { is: 'sent' }
    : { is: 'overtaken', now: said(input, now) };
}

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
 * @param shown what the form carried; undefined where it carried nothing, since it was shown before forms did: then whatever is
 * stored otherwise is overtaken
 */
export function merge(sent: Sent, stored: Stored, once: string, shown: string | undefined): Merged {
  const prints = printsNow(stored, once);
  const before = readPrints(shown ?? '');
  const each = stored.inputs.flatMap((input) => {
    const own = before.get(input.id);
    const print: Print = (value) => printOf(once, input.id, value);
    if (shown === undefined) return [{ input, own: [], it: becomesUnknown(input, sent, stored, print) }];
    if (own) return [{ input, own, it: becomes(input, sent, stored, own, print) }];
    // Asked only since the form was shown: nobody has left it empty.
    const value = stored.values[input.id];
    const it: Becomes = value === undefined ? { is: 'sent' } : { is: 'stored', value };
    return sent[input.id] === undefined ? [{ input, own: [], it }] : [];
  });
  const values = each.flatMap(({ input, it }) =>
    'value' in it && it.value !== undefined ? [[input.id, it.value] as const] : [],
  );
  const joined = each.flatMap(({ input, it }) =>
    it.is === 'overtaken' && it.value !== undefined ? [input.id] : [],
  );
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
    joined: new Set(joined),
    shown: writtenPrints(new Map([...prints, ...unread])),
    ...(shown === undefined && { unknown: true as const }),
  };
}

/** What was sent where none of it is stored yet, so that nothing can overtake it; shown again, the form shows that nothing is. */
export function mergeWithNone(sent: Sent, stored: Stored, once: string): Merged {
  const shown = writtenPrints(printsNow(stored, once));
  return { values: sent, overtaken: {}, asStored: new Set(), joined: new Set(), shown };
}
