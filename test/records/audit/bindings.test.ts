import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { recognise } from '../../../src/conversation/accounts.ts';
import type { Contact } from '../../../src/domain/school/contact.ts';
import { auditedStores } from '../../../src/records/audit/audited-store.ts';
import { type BegunAudit, beginAudit } from '../../../src/records/audit/begin.ts';
import { BOT } from '../../../src/records/audit/entry.ts';
import { openAudit } from '../../../src/records/audit/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { aTalkAbout } from '../../conversation/talk.ts';
import { aContact, aSchool, SENCO, TEACHER } from '../../support/builders.ts';
import { testClock } from '../../support/clock.ts';
import { testIds } from '../../support/ids.ts';
import { overlaid, quickFolder, temporaryStore } from '../../support/store.ts';

/*
 * An account in a chat opens what its person may see. Who may write the data folder, and has not the audit's key, must not be able to
 * say whose an account is, nor where what is for somebody is sent.
 */

const clock = testClock('2026-11-23T09:00:00.000Z');
const ACCOUNT = { channel: 'slack', tenant: 'T1' };
const toms = aContact({ ...ACCOUNT, userId: 'UTOM', person: TEACHER, address: { channel: 'D1' } });
const evil = aContact({
  ...ACCOUNT,
  userId: 'UEVIL',
  person: SENCO,
  email: SENCO,
  address: { channel: 'DX' },
});

let dataDir: string;
let store: Store;

beforeEach(async () => {
  dataDir = join(await quickFolder(), 'data');
  store = await temporaryStore();
  await store.put('schools', aSchool());
});

/** A run of the bot: what it found at its start is returned; it stops as it should. */
async function run(work: (begun: BegunAudit) => Promise<unknown> = async () => undefined, over = store) {
  const begun = await beginAudit(over, { dataDir, key: 'k'.repeat(32), clock });
  await work(begun);
  await begun.audit.close();
  return begun.byHand;
}

const through = ({ audit }: BegunAudit) => auditedStores(store, audit, clock)({ who: BOT, by: 'account' });
const stored = async (id: string) => (await store.get('contacts', id)) ?? expect.fail();
const tomIsBound = () => run((begun) => through(begun).put('contacts', toms));

