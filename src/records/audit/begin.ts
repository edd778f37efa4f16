import type { Store } from '../../store/store.ts';
import { type ByHand, changedByHand } from './by-hand.ts';
import { type OpenedAudit, openAudit, type ToOpen } from './open.ts';

/** An audit that is ready to be added to, and all that was found on the way. */
export interface BegunAudit extends Omit<OpenedAudit, 'hadBegun'> {
  /** The documents that were changed since, and not through the bot. */
  readonly byHand: readonly ByHand[];
}

/**
 * Opens the audit of a data folder whose store this process has, and compares what is stored with it.
 * @throws {AuditKeyFault} its key is not to be had, or is another one; {NotKept} it can't be written
 */
export async function beginAudit(store: Store, given: ToOpen): Promise<BegunAudit> {
  const { hadBegun, ...opened } = await openAudit(given);
  const byHand = await changedByHand(opened.audit, store, hadBegun);
  // What was found is told once: it is on disk, and the next start begins from here.
  await opened.audit.checkpoint();
  return { ...opened, byHand };
}

const HAND: Readonly<Record<ByHand['is'], string>> = {
  changed: 'was changed',
  new: 'was put there',
  gone: 'was taken away',
};

/** A document that was changed by hand, in words for an IT manager. */
export const byHandInWords = ({ collection, id, is }: ByHand): string =>
  `${collection}/${id} ${HAND[is]}, and not by the bot: by hand, or with a backup that was put back`;
