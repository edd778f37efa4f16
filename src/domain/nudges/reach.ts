import type { Contact } from '../school/contact.ts';
import type { PendingMessage } from './message.ts';

/** What is wrong with reaching somebody: a message did not arrive, or nobody knows whether it did. */
export type Reach = 'unreached' | 'unconfirmed';

/**
 * What is wrong with reaching a person, if anything is: by the `states` of what was sent to them last, and by what is
 * known of them in the chats. Nothing that was heard of them later than a message makes it any less sent, but it is no
 * longer in doubt that they can be reached.
 */
export function reachOf(
  states: readonly PendingMessage['state'][],
  contacts: readonly Contact[],
): Reach | undefined {
  if (states.some(({ is }) => is === 'undeliverable')) return 'unreached';
  if (contacts.length > 0 && contacts.every(({ unreachable }) => unreachable)) return 'unreached';
  const heardAt = contacts.reduce((last, { seenAt = '' }) => (seenAt > last ? seenAt : last), '');
  return states.some((state) => state.is === 'unconfirmed' && state.at >= heardAt)
    ? 'unconfirmed'
    : undefined;
}
