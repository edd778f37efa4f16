import { type Channel, TryLater, Uncertain } from '../channels/channel.ts';
import type { Workplace } from '../command-line/command.ts';
import { outOfDateCard, removedCard } from '../presentation/screens/settled.ts';
import type { Store } from '../store/store.ts';
import type { Log } from './log.ts';

/** Puts "removed" in the place of messages that were sent, in whichever chat they stand. */
export function takingBack(
  store: Pick<Store, 'get'>,
  channels: readonly Channel[],
  log: Log,
): NonNullable<Workplace['takeBack']> {
  return async ({ contactId, ref, ofOthers }) => {
    const contact = await store.get('contacts', contactId);
    const channel = channels.find(({ name }) => name === contact?.channel);
    if (!contact || !channel) return 'gone';
    try {
      await channel.update(contact, ref, ofOthers ? outOfDateCard() : removedCard());
      return 'done';
    } catch (error) {
      log.warn('message not taken back', { channel: channel.name, error });
      return error instanceof TryLater || error instanceof Uncertain ? 'later' : 'gone';
    }
  };
}
