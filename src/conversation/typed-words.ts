import { distance } from 'fastest-levenshtein';
import { withoutAtEnd } from '../domain/language/words.ts';
import { unmarked } from './unmarked.ts';

/** What can be typed; `takes` says what may follow. */
export const COMMANDS = {
  due: { takes: 'a plan, a year, a time, or PUPIL' },
  start: { takes: 'PUPIL' },
  status: { takes: 'PUPIL' },
  early: { takes: 'PUPIL' },
  pupil: { takes: 'PUPIL' },
  'add pupil': { takes: '' },
  missing: { takes: '' },
  met: { takes: 'PUPIL' },
  export: { takes: 'PUPIL' },
  seen: { takes: 'PUPIL' },
  dates: { takes: 'PUPIL' },
  chase: { takes: 'PUPIL' },
  mine: { takes: '' },
  done: { takes: 'ACTION: what was done' },
  snooze: { takes: 'ACTION until DAY' },
  'not mine': { takes: 'ACTION: why' },
  "can't be done": { takes: 'ACTION: why' },
  actions: { takes: 'overdue, open, closed, by pupil, or a NAME' },
  absent: { takes: '' },
  staff: { takes: 'or a NAME' },
  school: { takes: '' },
  guide: { takes: 'PUPIL' },
  help: { takes: '' },
} as const;

/** A word that can be typed. */
export type CommandWord = keyof typeof COMMANDS;

/** What somebody typed, read. */
export type Typed =
  | { readonly is: 'command'; readonly command: CommandWord; readonly rest: string }
  /** No command, and the one it may be a slip of, with what follows it. */
  | { readonly is: 'unknown'; readonly nearest: CommandWord | undefined; readonly rest: string };

/** More wrong letters than this and a guess would be a guess. */
const SLIPS = 2;

/** What else a command may be written as; a typist's apostrophe is another than a keyboard's. */
const SPELT: Readonly<Partial<Record<CommandWord, string>>> = {
  "can't be done": "can(?:['’‘`´]?t|\\s?not) be done",
};

const patternOf = (command: CommandWord) =>
  new RegExp(`^/?${(SPELT[command] ?? command).replaceAll(' ', '\\s+')}(?=$|[\\s.!,:;])[.!,;]*`, 'i');

const PATTERNS = (Object.keys(COMMANDS) as CommandWord[]).map(
  (command) => [command, patternOf(command)] as const,
);

const LONGEST = Math.max(...Object.keys(COMMANDS).map(({ length }) => length));

const letters = (word: string) => [...word].sort().join('');
const swapped = (word: string, other: string) => Number(letters(word) === letters(other));

function nearestTo(word: string): CommandWord | undefined {
  // Near to none, and comparing them takes long.
  if (word.length > LONGEST + SLIPS) return undefined;
  const [best] = (Object.keys(COMMANDS) as CommandWord[])
    .map((command) => ({ command, slips: distance(word, command) }))
    // Of two as near, the one with the same letters: "stauts" is status, not start.
    .sort((a, b) => a.slips - b.slips || swapped(word, b.command) - swapped(word, a.command));
  if (!best || best.slips > Math.min(SLIPS, word.length - 1)) return undefined;
  // Of three letters, two wrong ones leave no likeness, unless they are only in each other's place.
  const short = word.length < 4 && best.slips > 1 && !swapped(word, best.command);
  return short ? undefined : best.command;
}

/** The text without formatting, and without the "review" or "/review" it may begin with. */
export const wordsTyped = (text: string) =>
  unmarked(
    unmarked(text)
      .replace(/^\/?reviews?(?=$|\s)/i, '')
      .trim(),
  );

const LEAD = 'review';
/** Whether it is the word that all may begin with, with a slip in it: "reveiw", "reviw". */
const isSlipOfLead = (word: string) =>
  /^\/?re/i.test(word) &&
  Math.abs(word.length - LEAD.length) <= SLIPS &&
  distance(word.toLowerCase().replace('/', ''), LEAD) <= SLIPS;

/** What a slip in the first word, or the first two, was probably meant to be; one in "review" itself may stand before it. */
function slipIn(said: string): Pick<Extract<Typed, { is: 'unknown' }>, 'nearest' | 'rest'> {
  const [first = '', ...others] = said.split(/\s+/);
  const parts = others.length && isSlipOfLead(first) ? others : [first, ...others];
  const slips = [1, 2].map((many) => {
    const word = withoutAtEnd(parts.slice(0, many).join(' ').toLowerCase(), /[.!,?:]/);
    return { nearest: many <= parts.length ? nearestTo(word) : undefined, rest: parts.slice(many).join(' ') };
  });
  return slips.find(({ nearest }) => nearest !== undefined) ?? { nearest: undefined, rest: '' };
}

/** The command that it begins with, and what follows that. */
function commandIn(said: string): Extract<Typed, { is: 'command' }> | undefined {
  for (const [command, pattern] of PATTERNS) {
    const found = pattern.exec(said);
    if (found) return { is: 'command', command, rest: said.slice(found[0].length).trim() };
  }
  return undefined;
}

/**
 * What `text` asks for: "review due", "/review due", "reviewdue", "due" and "*due*" are one; "review" alone is "mine".
 * A word that is no command comes back with the nearest one.
 */
export function readTyped(text: string): Typed {
  const said = wordsTyped(text);
  if (said === '' || said === '/') return { is: 'command', command: 'mine', rest: '' };
  const withoutLead = said.replace(/^\/?review(?=\p{L})/iu, '');
  return commandIn(said) ?? commandIn(withoutLead) ?? { is: 'unknown', ...slipIn(said) };
}
