import { localDate, localTime } from '../../domain/time.ts';
import type { AuditKind, KeptEntry } from './entry.ts';

/** What was done, in a word or two. */
const KIND_WORDS: Readonly<Record<AuditKind, string>> = {
  viewed: 'looked at',
  changed: 'changed',
  bound: 'account bound',
  unbound: 'account let go',
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
  upgraded: 'brought up to a later format',
  ran: 'ran',
  begun: 'begun',
  mended: 'mended',
  found: 'found changed by hand',
  accepted: 'accepted as known',
};

// "evidence-given" or "meetingOpenedAt", as words.
const words = (code: string) =>
  code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[-.:+]+/g, ' ');

/** What kind of thing was done, as a sentence begins. */
export const kindInWords = ({ kind }: Pick<KeptEntry, 'kind'>): string =>
  KIND_WORDS[kind].replace(/^./, (first) => first.toUpperCase());

/** What was done, in words for a SENCO. */
export const didInWords = ({ kind, what, document }: KeptEntry): string => {
  const did = kindInWords({ kind });
  const said = what === undefined ? did : `${did}: ${words(what)}`;
  return kind === 'found' && document ? `${said} (not through the bot)` : said;
};

/** The fields of an entry as they are called, without the ids of what they are of; each once. */
export const fieldsInWords = ({ fields = [] }: KeptEntry): readonly string[] => [
  ...new Set(fields.map((field) => words(field.split('.')[0] ?? ''))),
];

/** An entry as a line for an IT manager: when (at school), who, what, where, which fields; and never what stands in them. */
export function entryLine({
  at,
  who,
  kind,
  what,
  chat,
  reviews = [],
  fields = [],
  people = [],
  to,
}: KeptEntry): string {
  return [
    `${localDate(at)} ${localTime(at)}`,
    who,
    [KIND_WORDS[kind], what].filter(Boolean).join(' '),
    ...(to ? [`to ${to}`] : []),
    ...(people.length > 0 ? [`of ${people.join(', ')}`] : []),
    ...(chat ? [`in ${chat}`] : []),
    ...(reviews.length > 0 ? [`review ${reviews.join(', ')}`] : []),
    ...(fields.length > 0 ? [`fields ${fields.join(', ')}`] : []),
  ].join('  ');
}
