import type { MessageRef } from '../channels/channel.ts';
import type { CardMessage } from '../presentation/message.ts';

/** What keeps count of the cards that stand in people's chats. Nothing here rejects, and no answer hangs on it. */
export interface StandingCards {
  /**
   * The card at `ref` in that contact's chat is now one for `purpose` ('' for none that is kept count of): an earlier one for
   * the same becomes `instead`.
   */
  stands(contactId: string, purpose: string, ref: MessageRef, instead: CardMessage): Promise<void>;
  /** What stands at these places of that contact's chat is over: it becomes `instead`. */
  over(contactId: string, refs: readonly MessageRef[], instead: CardMessage): Promise<void>;
  /** Somebody acts on what stands at `ref`, until what is returned is called: nobody else is to change it meanwhile. */
  inHand(contactId: string, ref: MessageRef): () => void;
}
