import { pupilFieldsChanged, schoolFieldsChanged, withHistory } from '../../domain/pupil/history.ts';
import type { Review } from '../../domain/review/review.ts';
import type { Contact } from '../../domain/school/contact.ts';
import type { Document, PersonId, School } from '../../domain/school/school.ts';
import type { Instant } from '../../domain/time.ts';
import type { Collection, Documents } from '../../store/store.ts';
import { bindingChanged, bindingOf } from './binding.ts';
import type { AuditEntry } from './entry.ts';

type What = Pick<AuditEntry, 'kind' | 'what' | 'fields' | 'to' | 'people'>;

/** A change of a document: it, with what its history says of it, and what the audit says. */
export interface ChangeOf<D> {
  readonly document: D;
  /** Left out where nothing has changed that the audit has. */
  readonly entry?: What;
}

interface By {
  readonly who: PersonId;
  readonly at: Instant;
  /** By what: a form, a command, an import. */
  readonly by: string;
}

type Changes = {
  readonly [C in Collection]?: (
    before: Documents[C] | undefined,
    after: Documents[C],
    by: By,
  ) => ChangeOf<Documents[C]>;
};

/** The name by which an import says that it changes something. */
const kindOf = (by: string) => (by === 'import' ? 'imported' : 'changed');

/** What differs, of each collection that the audit has the documents of. */
const OF: Changes = {
  schools: (before, after, { by, who, at }) => {
    const fields = schoolFieldsChanged(before, after);
    const document = withHistory(before, after, by, fields, { by: who, at });
    const people = before ? peopleChanged(before, after) : [];
    const whom = people.length > 0 && people.length <= MOST_PEOPLE ? { people } : {};
    return { document, entry: { kind: kindOf(by), what: by, fields, ...whom } };
  },
  pupils: (before, after, { by, who, at }) => {
    const fields = pupilFieldsChanged(before, after);
    const document = withHistory(before, after, by, fields, { by: who, at });
    const kind = fields.includes('legalHold') ? (after.legalHold ? 'held' : 'let-go') : kindOf(by);
    return { document, entry: { kind, what: by, fields } };
  },
  reviews: (before, after, { by }) => ({ document: after, entry: ofReview(before, after, by) }),
  contacts: (before, after, { by }) => ofContact(before, after, by),
};

/** A list that is read in may change all staff at once: so many, and no more, are named one by one. */
const MOST_PEOPLE = 50;

/** Those of whom something else is kept than before: on the staff list, or as one who came by a second account. */
function peopleChanged(before: School, after: School): readonly PersonId[] {
  const staff = differing(before.staff, after.staff, ({ email }) => email);
  const accounts = differing(before.secondAccounts ?? [], after.secondAccounts ?? [], ({ person }) => person);
  return [...new Set([...staff, ...accounts])];
}

function differing<One>(
  before: readonly One[],
  after: readonly One[],
  whose: (one: One) => PersonId,
): readonly PersonId[] {
  const said = (all: readonly One[]) => new Set(all.map((one) => JSON.stringify([whose(one), one])));
  const [was, is] = [said(before), said(after)];
  const changed = (all: readonly One[], others: ReadonlySet<string>) =>
    all.filter((one) => !others.has(JSON.stringify([whose(one), one]))).map(whose);
  return [...changed(before, is), ...changed(after, was)];
}

/** Whether the audit has all that is done to such documents. */
export const isAudited = (collection: Collection): boolean => Object.hasOwn(OF, collection);

/** What is done where `after` takes the place of `before` (undefined: there was none). */
export function changeOf<C extends Collection>(
  collection: C,
  before: Documents[C] | undefined,
  after: Documents[C],
  by: By,
): ChangeOf<Documents[C]> {
  const of = OF[collection];
  return of
    ? of(before, after, by)
    : { document: after, entry: { kind: 'changed', what: by.by, fields: [] } };
}

/** What is sealed of a document: all of it, but of a contact what rights hang on. Undefined where there is nothing of that. */
export const sealedOf = (collection: Collection, document: Document): Document | undefined =>
  collection === 'contacts' ? bindingOf(document as Contact) : document;

/** An account was bound to somebody, or is theirs no more; or they are known by another address, or reached another way. */
function ofContact(before: Contact | undefined, after: Contact, by: string): ChangeOf<Contact> {
  const fields = bindingChanged(before, after);
  if (fields.length === 0) return { document: after };
  const { person } = after;
  if (person === before?.person) return { document: after, entry: { kind: 'changed', what: by, fields } };
  const kind = person === undefined ? 'unbound' : 'bound';
  const to = person ?? before?.person;
  return { document: after, entry: { kind, what: by, fields, ...(to && { to }) } };
}

/** A review says in its own history what was done; else a message of it has gone on its way, or arrived. */
function ofReview(before: Review | undefined, after: Review, by: string): What {
  const added = after.history.slice(before?.history.length ?? 0);
  if (added.length > 0) {
    const what = [...new Set(added.map((one) => one.what))].join('+');
    return { kind: 'changed', what, fields: [...new Set(added.flatMap(({ fields }) => fields))] };
  }
  const stateOf = (key: string) => before?.messages.find((one) => one.key === key)?.state.is;
  const asOfBefore = (key: string) => before?.messages.find((one) => one.key === key)?.asOf;
  const message = after.messages.find(({ key, state }) => state.is !== stateOf(key));
  if (!message) {
    const right = after.messages.find(({ key, asOf }) => asOf !== asOfBefore(key));
    return right
      ? { kind: 'message-changed', what: right.kind, to: right.to }
      : { kind: 'changed', what: by, fields: [] };
  }
  const { kind, to, state } = message;
  if (state.is === 'sent') return { kind: 'sent', what: kind, to };
  return { kind: 'changed', what: `message:${state.is}`, to };
}
