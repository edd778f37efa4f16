import type { KeyObject } from 'node:crypto';
import type { Clock } from '../../app/ports.ts';
import { Turns } from '../../app/turns.ts';
import { type LocalDate, localDate } from '../../domain/time.ts';
import { codeOf, isThere } from '../../store/lowdb/files.ts';
import { ageingOf } from './age-files.ts';
import type { Ageing } from './ageing.ts';
import { type Audit, type More, NotKept, type SeenPage } from './audit.ts';
import { type Head, NO_HEAD } from './chain.ts';
import { writeCheckpoint } from './checkpoint.ts';
import { countDays } from './count-days.ts';
import { type AuditEntry, auditEntrySchema } from './entry.ts';
import { type Mark, type Marks, markOf, nameOf } from './marks.ts';
import { chainName, dayPath } from './places.ts';
import { type AuditFiles, SchoolChain } from './school-chain.ts';
import { seenIn } from './seen.ts';
import type { Standing } from './standing.ts';
import { type Telling, tellingOf } from './telling.ts';
import { type NotedHead, type VerifiedAudit, verifyAudit } from './verify.ts';

/** What was noted is on disk within a second; most often sooner, since a change does not wait. */
const SYNC_WITHIN_MS = 500;
/** So many entries of a school wait in memory for a disk that is slow, and so many for one that has failed; then nothing more is shown. */
const MOST_WAITING = 1_000;
const MOST_UNKEPT = 100;

/** What an audit in files works with. */
export interface AuditAt {
  /** The audit's own folder. */
  readonly audit: string;
  readonly key: KeyObject;
  readonly clock: Clock;
  readonly files: AuditFiles;
  /** Told of each chain's head, when the first entry of a day comes. */
  readonly onDay: (school: string, head: Head) => void;
}

/**
 * How a document is found: as it was last stored; as it was before a change that was noted, but never stored, since the bot was killed;
 * or otherwise than any of it.
 */
export type Compared = 'as-stored' | 'never-stored' | 'new' | 'changed';

/** An audit in a folder: a file a school and day. */
export class FileAudit implements Audit {
  readonly at: AuditAt;
  readonly marks: Marks;
  readonly ageing: Ageing;
  readonly telling: Telling;
  readonly standing: Standing;
  /** All files are read, and some removed, one after the other. */
  readonly #turns = new Turns();
  readonly #chains: Map<string, SchoolChain>;
  #soon: NodeJS.Timeout | undefined;

  constructor(
    at: AuditAt,
    chains: ReadonlyMap<string, { head: Head; day: LocalDate }>,
    marks: Marks,
    standing: Standing,
  ) {
    this.at = at;
    this.marks = marks;
    this.standing = standing;
    this.telling = tellingOf(this);
    this.ageing = ageingOf(this, (work) => this.#turns.take('files', work));
    this.#chains = new Map(
      [...chains].map(([name, { head, day }]) => [name, new SchoolChain({ ...at, name }, head, day)]),
    );
  }

  record(school: string | undefined, entry: AuditEntry, more?: More): void {
    this.recordIn(chainName(school), entry, more);
  }

  /** As `record`, in the chain of this name. */
  recordIn(name: string, entry: AuditEntry, more?: More): void {
    const read = auditEntrySchema.safeParse(entry);
    if (!read.success) throw new TypeError(`no entry of the audit: ${read.error.issues[0]?.path.join('.')}`);
    const chain = this.#chain(name);
    if (chain.waiting >= (chain.failed ? MOST_UNKEPT : MOST_WAITING)) throw new NotKept(chain.failed);
    this.#add(name, read.data, more);
  }

