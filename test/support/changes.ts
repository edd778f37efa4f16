import { z } from 'zod';

const json = z.json();
type Json = z.infer<typeof json>;

/** Something changed in one place. */
export interface Change {
  /** What was changed, in the words of the thing itself: "TextBlock.size left out". */
  readonly what: string;
  readonly changed: Json;
}

/** Another word; of text that is JSON itself, another word in it. */
const other = (text: string) =>
  text.startsWith('{') ? text.replace(/"([^"]*)"\}/, '"$1x"}') : `${text.slice(0, 1)}x${text.slice(1)}`;

/** A yes or no, and a word that says what kind something is, are called by what they are; other values are too many. */
const named = (key: string, value: Json) =>
  typeof value === 'boolean' || key === 'style' || key === 'weight' ? ` ${value}` : '';

const nameOf = (whole: { readonly [key: string]: Json }) =>
  whole.style === 'heading' ? 'heading' : String(whole.type ?? 'part');

function inList(list: readonly Json[], name: string): Change[] {
  return list.flatMap((item, at) => {
    const next = list[at + 1];
    const swapped = next === undefined ? list : list.with(at, next).with(at + 1, item);
    const alike = next === undefined || JSON.stringify(next) === JSON.stringify(item);
    return [
      { what: `${name}: one left out`, changed: list.toSpliced(at, 1) },
      ...(alike ? [] : [{ what: `${name}: two in another order`, changed: [...swapped] }]),
      ...within(item, name).map(({ what, changed }) => ({
        what,
        changed: list.with(at, changed),
      })),
    ];
  });
}

function within(value: Json, name: string): Change[] {
  if (typeof value === 'string') return [{ what: `${name} in other words`, changed: other(value) }];
  if (typeof value === 'number') return [{ what: `${name} by one more`, changed: value + 1 }];
  if (typeof value === 'boolean') return [{ what: `${name} the other way`, changed: !value }];
  if (Array.isArray(value)) return inList(value, name);
  if (value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const { [key]: _left, ...without } = value;
    const place = `${nameOf(value)}.${key}${named(key, part)}`;
    return [
      { what: `${place} left out`, changed: without },
      ...within(part, place).map(({ what, changed }) => ({ what, changed: { ...value, [key]: changed } })),
    ];
  });
}

/**
 * `whole`, which is JSON, with each one thing in it changed in turn: every text, number and yes or no, every property
 * and item of a list left out, every two neighbours the other way round.
 */
export const changesOf = (whole: unknown): Change[] => within(json.parse(whole), 'whole');
