import type { CardMessage } from '../presentation/message.ts';

const MOST = 100;

/** Gives `take` each string in a value, and whether it is carried by a button or choice there rather than shown. */
function eachText(value: unknown, carried: boolean, take: (text: string, carried: boolean) => void): void {
  if (typeof value === 'string') take(value, carried);
  else if (Array.isArray(value)) for (const part of value) eachText(part, carried, take);
  else if (typeof value === 'object' && value !== null)
    // Every answer goes through here: lists of keys and parts are not made for it.
    for (const key in value)
      eachText((value as Record<string, unknown>)[key], carried || key === 'data' || key === 'value', take);
}

/** All ids that the buttons and choices of cards carry. */
export function idsOn(cards: readonly CardMessage[]): ReadonlySet<string> {
  const ids = new Set<string>();
  const take = (text: string, carried: boolean) => {
    if (carried) for (const id of text.split(',')) if (id !== '' && id.length <= MOST) ids.add(id);
  };
  for (const { card, here, form } of cards) {
    eachText(card, false, take);
    eachText([here, form?.data], true, take);
  }
  return ids;
}

/** All words that stand on cards. */
export function textsOn(cards: readonly CardMessage[]): readonly string[] {
  const texts: string[] = [];
  for (const { card } of cards)
    eachText(card, false, (text, carried) => {
      if (!carried) texts.push(text);
    });
  return texts;
}

/** Where words stand in a card: what else it holds says how it looks. */
const WORDS: ReadonlySet<string> = new Set(['text', 'title', 'value', 'label', 'inlines']);

/** The words that people read on cards, those that stand in their inputs among them. */
export function wordsOn(cards: readonly CardMessage[]): readonly string[] {
  const words: string[] = [];
  const look = (part: unknown, read: boolean): void => {
    if (typeof part === 'string') {
      if (read) words.push(part);
    } else if (Array.isArray(part)) for (const one of part) look(one, read);
    else if (typeof part === 'object' && part !== null)
      for (const [key, one] of Object.entries(part)) if (key !== 'data') look(one, WORDS.has(key));
  };
  for (const { card } of cards) look(card, false);
  return words;
}
