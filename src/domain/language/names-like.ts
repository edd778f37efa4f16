import { distance } from 'fastest-levenshtein';
import { beginsNames } from './name-fits.ts';
import { nameWords } from './name-words.ts';

/** How many letters may be wrong: none in a short word, where it would be another one. */
const slips = (typed: string) => (typed.length < 4 ? 0 : typed.length < 6 ? 1 : 2);

const begins = (typed: string, word: string) => word.startsWith(typed);

/** Two letters that stand next to each other changed places: the commonest slip of all. */
function isSwapped(typed: string, word: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  if (at + 1 >= typed.length) return false;
  const put = `${typed.slice(0, at)}${typed[at + 1]}${typed[at]}${typed.slice(at + 2)}`;
  return begins(put, word);
}

/** With a slip in it, also where more of the word is still to come. */
const nearly = (typed: string, word: string) =>
  begins(typed, word) ||
  (slips(typed) > 0 && isSwapped(typed, word)) ||
  Math.min(distance(typed, word), distance(typed, word.slice(0, typed.length))) <= slips(typed);

/** A name with fewer words than this is typed; more are no name, and are not looked for. */
const MOST_WORDS = 8;
const LONGEST = 200;

/**
 * Those of `all` of whose names what is typed is the beginning (`beginsNames`); failing that, with a slip in it. Those whose name begins with it stand first,
 * otherwise they keep their order. Capitals, accents and apostrophes make no difference.
 * @param typed what somebody has typed so far, of any length; nothing that could be a name fits nobody.
 */
export function namesLike<T>(typed: string, all: readonly T[], nameOf: (one: T) => string): readonly T[] {
  if (typed.length > LONGEST) return [];
  const wanted = nameWords(typed);
  if (wanted.length === 0 || wanted.length > MOST_WORDS) return [];
  const inOne = wanted.join('');
  const named = all.map((one) => ({ one, words: nameWords(nameOf(one)) }));
  const sure = named.filter(({ one }) => beginsNames(typed, nameOf(one)));
  const guessed = () =>
    named.filter(({ words }) => wanted.every((each) => words.some((word) => nearly(each, word))));
  const found = sure.length > 0 ? sure : guessed();
  const whole = (words: readonly string[]) => words.join('').startsWith(inOne);
  return [...found.filter(({ words }) => whole(words)), ...found.filter(({ words }) => !whole(words))].map(
    ({ one }) => one,
  );
}
