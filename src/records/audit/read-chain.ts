import type { KeyObject } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { LocalDate } from '../../domain/time.ts';
import { codeOf, realFiles, syncFolder, writeNew } from '../../store/lowdb/files.ts';
import { type Head, NO_HEAD, readLine } from './chain.ts';
import { beginningOf } from './cut.ts';
import type { Cut, KeptEntry } from './entry.ts';
import type { AuditFault } from './fault.ts';
import { Following } from './following.ts';
import { behindHole, linesOf } from './lines.ts';
import { dayPath, daysIn } from './places.ts';
import { faultMark } from './standing.ts';

/** How a chain is read. */
export interface Reading {
  readonly audit: string;
  readonly key: KeyObject;
  /** From where on: the head that is known, and the day it stands in. Left out, from the beginning. */
  readonly from?: { readonly head: Head; readonly day: LocalDate };
  /** The last entry that is on disk for sure: behind it, one may be half written while it is read. Left out, none is being written. */
  readonly upTo?: number;
  /** The last day that is read; left out, all of them. */
  readonly to?: LocalDate;
  /** Given each entry that is as it was written, with the head it makes. */
  readonly take?: (entry: KeptEntry, head: Head) => void;
}

/** What was read. */
export interface Read {
  readonly head: Head;
  /** What is kept no longer, so that it was read from there on. */
  readonly cut?: Cut;
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

const LF = 10;

/**
 * Cuts off what a crash has left half written at the end of the file, and keeps it beside: nothing of it was ever confirmed. Resolves
 * to the name of the file that has it.
 */
export async function mend({ path, at, bytes }: Torn): Promise<string> {
  const kept = await keepBeside(path, at, (await readFile(path)).subarray(at, at + bytes));
  const file = await open(path, 'r+');
  try {
    await file.truncate(at);
    await file.sync();
  } finally {
    await file.close();
  }
  return kept;
}

async function keepBeside(path: string, at: number, bytes: Buffer, turn = 1): Promise<string> {
  const beside = `${path}.cut-${at}-${turn}`;
  try {
    await writeNew(beside, bytes, realFiles);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return keepBeside(path, at, bytes, turn + 1);
    throw error;
  }
  await syncFolder(dirname(path));
  return basename(beside);
}

/** What stands half written at the end of a file; undefined where it ends with a whole line. */
export async function tornIn(path: string): Promise<Torn | undefined> {
  const bytes = await readFile(path);
  // Whole lines behind a hole are read as all others: where somebody cut the file while the bot ran, they stand there.
  const at = bytes.lastIndexOf(LF) + 1;
  return at < bytes.length ? { path, at, bytes: bytes.length - at } : undefined;
}

/** Reads a chain, and says all that is not as it was written. */
export async function readChain(chain: string, reading: Reading): Promise<Read> {
  const { audit, from, upTo = Number.POSITIVE_INFINITY } = reading;
  const { days, strange } = await daysIn(audit, chain);
  // Whatever is said of a fault is said of what stands there now.
  const marked = (fault: AuditFault, around = '') => ({
    ...fault,
    mark: faultMark(reading.key, [fault, around]),
  });
  const faults: AuditFault[] = strange.map((detail) => marked({ chain, what: 'strange', detail }));
  const cut = from ? undefined : await beginningOf({ audit, name: chain, key: reading.key });
  const following = new Following(reading.key, from?.head ?? cut ?? NO_HEAD);
  // Until the entry that is known is come to, what stands before it is passed over.
  let begins = from === undefined || from.head.seq === 0;
  for (const day of days) {
    if (from && day < from.day) continue;
    // What a bot that was killed over it has left of what is kept no longer.
    if (cut && day <= cut.day) continue;
    if (reading.to !== undefined && day > reading.to) break;
    const { lines, isWhole } = await linesOf(dayPath(audit, chain, day));
    const known = begins ? -1 : lines.findIndex((line) => isKnown(line, following.head));
    if (!begins && known < 0) faults.push({ chain, day, what: 'cut', detail: String(following.head.seq) });
    begins = true;
    for (const [n, line] of lines.entries()) {
      if (n <= known || (from && isBefore(line, from.head))) continue;
      if (following.head.seq >= upTo && n === lines.length - 1 && !isWhole) break;
      const text = behindHole(line);
      const around = `${following.head.mac}\n${line}`;
      if (text !== line) faults.push(marked({ chain, day, line: n + 1, what: 'hole' }, around));
      const { fault, entry } = following.take({ school: chain, day }, text);
      if (fault) faults.push(marked({ chain, day, line: n + 1, what: fault }, around));
      else if (entry) reading.take?.(entry, following.head);
    }
  }
  const { head } = following;
  if (!begins) faults.push({ chain, what: 'cut', detail: String(head.seq) });
  return { head, day: days.at(-1) ?? '', faults, ...(cut && { cut }) };
}

const isKnown = (line: string, { seq, mac }: Head) => {
  const entry = readLine(behindHole(line));
  return entry?.seq === seq && entry.mac === mac;
};

const isBefore = (line: string, { seq }: Head) => (readLine(behindHole(line))?.seq ?? seq + 1) <= seq;
