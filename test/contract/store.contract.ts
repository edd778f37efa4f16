import { describe, expect, it } from 'vitest';
import type { Contact } from '../../src/domain/contact.ts';
import type { PendingMessage, Review } from '../../src/domain/review.ts';
import { Conflict, type Store } from '../../src/store/store.ts';
import { action, asked, contact, digest, message, pupil, review, school } from '../store/documents.ts';
import { storeModel } from '../store/model.ts';

/** A place where documents are kept: a folder, a database. Opened again, it has what was stored in it. */
export interface Place {
  open(): Promise<Store>;
}

const ids = (documents: readonly { id: string }[]) => documents.map(({ id }) => id);

/** What every store must do. `newPlace` makes an empty place, which lasts at least as long as the test. */
export function storeContract(name: string, newPlace: () => Promise<Place>): void {
  const fresh = async () => (await newPlace()).open();

  describe(`${name}: get and put`, () => {
    it('has nothing at first', async () => {
      const store = await fresh();
      expect(await store.get('reviews', 'r1')).toBeUndefined();
      expect(await store.get('reviews', '__proto__')).toBeUndefined();
      expect(await store.schools()).toEqual([]);
    });

    it('stores a new document as version 1 and counts each commit', async () => {
      const store = await fresh();
      const first = await store.put('reviews', review('r1'));
      expect(first).toEqual(review('r1', { version: 1 }));
      const second = await store.put('reviews', { ...first, stage: 'meeting' });
      expect(second).toEqual(review('r1', { version: 2, stage: 'meeting' }));
      expect(await store.get('reviews', 'r1')).toEqual(second);
    });

    it('keeps the same id in two collections apart', async () => {
      const store = await fresh();
      await store.put('schools', school('x'));
      await store.put('pupils', pupil('x'));
      expect(await store.get('schools', 'x')).toEqual(school('x', { version: 1 }));
      expect(await store.get('pupils', 'x')).toEqual(pupil('x', { version: 1 }));
    });

    it.each([
      ['is there already, by one who thinks it new', 0],
      ['has been changed since it was read', 1],
      ['never had that version', 3],
    ])('refuses a document that %s', async (_why, version) => {
      const store = await fresh();
      const stored = await store.put('reviews', await store.put('reviews', review('r1')));
      await expect(store.put('reviews', review('r1', { version, stage: 'closed' }))).rejects.toThrow(
        Conflict,
      );
      expect(await store.get('reviews', 'r1')).toEqual(stored);
    });

    it('refuses a version of a document it does not have', async () => {
      const store = await fresh();
      await expect(store.put('reviews', review('r1', { version: 1 }))).rejects.toThrow(Conflict);
      expect(await store.get('reviews', 'r1')).toBeUndefined();
    });

    it.each([0, 1])('lets one of many at once win, from version %i', async (version) => {
      const store = await fresh();
      if (version === 1) await store.put('reviews', review('r1'));
      const leads = Array.from({ length: 8 }, (_, i) => `senco${i}@elm.example`);
      const results = await Promise.allSettled(
        leads.map((lead) => store.put('reviews', review('r1', { version, lead }))),
      );
      const won = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      expect(won).toHaveLength(1);
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Conflict);
      expect(await store.get('reviews', 'r1')).toEqual(won[0]);
    });

    it('stores many different documents at once', async () => {
      const store = await fresh();
      const many = Array.from({ length: 40 }, (_, i) => review(`r${i}`));
      await Promise.all(many.map((one) => store.put('reviews', one)));
      expect(await store.reviewsOf('elm')).toHaveLength(40);
    });

    it('keeps the addresses and texts people really have', async () => {
      const place = await newPlace();
      const store = await place.open();
      const theirs: Contact = contact("29:1aB_-+/=.. '()!*~é", {
        email: "o'brien+x@elm.example",
        address: { conversation: { id: 'a:1', nested: [1, null, true, 'x'] } },
      });
      const text = 'She said “it’s *loud*” <b> \\ "quoted"\r\n\t– 🙂 Ελλ 漢字';
      await store.put('contacts', theirs);
      await store.put('digests', digest('2026-09-10', "o'brien+x@elm.example", { is: 'waiting', tries: 0 }));
      await store.put('pupils', pupil('p1', { firstName: text }));
      await store.close();
      const again = await place.open();
      expect(await again.get('contacts', theirs.id)).toEqual({ ...theirs, version: 1 });
      expect((await again.get('pupils', 'p1'))?.firstName).toBe(text);
      expect(await again.digestsToDeliver('2026-09-10T09:00:00.000Z')).toHaveLength(1);
    });
  });

  describe(`${name}: what is returned`, () => {
    it('is the store’s own: no change to it, or to what was put, is a change to what is stored', async () => {
      const store = await fresh();
      const given = { ...review('r1'), taken: ['t1'] };
      const putting = store.put('reviews', given);
      given.taken.push('t2');
      const stored = await putting;
      tryTo(() => Object.assign(stored, { stage: 'closed' }));
      tryTo(() => (stored.taken as string[]).push('t3'));
      tryTo(() => (given.taken = []));
      const list = await store.reviewsOf('elm');
      tryTo(() => (list as Review[]).pop());
      const expected = review('r1', { version: 1, taken: ['t1'] });
      expect(await store.get('reviews', 'r1')).toEqual(expected);
      expect(await store.reviewsOf('elm')).toEqual([expected]);
    });

    it('is not changed by a later commit', async () => {
      const store = await fresh();
      const first = await store.put('reviews', review('r1'));
      const list = await store.reviewsOf('elm');
      await store.put('reviews', { ...first, stage: 'closed' });
      expect(first.stage).toBe('gathering');
      expect(list[0]?.stage).toBe('gathering');
    });
  });

  describe(`${name}: finders`, () => {
    it('gives schools by name', async () => {
      const store = await fresh();
      for (const [id, name] of [
        ['a', 'Willow'],
        ['b', 'Ash'],
        ['c', 'élan'],
        ['d', 'Fir'],
      ] as const) {
        await store.put('schools', school(id, { name }));
      }
      expect(ids(await store.schools())).toEqual(['b', 'c', 'd', 'a']);
    });

    it('gives a school’s pupils by last name, then first', async () => {
      const store = await fresh();
      await store.put('pupils', pupil('1', { lastName: 'Young', firstName: 'Abe' }));
      await store.put('pupils', pupil('2', { lastName: 'Ames', firstName: 'Zed' }));
      await store.put('pupils', pupil('3', { lastName: 'Ames', firstName: 'Bo' }));
      await store.put('pupils', pupil('4', { schoolId: 'oak' }));
      expect(ids(await store.pupilsOf('elm'))).toEqual(['3', '2', '1']);
      expect(await store.pupilsOf('ash')).toEqual([]);
    });

    it('gives the reviews of a school, and of a pupil, oldest first', async () => {
      const store = await fresh();
      await store.put('reviews', review('new', { startedAt: '2026-09-12T09:00:00.000Z' }));
      await store.put('reviews', review('old', { startedAt: '2026-09-01T09:00:00.000Z', pupilId: 'p2' }));
      await store.put('reviews', review('mid', { startedAt: '2026-09-05T09:00:00.000Z' }));
      await store.put('reviews', review('else', { schoolId: 'oak', pupilId: 'p3' }));
      expect(ids(await store.reviewsOf('elm'))).toEqual(['old', 'mid', 'new']);
      expect(ids(await store.reviewsOfPupil('p1'))).toEqual(['mid', 'new']);
    });

    it('gives a person the reviews they lead, were asked in, are invited to, or own an action of, once each', async () => {
      const store = await fresh();
      const me = 'me@elm.example';
      const meeting = { date: '2026-10-01', time: '14:30', invitees: [{ kind: 'staff', who: me }] } as const;
      const named = { ...meeting, invitees: [{ kind: 'other', name: me }] } as const;
      const at = (day: string) => `2026-09-${day}T09:00:00.000Z`;
      await store.put('reviews', review('led', { lead: me, startedAt: at('01') }));
      await store.put('reviews', review('asked', { evidence: [asked('x'), asked(me)], startedAt: at('02') }));
      await store.put('reviews', review('invited', { meeting, startedAt: at('03') }));
      await store.put('reviews', review('owned', { actions: [action(me)], startedAt: at('04') }));
      await store.put(
        'reviews',
        review('all', {
          lead: me,
          evidence: [asked(me)],
          actions: [action(me)],
          meeting,
          startedAt: at('05'),
        }),
      );
      await store.put(
        'reviews',
        review('others', { evidence: [asked('x')], meeting: named, startedAt: at('06') }),
      );
      expect(ids(await store.reviewsConcerning(me))).toEqual(['led', 'asked', 'invited', 'owned', 'all']);
    });

    it('follows an action to its new owner', async () => {
      const store = await fresh();
      const first = await store.put('reviews', review('r1', { actions: [action('old@elm.example')] }));
      await store.put('reviews', { ...first, actions: [action('new@elm.example')] });
      expect(await store.reviewsConcerning('old@elm.example')).toEqual([]);
      expect(ids(await store.reviewsConcerning('new@elm.example'))).toEqual(['r1']);
    });

    it('gives a person’s contacts, the one seen last first, and those never seen last', async () => {
      const store = await fresh();
      const email = 'me@elm.example';
      await store.put('contacts', contact('U1', { email }));
      await store.put('contacts', contact('U2', { email, seenAt: '2026-09-01T09:00:00.000Z' }));
      await store.put('contacts', contact('U3', { email, seenAt: '2026-09-02T09:00:00.000Z' }));
      await store.put('contacts', contact('U4', { email: 'you@elm.example' }));
      await store.put('contacts', contact('U5'));
      expect((await store.contactsOf(email)).map(({ userId }) => userId)).toEqual(['U3', 'U2', 'U1']);
    });
  });

  describe(`${name}: what is to be delivered at 09:00`, () => {
    const now = '2026-09-10T09:00:00.000Z';
    const states: readonly (readonly [string, boolean, PendingMessage['state']])[] = [
      ['waiting', true, { is: 'waiting', tries: 0 }],
      ['waiting until now', true, { is: 'waiting', tries: 1, after: now }],
      ['waiting until later', false, { is: 'waiting', tries: 1, after: '2026-09-10T09:00:00.001Z' }],
      ['being sent, the lease out now', true, { is: 'sending', until: now, tries: 1, contactId: 'c' }],
      ['being sent', false, { is: 'sending', until: '2026-09-10T09:00:00.001Z', tries: 1, contactId: 'c' }],
      ['sent', false, { is: 'sent', at: now }],
      ['unconfirmed', false, { is: 'unconfirmed', at: now }],
      ['undeliverable', false, { is: 'undeliverable', at: now, why: 'left', tries: 1 }],
      ['dropped', false, { is: 'dropped', at: now }],
    ];

    it.each(states)('a message %s: %s', async (_what, due, state) => {
      const store = await fresh();
      const sent = message('k0', { is: 'sent', at: now });
      await store.put('reviews', review('r1', { messages: [sent, message('k1', state)] }));
      await store.put('reviews', review('r2', { messages: [sent] }));
      expect(ids(await store.reviewsToDeliver(now))).toEqual(due ? ['r1'] : []);
    });

    it.each(states)('a digest %s: %s', async (_what, due, state) => {
      const store = await fresh();
      await store.put('digests', digest('2026-09-10', 'me@elm.example', state));
      expect(await store.digestsToDeliver(now)).toHaveLength(due ? 1 : 0);
    });

    it('no longer what has been sent', async () => {
      const store = await fresh();
      const waiting = { is: 'waiting', tries: 0 } as const;
      const sent = { is: 'sent', at: now } as const;
      const first = await store.put('reviews', review('r1', { messages: [message('k1', waiting)] }));
      const daily = await store.put('digests', digest('2026-09-10', 'me@elm.example', waiting));
      await store.put('reviews', { ...first, messages: [message('k1', sent)] });
      await store.put('digests', { ...daily, state: sent });
      expect(await store.reviewsToDeliver(now)).toEqual([]);
      expect(await store.digestsToDeliver(now)).toEqual([]);
    });
  });

  describe(`${name}: closing`, () => {
    it('has no trouble while it is open', async () => {
      expect(await (await fresh()).trouble()).toBeUndefined();
    });

    it('finishes the writes in hand, and has them when it is opened again', async () => {
      const place = await newPlace();
      const store = await place.open();
      const writes = Array.from({ length: 20 }, (_, i) => store.put('reviews', review(`r${i}`)));
      await store.close();
      const stored = await Promise.all(writes);
      const again = await place.open();
      for (const one of stored) expect(await again.get('reviews', one.id)).toEqual(one);
    });

    it('takes no more calls once closed, and may be closed twice', async () => {
      const store = await fresh();
      await store.close();
      await store.close();
      const now = '2026-09-10T09:00:00.000Z';
      await expect(store.get('reviews', 'r1')).rejects.toThrow('closed');
      await expect(store.put('reviews', review('r1'))).rejects.toThrow('closed');
      await expect(store.schools()).rejects.toThrow('closed');
      await expect(store.pupilsOf('elm')).rejects.toThrow('closed');
      await expect(store.reviewsOf('elm')).rejects.toThrow('closed');
      await expect(store.reviewsOfPupil('p1')).rejects.toThrow('closed');
      await expect(store.reviewsConcerning('x')).rejects.toThrow('closed');
      await expect(store.reviewsToDeliver(now)).rejects.toThrow('closed');
      await expect(store.digestsToDeliver(now)).rejects.toThrow('closed');
      await expect(store.contactsOf('x')).rejects.toThrow('closed');
      await expect(store.trouble()).rejects.toThrow('closed');
    });
  });

  describe(`${name}: compared with a plain map`, () => storeModel(newPlace));
}

// What is returned may be frozen, or a copy: either is safe.
function tryTo(change: () => unknown): void {
  try {
    change();
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
  }
}
