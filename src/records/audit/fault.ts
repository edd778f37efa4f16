import type { LocalDate } from '../../domain/time.ts';
import type { LineFault } from './chain.ts';
import { chainInWords } from './places.ts';

/** Something that is not as it was written. */
export interface AuditFault {
  /** The chain's name. */
  readonly chain: string;
  /** The file's day, and the line in it, from 1; left out where it is about no one line. */
  readonly day?: LocalDate;
  readonly line?: number;
  readonly what:
    | LineFault
    | 'hole'
    | 'cut'
    | 'strange'
    | 'gone'
    | 'days-gone'
    | 'checkpoint'
    | 'no-checkpoint'
    | 'all-gone'
    | 'not-the-head';
  /** The name of the file that does not belong, or the number of the last entry there should be. */
  readonly detail?: string;
  /** The keyed mark of what is at fault, where it can be seen in the files. */
  readonly mark?: string;
}

const WHAT: Readonly<Record<AuditFault['what'], (detail: string) => string>> = {
  unreadable: () => 'is no entry of the audit',
  edited: () => 'is not as it was written, or the one before it is not',
  removed: () =>
    'does not follow the one before it: entries are gone from between them, or it was written by somebody else',
  'out-of-order': () => 'stands out of its order, or for a second time',
  hole: () => 'bytes before it are gone: the file was cut while the bot wrote it, or the disk has failed',
  cut: (detail) => `entry ${detail} was written, and is not there: the end was cut off, or written anew`,
  'days-gone': (detail) => `${detail} of its days’ files are gone`,
  gone: (detail) => `all of it is gone; it had ${detail} entries`,
  strange: (detail) => `${detail} does not belong in the audit`,
  checkpoint: () => 'checkpoint.json is not as it was written',
  'no-checkpoint': () =>
    'checkpoint.json is gone: whether entries were cut off, too, only a head that was logged tells (--head)',
  'all-gone': () =>
    'all of the audit is gone, though there was one: put the folder “audit” back. If it is not to be had, or was moved away on purpose: npm run audit -- accept',
  'not-the-head': (detail) =>
    `no entry that is kept is the one noted as ${detail}: entries were cut off or written anew since. If the log has it of a school of which older entries are kept no longer, say which (--school)`,
};

/** A fault, in words for an IT manager. */
export function faultInWords({ chain, day, line, what, detail = '' }: AuditFault): string {
  const where = [
    ...(chain ? [chainInWords(chain)] : []),
    ...(day ? [day] : []),
    ...(line ? [`line ${line}`] : []),
  ].join(', ');
  return [where, WHAT[what](detail)].filter(Boolean).join(': ');
}
