import { beginAudit } from '../records/audit/begin.ts';
import { headInWords } from '../records/audit/chain.ts';
import type { FileAudit } from '../records/audit/file-audit.ts';
import { chainInWords } from '../records/audit/places.ts';
import type { BroughtUp } from '../store/lowdb/options.ts';
import type { Store } from '../store/store.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import type { Clock } from './ports.ts';

type Given = Pick<Config, 'dataDir' | 'auditKey'> & {
  readonly clock: Clock;
  readonly log: Log;
  readonly upgraded?: BroughtUp | undefined;
};

/**
 * The audit of a data folder, and in the log all that is not as the bot left it: none of it stops a start. Each chain's head is
 * logged once a day, so that whoever keeps the log can tell whether an end was cut off since.
 * @throws {AuditKeyFault} its key is not to be had, or is another one; the store is closed then
 */
export async function openDataAudit(
  store: Store,
  { dataDir, auditKey, clock, log, upgraded }: Given,
): Promise<FileAudit> {
  const begun = beginAudit(store, {
    dataDir,
    key: auditKey,
    clock,
    upgraded,
    onDay: (chain, head) => log.info('audit head', { school: chainInWords(chain), head: headInWords(head) }),
  });
  const { audit, faults, mended, byHand } = await begun.catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  for (const { chain, bytes, kept } of mended)
    log.warn('half-written end of the audit cut off', {
      school: chainInWords(chain),
      count: bytes,
      file: kept,
    });
  for (const { chain, day, line, what } of faults)
    log.error('audit is not as it was written', {
      school: chainInWords(chain),
      kind: what,
      ...(day && { day }),
      ...(line && { count: line }),
    });
  for (const { collection, id, is } of byHand)
    log.error('document changed by hand', { collection, document: id, kind: is });
  return audit;
}
