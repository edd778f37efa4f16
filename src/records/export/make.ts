import { momentWords } from '../../domain/language/days.ts';
import { pupilName } from '../../domain/language/people.ts';
import type { PendingMessage } from '../../domain/nudges/message.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import { type Instant, localDate, localTime } from '../../domain/time.ts';
import type { Held } from '../held.ts';
import { ctfOf } from './ctf.ts';
import { htmlOf } from './html.ts';
import { forReading, sectionsOf } from './pages.ts';
import {
  asDecided,
  type Cut,
  type Decided,
  knownNames,
  legalTexts,
  type Passage,
  pageMark,
  pointingAt,
  UNDECIDED,
} from './passages.ts';
import { typedIn } from './shown.ts';

/** For whom a record is taken out. */
export const PURPOSES = {
  family: 'the family',
  school: 'the school',
  'next-school': 'the next school',
} as const;
export type Purpose = keyof typeof PURPOSES;

/** A file of an export. Its name says nothing of whose it is: only the text does. */
interface ExportFile {
  readonly name: string;
  readonly type: 'text/html' | 'application/json' | 'application/xml';
  readonly text: string;
}

/** What an export is made from. */
export interface ExportGiven {
  readonly held: Held;
  /** The school's pupils, by whose names passages about others are found. */
  readonly pupils: readonly Pupil[];
  readonly purpose: Purpose;
  readonly decided: Decided;
  readonly at: Instant;
  /** What else is held: who has looked at it, backups with a copy. */
  readonly more: Readonly<Record<string, unknown>>;
}

/** An export, and the passages that a person has still to look at. */
export interface Export {
  readonly files: readonly ExportFile[];
  readonly open: readonly Passage[];
  /** The mark of a page that has all passages there are now. */
  readonly page: string;
  /** What was said of passages that are not there: a slip, or a text that was changed since. Then it is not to be handed over. */
  readonly unknown: readonly string[];
}

const IN_THE_DATA =
  'The numbers by which the program knows its own records stand in the file of data that comes with this page, with all that is here.';

/** Takes out all that is held about a child, as files for one purpose. */
export function makeExport({ held: given, pupils, purpose, decided, at, more }: ExportGiven): Export {
  const today = localDate(at);
  const held = purpose === 'school' ? given : withoutAccounts(given);
  const all = sectionsOf(held, more, today);
  const sections = purpose === 'family' ? forReading(all) : all;
  const pointing =
    purpose === 'family' ? pointingAt(knownNames(held, pupils), legalTexts(held.pupil)) : undefined;
  const texts = sections.flatMap(({ shown }) => typedIn(shown)).map(({ text }) => text);
  const passagesBy = (by: Cut) => texts.flatMap(by).filter((part) => typeof part !== 'string');
  const page = pageMark(pointing ? passagesBy(pointing(UNDECIDED)) : []);
  const cut: Cut = pointing ? pointing(decided, decided.keep.has(page)) : (text) => [text];
  const passages = passagesBy(cut);
  const byId = new Map(passages.map((one) => [one.id, one]));
  const open = [...byId.values()].filter((one) => !one.decided);
  const { keep, leaveOut } = decided;
  const isMark = (id: string) => byId.has(id) || (pointing !== undefined && id === page);
  const unknown = [...[...leaveOut].filter((id) => !byId.has(id)), ...[...keep].filter((id) => !isMark(id))];
  const about = [
    `All that the review bot of ${held.school.name} holds about ${pupilName(held.pupil)}, for ${PURPOSES[purpose]}, as of ${momentWords(at)}.`,
    ...(purpose === 'family' ? [IN_THE_DATA] : []),
    'Each thing stands with who recorded it and when. The school’s other records (its records system, files, e-mails) are not part of this.',
  ];
  // One that is still to be looked at is not taken for the one to hand over, and does not stand in its way.
  const made = open.length > 0 ? `${today}-${localTime(at).replace(':', '')}-to-look-at` : today;
  const base = `record-${held.pupil.id.slice(0, 8)}-${purpose}-${made}`;
  const html = htmlOf({ title: `Record of ${pupilName(held.pupil)}`, about, sections, page }, cut);
  const json = {
    what: 'send-review-bot record',
    for: purpose,
    at,
    school: { id: held.school.id, name: held.school.name },
    authors: authorsIn(held),
    ...changedTexts(
      { pupil: held.pupil, reviews: held.reviews, digests: held.digests, cards: held.cards, ...more },
      cut,
    ),
    ...(open.length > 0 && {
      page,
      toLookAt: open.map(({ id, why, text }) => ({ id, why, text: text.trim() })),
    }),
  };
  const files: ExportFile[] = [
    { name: `${base}.html`, type: 'text/html', text: html },
    { name: `${base}.json`, type: 'application/json', text: `${JSON.stringify(json, null, 2)}\n` },
  ];
  if (purpose === 'next-school')
    files.push({ name: `${base}-ctf.xml`, type: 'application/xml', text: ctfOf(held, today) });
  return { files, open, page, unknown };
}

/**
 * Without colleagues' accounts and the places of messages in their chats: whoever is outside the school can't use them, and they say
 * nothing of the child. Whom a message went to, and when, stays.
 */
function withoutAccounts({ reviews, cards, ...held }: Held): Held {
  return {
    ...held,
    reviews: reviews.map((review) => ({ ...review, messages: review.messages.map(withoutAccount) })),
    cards: cards.map(({ is }) => ({ is })),
  };
}

function withoutAccount({ stood: _, ...message }: PendingMessage): PendingMessage {
  const { state } = message;
  if (state.is === 'sending') return { ...message, state: { ...state, contactId: '' } };
  if (state.is !== 'sent') return message;
  const { where: __, formAt: ___, ...sent } = state;
  return { ...message, state: sent };
}

/** The names of all staff who stand in what is held, by the ids they are stored under. */
function authorsIn({ school, ...held }: Held): Readonly<Record<string, string>> {
  const text = JSON.stringify(held);
  const there = school.staff.filter(({ email }) => text.includes(JSON.stringify(email)));
  return Object.fromEntries(there.map(({ email, name }) => [email, name]));
}

/** The same, with what was decided to be left out left out of every text. What only marks and names is cut into no passages. */
function changedTexts<T>(value: T, cut: Cut): T {
  if (typeof value === 'string') return asDecided(cut(value)) as T;
  if (Array.isArray(value)) return value.map((one) => changedTexts(one, cut)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, changedTexts(one, cut)])) as T;
}
