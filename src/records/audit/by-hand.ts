import { isOfAccount } from './binding.ts';
import type { AuditEntry } from './entry.ts';
import { BOT } from './entry.ts';
import type { FileAudit } from './file-audit.ts';
import type { MarkedDocument } from './marked.ts';
import { nameOf } from './marks.ts';

/** A document that is not as the bot last stored it: changed, put there or taken away. */
export interface ByHand {
  readonly collection: string;
  readonly id: string;
  readonly is: 'changed' | 'new' | 'gone';
}

/** Why documents are otherwise than the bot last stored them, and who brought that about. */
interface Because {
  /** By hand (or nobody knows how), with a backup that was put back, or with an upgrade. */
  readonly kind: 'found' | 'restored' | 'upgraded';
  readonly who: string;
}
const BY_HAND: Because = { kind: 'found', who: BOT };

/**
 * Compares all documents there are with what the audit has of them, and notes what differs, once: the bot goes on from what it finds. A
 * change that was noted and then never stored, since the bot was killed, is no such thing. Returns what differs.
 */
export async function noteChanged(
  audit: FileAudit,
  documents: Iterable<MarkedDocument>,
  { kind, who }: Because = BY_HAND,
): Promise<readonly ByHand[]> {
  const found: ByHand[] = [];
  const met = new Set<string>();
  let count = 0;
  for (const one of documents) {
    const { collection, document } = one;
    const { id } = document;
    const called = nameOf({ collection, id });
    met.add(called);
    const is = audit.compare(collection, document);
    if (is === 'as-stored') {
      // It is known now: what it was before is a change by hand from here on.
      audit.marks.stored(called);
      continue;
    }
    if (is !== 'never-stored') found.push({ collection, id, is });
    const because = is === 'never-stored' ? { who: BOT, kind: 'not-stored' as const } : { who, kind };
    audit.record(one.school, { ...because, what: is, ...about(one, audit) });
    // A whole backup that was put back is many.
    if (++count % AT_ONCE === 0) await audit.durable();
  }
  for (const [name, { now }] of audit.marks.all()) {
    if (met.has(name) || isOfAccount(name)) continue;
    const [collection = '', id = ''] = name.split('/');
    const isKnown = audit.compareGone(collection, id);
    if (isKnown === 'as-stored') {
      audit.marks.stored(name);
      continue;
    }
    if (isKnown === 'changed') found.push({ collection, id, is: 'gone' });
    const because = isKnown === 'changed' ? { who, kind } : { who: BOT, kind: 'not-stored' as const };
    const document = { collection, id, version: 0, mark: now?.mark ?? '0' };
    audit.record(undefined, { ...because, what: 'gone', document });
    if (++count % AT_ONCE === 0) await audit.durable();
  }
  return found;
}

const AT_ONCE = 500;

/** Begins with all documents there are: all is as it is to be, and their marks stand in the first checkpoint. */
export function beginWith(audit: FileAudit, documents: Iterable<MarkedDocument>): void {
  const counts = new Map<string | undefined, number>();
  for (const { school, collection, document } of documents) {
    audit.marks.begin(nameOf({ collection, id: document.id }), {
      version: document.version,
      mark: audit.markOf(collection, document),
    });
    counts.set(school, (counts.get(school) ?? 0) + 1);
  }
  for (const [school, count] of counts)
    audit.record(school, { who: BOT, kind: 'begun', what: 'documents', count });
}

function about(
  { collection, document }: MarkedDocument,
  audit: FileAudit,
): Pick<AuditEntry, 'pupils' | 'reviews' | 'document'> {
  const { id, version, pupilId } = document;
  const pupil = collection === 'pupils' ? id : pupilId;
  return {
    ...(pupil !== undefined && { pupils: [pupil] }),
    ...(collection === 'reviews' && { reviews: [id] }),
    document: { collection, id, version, mark: audit.markOf(collection, document) },
  };
}
