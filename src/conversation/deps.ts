import type { Apart, Clock, Ids } from '../app/ports.ts';
import type { Inbound, MessageRef, Reply, Sender } from '../channels/channel.ts';
import type { Audit } from '../records/audit/audit.ts';
import type { StoreFor } from '../records/audit/audited-store.ts';
import type { Store } from '../store/store.ts';
import type { StandingCards } from './cards-port.ts';
import type { Drafts } from './drafts.ts';
import type { Imports } from './import-port.ts';
import type { Moving } from './moving-port.ts';
import type { Parts } from './parts-kept.ts';
import type { Person } from './people.ts';
import type { Records } from './records-port.ts';
import type { Waiting } from './waiting.ts';

/** What a conversation works with. */
export interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Who saw and did what; without it, that is noted nowhere. */
  readonly audit?: Audit;
  /** A store for whoever does something, so that what they change is known for theirs; without it, `store`. */
  readonly storeFor?: StoreFor;
  /** What brings in a list that a SENCO sends; without it, files are not opened. */
  readonly imports?: Imports;
  /** The schools, by id, of which many pupils are being moved up a year; without it, that is waited for. */
  readonly moving?: Map<string, Moving>;
  /** What was typed in forms that could not be taken yet; without it, such a form opens empty. */
  readonly drafts?: Drafts;
  /** What has come of forms that are sent in parts; without it, a part that was sent is never enough. */
  readonly parts?: Parts;
  /** What empties all places where typed words wait, once a child is erased; without it, they wait to the end of their time. */
  readonly waiting?: Waiting;
  /** Told when what was stored could not be shown. */
  readonly failed?: (error: unknown) => void;
  /** What keeps count of the cards in people's chats; without it, each stays as it is. */
  readonly cards?: StandingCards;
  /** How fast each account may go; without it, as fast as it can. */
  readonly pace?: { tooFast(inbound: Inbound): Reply | undefined; looksTooFast(from: Sender): boolean };
  /** What keeps one bad document from stopping everything; without it, it does. */
  readonly apart?: Apart;
  /** Who it is by now that this turn came from, where something was waited for; undefined for nobody here any more. */
  readonly whoNow?: () => Promise<Person | undefined>;
  /** What takes out all that is held about a pupil; without it, nothing can be. */
  readonly records?: Records;
  /** The account this turn came from, and where the card stands that was pressed, if it is a message in their own chat. */
  readonly from?: Sender & { readonly at?: MessageRef };
  /** What a command begins with in the chat this turn came from, where that is not “review”. */
  readonly writes?: string;
  /**
   * Called after each commit, so that what it owes others is delivered at once rather than at the next round; with the
   * ids of the review or pupil it changed, so that digests that list something of them are kept up to date.
   */
  readonly committed: (...changed: readonly string[]) => void;
}
