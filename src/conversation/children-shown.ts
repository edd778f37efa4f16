import { fullName } from '../domain/language/name-words.ts';
import { pupilName } from '../domain/language/people.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { CardMessage } from '../presentation/message.ts';
import type { Store } from '../store/store.ts';

/** Whom cards show: pupils, and the reviews that they are about. */
export interface ChildrenShown {
  readonly pupils: readonly Pupil[];
  /** Reviews by their ids, with the pupil each is of. */
  readonly reviews: readonly { readonly id: string; readonly pupilId: string }[];
}

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
function idsOn(cards: readonly CardMessage[]): ReadonlySet<string> {
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
function textsOn(cards: readonly CardMessage[]): readonly string[] {
  const texts: string[] = [];
  for (const { card } of cards)
    eachText(card, false, (text, carried) => {
      if (!carried) texts.push(text);
    });
  return texts;
}

const LETTER = /[\p{L}\p{N}]/u;

/** Whether a name stands in a text as a whole: "Ann Lee" is not in "Ann Leeson". */
function standsIn(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + name.length);
    if (!LETTER.test(before) && !LETTER.test(after)) return true;
  }
  return false;
}

/** What stands between words in a text of ours, the marks that keep people's text apart among them. */
const BETWEEN = /[\s\u2066-\u2069.,:;!?()“”·–]+/;

/** The pupils of `some` whose names stand on the cards. Most of a school are not on a page: one word of theirs says so. */
function named(cards: readonly CardMessage[], some: readonly Pupil[]): readonly Pupil[] {
  if (some.length === 0) return [];
  const text = textsOn(cards).join('\n');
  const words = new Set(text.split(BETWEEN));
  return some.filter((pupil) => {
    const name = fullName(pupil);
    const first = name.split(BETWEEN, 2).find(Boolean);
    if (first === undefined || !words.has(first)) return false;
    return standsIn(text, pupil.toldApartBy ? pupilName(pupil) : name);
  });
}

/**
 * The children on cards, whichever screen made them: those whose names stand there, and those whose documents or reviews its buttons
 * are for. Nothing a screen does can leave one out: it looks at what is shown. `read` are the pupils that were looked up for it.
 */
export async function childrenShown(
  cards: readonly CardMessage[],
  read: Iterable<Pupil>,
  store: Pick<Store, 'get'>,
): Promise<ChildrenShown> {
  const pupils = new Map<string, Pupil>();
  const reviews = new Map<string, { readonly id: string; readonly pupilId: string }>();
  for (const id of idsOn(cards)) {
    const review = await store.get('reviews', id);
    if (review) reviews.set(review.id, review);
    const pupil = await store.get('pupils', review?.pupilId ?? id);
    if (pupil) pupils.set(pupil.id, pupil);
  }
  const others = [...read].filter(({ id }) => !pupils.has(id));
  for (const pupil of named(cards, others)) pupils.set(pupil.id, pupil);
  return { pupils: [...pupils.values()], reviews: [...reviews.values()] };
}
