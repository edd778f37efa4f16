import type { MessageRef, Stands } from '../channels/channel.ts';
import type { CardMessage } from '../presentation/message.ts';

/** What a card is for ('' for nothing that one card is enough of), whether it is a form, and the children it shows, by id. */
interface Purpose {
  readonly purpose: string;
  readonly isForm?: boolean;
  readonly of?: readonly string[];
  /** How many buttons it has. */
  readonly buttons?: number;
}

/** What keeps count of the cards that stand in people's chats. Nothing here rejects, and no answer hangs on it. */
export interface StandingCards {
  /**
   * What stands there in that contact's chat is now one for that purpose: an earlier one for the same becomes `instead`. Not one of
   * a form's: where a form's boxes stand in its message, somebody may have typed into them.
   */
  stands(contactId: string, card: Purpose, at: Stands, instead: CardMessage): Promise<void>;
  /** Where more buttons stand in that chat than one looks through, the cards longest there, but `newest`, become `instead`. */
  putAway(contactId: string, newest: MessageRef, instead: CardMessage): Promise<void>;
  /** The form for `purpose` was sent from what stands at `ref`: where it stands elsewhere it becomes `instead`. */
  sent(contactId: string, purpose: string, ref: MessageRef, instead: CardMessage): Promise<void>;
  /** What stands at these places of that contact's chat is over: it becomes `instead`. */
  over(contactId: string, refs: readonly MessageRef[], instead: CardMessage): Promise<void>;
  /** Somebody acts on what stands at `ref`, until what is returned is called: nobody else is to change it meanwhile. */
  inHand(contactId: string, ref: MessageRef): () => void;
}
