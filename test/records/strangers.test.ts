import { expect, it } from 'vitest';
import type { Digest } from '../../src/domain/nudges/digest.ts';
import type { Review } from '../../src/domain/review/review.ts';
import type { Contact } from '../../src/domain/school/contact.ts';
import type { School } from '../../src/domain/school/school.ts';
import { forgetStrangers } from '../../src/records/retention/strangers.ts';
import { Conflict, type Documents, type Store } from '../../src/store/store.ts';
import { aContact, aReview, aSchool, TEACHER } from '../support/builders.ts';

const NOW = '2027-09-10T09:00:00.000Z';
const visitor = (userId: string) => aContact({ userId, email: `${userId}@oakfield.example` });
const marked = (seenAt?: string): Contact => {
  const { email: _, ...one } = aContact({ userId: 'marked', mark: 'k', ...(seenAt && { seenAt }) });
  return one;
};

interface Beside {
  readonly digests?: readonly Digest[];
  readonly reviews?: readonly Review[];
  readonly schools?: readonly School[];
  readonly fault?: Error;
}

/** Forgets who is to be forgotten of some contacts, beside some digests. */
async function forgetting(
  contacts: readonly Contact[],
  { digests = [], reviews = [], schools = [aSchool()], fault }: Beside = {},
) {
  const removed: string[] = [];
  const all = { contacts, digests, reviews } as Partial<Record<keyof Documents, readonly unknown[]>>;
  const store = {
    schools: async () => schools,
    all: async (of: keyof Documents) => all[of] ?? [],
    remove: async (of: string, { userId }: Contact) => {
      if (fault) throw fault;
      removed.push(`${of}/${userId}`);
    },
  } as unknown as Store;
  const count = await forgetStrangers({ store, clock: { now: () => NOW } });
  return { count, removed };
}

it('who is on no list is forgotten, and counted', async () => {
  const own = { ...visitor('teams'), groups: [] };
  const all = [visitor('vi'), { ...visitor('al'), seenAt: NOW }, own, aContact({ email: TEACHER })];
  expect(await forgetting(all)).toEqual({ count: 2, removed: ['contacts/vi', 'contacts/al'] });
});

it('an account to which something is just being sent, or was sent, stays', async () => {
  const state = { is: 'sending' as const, until: NOW, tries: 1, contactId: visitor('sending').id };
  const digest = (id: string, of: Digest['state']): Digest => ({
    ...{ id, version: 1, to: TEACHER, day: '2027-09-10', items: [], state: of },
  });
  const digests = [
    digest('d1', state),
    digest('d2', { is: 'waiting', tries: 0 }),
    digest('d3', { is: 'sent', at: NOW, where: { contactId: visitor('sent').id, ref: {} } }),
  ];
  const message = { key: 'k', to: TEACHER, kind: 'record' as const, queuedAt: NOW };
  const review = aReview({ messages: [{ ...message, state: { ...state, contactId: visitor('asked').id } }] });
  const all = [visitor('sending'), visitor('sent'), visitor('asked'), visitor('vi')];
  expect(await forgetting(all, { digests, reviews: [review] })).toEqual({
    count: 1,
    removed: ['contacts/vi'],
  });
});

it('who is known by a mark alone goes once a year has passed since they did something; at once where nobody knows when that was', async () => {
  expect((await forgetting([marked('2026-09-10T00:00:00.000Z')])).removed).toEqual([]);
  expect((await forgetting([marked('2026-09-09T23:59:59.000Z')])).removed).toEqual(['contacts/marked']);
  expect((await forgetting([marked()])).removed).toEqual(['contacts/marked']);
});

it('nobody is, where no school is stored', async () => {
  expect(await forgetting([visitor('vi')], { schools: [] })).toEqual({ count: 0, removed: [] });
});

it('who has just done something is looked at again the next day; any other trouble is told', async () => {
  expect(await forgetting([visitor('vi')], { fault: new Conflict('contacts', 'vi') })).toEqual({
    count: 0,
    removed: [],
  });
  await expect(forgetting([visitor('vi')], { fault: new Error('no disk') })).rejects.toThrow('no disk');
});
