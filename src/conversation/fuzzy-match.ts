import { distance } from 'fastest-levenshtein';

/** Which of several are meant: `sure` when each word is one of theirs, or the beginning of one. */
export interface Meant<T> {
  readonly found: readonly T[];
  readonly sure: boolean;
}

// Said beside the words that name something, and naming nothing.
const PADDING = new Set(
  'a an and all already also at by for from have i in is it its just me mine my now of off on one our please ready so thank thanks that the this to up was we with yes you your'.split(
    ' ',
  ),
);

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}|[’'‘]s?(?![\p{L}\p{N}])|[’'‘]/gu, '')
    .toLowerCase();

/** The words of a text, without case, accents and apostrophes. */
const wordsOf = (text: string) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words that name something; none in "it, thanks". */
export const namingWords = (text: string): readonly string[] =>
  wordsOf(text).filter((word) => !PADDING.has(word));

const SHORTEST_BEGINNING = 3;
const begins = (typed: string, word: string) =>
  word === typed || (typed.length >= SHORTEST_BEGINNING && word.startsWith(typed));

/** How many letters may be wrong: none in a short word, where it would be another one. */
const slips = (typed: string) => (typed.length < 4 ? 0 : typed.length < 6 ? 1 : 2);
const near = (typed: string, word: string) => distance(typed, word) <= slips(typed);

/**
 * The ones that `name` names by words of their texts: all its words, whole or begun; failing that, with a slip in them.
 * Where several fit, all of them: which is not to be guessed.
 */
export function named<T>(name: string, all: readonly T[], textOf: (one: T) => string): Meant<T> {
  const typed = namingWords(name);
  if (typed.length === 0) return { found: [], sure: false };
  const fitting = (fits: (typed: string, word: string) => boolean) =>
    all.filter((one) => {
      const words = wordsOf(textOf(one));
      return typed.every((each) => words.some((word) => fits(each, word)));
    });
  const sure = fitting(begins);
  return sure.length
    ? { found: sure, sure: true }
    : { found: fitting((a, b) => begins(a, b) || near(a, b)), sure: false };
}
