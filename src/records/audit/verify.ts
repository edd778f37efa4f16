import type { KeyObject } from 'node:crypto';
import { type Head, headInWords } from './chain.ts';
import type { Cut } from './entry.ts';
import { chainInWords, chainsIn } from './places.ts';
import { type AuditFault, readChain } from './read-chain.ts';

/** What `npm run audit -- verify` has found. */
export interface VerifiedAudit {
  readonly faults: readonly AuditFault[];
  /** How many entries are as they were written, by the chain's name. */
  readonly entries: ReadonlyMap<string, number>;
  readonly heads: ReadonlyMap<string, Head>;
  /** Up to where it is kept no longer, of each chain that was cut. */
  readonly cuts: ReadonlyMap<string, Cut>;
  /** The chain in which the head that was noted is of what is kept no longer: nothing can be said of it. */
  readonly before?: string;
}

/** A head that was noted elsewhere, and of which chain, where that is known. */
export interface NotedHead extends Head {
  readonly chain?: string | undefined;
}

/** What is verified: where its files are, and how far it has come. */
interface Verifiable {
  readonly at: { readonly audit: string; readonly key: KeyObject };
  durable(): Promise<void>;
  heads(): ReadonlyMap<string, { readonly head: Head }>;
}

/**
 * Reads all of an audit that is kept, from its first entry to its last. `noted` is a head that was noted elsewhere, if there is one: an
 * entry that must be there, whoever has both the files and the key, unless it is from before what is kept of its chain.
 */
export async function verifyAudit(audit: Verifiable, noted?: NotedHead): Promise<VerifiedAudit> {
  await audit.durable();
  const { audit: folder, key } = audit.at;
  const kept = audit.heads();
  const faults: AuditFault[] = [];
  const entries = new Map<string, number>();
  const heads = new Map<string, Head>();
  const cuts = new Map<string, Cut>();
  let isNoted = noted === undefined;
  const isAsNoted = (chain: string, { seq, mac }: Head) =>
    (noted?.chain ?? chain) === chain && seq === noted?.seq && mac === noted.mac;
  for (const chain of [...new Set([...kept.keys(), ...(await chainsIn(folder))])].sort()) {
    const known = kept.get(chain)?.head;
    if (known?.seq === 0) continue;
    let count = 0;
    let isThere = false;
    const read = await readChain(chain, {
      audit: folder,
      key,
      ...(known && { upTo: known.seq }),
      take: (_, head) => {
        count += 1;
        if (head.seq === known?.seq && head.mac === known.mac) isThere = true;
        if (isAsNoted(chain, head)) isNoted = true;
      },
    });
    faults.push(...read.faults);
    if (read.cut) cuts.set(chain, read.cut);
    // The last entry that was cut off is known by the cut.
    if (read.cut && isAsNoted(chain, read.cut)) isNoted = true;
    if (!known) faults.push({ chain, what: 'strange', detail: chain });
    else if (read.head.seq < known.seq || (!isThere && read.faults.length === 0))
      faults.push({ chain, what: 'cut', detail: String(known.seq) });
    entries.set(chain, count);
    if (known) heads.set(chain, known);
  }
  const before = noted && !isNoted ? chainBefore(noted, cuts, heads) : undefined;
  if (noted && !isNoted && before === undefined)
    faults.push({ chain: '', what: 'not-the-head', detail: headInWords(noted) });
  return { faults, entries, heads, cuts, ...(before !== undefined && { before }) };
}

/** The only chain that can have had the head, and has cut it off since; where any other could have it, that is to be said. */
function chainBefore(
  { seq, chain }: NotedHead,
  cuts: ReadonlyMap<string, Cut>,
  heads: ReadonlyMap<string, Head>,
): string | undefined {
  const had = [...heads].filter(([name, head]) => (chain ?? name) === name && seq <= head.seq);
  const [only] = had;
  return had.length === 1 && only && seq < (cuts.get(only[0])?.seq ?? 0) ? only[0] : undefined;
}

const WHAT: Readonly<Record<AuditFault['what'], (detail: string) => string>> = {
  unreadable: () => 'is no entry of the audit',
  edited: () => 'is not as it was written, or the one before it is not',
  removed: () =>
    'does not follow the one before it: entries are gone from between them, or it was written by somebody else',
  'out-of-order': () => 'stands out of its order, or for a second time',
  hole: () => 'bytes before it are gone: the file was cut while the bot wrote it, or the disk has failed',
  cut: (detail) => `entry ${detail} was written, and is not there: the end was cut off, or written anew`,
  gone: (detail) => `all of it is gone; it had ${detail} entries`,
  strange: (detail) => `${detail} does not belong in the audit`,
  checkpoint: () => 'checkpoint.json is not as it was written',
  'no-checkpoint': () =>
    'checkpoint.json is gone: whether entries were cut off, too, only a head that was logged tells (--head)',
  'all-gone': () =>
    'all of the audit is gone, and its key is there: put the folder “audit” back, if nobody moved it away on purpose',
  'not-the-head': (detail) =>
    `no entry that is kept is the one noted as ${detail}: entries were cut off or written anew since. If the log has it of a school of which older entries are kept no longer, say which (--school)`,
};

/** A fault, in words for an IT manager. */
export function faultInWords({ chain, day, line, what, detail = '' }: AuditFault): string {
  const where = [
    ...(chain ? [chainInWords(chain)] : []),
    ...(day ? [day] : []),
    ...(line ? [`line ${line}`] : []),
  ].join(', ');
  return [where, WHAT[what](detail)].filter(Boolean).join(': ');
}
