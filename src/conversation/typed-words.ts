import { distance } from 'fastest-levenshtein';
import { withoutAtEnd } from '../domain/language/words.ts';

/** What can be typed; `takes` says what may follow. */
export const COMMANDS = {
  due: { takes: '' },
  start: { takes: 'PUPIL' },
  status: { takes: 'PUPIL' },
  early: { takes: 'PUPIL' },
  pupil: { takes: 'PUPIL' },
  'add pupil': { takes: '' },
  missing: { takes: '' },
  met: { takes: 'PUPIL' },
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
  | { readonly is: 'unknown'; readonly nearest: CommandWord | undefined };

const GREETINGS = new Set(['hi', 'hello', 'hey', '?', 'hiya', 'morning']);
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

function nearestTo(word: string): CommandWord | undefined {
  // Near to none, and comparing them takes long.
  if (word.length > LONGEST + SLIPS) return undefined;
  const [best] = (Object.keys(COMMANDS) as CommandWord[])
    .map((command) => ({ command, slips: distance(word, command) }))
    .sort((a, b) => a.slips - b.slips);
  return best && best.slips <= Math.min(SLIPS, word.length - 1) ? best.command : undefined;
}

/** The text without the "review" or "/review" it may begin with. */
export const withoutReview = (text: string) => text.trim().replace(/^\/?reviews?(?=$|\s)\s*/i, '');

/**
 * What `text` asks for: "review due", "/review due" and "due" are one; "review" alone is "mine".
 * A word that is no command comes back with the nearest one.
 */
export function readTyped(text: string): Typed {
  const said = withoutReview(text);
  if (said === '' || said === '/') return { is: 'command', command: 'mine', rest: '' };
  for (const [command, pattern] of PATTERNS) {
    const found = pattern.exec(said);
    if (found) return { is: 'command', command, rest: said.slice(found[0].length).trim() };
  }
  const [first = ''] = said.split(/\s+/);
  const word = withoutAtEnd(first.toLowerCase(), /[.!,]/);
  if (GREETINGS.has(word)) return { is: 'command', command: 'help', rest: '' };
  return { is: 'unknown', nearest: nearestTo(word) };
}
