import { type Channel, TryLater } from '../src/channels/channel.ts';
import type { Contact } from '../src/domain/school/contact.ts';

/**
 * The control: a channel by which the bot sends as bots do that don't take care. To half of the people everything that
 * went wrong is sent again; with the others, everything counts as sent before it is.
 */
export function naive<C extends Channel>(channel: C): C {
  return {
    ...channel,
    async send(contact, message, key) {
      const sending = channel.send(contact, message, key);
      if (!isSentAgain(contact)) {
        sending.catch(() => {});
        return {};
      }
      return sending.catch(() => {
        throw new TryLater(1000);
      });
    },
    // What it had in hand when it was killed: sent again, or taken for sent.
    delivered: async (contact) => !isSentAgain(contact),
  };
}

const isSentAgain = ({ userId }: Contact) => /[02468]$/.test(userId);
