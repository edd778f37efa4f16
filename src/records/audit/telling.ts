import { type AuditEntry, BOT } from './entry.ts';
import type { AuditFault } from './fault.ts';
import { chainOf, faultCode, type Standing } from './standing.ts';
import type { VerifiedAudit } from './verify.ts';

/** Why what is not as it was written is known: the program's own words, since the trail takes no others. */
export const BECAUSE = {
  moved: 'it was moved or taken away on purpose',
  restored: 'an older copy of the folder was put back',
  disk: 'a disk has failed, or the machine has',
  'looked-into': 'it was looked into, and what came of it is written down elsewhere',
} as const;
export type Because = keyof typeof BECAUSE;

/** What is not as it was written goes on being told, at each start and by each verifying, until somebody says that it is known. */
export interface Telling {
  /** Notes what was found; what was noted before, or is accepted, is not noted again. */
  found(faults: readonly AuditFault[]): void;
  /** All there is to accept now. */
  open(): Promise<readonly AuditFault[]>;
  /** Notes who says that these are known, and why. @throws {NotKept} it could not be written, and they go on being told. */
  accept(faults: readonly AuditFault[], who: string, because: Because): Promise<void>;
}

/** An audit, as far as it tells what is not as it was written. */
interface Tells {
  readonly standing: Standing;
  recordIn(name: string, entry: AuditEntry): void;
  verify(): Promise<Pick<VerifiedAudit, 'faults'>>;
  checkpoint(): Promise<void>;
}

/** So many are named in one entry. */
const MOST = 500;

/** The telling of an audit in files. */
export function tellingOf(audit: Tells): Telling {
  const note = (faults: readonly AuditFault[], entry: Pick<AuditEntry, 'who' | 'kind' | 'what'>) => {
    for (const [chain, all] of Map.groupBy(faults, chainOf))
      for (let from = 0; from < all.length; from += MOST) {
        const codes = all.slice(from, from + MOST).map(faultCode);
        audit.recordIn(chain, { ...entry, count: codes.length, faults: codes });
      }
  };
  return {
    found: (faults) =>
      note(
        faults.filter((fault) => !audit.standing.isOpen(fault) && !audit.standing.isAccepted(fault)),
        { who: BOT, kind: 'found', what: 'audit-changed' },
      ),
    async open() {
      const { faults } = await audit.verify();
      const all = [...faults, ...audit.standing.all()];
      return [...new Map(all.map((fault) => [`${chainOf(fault)}/${faultCode(fault)}`, fault])).values()];
    },
    async accept(faults, who, because) {
      note(faults, { who, kind: 'accepted', what: because });
      await audit.checkpoint();
    },
  };
}
