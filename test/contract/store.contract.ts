import { describe, expect, it } from 'vitest';
import type { Review } from '../../src/domain/review/review.ts';
import type { Contact } from '../../src/domain/school/contact.ts';
import { COLLECTIONS } from '../../src/store/schemas.ts';
import { type Collection, Conflict, NotStored, type Store } from '../../src/store/store.ts';
import type { Upgrade } from '../../src/store/upgrades/upgrade.ts';
import { contact, digest, FORMAT, pupil, putSubjects, review, school } from '../store/documents.ts';
import { everyDocument } from '../store/every-document.ts';
import { storeFinders } from '../store/finders.ts';
import { storeModel } from '../store/model.ts';
import { callingPupils } from '../store/other-ids.ts';

/** A place where documents are kept: a folder, a database. Opened again, it has what was stored in it. */
export interface Place {
  open(): Promise<Store>;
  /** Opens it as a later version would that has these upgrades besides. */
  openLater(more: readonly Upgrade[]): Promise<Store>;
}

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
      await store.put('schools', school('elm'));
      await store.put('pupils', pupil('p1', { firstName: text }));
      await store.close();
      const again = await place.open();
      expect(await again.get('contacts', theirs.id)).toEqual({ ...theirs, version: 1 });
      expect((await again.get('pupils', 'p1'))?.firstName).toBe(text);
      expect(await again.digestsToDeliver('2026-09-10T09:00:00.000Z')).toHaveLength(1);
    });
  });

  describe(`${name}: what is stored`, () => {
    it('is read back as it was written, of every document that the program writes', async () => {
      const place = await newPlace();
      const store = await place.open();
      const every = everyDocument();
      const stored: (readonly [Collection, string, unknown])[] = [];
      for (const collection of COLLECTIONS) {
        for (const one of every[collection]) {
          const { id, version } = await store.put(collection, one);
          stored.push([collection, id, { ...one, version }]);
        }
      }
      await store.close();
      const again = await place.open();
      for (const [collection, id, document] of stored)
        expect(await again.get(collection, id)).toEqual(document);
      expect(stored.length).toBeGreaterThan(70);
    });

    it('is never what could not be read back: a document with a field too many, or of another type, is refused', async () => {
      const store = await fresh();
      for (const wrong of [
        { colour: 'blue' },
        { stage: 'finished' },
        { startedAt: 'yesterday' },
        { actions: null },
      ]) {
        await expect(store.put('reviews', Object.assign(review('r1'), wrong))).rejects.toThrow(NotStored);
      }
      expect(await store.get('reviews', 'r1')).toBeUndefined();
      expect(await store.reviewsOf('elm')).toEqual([]);
    });
  });

  describe(`${name}: an upgrade that gives documents other ids`, () => {
    it('finds them by the ids they had, now and after each restart, also after a second one', async () => {
      const place = await newPlace();
      const store = await place.open();
      await putSubjects(store);
      await store.put('reviews', review('r1'));
      await store.close();
      const first = callingPupils(FORMAT + 1, { p1: 'k7q4' });
      const second = callingPupils(FORMAT + 2, { k7q4: 'w9zz' });
      for (const [upgrades, id] of [
        [[first], 'k7q4'],
        [[first], 'k7q4'],
        [[first, second], 'w9zz'],
        [[first, second], 'w9zz'],
      ] as const) {
        const later = await place.openLater(upgrades);
        expect(await later.get('pupils', 'p1')).toEqual(
          pupil(id, { version: 1, ref: 'p1', lastName: "O'Brien p1" }),
        );
        expect(await later.reviewsOfPupil('p1')).toEqual([review('r1', { version: 1, pupilId: id })]);
        expect(await later.pupilsOf('elm')).toHaveLength(1);
        await later.close();
      }
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

  storeFinders(name, fresh);

  describe(`${name}: closing`, () => {
    it('has no trouble while it is open', async () => {
      expect(await (await fresh()).trouble()).toBeUndefined();
    });

    it('finishes the writes in hand, and has them when it is opened again', async () => {
      const place = await newPlace();
      const store = await place.open();
      await putSubjects(store);
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
      await expect(store.reviewsDueBy('elm', '2026-09-10')).rejects.toThrow('closed');
      await expect(store.reviewsUnreached()).rejects.toThrow('closed');
      await expect(store.digestsOf('2026-09-10')).rejects.toThrow('closed');
      await expect(store.digestsEscalating('r1/action/a1/x')).rejects.toThrow('closed');
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
