import type { Inbound, Reply } from '../channels/channel.ts';
import { contactId } from '../domain/school/contact.ts';
import { buttonsOn } from '../presentation/render.ts';
import { putAwayCard, sentElsewhereCard, shownAgainCard } from '../presentation/screens/settled.ts';
import type { Deps } from './deps.ts';
import { purposeOf, purposeOfForm } from './purpose.ts';

/** What the form was for that was sent, and taken; undefined where none was. */
function takenForm(said: Inbound['said'], { kind, show }: Reply): string | undefined {
  const isSent = said.kind === 'press' && said.data.do === 'submit' && said.data.part === undefined;
  return isSent && kind === 'replace' && show.refused === undefined && !show.form
    ? purposeOfForm(said.data)
    : undefined;
}

/**
 * Does `work`, and has count kept of the card that comes of it, and of where it stands. `children` says, once it stands, whom it
 * shows, by id.
 */
export async function counted(
  { cards }: Pick<Deps, 'cards'>,
  { channel, tenant, account, said }: Inbound,
  work: () => Promise<Reply>,
  children: () => readonly string[],
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
  const isForm = reply.show.form !== undefined;
  const buttons = buttonsOn(reply.show.card).length;
  const sent = takenForm(said, reply);
  return {
    ...reply,
    async stands(at) {
      await reply.stands?.(at);
      const of = children();
      if (counts || of.length > 0) {
        await cards.stands(contact, { purpose, isForm, of, buttons }, at, shownAgainCard());
        if (at.first) await cards.putAway(contact, at.first, putAwayCard());
      }
      if (sent !== undefined && at.first) await cards.sent(contact, sent, at.first, sentElsewhereCard());
      release();
    },
  };
}
