import type { Clock } from '../../app/ports.ts';
import type { LocalDate } from '../../domain/time.ts';
import { isThere } from '../../store/lowdb/files.ts';
import { type Head, NO_HEAD } from './chain.ts';
import { type Checkpoint, readCheckpoint } from './checkpoint.ts';
import { daysThere } from './count-days.ts';
import { BOT } from './entry.ts';
import type { AuditFault } from './fault.ts';
import { FileAudit } from './file-audit.ts';
import { auditKey, keyFile } from './key.ts';
import { Marks } from './marks.ts';
import { auditFolder, chainsIn, dayPath, daysIn } from './places.ts';
import { mend, readChain, tornIn } from './read-chain.ts';
import { type AuditFiles, realAuditFiles } from './school-chain.ts';
import { Standing } from './standing.ts';

/** What an audit is opened with. */
export interface ToOpen {
  readonly dataDir: string;
  /** The key, as the environment has it; left out, it is in a file beside the data folder. */
  readonly key?: string | undefined;
  readonly clock: Clock;
  readonly files?: AuditFiles;
  readonly onDay?: (school: string, head: Head) => void;
}

/** A half-written end that was cut off, and the file beside it that has it now. */
interface Mended {
  readonly chain: string;
  readonly bytes: number;
  readonly kept: string;
}

/** An audit, and what was found when it was opened. */
export interface OpenedAudit {
  readonly audit: FileAudit;
  /** What is not as it was written: found since the last checkpoint, or before, and accepted by nobody yet. */
  readonly faults: readonly AuditFault[];
  /** The chains of which a half-written end was cut off, and how many bytes it had: what a crash leaves. */
  readonly mended: readonly Mended[];
  /** Whether there was an audit before. */
  readonly hadBegun: boolean;
  /** Whether its last checkpoint is there, and as it was written. */
  readonly hadCheckpoint: boolean;
}

/**
 * Opens the audit in a data folder that this process has for itself; begins it where there is none. What a crash has left half
 * written is cut off, kept beside, and noted; all else that is not as it was written is left as it is, and told.
 * @throws {AuditKeyFault} its key is not to be had, or is another one
 */
export async function openAudit(given: ToOpen): Promise<OpenedAudit> {
  const { dataDir, clock, files = realAuditFiles, onDay = () => undefined } = given;
  const audit = auditFolder(dataDir);
  const names = await chainsIn(audit);
  const hadKey = given.key === undefined && (await isThere(keyFile(dataDir)));
  const key = await auditKey(dataDir, given.key, names.length > 0);
  const found = await readCheckpoint(audit, key);
  const from = typeof found === 'string' ? undefined : found;
  const marks = new Marks(Object.entries(from?.marks ?? {}));
  const standing = new Standing(from?.standing);
  const chains = new Map<string, { head: Head; day: LocalDate }>();
  const faults: AuditFault[] = [];
  if (found === 'changed') faults.push({ chain: '', what: 'checkpoint' });
  // Each start leaves one: without it an end that was cut off can't be told, nor an audit that was taken away whole.
  if (found === 'none' && names.length > 0) faults.push({ chain: '', what: 'no-checkpoint' });
  if (found === 'none' && names.length === 0 && hadKey) faults.push({ chain: '', what: 'all-gone' });
  const mended: Mended[] = [];
  for (const chain of names) {
    mended.push(...(await mendLast(audit, chain)));
    const known = knownOf(from, chain);
    const { cut, days = 0 } = standing.daysOf(chain);
    const there = await daysThere(audit, chain, cut, known?.day ?? '');
    if (there < days) faults.push({ chain, what: 'days-gone', detail: String(days - there) });
    standing.setDays(chain, there);
    const read = await readChain(chain, {
      audit,
      key,
      ...(known && { from: known }),
      take: (entry) => {
        marks.take(entry);
        standing.take(chain, entry);
      },
    });
    faults.push(...read.faults);
    chains.set(chain, { head: furthest(read.head, known?.head), day: latest(read.day, known?.day) });
  }
  for (const chain of Object.keys(from?.heads ?? {})) {
    const known = knownOf(from, chain);
    if (!known || chains.has(chain)) continue;
    faults.push({ chain, what: 'gone', detail: String(known.head.seq) });
    standing.setDays(chain, 0);
    chains.set(chain, known);
  }
  const opened = new FileAudit({ audit, key, clock, files, onDay }, chains, marks, standing);
  for (const { chain, bytes } of mended)
    opened.recordIn(chain, { who: BOT, kind: 'mended', what: 'half-written', count: bytes });
  const told = [
    ...standing.all(),
    ...faults.filter((fault) => !standing.isOpen(fault) && !standing.isAccepted(fault)),
  ];
  opened.telling.found(faults);
  const hadCheckpoint = from !== undefined;
  return { audit: opened, faults: told, mended, hadBegun: names.length > 0 || hadCheckpoint, hadCheckpoint };
}

function knownOf(from: Checkpoint | undefined, chain: string) {
  const known = from?.heads[chain];
  return known && { head: { seq: known.seq, mac: known.mac }, day: known.day };
}

// Where the end was cut off, the chain goes on from what is known: the gap stays to be seen for good.
const furthest = (read: Head, known: Head = NO_HEAD) => (known.seq > read.seq ? known : read);
const latest = (read: LocalDate, known = '') => (known > read ? known : read);

async function mendLast(audit: string, chain: string): Promise<readonly Mended[]> {
  const { days } = await daysIn(audit, chain);
  const last = days.at(-1);
  const torn = last && (await tornIn(dayPath(audit, chain, last)));
  return torn ? [{ chain, bytes: torn.bytes, kept: await mend(torn) }] : [];
}
