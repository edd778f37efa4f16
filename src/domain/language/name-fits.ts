import { nameWords } from './name-words.ts';

/*
 * Whether what somebody typed is somebody's name: in one place, so that whoever is looked for, pupil or colleague, is found by
 * "o brien", "obrien" and "O’Brien" alike.
 */

/** More words no name has: what is typed on top of them is not looked at. */
const MOST_WORDS = 12;

/** The names without their spaces, and where each begins and ends: "annemarieobrien", at 0, 5 and 10. */
interface Letters {
  readonly all: string;
  readonly begins: readonly number[];
}

function lettersOf(name: string): Letters {
  const words = nameWords(name);
  const begins = words.map((_, n) => words.slice(0, n).join('').length);
  return { all: words.join(''), begins };
}

/** Whether what was typed, without its spaces, begins at one of the names, and may go on into the next: "obr", "annemarie". */
const stands = (run: string, { all, begins }: Letters): boolean =>
  begins.some((at) => all.startsWith(run, at));

/** The same where it ends with a name, too. */
const standsWhole = (run: string, { all, begins }: Letters): boolean =>
  begins.some((at) => {
    const end = at + run.length;
    return all.startsWith(run, at) && (begins.includes(end) || end === all.length);
  });

/** Whether the words, each or several together, are parts of the name. */
function consistsOf(typed: readonly string[], name: string, is: typeof stands): boolean {
  const letters = lettersOf(name);
  // How far one can come with whole runs of words.
  const reached = [true];
  for (let to = 1; to <= typed.length; to++) {
    const runs = Array.from({ length: to }, (_, from) => from).filter((from) => reached[from]);
    reached[to] = runs.some((from) => is(typed.slice(from, to).join(''), letters));
  }
  return reached[typed.length] ?? false;
}

const wordsTyped = (typed: string) => nameWords(typed).slice(0, MOST_WORDS);

/** Whether the words that are typed, each or several together, begin names of theirs: "o brien" as well as "obrien", and "obr". */
export function beginsNames(typed: string, name: string): boolean {
  const words = wordsTyped(typed);
  return words.length > 0 && consistsOf(words, name, stands);
}

/** Whether the words that are typed are names of theirs in full, though perhaps not all: "o brien" of "Siobhán O’Brien". */
export function hasNames(typed: string, name: string): boolean {
  const words = wordsTyped(typed);
  return words.length > 0 && consistsOf(words, name, standsWhole);
}

const sorted = (words: readonly string[]) => [...words].sort().join(' ');

/** Whether it is the whole name, in whatever order. */
export function isWholeName(typed: string, name: string): boolean {
  const [words, theirs] = [wordsTyped(typed), nameWords(name)];
  return words.length > 0 && (words.join('') === theirs.join('') || sorted(words) === sorted(theirs));
}

/** Whether a text, by its words, has the name in it: each word of it somewhere, or all of it in words that stand together. */
export function isNameIn(name: string, text: readonly string[]): boolean {
  const words = nameWords(name);
  if (words.length === 0) return false;
  if (words.every((word) => text.includes(word))) return true;
  const whole = words.join('');
  return text.some((_, from) => {
    let [run, to] = ['', from];
    while (run.length < whole.length && whole.startsWith(run) && to < text.length) run += text[to++];
    return run === whole;
  });
}
