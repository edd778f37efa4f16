import { fullName } from '../domain/language/name-words.ts';
import { pupilName } from '../domain/language/people.ts';
import type { Review } from '../domain/review/review.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { CardMessage } from '../presentation/message.ts';
import type { Store } from '../store/store.ts';
import { idsOn, textsOn } from './card-words.ts';

/** Whom cards show: pupils, and the reviews that they are about. */
export interface ChildrenShown {
  readonly pupils: readonly Pupil[];
  readonly reviews: readonly Review[];
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
  const reviews = new Map<string, Review>();
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
