import type { Terminal } from '../../command-line/command.ts';
import { standsAt } from '../../domain/nudges/chat-copies.ts';
import type { PersonId } from '../../domain/school/school.ts';
import type { Store } from '../../store/store.ts';
import type { Audit } from '../audit/audit.ts';
import { isAbout } from './elsewhere.ts';
import type { Erasing } from './journal.ts';

/** With whom something of a child stays that the bot can't take back, as person ids. */
export interface Stays {
  /** Older answers in their chat, which are kept count of no more. */
  readonly older: readonly PersonId[];
  /** Messages that are being sent, or of which nobody knows whether they came, or where they stand. */
  readonly unsure: readonly PersonId[];
  /** Copies of the record that they took out. */
  readonly takenOut: readonly string[];
}

const MOST_ENTRIES = 100_000;
const SENT: readonly string[] = ['sending', 'unconfirmed', 'sent'];
const once = <One>(all: readonly One[]): One[] => [...new Set(all)].toSorted();

/** With whom something of the child stays, asked before it is erased. */
export async function staysWith(
  { pupil, school, ids }: Erasing,
  { store, audit }: { readonly store: Store; readonly audit: Pick<Audit, 'ofPupil'> },
): Promise<Stays> {
  const meant = new Set(ids);
  const contacts = (await store.all('contacts')).filter(({ shownBefore = [] }) =>
    shownBefore.some((id) => meant.has(id)),
  );
  const digests = (await store.all('digests')).filter((digest) => isAbout(meant, digest));
  const messages = (await store.reviewsOfPupil(pupil)).flatMap((review) => review.messages);
  const unsure = [...messages, ...digests].filter((one) => SENT.includes(one.state.is) && !standsAt(one));
  const { entries } = await audit.ofPupil(school, pupil, 0, MOST_ENTRIES);
  return {
    older: once(contacts.flatMap(({ person, email }) => person ?? email ?? [])),
    unsure: once(unsure.map(({ to }) => to)),
    takenOut: once(entries.flatMap(({ kind, who }) => (kind === 'exported' ? [who] : []))),
  };
}

/** One paragraph of what stays once a child is erased, and with whom. It names nobody but colleagues, by their ids. */
export function sayStays({ older, unsure, takenOut }: Stays, terminal: Pick<Terminal, 'say'>): void {
  const withWhom = [
    ...(older.length > 0 ? [`older answers in the chat of ${older.join(', ')}`] : []),
    ...(unsure.length > 0
      ? [`messages to ${unsure.join(', ')}, of which it is not known whether they came or where they stand`]
      : []),
    ...(takenOut.length > 0 ? [`copies of the record that ${takenOut.join(', ')} took out`] : []),
  ];
  const asked =
    withWhom.length > 0
      ? ` The bot can’t take these back, so please ask for them to be deleted: ${withWhom.join('; ')}.`
      : '';
  terminal.say(
    `What stays: who looked at the record, and when, under a number that names nobody, and what people typed, saved or printed themselves.${asked}`,
  );
}
