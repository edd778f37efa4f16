import type { KeyObject } from 'node:crypto';
import { type Head, headInWords } from './chain.ts';
import type { Cut } from './entry.ts';
import type { AuditFault } from './fault.ts';
import { chainsIn } from './places.ts';
import { readChain } from './read-chain.ts';
import { Standing } from './standing.ts';

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
 * Reads all of an audit that is kept, from its first entry to its last, and tells what nobody has accepted yet. `noted` is a head that was noted elsewhere, if there is one: an
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
  const standing = new Standing();
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
      take: (entry, head) => {
        count += 1;
        standing.take(chain, entry);
        if (head.seq === known?.seq && head.mac === known.mac) isThere = true;
        if (isAsNoted(chain, head)) isNoted = true;
      },
    });
    faults.push(...read.faults.filter((fault) => !standing.isAccepted(fault)));
    if (read.cut) cuts.set(chain, read.cut);
    // The last entry that was cut off is known by the cut.
    if (read.cut && isAsNoted(chain, read.cut)) isNoted = true;
    if (!known) faults.push({ chain, what: 'strange', detail: chain });
    else if (read.head.seq < known.seq || (!isThere && read.faults.length === 0))
      faults.push({ chain, what: 'cut', detail: String(known.seq) });
    entries.set(chain, count);
    if (known) heads.set(chain, known);
  }
  faults.push(...standing.unseen());
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
