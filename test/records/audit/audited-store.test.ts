import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NotKept } from '../../../src/records/audit/audit.ts';
import { auditedStores } from '../../../src/records/audit/audited-store.ts';
import { beginAudit } from '../../../src/records/audit/begin.ts';
import type { AuditFiles } from '../../../src/records/audit/school-chain.ts';
import { realAuditFiles } from '../../../src/records/audit/school-chain.ts';
import { NotStored, type Store } from '../../../src/store/store.ts';
import { closedLater } from '../../support/audit.ts';
import { aPupil, aReview, aSchool, SENCO, TEACHER } from '../../support/builders.ts';
import { testClock } from '../../support/clock.ts';
import { overlaid, temporaryStore } from '../../support/store.ts';

const clock = testClock('2026-11-23T09:00:00.000Z');
const BY = { who: SENCO, chat: 'teams', by: 'submit.details' };

let dataDir: string;
let store: Store;

beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'audited-')), 'data');
  store = await temporaryStore();
  await store.put('schools', aSchool());
  await store.put('pupils', aPupil());
  await store.put('reviews', aReview());
});
afterEach(async () => {
  await rm(join(dataDir, '..'), { recursive: true, force: true });
});

const begun = (over: Store = store, files: AuditFiles = realAuditFiles) =>
  beginAudit(over, { dataDir, key: 'k'.repeat(32), clock, files: closedLater(files) });

/** What the trail has of the school, but for its numbers and seals. */
async function trail() {
  const path = join(dataDir, 'audit', 'oakfield', '2026-11-23.jsonl');
  return (await readFile(path, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { seq: _, mac: __, at: ___, document, ...entry } = JSON.parse(line);
      return { ...entry, ...(document && { document: `${document.collection} ${document.version}` }) };
    });
}

const pupilNow = async () => (await store.get('pupils', aPupil().id)) ?? expect.fail();

/** A disk that takes nothing while `full` says so. */
function disk() {
  const state = { full: false };
  const files: AuditFiles = {
    async open(path) {
      const file = await realAuditFiles.open(path);
      return {
        ...file,
        async write(bytes, at) {
          if (!state.full) return file.write(bytes, at);
          // Half of it is there, as on a disk that fills up.
          await file.write(bytes.subarray(0, bytes.length / 2), at);
          throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
        },
      };
    },
  };
  return { files, state };
}

