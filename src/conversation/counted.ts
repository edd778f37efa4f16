import type { Inbound, Reply } from '../channels/channel.ts';
import { contactId } from '../domain/school/contact.ts';
import { shownAgainCard } from '../presentation/screens/settled.ts';
import type { Deps } from './deps.ts';
import { purposeOf } from './purpose.ts';

/** Does `work`, and has count kept of the card that comes of it, and of where it stands. */
export async function counted(
  { cards }: Pick<Deps, 'cards'>,
  { channel, tenant, account, said }: Inbound,
  work: () => Promise<Reply>,
): Promise<Reply> {
  if (!cards) return work();
  const contact = contactId(channel, tenant, account);
  const release = said.kind === 'press' && said.at ? cards.inHand(contact, said.at) : () => undefined;
  let reply: Reply | undefined;
  try {
    reply = await work();
  } finally {
    // What takes the card's place is still to be shown there.
    if (reply?.kind !== 'replace') release();
  }
  const purpose = purposeOf(reply.show);
  const counts = reply.kind === 'replace' || (reply.kind === 'new' && purpose !== '');
  if (!counts) return reply;
  return {
    ...reply,
    async stands(ref) {
      await cards.stands(contact, purpose, ref, shownAgainCard());
      release();
    },
  };
}