  #add(name: string, entry: AuditEntry, more?: More): void {
    const chain = this.#chain(name);
    const now = this.at.clock.now();
    if (localDate(now) > chain.day) this.#newDay(name, chain.head);
    chain.add(now, more ? () => withMore(entry, more) : () => entry);
    this.marks.take(entry);
    this.standing.take(name, entry);
    this.#soon ??= setTimeout(() => this.#inTime(), SYNC_WITHIN_MS).unref();
  }

  async durable(): Promise<void> {
    await Promise.all([...this.#chains.values()].map((chain) => chain.durable()));
  }

  async change<T>(
    school: string | undefined,
    put: (first: (entry: AuditEntry) => Promise<void>) => Promise<T>,
  ): Promise<T> {
    let noted: AuditEntry | undefined;
    let before: Mark | undefined;
    try {
      const done = await put(async (entry) => {
        before = entry.document && this.marks.get(nameOf(entry.document))?.now;
        this.record(school, entry);
        noted = entry;
        await this.#chain(chainName(school)).durable();
      });
      if (!noted) throw new TypeError('something was changed without its entry');
      if (noted.document) this.marks.stored(nameOf(noted.document));
      return done;
    } catch (error) {
      // Where it came to no entry, nothing was begun. Else this belongs to it, however many wait.
      if (noted) this.#add(chainName(school), notStored(noted, before));
      throw error;
    }
  }

  markOf(collection: string, document: object): string {
    return markOf(this.at.key, collection, document);
  }

  /** Whether a document that is stored is as it was last stored through the bot. */
  compare(collection: string, document: { readonly id: string; readonly version: number }): Compared {
    const known = this.marks.get(nameOf({ collection, id: document.id }));
    if (!known?.now && !known?.before) return 'new';
    const mark = this.markOf(collection, document);
    const is = (one: Mark | undefined) => one?.mark === mark && one.version === document.version;
    if (is(known.now)) return 'as-stored';
    return known.unsure && is(known.before) ? 'never-stored' : 'changed';
  }

  /** The same of a document that is not there. */
  compareGone(collection: string, id: string): Compared {
    const known = this.marks.get(nameOf({ collection, id }));
    if (!known?.now) return 'as-stored';
    return known.unsure && !known.before ? 'never-stored' : 'changed';
  }

  async ofPupil(school: string, pupil: string, skip: number, count: number): Promise<SeenPage> {
    await this.durable().catch(() => undefined);
    const { audit, key } = this.at;
    return seenIn({ audit, key, name: chainName(school) }, pupil, skip, count);
  }

  /** Where each chain stands, by its name. */
  heads(): ReadonlyMap<string, { readonly head: Head; readonly day: LocalDate }> {
    return new Map([...this.#chains].map(([name, { head, day }]) => [name, { head, day }]));
  }

  verify(noted?: NotedHead): Promise<VerifiedAudit> {
    return this.#turns.take('files', () => verifyAudit(this, noted));
  }

  async trouble(): Promise<string | undefined> {
    await this.durable().catch(() => undefined);
    const failed = [...this.#chains.values()].map((chain) => chain.failed).find((one) => one !== undefined);
    if (failed) return `the audit can't be written (${codeOf(failed)}): nothing is changed until it can`;
    for (const [name, { day }] of this.#chains) {
      if (day !== '' && !(await isThere(dayPath(this.at.audit, name, day))))
        return 'a file of the audit was removed while the bot ran: verify it, and start the bot again';
    }
    return undefined;
  }

  /** Notes how far all has come, so that the next start reads on from there. */
  async checkpoint(): Promise<void> {
    const heads = Object.fromEntries(
      [...this.#chains].flatMap(([name, { head, day }]) => (head.seq ? [[name, { ...head, day }]] : [])),
    );
    const marks = Object.fromEntries(this.marks.all());
    const { audit, key } = this.at;
    // Only then is it on disk what is noted here.
    await this.durable();
    await countDays(audit, this.standing, heads);
    await writeCheckpoint(audit, key, { heads, marks, standing: this.standing.stored() });
  }

  /** Writes what waits, notes how far all has come, and lets go of the files. */
  async close(): Promise<void> {
    clearTimeout(this.#soon);
    try {
      await this.checkpoint();
    } finally {
      for (const chain of this.#chains.values()) await chain.close();
    }
  }

  #chain(name: string): SchoolChain {
    const known = this.#chains.get(name);
    if (known) return known;
    const made = new SchoolChain({ ...this.at, name }, NO_HEAD, '');
    this.#chains.set(name, made);
    return made;
  }

  #newDay(name: string, head: Head): void {
    if (head.seq === 0) return;
    this.at.onDay(name, head);
    // Whatever becomes of it, the next start can read all of it.
    void this.checkpoint().catch(() => undefined);
  }

  #inTime(): void {
    this.#soon = undefined;
    void this.durable().catch(() => {
      this.#soon ??= setTimeout(() => this.#inTime(), SYNC_WITHIN_MS).unref();
    });
  }
}

/** The entry with what is found out late; as it is, where that can't be. */
function withMore(entry: AuditEntry, more: More): AuditEntry {
  try {
    return auditEntrySchema.parse({ ...entry, ...more() });
  } catch {
    return entry;
  }
}

/** That a change was not made after all: the document is as it was; of one that was not there, version 0. */
function notStored(entry: AuditEntry, before: Mark | undefined): AuditEntry {
  const { document } = entry;
  const asBefore = document && {
    ...document,
    version: before?.version ?? 0,
    mark: before?.mark ?? '0',
  };
  return { ...entry, kind: 'not-stored', ...(asBefore && { document: asBefore }) };
}