describe('a store that is audited', () => {
  it('has who changed which fields of a pupil, in the trail and in the pupil’s own history; never what stands there', async () => {
    const { audit } = await begun();
    const audited = auditedStores(store, audit, clock)(BY);
    await audited.put('pupils', { ...(await pupilNow()), className: 'Hedgehogs', yearGroup: '5' });
    const now = await pupilNow();
    expect(now.history).toEqual([
      { by: SENCO, at: clock.now(), what: 'submit.details', fields: ['yearGroup', 'className'] },
    ]);
    expect(await trail()).toEqual([
      { who: 'bot', kind: 'begun', what: 'documents', count: 3 },
      {
        ...{ who: SENCO, chat: 'teams', kind: 'changed', what: 'submit.details' },
        ...{ fields: ['yearGroup', 'className'], pupils: [now.id], document: 'pupils 2' },
      },
    ]);
    await audit.close();
  });

  it('has what a review’s own history says of a change, and a message that went out, with whom it went to', async () => {
    const { audit } = await begun();
    const audited = auditedStores(store, audit, clock)(BY);
    const review = (await store.get('reviews', aReview().id)) ?? expect.fail();
    const history = [{ by: SENCO, at: clock.now(), what: 'meeting-set', fields: ['meeting.date'] }];
    const message = {
      ...{ key: 'm1', to: TEACHER, kind: 'meeting-set' as const, queuedAt: clock.now() },
      state: { is: 'waiting' as const, tries: 0 },
    };
    const set = await audited.put('reviews', {
      ...review,
      history: [...review.history, ...history],
      messages: [message],
    });
    const sent = { ...message, state: { is: 'sent' as const, at: clock.now() } };
    await audited.put('reviews', { ...set, messages: [sent] });
    const who = { who: SENCO, chat: 'teams', pupils: [review.pupilId], reviews: [review.id] };
    expect((await trail()).slice(1)).toEqual([
      { ...who, kind: 'changed', what: 'meeting-set', fields: ['meeting.date'], document: 'reviews 2' },
      { ...who, kind: 'sent', what: 'meeting-set', to: TEACHER, document: 'reviews 3' },
    ]);
    await audit.close();
  });

  it('changes nothing that can’t be noted, says so, and goes on once it can, with no entry lost or half written', async () => {
    const { files, state } = disk();
    const { audit } = await begun(store, files);
    const audited = auditedStores(store, audit, clock)(BY);
    state.full = true;
    audit.record('oakfield', { who: TEACHER, kind: 'viewed', what: 'status', pupils: ['p1'] });
    const change = async () => audited.put('pupils', { ...(await pupilNow()), className: 'Hedgehogs' });
    await expect(change()).rejects.toThrow(NotStored);
    await expect(audit.durable()).rejects.toThrow(NotKept);
    expect((await pupilNow()).className).toBeUndefined();
    expect(await audit.trouble()).toBe(
      "the audit can't be written (ENOSPC): nothing is changed until it can",
    );
    state.full = false;
    await change();
    expect((await pupilNow()).className).toBe('Hedgehogs');
    expect(await audit.trouble()).toBeUndefined();
    expect((await audit.verify()).faults).toEqual([]);
    expect((await trail()).map(({ kind }) => kind)).toEqual([
      ...['begun', 'viewed', 'changed', 'not-stored', 'changed'],
    ]);
    await audit.close();
  });

  it('shows nothing more once a hundred entries wait for a disk that has failed', async () => {
    const { files, state } = disk();
    const { audit } = await begun(store, files);
    state.full = true;
    const look = () => audit.record('oakfield', { who: TEACHER, kind: 'viewed', what: 'status' });
    look();
    await expect(audit.durable()).rejects.toThrow(NotKept);
    for (let n = 1; n < 100; n++) look();
    expect(look).toThrow(NotKept);
    state.full = false;
    await audit.durable();
    look();
    await audit.close();
  });

  it('stops for one school only where the trail of that alone can’t be written', async () => {
    const files: AuditFiles = {
      open: (path) =>
        path.includes('elm') ? Promise.reject(new Error('broken')) : realAuditFiles.open(path),
    };
    await store.put('schools', aSchool({ id: 'elm', name: 'Elm' }));
    const { audit } = await begun(store, realAuditFiles);
    await audit.close();
    const next = await begun(store, files);
    const audited = auditedStores(store, next.audit, clock)(BY);
    const elm = (await store.get('schools', 'elm')) ?? expect.fail();
    await expect(audited.put('schools', { ...elm, name: 'Elm Grove' })).rejects.toThrow(NotStored);
    await audited.put('pupils', { ...(await pupilNow()), className: 'Hedgehogs' });
    expect((await pupilNow()).className).toBe('Hedgehogs');
    expect(await next.audit.trouble()).toContain("the audit can't be written");
    await expect(next.audit.close()).rejects.toThrow(NotKept);
  });

  it('says of a change that could not be stored that it was not', async () => {
    const { audit } = await begun();
    const full = overlaid(store, {
      put: async (collection, document, first) => {
        const { id, version } = document;
        await first?.({ ...document, version: version + 1 });
        throw new NotStored(collection, id, new Error('full'));
      },
    });
    const audited = auditedStores(full, audit, clock)(BY);
    await expect(audited.put('pupils', { ...(await pupilNow()), className: 'Owls' })).rejects.toThrow(
      NotStored,
    );
    await audit.durable();
    expect((await trail()).slice(1).map(({ kind, document }) => [kind, document])).toEqual([
      ['changed', 'pupils 2'],
      ['not-stored', 'pupils 1'],
    ]);
    await audit.close();
    expect((await begun()).byHand).toEqual([]);
  });

  it('has a legal hold that is set, changed and lifted as that', async () => {
    const { audit } = await begun();
    const audited = auditedStores(store, audit, clock)({ who: SENCO, by: 'submit.legal-hold' });
    const hold = { why: 'A claim', by: SENCO, at: clock.now() };
    await audited.put('pupils', { ...(await pupilNow()), legalHold: hold });
    const { legalHold: _, ...rest } = await pupilNow();
    await audited.put('pupils', { ...rest, heldBefore: [{ hold, lifted: { ...hold, why: 'Settled' } }] });
    expect((await trail()).slice(1).map(({ kind, fields }) => [kind, fields])).toEqual([
      ['held', ['legalHold']],
      ['let-go', ['legalHold', 'heldBefore']],
    ]);
    expect(JSON.stringify(await trail())).not.toContain('claim');
    await audit.close();
  });

  it('has a document that was removed', async () => {
    const { audit } = await begun();
    const audited = auditedStores(store, audit, clock)({ who: 'terminal', by: 'import' });
    const other = await audited.put('pupils', aPupil({ id: 'oakfield-p2', ref: 'P2' }));
    await audited.remove('pupils', other);
    expect((await trail()).at(-1)).toEqual({
      ...{ who: 'terminal', kind: 'removed', what: 'import', pupils: [other.id], document: 'pupils 1' },
    });
    await audit.close();
    const again = await begun();
    expect(again.byHand).toEqual([]);
    await again.audit.close();
  });
});

