import { type DestinationStream, destination, pino } from 'pino';
import type { LogLevel } from './config.ts';

/**
 * What may stand beside an event: ids, codes, counts and durations. No e-mail addresses, no names, nothing anybody
 * typed; pupils' references are left out, too: a review's id is enough to find its way.
 */
export interface LogFields {
  readonly channel?: string;
  readonly school?: string;
  readonly review?: string;
  readonly contact?: string;
  readonly collection?: string;
  /** A document's id. One that has somebody's address in it is withheld. */
  readonly document?: string;
  /** A field of a document, by the name that its schema gives it. */
  readonly field?: string;
  /** A dated folder's name, in the data folder's `backups` or `set-aside`. */
  readonly folder?: string;
  /** A file's name, without where it is. */
  readonly file?: string;
  /** Formats of what is stored. */
  readonly from?: number;
  readonly to?: number;
  /** What kind of message, command, form or refusal: one of the program's own words. */
  readonly kind?: string;
  readonly stage?: string;
  /** An error or answer code, as ECONNRESET or not_in_channel. */
  readonly code?: string;
  readonly signal?: string;
  /** Where a chain of the audit stands: a number and a keyed hash. */
  readonly head?: string;
  /** A day, as 2026-11-21. */
  readonly day?: string;
  readonly status?: number;
  readonly count?: number;
  readonly tries?: number;
  readonly port?: number;
  /** Milliseconds. */
  readonly ms?: number;
  /** What was thrown: its class, code and stack frames are logged, its message never. */
  readonly error?: unknown;
}

/** `event` is one of the program's own phrases, in lower case: 'message sent'. A text variable does not fit. */
export interface Log {
  info(event: Lowercase<string>, fields?: LogFields): void;
  warn(event: Lowercase<string>, fields?: LogFields): void;
  error(event: Lowercase<string>, fields?: LogFields): void;
}

// Ids, codes and the program's own words all look like this; sentences and addresses (also encoded ones) don't.
const CODE = /^(?!.*(%40|%20))[\w.:%[\]-]{1,150}$/;
const WITHHELD = '[withheld]';
const FRAME = /^\s+at .*(?::\d+:\d+\)?| \(native\))$/;
const FRAMES_LOGGED = 12;
const CAUSES_LOGGED = 3;

const phrase = (text: string) => (/^[a-z][a-z0-9 .:-]{0,80}$/.test(text) ? text : WITHHELD);
const code = (text: string) => (CODE.test(text) ? text : WITHHELD);

/** A file's path from the project's own folder on: where on this machine that is, is nobody's business. */
function within(path: string): string {
  const at = Math.max(path.lastIndexOf('/src/'), path.lastIndexOf('/node_modules/'));
  return path.slice(at + 1);
}

function frames({ stack = '', name, message }: Error): readonly string[] {
  // The message comes first, and may have any lines in it, even such as look like frames.
  const header = [`${name}: ${message}`, message].find((text) => text !== '' && stack.includes(text));
  const after = header === undefined ? stack : stack.slice(stack.indexOf(header) + header.length);
  return after
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, FRAMES_LOGGED)
    .map((line) => line.trim().replace(/file:\/\/\S*/, within));
}

function thrown(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { class: typeof error };
  const { code: given, cause } = error as Error & { readonly code?: unknown };
  return {
    class: code(error.name === 'Error' ? error.constructor.name : error.name),
    ...((typeof given === 'string' || typeof given === 'number') && { code: code(String(given)) }),
    stack: frames(error),
    ...(cause !== undefined && depth < CAUSES_LOGGED && { cause: thrown(cause, depth + 1) }),
  };
}

function safe({ error, ...fields }: LogFields): object {
  const guarded = Object.entries(fields).map(([key, value]) => {
    const plain = typeof value === 'number' || value === undefined;
    return [key, plain ? value : code(String(value))];
  });
  return { ...Object.fromEntries(guarded), ...(error !== undefined && { error: thrown(error) }) };
}

/** Lines of one kind in a minute; whoever is outside can make a request be refused as often as they like. */
const MOST_LINES = 100;
const MINUTE_MS = 60_000;

/** Says of each kind of line whether it is one too many; and, with the first of the next minute, how many were left out. */
function rationed(now: () => number) {
  const kinds = new Map<string, { since: number; lines: number }>();
  return (event: string): { write: boolean; leftOut: number } => {
    const at = now();
    const known = kinds.get(event);
    if (known && at - known.since < MINUTE_MS) {
      known.lines += 1;
      return { write: known.lines <= MOST_LINES, leftOut: 0 };
    }
    kinds.set(event, { since: at, lines: 1 });
    return { write: true, leftOut: Math.max(0, (known?.lines ?? 0) - MOST_LINES) };
  };
}

/**
 * The program's log: one JSON object a line, to stderr (stdout is for what the start prints).
 * Whatever is passed, names and free text stay out: values that don't look like an id or a code are withheld. Of warnings that say
 * the same, a hundred a minute are written; how many were left out is said with the next.
 * @param now Milliseconds that only go forward.
 */
export function makeLog(
  level: LogLevel,
  to: DestinationStream = destination({ dest: 2, sync: true }),
  now: () => number = () => performance.now(),
): Log {
  const ration = rationed(now);
  const log = pino({ level, base: null, messageKey: 'event', timestamp: pino.stdTimeFunctions.isoTime }, to);
  return {
    info: (event, fields = {}) => log.info(safe(fields), phrase(event)),
    warn: (event, fields = {}) => {
      const said = phrase(event);
      const { write, leftOut } = ration(said);
      if (leftOut > 0) log.warn({ count: leftOut }, `${said}: left out`);
      if (write) log.warn(safe(fields), said);
    },
    error: (event, fields = {}) => log.error(safe(fields), phrase(event)),
  };
}
