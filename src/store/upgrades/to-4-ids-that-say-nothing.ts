import { createHmac } from 'node:crypto';
import type { Collection } from '../store.ts';
import type { StoredDocument } from '../stored-document.ts';
import { eachDocument, type Upgrade } from './upgrade.ts';

/*
 * Until format 3 a pupil's id was made of the school's id and the school's reference, and a review's of the pupil's, so the
 * reference stood in logs, in the names of files and in every button. From format 4 on they say nothing.
 */

type Names = Readonly<Record<string, string>>;

/** Where a review's or pupil's id begins the id of something owed, and what follows it. */
const SEPARATOR = '/';

// As long as ids of today, of the same characters. Keyed, because what is hashed alone could be guessed reference by reference.
const idFrom = (secret: string, old: string) =>
  createHmac('sha256', secret).update(old).digest('hex').slice(0, 32);

/** What was called `old` as it is called now, a pupil or a pupil's review; all else, of whatever shape, as it is. */
function renamed(pupils: Names, old: unknown): unknown {
  if (typeof old !== 'string') return old;
  const [, pupil = old, number = ''] = /^(.*)(\.\d+)$/.exec(old) ?? [];
  if (Object.hasOwn(pupils, old)) return pupils[old];
  return Object.hasOwn(pupils, pupil) ? `${pupils[pupil]}${number}` : old;
}

/** The id of something owed, which begins with that of its review or pupil. */
function owedRenamed(pupils: Names, id: unknown): unknown {
  if (typeof id !== 'string') return id;
  const [of, ...rest] = id.split(SEPARATOR);
  return [renamed(pupils, of), ...rest].join(SEPARATOR);
}

const each = (list: unknown, change: (one: unknown) => unknown): unknown =>
  Array.isArray(list) ? list.map(change) : list;
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** The field changed where it is there: the others, and their order, as they are. */
const withField = (of: unknown, field: string, change: (value: unknown) => unknown): unknown =>
  isObject(of) && Object.hasOwn(of, field) ? { ...of, [field]: change(of[field]) } : of;

/** Which fields of which documents name a pupil or a review, and what they are then. */
function fieldsOf(
  pupils: Names,
): Partial<Record<Collection, Readonly<Record<string, (value: unknown) => unknown>>>> {
  const now = (id: unknown) => renamed(pupils, id);
  const owed = (id: unknown) => owedRenamed(pupils, id);
  return {
    pupils: { id: now },
    reviews: { id: now, pupilId: now, last: (last) => withField(last, 'review', now) },
    digests: {
      items: (items) => each(items, owed),
      listed: (items) => each(items, owed),
      escalations: (list) => each(list, (one) => withField(one, 'obligationId', owed)),
    },
  };
}

/** Format 4: the ids of pupils, and of their reviews, say nothing of them. */
export const toFormat4: Upgrade = {
  to: 4,
  run: (before, secret) => {
    const pupils: Names = Object.fromEntries(before.pupils.map(({ id }) => [id, idFrom(secret, id)]));
    const fields = fieldsOf(pupils);
    const change = eachDocument((document, collection) => {
      const changed = Object.entries(fields[collection] ?? {}).reduce<unknown>(
        (so, [field, to]) => withField(so, field, to),
        document,
      ) as StoredDocument;
      return { ...changed, format: 4 };
    });
    const reviews = before.reviews.map(({ id }) => [id, String(renamed(pupils, id))] as const);
    return {
      ...change(before, secret),
      newIds: { pupils, reviews: Object.fromEntries(reviews.filter(([old, now]) => old !== now)) },
    };
  },
};
