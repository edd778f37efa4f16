import type { Ageing } from './ageing.ts';
import type { AuditEntry, KeptEntry } from './entry.ts';
import type { Telling } from './telling.ts';
import type { NotedHead, VerifiedAudit } from './verify.ts';

/** The audit could not be written: what hangs on it must not be confirmed, and was not done. */
export class NotKept extends Error {
  constructor(cause: unknown) {
    super('the audit could not be written', { cause });
  }
}

/** What of an entry is found out when it is written. */
export type More = () => Pick<AuditEntry, 'fields'>;

/** A page of what was done with a child's data, the newest first. */
export interface SeenPage {
  readonly entries: readonly KeptEntry[];
  readonly hasMore: boolean;
  /** So many lines of the pupil that were read are not as they were written, and are left out. */
  readonly notAsWritten?: number;
}

/** The schools' trail of who saw and did what: it is only ever added to. */
export interface Audit {
  /**
   * Notes what was done in a school (undefined: in none), after all that was noted of it before. It is on disk within a second.
   * `more` is asked for only then, so that nobody waits for it: the names of the fields, where it takes time to find them.
   * @throws {NotKept} the disk has failed for so long that no more can be kept for it; {TypeError} the entry is none.
   */
  record(school: string | undefined, entry: AuditEntry, more?: More): void;
  /** Resolves once all that was noted is on disk: what changes something waits for it. @throws {NotKept} it is not. */
  durable(): Promise<void>;
  /**
   * Changes something stored. `put` is given what it must call, and wait for, before anything is changed: by it the entry is made, and
   * is durable. Where `put` rejects after that, it is noted that nothing was changed; the error is thrown on.
   * @throws {NotKept} the entry could not be written, and nothing was changed
   */
  change<T>(
    school: string | undefined,
    put: (first: (entry: AuditEntry) => Promise<void>) => Promise<T>,
  ): Promise<T>;
  /** What was done with a child's data in a school: `count` of it, after the first `skip`, newest first. */
  ofPupil(school: string, pupil: string, skip: number, count: number): Promise<SeenPage>;
  /** All that is not as it was written; `noted` is a head that was noted elsewhere. */
  verify(noted?: NotedHead): Promise<VerifiedAudit>;
  /** What of it is older than it is kept. */
  readonly ageing: Ageing;
  /** What of it is not as it was written, until somebody says that it is known. */
  readonly telling: Telling;
  /** Undefined when it can be written; else what is wrong, in words for an IT manager. */
  trouble(): Promise<string | undefined>;
  /** The keyed mark of a document's content, by which a change that did not come through the bot is known. */
  markOf(collection: string, document: object): string;
}

/** Notes nothing: where nothing is kept that needs an audit, as in most tests. */
export const NO_AUDIT: Audit = {
  record: () => undefined,
  durable: async () => undefined,
  change: (_school, put) => put(async () => undefined),
  ofPupil: async () => ({ entries: [], hasMore: false }),
  verify: async () => ({ faults: [], entries: new Map(), heads: new Map(), cuts: new Map() }),
  ageing: { old: async () => [], remove: async () => true },
  telling: { found: () => undefined, open: async () => [], accept: async () => undefined },
  trouble: async () => undefined,
  markOf: () => '0',
};
