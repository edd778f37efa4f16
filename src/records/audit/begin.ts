import type { BroughtUp } from '../../store/lowdb/options.ts';
import type { Store } from '../../store/store.ts';
import { noteAccounts } from './accounts-by-hand.ts';
import { isOfAccount } from './binding.ts';
import { type ByHand, beginWith, noteChanged } from './by-hand.ts';
import { BOT } from './entry.ts';
import type { AuditFault } from './fault.ts';
import type { FileAudit } from './file-audit.ts';
import { markedAmong, markedIn } from './marked.ts';
import { type OpenedAudit, openAudit, type ToOpen } from './open.ts';

/** An audit that is ready to be added to, and all that was found on the way. */
export interface BegunAudit extends Omit<OpenedAudit, 'hadBegun' | 'hadCheckpoint'> {
  /** The documents that were changed since, and not through the bot. */
  readonly byHand: readonly ByHand[];
}

/** What an audit is begun with. */
interface ToBegin extends ToOpen {
  /** The upgrade that opening the store was, where it was one: what that has changed is no change by hand. */
  readonly upgraded?: BroughtUp | undefined;
}

/**
 * Opens the audit of a data folder whose store this process has, and compares what is stored with it. Where the audit only begins, all
 * is as it should be, but for whose the accounts in chats are: that is learned again.
 * @throws {AuditKeyFault} its key is not to be had, or is another one; {NotKept} it can't be written
 */
export async function beginAudit(store: Store, given: ToBegin): Promise<BegunAudit> {
  const { hadBegun, hadCheckpoint, ...opened } = await openAudit(given);
  const { audit } = opened;
  const gone = hadBegun ? [] : await allGone(store, opened);
  audit.telling.found(gone);
  const faults = [...opened.faults, ...gone];
  const documents = await compared(audit, store, hadBegun, given.upgraded);
  const accounts = await noteAccounts(audit, store, { isKept: hadCheckpoint, was: given.upgraded?.was });
  const byHand = [...documents, ...accounts];
  // What was found is told once: it is on disk, and the next start begins from here.
  await opened.audit.checkpoint();
  return { ...opened, faults, byHand };
}

/** Only with an audit do documents come to have a history: where some have one, and there is no audit, it was taken away. */
async function allGone(
  store: Store,
  { faults }: Pick<OpenedAudit, 'faults'>,
): Promise<readonly AuditFault[]> {
  if (faults.some(({ what }) => what === 'all-gone')) return [];
  const documents = await markedIn(store);
  const hadOne = documents.some(
    ({ collection, document }) => collection !== 'reviews' && document.history?.length,
  );
  return hadOne ? [{ chain: '', what: 'all-gone' }] : [];
}

async function compared(
  audit: FileAudit,
  store: Store,
  hadBegun: boolean,
  upgraded: BroughtUp | undefined,
): Promise<readonly ByHand[]> {
  const documents = await markedIn(store);
  if (!hadBegun) {
    beginWith(audit, documents);
    return [];
  }
  if (!upgraded) return noteChanged(audit, documents);
  // What somebody did by hand before is found in what stood there before.
  const byHand = await noteChanged(audit, markedAmong(upgraded.was));
  const { from, to } = upgraded;
  audit.record(undefined, { who: BOT, kind: 'upgraded', what: `format-${from}-to-${to}` });
  await noteChanged(audit, documents, { who: BOT, kind: 'upgraded' });
  return byHand;
}

const HAND: Readonly<Record<ByHand['is'], string>> = {
  changed: 'was changed',
  new: 'was put there',
  gone: 'was taken away',
};

/** A document that was changed by hand, in words for an IT manager. */
export function byHandInWords({ collection, id, is }: ByHand): string {
  const name = `${collection}/${id}`;
  const account = isOfAccount(name) && is !== 'gone';
  const then = account ? ': it is nobody’s account until the chat says whose it is' : '';
  return `${name} ${HAND[is]}, and not by the bot${then}`;
}
