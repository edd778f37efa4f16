import type { KeyObject } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import type { LocalDate } from '../../domain/time.ts';
import { checkLine, type Head, type LineFault, NO_HEAD, readLine } from './chain.ts';
import type { KeptEntry } from './entry.ts';
import { dayPath, daysIn } from './places.ts';

/** Something that is not as it was written. */
export interface AuditFault {
  /** The chain's name. */
  readonly chain: string;
  /** The file's day, and the line in it, from 1; left out where it is about no one line. */
  readonly day?: LocalDate;
  readonly line?: number;
  readonly what:
    | LineFault
    | 'cut'
    | 'strange'
    | 'gone'
    | 'checkpoint'
    | 'no-checkpoint'
    | 'all-gone'
    | 'not-the-head';
  /** The name of the file that does not belong, or the number of the last entry there should be. */
  readonly detail?: string;
}

/** How a chain is read. */
export interface Reading {
  readonly audit: string;
  readonly key: KeyObject;
  /** From where on: the head that is known, and the day it stands in. Left out, from the beginning. */
  readonly from?: { readonly head: Head; readonly day: LocalDate };
  /** The last entry that is on disk for sure: behind it, one may be half written while it is read. Left out, none is being written. */
  readonly upTo?: number;
  /** Given each entry that is as it was written, with the head it makes. */
  readonly take?: (entry: KeptEntry, head: Head) => void;
}

/** What was read. */
export interface Read {
  readonly head: Head;
  /** The last day there is a file of; '' where there is none. */
  readonly day: LocalDate;
  readonly faults: readonly AuditFault[];
}

/** Bytes at a file's end that are no whole line: what a crash leaves. */
export interface Torn {
  readonly path: string;
  /** Where they begin. */
  readonly at: number;
  readonly bytes: number;
}

const NUL = 0;
const LF = 10;

/** Cuts off what a crash has left half written at the end of the file; nothing of it was ever confirmed. */
export async function mend({ path, at }: Torn): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.truncate(at);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What stands half written at the end of a file; undefined where it ends with a whole line. */
export async function tornIn(path: string): Promise<Torn | undefined> {
  const bytes = await readFile(path);
  // Where a crash left a hole, what was written behind it was not confirmed either.
  const hole = bytes.indexOf(NUL);
  const end = hole < 0 ? bytes.length : hole;
  const at = bytes.subarray(0, end).lastIndexOf(LF) + 1;
  return at < bytes.length ? { path, at, bytes: bytes.length - at } : undefined;
}

/** Reads a chain, and says all that is not as it was written. */
export async function readChain(chain: string, reading: Reading): Promise<Read> {
  const { audit, from, upTo = Number.POSITIVE_INFINITY } = reading;
  const { days, strange } = await daysIn(audit, chain);
  const faults: AuditFault[] = strange.map((detail) => ({ chain, what: 'strange', detail }));
  let head = from?.head ?? NO_HEAD;
  // Until the entry that is known is come to, what stands before it is passed over.
  let begins = from === undefined || from.head.seq === 0;
  for (const day of days) {
    if (from && day < from.day) continue;
    const { lines, isWhole } = await linesOf(dayPath(audit, chain, day));
    const known = begins ? -1 : lines.findIndex((line) => isKnown(line, head));
    if (!begins && known < 0) faults.push({ chain, day, what: 'cut', detail: String(head.seq) });
    begins = true;
    for (const [n, line] of lines.entries()) {
      if (n <= known || (from && isBefore(line, from.head))) continue;
      if (head.seq >= upTo && n === lines.length - 1 && !isWhole) break;
      const { fault, next, entry } = checkLine(reading.key, head, { school: chain, day }, line);
      if (fault) faults.push({ chain, day, line: n + 1, what: fault });
      else if (entry) reading.take?.(entry, next);
      head = next;
    }
  }
  if (!begins) faults.push({ chain, what: 'cut', detail: String(head.seq) });
  return { head, day: days.at(-1) ?? '', faults };
}

/** The lines of a file, and whether the last of them has its end. */
async function linesOf(path: string) {
  const lines = (await readFile(path, 'utf8')).split('\n');
  const isWhole = lines.at(-1) === '';
  return { lines: isWhole ? lines.slice(0, -1) : lines, isWhole };
}

const isKnown = (line: string, { seq, mac }: Head) => {
  const entry = readLine(line);
  return entry?.seq === seq && entry.mac === mac;
};

const isBefore = (line: string, { seq }: Head) => (readLine(line)?.seq ?? seq + 1) <= seq;
