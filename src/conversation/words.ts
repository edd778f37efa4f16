import { distance } from 'fastest-levenshtein';

/** What can be typed; `takes` says what may follow. */
export const COMMANDS = {
  due: { takes: '' },
  start: { takes: 'PUPIL' },
  status: { takes: 'PUPIL' },
  mine: { takes: '' },
  actions: { takes: 'overdue, open, closed, by pupil, or a NAME' },
  absent: { takes: '' },
  help: { takes: '' },
} as const;

export type CommandWord = keyof typeof COMMANDS;

/** What somebody typed, read. */
export type Typed =
  | { readonly is: 'command'; readonly command: CommandWord; readonly rest: string }
  | { readonly is: 'unknown'; readonly nearest: CommandWord | undefined };

const GREETINGS = new Set(['hi', 'hello', 'hey', '?', 'hiya', 'morning']);
/** More wrong letters than this and a guess would be a guess. */
const SLIPS = 2;

const isCommand = (word: string): word is CommandWord => Object.hasOwn(COMMANDS, word);

function nearestTo(word: string): CommandWord | undefined {
  const [best] = (Object.keys(COMMANDS) as CommandWord[])
    .map((command) => ({ command, slips: distance(word, command) }))
    .sort((a, b) => a.slips - b.slips);
  return best && best.slips <= Math.min(SLIPS, word.length - 1) ? best.command : undefined;
}

/**
 * What `text` asks for: "review due", "/review due" and "due" are one; "review" alone is "mine".
 * A word that is no command comes back with the nearest one.
 */
export function readTyped(text: string): Typed {
  const words = text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const bare = words[0]?.toLowerCase().replace(/^\//, '');
  if (bare === 'review' || bare === 'reviews') words.shift();
  const [first, ...rest] = words;
  if (!first) return { is: 'command', command: 'mine', rest: '' };
  const word = first.toLowerCase().replace(/[.!,]+$/, '');
  if (isCommand(word)) return { is: 'command', command: word, rest: rest.join(' ') };
  if (GREETINGS.has(word)) return { is: 'command', command: 'help', rest: '' };
  return { is: 'unknown', nearest: nearestTo(word) };
}
