import type { Clock } from '../../app/ports.ts';
import type { Found } from '../../store/examine.ts';
import { noteChanged } from './by-hand.ts';
import type { AuditKind } from './entry.ts';
import type { FileAudit } from './file-audit.ts';
import { markedAmong } from './marked.ts';
import { openAudit } from './open.ts';
import { auditFolder, chainsIn } from './places.ts';
import { terminalWho } from './terminal-who.ts';

/** Where the audit of a data folder is, and its key as the environment has it. */
interface Place {
  readonly dataDir: string;
  readonly auditKey?: string | undefined;
  readonly clock: Clock;
}

/** Does something with the audit of a data folder that this process has for itself. Where none has begun, the next start begins it. */
async function withAudit(
  { dataDir, auditKey, clock }: Place,
  work: (audit: FileAudit) => unknown,
): Promise<void> {
  if ((await chainsIn(auditFolder(dataDir))).length === 0) return;
  const { audit } = await openAudit({ dataDir, key: auditKey, clock });
  await work(audit);
  await audit.close();
}

/**
 * Notes what somebody does on the machine, with the data folder and without a store; it is on disk when this resolves.
 * @throws {AuditKeyFault} its key is not to be had, or is another one; {NotKept} it can't be written
 */
export const noteOutside = (place: Place, kind: AuditKind, what: string): Promise<void> =>
  withAudit(place, (audit) => audit.record(undefined, { who: terminalWho(), kind, what }));

/** Notes each document that a backup has changed: it is no change by hand. Throws as `noteOutside` does. */
export const noteRestored = (place: Place, documents: readonly Found[]): Promise<void> =>
  withAudit(place, (audit) =>
    noteChanged(audit, markedAmong(documents), { who: terminalWho(), kind: 'restored' }),
  );
