import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { contactsIn } from '../../src/app/contacts.ts';
import { makeLog } from '../../src/app/log.ts';
import type { Contact } from '../../src/domain/school/contact.ts';
import { NotStored, type Store } from '../../src/store/store.ts';
import { aContact, aSchool, TEACHER } from '../support/builders.ts';
import { temporaryStore } from '../support/store.ts';

describe('where the channels keep whom they have met', () => {
  const met = aContact({ email: TEACHER });
  const stranger = aContact({ userId: 'u-visitor', email: 'visitor@oakfield.example' });
  let store: Store;
  let heard: number;
  let logged: string[];
  const contacts = (of: Store = store) =>
    contactsIn(of, () => void heard++, makeLog('info', { write: (line) => void logged.push(line) }));

  beforeEach(async () => {
    store = await temporaryStore();
    await store.put('schools', aSchool());
    heard = 0;
    logged = [];
  });

  it('stores somebody new, and says that they were heard from', async () => {
    expect(await contacts().find(met.id)).toBeUndefined();
    const stored = await contacts().update(met.id, () => met);
    expect(stored).toEqual({ ...met, version: 1 });
    expect(await contacts().find(met.id)).toEqual(stored);
    expect(heard).toBe(1);
  });

  it('writes nothing when nothing changes', async () => {
    const stored = await contacts().update(met.id, () => met);
    expect(await contacts().update(met.id, (known) => known ?? met)).toBe(stored);
    expect(heard).toBe(1);
  });

  it('loses nobody’s change when twenty come at once', async () => {
    await contacts().update(met.id, () => met);
    const one = (n: number) => (known: Contact | undefined) => ({
      ...(known ?? met),
      address: { ...known?.address, [`n${n}`]: n },
    });
    await Promise.all(Array.from({ length: 20 }, (_, n) => contacts().update(met.id, one(n))));
    const all = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`n${n}`, n]));
    expect((await contacts().find(met.id))?.address).toEqual({ ...met.address, ...all });
  });

  it('stores nobody who is on no staff list, and knows them while this process runs', async () => {
    const here = contacts();
    const seenAt = '2026-11-10T11:00:00.000Z';
    await here.update(stranger.id, () => stranger);
    await here.update(stranger.id, (known) => ({ ...(known ?? stranger), seenAt }));
    expect(await here.find(stranger.id)).toEqual({ ...stranger, seenAt });
    expect(await store.all('contacts')).toEqual([]);
    expect(await contacts().find(stranger.id)).toBeUndefined();
    expect(heard).toBe(0);
  });

  it('stores them once the list has them', async () => {
    const here = contacts();
    await here.update(stranger.id, () => stranger);
    const school = (await store.get('schools', 'oakfield')) ?? expect.fail();
    const member = { email: 'visitor@oakfield.example', name: 'Vi Visitor', role: 'staff' as const };
    await store.put('schools', { ...school, staff: [...school.staff, member] });
    await here.update(stranger.id, (known) => ({
      ...(known ?? stranger),
      seenAt: '2026-11-10T11:00:00.000Z',
    }));
    expect(await store.get('contacts', stranger.id)).toMatchObject({ version: 1, email: stranger.email });
  });

  it('stores who has left the school, and an account that is somebody’s by another address', async () => {
    const school = (await store.get('schools', 'oakfield')) ?? expect.fail();
    const staff = school.staff.map((one) => (one.email === TEACHER ? { ...one, left: '2026-10-01' } : one));
    await store.put('schools', { ...school, staff });
    await contacts().update(met.id, () => met);
    const other = { ...stranger, person: TEACHER };
    await contacts().update(other.id, () => other);
    expect(await store.all('contacts')).toHaveLength(2);
  });

  it('stores what a chat keeps for itself', async () => {
    const { email: _, ...nobody } = aContact({ userId: 'teams', groups: [{ id: '19:t', address: {} }] });
    await contacts().update(nobody.id, () => nobody);
    expect(await store.get('contacts', nobody.id)).toMatchObject({ groups: nobody.groups });
  });

  describe('for a chat that can look up nobody by their address', () => {
    const marking = async (text: string) => createHmac('sha256', 'key').update(text).digest('base64url');
    const here = () =>
      contactsIn(store, () => void heard++, makeLog('silent', { write: () => undefined }), marking);
    const meet = (of = here(), seenAt = '2026-11-10T11:00:00.000Z') =>
      of.update(stranger.id, (known) => ({ ...(known ?? stranger), seenAt }), { findsByMark: true });

    it('keeps of a stranger a mark of their address, and where they can be written to', async () => {
      await meet();
      const [kept, ...others] = await store.all('contacts');
      expect(others).toEqual([]);
      expect(kept).toMatchObject({
        userId: 'u-visitor',
        address: { to: 'u-visitor' },
        mark: expect.any(String),
      });
      expect(JSON.stringify(kept)).not.toContain('visitor@');
      expect(await here().find(stranger.id)).toBeUndefined();
    });

    it('writes that once a month, however often they come', async () => {
      const same = here();
      await meet(same);
      await meet(same, '2026-11-30T11:00:00.000Z');
      expect((await store.get('contacts', stranger.id))?.version).toBe(1);
      await meet(here(), '2026-12-01T11:00:00.000Z');
      expect(await store.get('contacts', stranger.id)).toMatchObject({
        version: 2,
        address: { to: 'u-visitor' },
      });
      expect(heard).toBe(0);
    });

    it('finds them by it once a list has them, and nobody by another address', async () => {
      await meet();
      expect(await here().marked?.('sandbox', 'sandbox', 'other@oakfield.example')).toBeUndefined();
      expect(await here().marked?.('sandbox', 'elsewhere', 'visitor@oakfield.example')).toBeUndefined();
      const found = await here().marked?.('sandbox', 'sandbox', 'visitor@oakfield.example');
      expect(found).toMatchObject({
        email: 'visitor@oakfield.example',
        address: { to: 'u-visitor' },
        version: 2,
      });
      expect(found).not.toHaveProperty('mark');
      expect(await here().marked?.('sandbox', 'sandbox', 'visitor@oakfield.example')).toBeUndefined();
    });

    it('stores them as theirs when they come and are listed by then', async () => {
      await meet();
      const school = (await store.get('schools', 'oakfield')) ?? expect.fail();
      const member = { email: 'visitor@oakfield.example', name: 'Vi Visitor', role: 'staff' as const };
      await store.put('schools', { ...school, staff: [...school.staff, member] });
      await meet();
      expect(await store.get('contacts', stranger.id)).toMatchObject({ version: 2, email: stranger.email });
      expect(await store.get('contacts', stranger.id)).not.toHaveProperty('mark');
    });
  });

  it('answers with what it should be when the disk takes nothing, and logs no address', async () => {
    const stored = await contacts().update(met.id, () => met);
    const full: Store = {
      ...store,
      get: (...given) => store.get(...given),
      schools: () => store.schools(),
      put: async (collection, { id }) => {
        throw new NotStored(collection, id, new Error('no space'));
      },
    };
    const seenAt = '2026-11-10T11:00:00.000Z';
    const wanted = await contacts(full).update(met.id, (known) => ({ ...(known ?? met), seenAt }));
    expect(wanted).toEqual({ ...stored, seenAt });
    expect(await contacts().find(met.id)).toEqual(stored);
    expect(heard).toBe(1);
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({ event: 'contact not kept', contact: met.id });
    expect(logged.join('')).not.toContain('@');
  });
});
