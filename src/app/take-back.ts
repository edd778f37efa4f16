import { type Channel, TryLater, Uncertain } from '../channels/channel.ts';
import type { Workplace } from '../command-line/command.ts';
import { noticeCard } from '../presentation/notice.ts';
import type { Store } from '../store/store.ts';
import type { Log } from './log.ts';

const REMOVED = noticeCard({
  title: 'Removed',
  say: 'What stood here is not kept in the chat any more. Type “mine” to see what is waiting on you.',
});

/** Puts "removed" in the place of messages that were sent, in whichever chat they stand. */
export function takingBack(
  store: Pick<Store, 'get'>,
  channels: readonly Channel[],
  log: Log,
): NonNullable<Workplace['takeBack']> {
  return async ({ contactId, ref }) => {
    const contact = await store.get('contacts', contactId);
    const channel = channels.find(({ name }) => name === contact?.channel);
    if (!contact || !channel) return 'gone';
    try {
      await channel.update(contact, ref, REMOVED);
      return 'done';
    } catch (error) {
      log.warn('message not taken back', { channel: channel.name, error });
      return error instanceof TryLater || error instanceof Uncertain ? 'later' : 'gone';
    }
  };
}
