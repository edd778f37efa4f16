import type { Found } from '../../store/examine.ts';
import type { Store } from '../../store/store.ts';
import { update } from '../../store/update.ts';
import { type Binding, bindingOf, isOfAccount, unbound } from './binding.ts';
import type { ByHand } from './by-hand.ts';
import { BOT } from './entry.ts';
import type { FileAudit } from './file-audit.ts';
import { nameOf } from './marks.ts';

const COLLECTION = 'contacts';
/** That accounts are marked from here on is an entry as if of a contact: none has this id. */
const MARKS = { collection: COLLECTION, id: '+marked' };

/**
 * Compares whose each account in a chat is with what the audit has of it. One that was bound by hand could read as whomever somebody
 * likes: it is not gone on from, as other documents are, but bound to nobody. Those that are right are learned again from the chats'
 * directories.
 * @param isKept whether the audit is as the bot left it: only then are accounts believed that earlier versions have not marked.
 * @param was what stood there before an upgrade, where this start was one.
 */
export async function noteAccounts(
  audit: FileAudit,
  store: Store,
  { isKept, was }: { readonly isKept: boolean; readonly was?: readonly Found[] | undefined },
): Promise<readonly ByHand[]> {
  const bindings = (await store.all(COLLECTION)).flatMap((contact) => bindingOf(contact) ?? []);
  if (audit.marks.get(nameOf(MARKS)) === undefined) {
    if (isKept) for (const binding of bindings) audit.marks.begin(named(binding), markOf(audit, binding));
    const document = { ...MARKS, version: 1, mark: '0' };
    const known = isKept ? bindings.length : 0;
    audit.record(undefined, { who: BOT, kind: 'begun', what: 'accounts', count: known, document });
    audit.marks.stored(nameOf(MARKS));
  }
  const found: ByHand[] = [];
  let count = 0;
  const believed = believedAmong(audit, was);
  for (const binding of bindings) {
    const { id } = binding;
    const is = audit.compare(COLLECTION, binding);
    if (is === 'as-stored') audit.marks.stored(named(binding));
    else if (is === 'never-stored' || believed.has(id)) {
      const kind = is === 'never-stored' ? 'not-stored' : 'upgraded';
      const document = { collection: COLLECTION, id, ...markOf(audit, binding) };
      audit.record(undefined, { who: BOT, kind, what: is, document });
    } else {
      found.push({ collection: COLLECTION, id, is });
      audit.record(undefined, { who: BOT, kind: 'found', what: is, document: unmarked(id) });
      await update(store, COLLECTION, id, (contact) => contact && unbound(contact));
    }
    if (++count % AT_ONCE === 0) await audit.durable();
  }
  const there = new Set(bindings.map(named));
  for (const name of audit.marks.all().keys()) {
    const id = name.slice(COLLECTION.length + 1);
    if (!isOfAccount(name) || name === nameOf(MARKS) || there.has(name)) continue;
    const is = audit.compareGone(COLLECTION, id);
    if (is === 'as-stored') audit.marks.stored(name);
    else {
      if (is === 'changed') found.push({ collection: COLLECTION, id, is: 'gone' });
      const kind = is === 'changed' ? 'found' : 'not-stored';
      audit.record(undefined, { who: BOT, kind, what: 'gone', document: unmarked(id) });
      if (++count % AT_ONCE === 0) await audit.durable();
    }
  }
  return found;
}

const AT_ONCE = 500;

const named = ({ id }: Binding) => nameOf({ collection: COLLECTION, id });

const unmarked = (id: string) => ({ collection: COLLECTION, id, version: 0, mark: '0' });

const markOf = (audit: FileAudit, binding: Binding) => ({
  version: binding.version,
  mark: audit.markOf(COLLECTION, binding),
});

/** The accounts that were as the bot left them before an upgrade: what differs by then is its doing. */
function believedAmong(audit: FileAudit, was: readonly Found[] = []): ReadonlySet<string> {
  const before = was.flatMap(({ collection, document }) =>
    collection === COLLECTION ? (bindingOf(document) ?? []) : [],
  );
  return new Set(
    before.filter((binding) => audit.compare(COLLECTION, binding) === 'as-stored').map(({ id }) => id),
  );
}
