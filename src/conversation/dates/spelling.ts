import { distance } from 'fastest-levenshtein';

/**
 * A text in which days and months are spelt as the reader knows them, with one space between its words, and where each of its
 * characters stood before.
 */
interface Respelt {
  readonly text: string;
  /** The place in what was typed of the character at `index`, which may be the end of the text. */
  readonly placeOf: (index: number) => number;
}

/** Short for a day, and known to nobody else. */
const SHORT: Readonly<Record<string, string>> = {
  tues: 'tuesday',
  weds: 'wednesday',
  tmrw: 'tomorrow',
  tomoz: 'tomorrow',
  nxt: 'next',
  wk: 'week',
  wks: 'weeks',
  wkend: 'weekend',
  fortnite: 'fortnight',
};

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const LONG = ['tomorrow', 'fortnight'];
const MONTHS = ['january', 'february', 'september', 'october', 'november', 'december'];
const KNOWN = [...DAYS, ...LONG, ...MONTHS];

const SHORTEST = 5;
const SPACES = /^\s/;
const isDigit = (character: string) => /^\d$/.test(character);
const letters = (word: string) => [...word].sort().join('');

/** Letters that changed places, or few that are wrong: of a month one only, "remember" being no December. */
function isSlip(typed: string, word: string): boolean {
  if (typed[0] !== word[0] || typed === `${word}s`) return false;
  if (letters(typed) === letters(word)) return true;
  // "Sundry" is not Sunday: what is nearly a day ends like one.
  if (DAYS.includes(word) && letters(typed.slice(-3)) !== letters('day')) return false;
  const slips = word.length >= 8 && !MONTHS.includes(word) ? 2 : 1;
  return distance(typed, word) <= slips;
}

function meant(typed: string): string {
  const word = typed.toLowerCase();
  const short = Object.hasOwn(SHORT, word) ? SHORT[word] : undefined;
  if (short) return short;
  if (word.length < SHORTEST || KNOWN.includes(word)) return typed;
  return KNOWN.find((each) => isSlip(word, each)) ?? typed;
}

/**
 * `text` with the slips in its days and months put right: "tommorow", "Wensday", "Tues"; and any run of spaces as one, so that
 * no phrase has to look along it. Takes time by its length.
 */
export function respelt(text: string): Respelt {
  let spelt = '';
  const places: number[] = [];
  for (const match of text.matchAll(/[a-z]+|\s+|[^a-z\s]+/gi)) {
    const [piece] = match;
    const spelled = SPACES.test(piece) ? ' ' : meant(piece);
    // "2wks" is two words.
    const word = isDigit(text.charAt(match.index - 1)) && /^wks?$/i.test(piece) ? ` ${spelled}` : spelled;
    for (let at = 0; at < word.length; at += 1) places.push(match.index + Math.min(at, piece.length));
    spelt += word;
  }
  return { text: spelt, placeOf: (index) => places[index] ?? text.length };
}
