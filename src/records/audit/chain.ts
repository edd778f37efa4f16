import { createHmac, type KeyObject } from 'node:crypto';
import type { Instant, LocalDate } from '../../domain/time.ts';
import { type AuditEntry, type KeptEntry, keptEntrySchema } from './entry.ts';

/** Where a chain stands: its last entry's number and mark; of a chain that has none yet, 0 and ''. */
export interface Head {
  readonly seq: number;
  readonly mac: string;
}
export const NO_HEAD: Head = { seq: 0, mac: '' };

/** The head as it is noted elsewhere, and given to `npm run audit -- verify --head`. */
export const headInWords = ({ seq, mac }: Head): string => `${seq}:${mac}`;

/** The head that `headInWords` wrote; undefined where the text is none. */
export function headFrom(text: string): Head | undefined {
  const found = /^(\d{1,15}):([\w-]{43})$/.exec(text.trim());
  return found ? { seq: Number(found[1]), mac: String(found[2]) } : undefined;
}

/** What an entry stands in: each is part of its mark, so that it can stand nowhere else. */
export interface Place {
  readonly school: string;
  readonly day: LocalDate;
}

const MAC = ',"mac":"';

function macOf(key: KeyObject, { school, day }: Place, before: string, body: string): string {
  return createHmac('sha256', key).update(`${before}\n${school}\n${day}\n${body}`).digest('base64url');
}

/** The line that is kept of an entry, without its line end, and the head it makes. */
export function lineAfter(
  key: KeyObject,
  head: Head,
  place: Place,
  at: Instant,
  entry: AuditEntry,
): { readonly line: string; readonly head: Head } {
  const seq = head.seq + 1;
  const body = JSON.stringify({ seq, at, ...entry }).slice(0, -1);
  const mac = macOf(key, place, head.mac, body);
  return { line: `${body}${MAC}${mac}"}`, head: { seq, mac } };
}

/** What a line of a file holds; undefined where it is no entry. */
export function readLine(line: string): KeptEntry | undefined {
  try {
    return keptEntrySchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** What is wrong with a line where it stands. */
export type LineFault =
  /** It is no entry at all. */
  | 'unreadable'
  /** It is not what was written there, or the one before it is not. */
  | 'edited'
  /** Entries that stood before it are gone. */
  | 'removed'
  /** It stood elsewhere, or stands here twice. */
  | 'out-of-order';

/**
 * Whether the line is the one that was written after `head`; `next` is where the chain then stands, whatever is wrong with it, so that
 * one fault is told once.
 */
export function checkLine(
  key: KeyObject,
  head: Head,
  place: Place,
  line: string,
): { readonly fault?: LineFault; readonly next: Head; readonly entry?: KeptEntry } {
  const entry = readLine(line);
  if (!entry) return { fault: 'unreadable', next: head };
  const next = { seq: entry.seq, mac: entry.mac };
  if (entry.seq > head.seq + 1) return { fault: 'removed', next, entry };
  if (entry.seq <= head.seq) return { fault: 'out-of-order', next: head, entry };
  const at = line.lastIndexOf(MAC);
  const isAsWritten =
    line.endsWith(`${MAC}${entry.mac}"}`) && macOf(key, place, head.mac, line.slice(0, at)) === entry.mac;
  return isAsWritten ? { next, entry } : { fault: 'edited', next, entry };
}