async function trail() {
  const text = await readFile(join(dataDir, 'audit', '+none', '2026-11-23.jsonl'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('an account that somebody bound by hand', () => {
  it('is told at the start, once, and is nobody’s: whoever speaks by it is who the directory says', async () => {
    await run();
    await store.put('contacts', evil);
    expect(await run()).toEqual([{ collection: 'contacts', id: evil.id, is: 'new' }]);
    expect(await stored(evil.id)).toEqual({
      ...{ id: evil.id, version: 2, channel: 'slack', tenant: 'T1', userId: 'UEVIL' },
    });
    const deps = { store, clock, ids: testIds(), committed: () => undefined };
    const speaks = (email: string) => recognise(deps, { ...ACCOUNT, account: 'UEVIL', email });
    expect(await speaks('evil@elsewhere.example')).toEqual({ is: 'stranger' });
    expect(await run()).toEqual([]);
  });

  it.each<readonly [string, (contact: Contact) => Contact]>([
    ['whose account it is', (contact) => ({ ...contact, person: SENCO })],
    ['by which address it is known', (contact) => ({ ...contact, email: SENCO })],
    ['where messages for them are sent', (contact) => ({ ...contact, address: { channel: 'DX' } })],
  ])('is not believed where it was changed %s', async (_, change) => {
    await tomIsBound();
    await store.put('contacts', change(await stored(toms.id)));
    expect(await run()).toEqual([{ collection: 'contacts', id: toms.id, is: 'changed' }]);
    const { person, email, address } = await stored(toms.id);
    expect({ person, email, address }).toEqual({});
  });

  it('is not believed either where the trail, or its checkpoint, was taken away with it', async () => {
    for (const gone of ['audit', 'audit/checkpoint.json']) {
      await tomIsBound().catch(() => undefined);
      await rm(join(dataDir, gone), { recursive: true });
      await rm(join(dataDir, 'audit', '+none'), { recursive: true, force: true });
      const before = await store.get('contacts', evil.id);
      await store.put('contacts', { ...evil, version: before?.version ?? 0 });
      expect((await run()).map(({ id }) => id)).toContain(evil.id);
      expect((await stored(evil.id)).person).toBeUndefined();
      // From here on contacts are marked: the next one is not taken for an earlier version's.
      await store.put('contacts', { ...evil, version: (await stored(evil.id)).version });
      expect((await run()).map(({ id }) => id)).toEqual([evil.id]);
    }
  });
});

describe('an account that was bound by the bot', () => {
  it('is in the trail, with whose it is; what changes with each message is not, and all of it is believed', async () => {
    await run(async (begun) => {
      const kept = await through(begun).put('contacts', toms);
      const seen = await through(begun).put('contacts', {
        ...kept,
        seenAt: clock.now(),
        checkedAt: clock.now(),
      });
      const { person: _, ...left } = await through(begun).put('contacts', {
        ...seen,
        email: 'tom@new.example',
      });
      await through(begun).put('contacts', left);
    });
    const all = (await trail()).map(({ who, kind, what, to, fields }) => [who, kind, what, to, fields]);
    expect(all).toEqual([
      [BOT, 'begun', 'accounts', undefined, undefined],
      [BOT, 'bound', 'account', TEACHER, ['person', 'email', 'address']],
      [BOT, 'changed', 'account', undefined, ['email']],
      [BOT, 'unbound', 'account', TEACHER, ['person']],
    ]);
    expect(await run()).toEqual([]);
    expect((await stored(toms.id)).email).toBe('tom@new.example');
  });

  it('is believed where an earlier version has bound it, which marked none', async () => {
    const { audit } = await openAudit({ dataDir, key: 'k'.repeat(32), clock });
    audit.record(undefined, { who: BOT, kind: 'ran', what: 'import' });
    await audit.close();
    await store.put('contacts', toms);
    expect((await run()).filter(({ collection }) => collection === 'contacts')).toEqual([]);
    expect((await stored(toms.id)).person).toBe(TEACHER);
    expect(await run()).toEqual([]);
  });

  it('stays as it was where the bot was killed before it stored another', async () => {
    await tomIsBound();
    const killed = overlaid(store, {
      put: async (_, document, first) => {
        await first?.({ ...document, version: document.version + 1 });
        return new Promise<never>(() => undefined);
      },
    });
    const opened = await beginAudit(store, { dataDir, key: 'k'.repeat(32), clock });
    const before = await stored(toms.id);
    void auditedStores(
      killed,
      opened.audit,
      clock,
    )({ who: BOT }).put('contacts', { ...before, person: SENCO });
    await expect.poll(async () => (await trail()).at(-1)?.kind).toBe('bound');
    expect(await run()).toEqual([]);
    expect(await stored(toms.id)).toEqual(before);
    await opened.audit.close();
  });

  it('is gone from the marks once it is forgotten', async () => {
    await tomIsBound();
    await run(async (begun) => through(begun).remove('contacts', await stored(toms.id)));
    expect((await trail()).at(-1)).toMatchObject({ kind: 'removed', document: { id: toms.id } });
    expect(await run()).toEqual([]);
  });
});

describe('who speaks by an account for the first time', () => {
  it('is in the trail as that account’s person; a second account is noted in the school by the account', async () => {
    const talk = await aTalkAbout({ stage: 'gathering' });
    await talk.says(TEACHER, 'mine', { ...ACCOUNT, account: 'UTOM' });
    await talk.says(TEACHER, 'mine', { ...ACCOUNT, account: 'UTOM2' });
    const done = talk.noted.filter(({ what }) => what === 'account');
    expect(done.map(({ who, kind, to, school }) => [who, kind, to ?? school])).toEqual([
      ['slack.T1.UTOM', 'bound', TEACHER],
      ['slack.T1.UTOM2', 'changed', undefined],
      ['slack.T1.UTOM2', 'changed', 'oakfield'],
    ]);
  });
});
