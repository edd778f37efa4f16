import pTimeout from 'p-timeout';
import { TryLater } from '../channels/channel.ts';
import type { Where } from '../domain/nudges/message.ts';
import type { PersonId } from '../domain/school/school.ts';
import type { CardMessage } from '../presentation/message.ts';
import { accountsIn } from '../store/accounts.ts';
import { timingOf, type WorkerDeps } from './deps.ts';
import { noFaster, turnComes } from './turns.ts';

/**
 * Puts a card in the place of a message that was sent to `person`, where its chat is still theirs. Resolves to false when the
 * chat's rates do not let it through yet.
 * @throws {Unreachable | TryLater | Uncertain} as the channel's `update` does
 */
export async function putInPlace(
  person: PersonId,
  where: Where,
  message: CardMessage,
  deps: WorkerDeps,
): Promise<boolean> {
  const contact = await deps.store.get('contacts', where.contactId);
  const channel = deps.channels.find(({ name }) => name === contact?.channel);
  // Whoever has that chat now must be the person it was written to.
  if (!contact || !channel) return true;
  const theirs = await accountsIn(deps.store, person, await deps.store.schools());
  if (!theirs.some(({ id }) => id === contact.id)) return true;
  const to = { contact, channel };
  if (!(await turnComes(to, deps))) return false;
  try {
    await pTimeout(channel.update(contact, where.ref, message), { milliseconds: timingOf(deps).call });
  } catch (error) {
    if (error instanceof TryLater) noFaster(to, error.afterMs, deps);
    throw error;
  }
  return true;
}