describe('a document that was changed by hand', () => {
  it('is noticed at the next start, once; as is one that was put there, or taken away', async () => {
    const { audit } = await begun();
    await auditedStores(store, audit, clock)(BY).put('pupils', aPupil({ id: 'oakfield-p2', ref: 'P2' }));
    await audit.close();
    const review = (await store.get('reviews', aReview().id)) ?? expect.fail();
    // Past the audit, and with the version it had: as somebody does with an editor.
    const byHand = overlaid(store, {
      reviewsOf: async () => [{ ...review, startedAt: '2026-11-01T09:00:00.000Z' }],
      pupilsOf: async () => [await pupilNow(), { ...aPupil({ id: 'oakfield-p3', ref: 'P3' }), version: 1 }],
    });
    const found = await begun(byHand);
    expect(found.byHand).toEqual([
      { collection: 'pupils', id: 'oakfield-p3', is: 'new' },
      { collection: 'reviews', id: review.id, is: 'changed' },
      { collection: 'pupils', id: 'oakfield-p2', is: 'gone' },
    ]);
    await found.audit.close();
    const again = await begun(byHand);
    expect(again.byHand).toEqual([]);
    await again.audit.close();
  });

  it('is none where the bot was killed after the entry and before the document', async () => {
    const { audit } = await begun();
    const never = Promise.withResolvers<never>();
    const killed = overlaid(store, {
      put: async (_, document, first) => {
        await first?.({ ...document, version: document.version + 1 });
        return never.promise;
      },
    });
    void auditedStores(killed, audit, clock)(BY).put('pupils', { ...(await pupilNow()), className: 'Owls' });
    await expect.poll(async () => (await trail()).at(-1)?.kind).toBe('changed');
    const next = await begun();
    expect(next).toMatchObject({ byHand: [], faults: [] });
    await next.audit.durable();
    expect((await trail()).at(-1)).toMatchObject({ who: 'bot', kind: 'not-stored', what: 'never-stored' });
    await next.audit.close();
  });

  it('is none where the bot was killed after the document: the entry has it', async () => {
    const { audit } = await begun();
    await auditedStores(store, audit, clock)(BY).put('pupils', { ...(await pupilNow()), className: 'Owls' });
    // No close: killed.
    const next = await begun();
    expect(next).toMatchObject({ byHand: [], faults: [] });
    await next.audit.close();
  });

  it('is known where it is put back as it was, though the bot was killed once since', async () => {
    const { audit } = await begun();
    const before = await pupilNow();
    await auditedStores(store, audit, clock)(BY).put('pupils', { ...before, className: 'Owls' });
    // No close: killed. The next start finds all as it should be.
    const next = await begun();
    await next.audit.close();
    const found = await begun(overlaid(store, { pupilsOf: async () => [before] }));
    expect(found.byHand).toEqual([{ collection: 'pupils', id: before.id, is: 'changed' }]);
    await found.audit.close();
  });
});
