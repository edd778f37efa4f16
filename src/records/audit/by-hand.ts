import type { Store } from '../../store/store.ts';
import { type AuditEntry, BOT } from './entry.ts';
import type { FileAudit } from './file-audit.ts';
import { nameOf } from './marks.ts';

/** The collections whose documents are marked. */
type Marked = 'schools' | 'pupils' | 'reviews';

/** A document that is not as the bot last stored it: changed, put there or taken away by hand, or by a backup that was put back. */
export interface ByHand {
  readonly collection: string;
  readonly id: string;
  readonly is: 'changed' | 'new' | 'gone';
}

interface Kept {
  readonly id: string;
  readonly version: number;
  readonly pupilId?: string;
}

type Stored = Pick<Store, 'schools' | 'pupilsOf' | 'reviewsOf'>;

/**
 * Compares what is stored with what the audit has of it, and notes what differs, once: the bot goes on from what it finds. A change
 * that was noted and then never stored, since the bot was killed, is no such thing. Where the audit only begins (not `hadBegun`), all
 * is as it should be.
 */
export async function changedByHand(
  audit: FileAudit,
  store: Stored,
  hadBegun: boolean,
): Promise<readonly ByHand[]> {
  if (!hadBegun) return begin(audit, store);
  const found: ByHand[] = [];
  const met = new Set<string>();
  for (const [school, collection, document] of await allOf(store)) {
    const { id } = document;
    met.add(nameOf({ collection, id }));
    const is = audit.compare(collection, document);
    if (is === 'as-stored') {
      // It is known now: what it was before is a change by hand from here on.
      audit.marks.stored(nameOf({ collection, id }));
      continue;
    }
    if (is !== 'never-stored') found.push({ collection, id, is });
    const kind = is === 'never-stored' ? 'not-stored' : 'found';
    audit.record(school, noted(kind, is, collection, document, audit.markOf(collection, document)));
    // A whole backup that was put back is many.
    if (found.length % AT_ONCE === 0) await audit.durable();
  }
  for (const [name, { now }] of audit.marks.all()) {
    if (met.has(name)) continue;
    const [collection = '', id = ''] = name.split('/');
    const isKnown = audit.compareGone(collection, id);
    if (isKnown === 'as-stored') {
      audit.marks.stored(name);
      continue;
    }
    if (isKnown === 'changed') found.push({ collection, id, is: 'gone' });
    const kind = isKnown === 'changed' ? 'found' : 'not-stored';
    audit.record(undefined, {
      who: BOT,
      kind,
      what: 'gone',
      document: { collection, id, version: 0, mark: now?.mark ?? '0' },
    });
  }
  return found;
}

const AT_ONCE = 1_000;

// All that is there is as it is to be: its marks stand in the first checkpoint.
async function begin(audit: FileAudit, store: Stored): Promise<readonly ByHand[]> {
  const counts = new Map<string, number>();
  for (const [school, collection, document] of await allOf(store)) {
    audit.marks.begin(nameOf({ collection, id: document.id }), {
      version: document.version,
      mark: audit.markOf(collection, document),
    });
    counts.set(school, (counts.get(school) ?? 0) + 1);
  }
  for (const [school, count] of counts)
    audit.record(school, { who: BOT, kind: 'begun', what: 'documents', count });
  return [];
}

async function allOf(store: Stored): Promise<readonly (readonly [string, Marked, Kept])[]> {
  const all: (readonly [string, Marked, Kept])[] = [];
  for (const school of await store.schools()) {
    all.push([school.id, 'schools', school]);
    for (const pupil of await store.pupilsOf(school.id)) all.push([school.id, 'pupils', pupil]);
    for (const review of await store.reviewsOf(school.id)) all.push([school.id, 'reviews', review]);
  }
  return all;
}

function noted(
  kind: AuditEntry['kind'],
  what: string,
  collection: Marked,
  { id, version, pupilId }: Kept,
  mark: string,
): AuditEntry {
  const pupil = collection === 'pupils' ? id : pupilId;
  return {
    who: BOT,
    kind,
    what,
    ...(pupil !== undefined && { pupils: [pupil] }),
    ...(collection === 'reviews' && { reviews: [id] }),
    document: { collection, id, version, mark },
  };
}
