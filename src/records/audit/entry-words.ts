import { localDate, localTime } from '../../domain/time.ts';
import type { AuditKind, KeptEntry } from './entry.ts';

/** What was done, in a word or two. */
const KIND_WORDS: Readonly<Record<AuditKind, string>> = {
  viewed: 'looked at',
  changed: 'changed',
  'not-stored': 'not stored after all',
  refused: 'refused',
  sent: 'message sent',
  'message-changed': 'message put right',
  imported: 'imported',
  exported: 'exported',
  erased: 'erased',
  removed: 'removed',
  held: 'held',
  'let-go': 'hold ended',
  'backed-up': 'backed up',
  restored: 'restored',
  rekeyed: 'key changed',
  ran: 'ran',
  begun: 'begun',
  mended: 'mended',
  found: 'found changed by hand',
};

/** An entry as a line for an IT manager: when (at school), who, what, where, which fields; and never what stands in them. */
export function entryLine({ at, who, kind, what, chat, reviews = [], fields = [], to }: KeptEntry): string {
  return [
    `${localDate(at)} ${localTime(at)}`,
    who,
    [KIND_WORDS[kind], what].filter(Boolean).join(' '),
    ...(to ? [`to ${to}`] : []),
    ...(chat ? [`in ${chat}`] : []),
    ...(reviews.length > 0 ? [`review ${reviews.join(', ')}`] : []),
    ...(fields.length > 0 ? [`fields ${fields.join(', ')}`] : []),
  ].join('  ');
}
