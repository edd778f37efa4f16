import type { MessageRef } from '../channels/channel.ts';
import type { CardMessage } from '../presentation/message.ts';

/** What a card is for, and whether it is a form. */
interface Purpose {
  readonly purpose: string;
  readonly isForm?: boolean;
}

/** What keeps count of the cards that stand in people's chats. Nothing here rejects, and no answer hangs on it. */
export interface StandingCards {
  /**
   * The card at `ref` in that contact's chat is now one for `purpose` ('' for none that is kept count of): an earlier one for
   * the same becomes `instead`. Not one of a form's: where a form's boxes stand in its message, somebody may have typed into them.
   */
  stands(
    contactId: string,
    { purpose, isForm }: Purpose,
    ref: MessageRef,
    instead: CardMessage,
  ): Promise<void>;
  /** The form for `purpose` was sent from what stands at `ref`: where it stands elsewhere it becomes `instead`. */
  sent(contactId: string, purpose: string, ref: MessageRef, instead: CardMessage): Promise<void>;
  /** What stands at these places of that contact's chat is over: it becomes `instead`. */
  over(contactId: string, refs: readonly MessageRef[], instead: CardMessage): Promise<void>;
  /** Somebody acts on what stands at `ref`, until what is returned is called: nobody else is to change it meanwhile. */
  inHand(contactId: string, ref: MessageRef): () => void;
}
