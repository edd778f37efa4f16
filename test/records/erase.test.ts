import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { randomIds } from '../../src/app/ids.ts';
import { makeLog } from '../../src/app/log.ts';
import { takingBack } from '../../src/app/take-back.ts';
import { TryLater, Unreachable } from '../../src/channels/channel.ts';
import type { Terminal } from '../../src/command-line/command.ts';
import type { Review } from '../../src/domain/review/review.ts';
import { NO_AUDIT } from '../../src/records/audit/audit.ts';
import { readEraseArguments } from '../../src/records/erase/arguments.ts';
import { eraseCommand } from '../../src/records/erase/command.ts';
import { endAll, erase, lookAt } from '../../src/records/erase/erase.ts';
import { eraseAtStart } from '../../src/records/erase/keep-ending.ts';
import { markingIn } from '../../src/records/erase/key.ts';
import { readTombstones, setTombstone } from '../../src/records/erase/tombstones.ts';
import { erasedIn } from '../../src/records/erase/was-erased.ts';
import { type DataKeys, NO_KEYS, readKey } from '../../src/store/lowdb/data-keys.ts';
import { importBackups } from '../../src/store/lowdb/import-backups.ts';
import { verifyBackup } from '../../src/store/lowdb/maintenance.ts';
import { withDefaults } from '../../src/store/lowdb/options.ts';
import { openLowdbStore } from '../../src/store/lowdb/store.ts';
import { aContact, aMeeting, aPupil, aReview, aSchool, SENCO, TEACHER } from '../support/builders.ts';
import { bytesIn } from '../support/every-byte.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { quickFolder, storeIn } from '../support/store.ts';

const NOW = '2026-12-02T12:00:00.000Z';
const CLOCK = { now: () => NOW };
const MARK = 'zebrafinch';
const OLD_ID = `oakfield-${MARK}`;
const WHERE = { contactId: 'sandbox.sandbox.tom', ref: { id: 'm1' } };
const A_KEY = readKey(randomBytes(32).toString('base64')) ?? readKey(randomBytes(32).toString('hex'));

const message = (key: string, state: Review['messages'][number]['state']): Review['messages'][number] => ({
  ...{ key, to: TEACHER, kind: 'evidence-request', queuedAt: NOW, state },
});

/** A marked child, whose words stand in everything that can hold them, and another child who is to stay as she is. */
async function aFolder(keys: DataKeys = NO_KEYS) {
  const folder = join(await quickFolder(), 'data');
  const store = await storeIn(folder, { keys });
  await store.put('schools', aSchool());
  const marked = aPupil({
    ...{ id: 'c'.repeat(32), ref: `${MARK}1`, upn: 'Z823432116004', lastName: MARK },
    meetings: [aMeeting({ agreed: `${MARK} reads at home` })],
  });
  await store.put('pupils', marked);
  await store.put('pupils', aPupil({ id: 'b'.repeat(32), ref: 'P002', firstName: 'Bo' }));
  const review = (id: string, pupilId: string) =>
    aReview({
      ...{ id, pupilId, stage: 'gathering', ref: id.slice(0, 4) },
      messages: [message(`k-${id}`, { is: 'sent', at: NOW, where: { ...WHERE, ref: { id: `m-${id}` } } })],
    });
  await store.put('reviews', review(`${MARK}-r1`, marked.id));
  await store.put('reviews', review('other-r1', 'b'.repeat(32)));
  await store.put('contacts', {
    ...aContact({ id: WHERE.contactId, channel: 'sandbox' }),
    cards: [
      { is: `show/status/${MARK}-r1`, ref: { id: 'card-1' } },
      { is: 'show/status/other-r1', ref: { id: 'card-2' } },
      { is: 'due//////', ref: { id: 'list' }, of: [marked.id, 'b'.repeat(32)] },
      { is: '', ref: { id: 'preview' }, of: ['list'] },
      { is: 'due//////', ref: { id: 'list-2' }, of: ['b'.repeat(32)] },
    ],
    shownBefore: [marked.id, 'b'.repeat(32)],
  });
  await store.put('digests', {
    ...{ id: 'd1', version: 0, to: TEACHER, day: '2026-12-01' },
    items: [`${MARK}-r1/evidence/${TEACHER}`, `other-r1/evidence/${TEACHER}`],
    listed: [`${MARK}-r1/evidence/${TEACHER}`],
    escalations: [{ obligationId: `${marked.id}/next-place/${SENCO}`, step: 'senco' }],
    state: { is: 'sent', at: NOW, where: { ...WHERE, ref: { id: 'digest-1' } } },
  });
  const backups = importBackups(folder, { keys });
  const made = await backups.make([
    { collection: 'pupils', id: marked.id, before: 0, after: 1 },
    { collection: 'pupils', id: 'b'.repeat(32), before: 0, after: 1 },
  ]);
  await backups.copy('format-3');
  const aside = join(folder, 'set-aside', '2026-11-01T09-00-00Z', 'digests');
  await mkdir(aside, { recursive: true });
  await writeFile(join(aside, 'torn.json'), `{"id":"torn","items":["${MARK}-r1/`);
  await writeFile(
    join(folder, 'old-ids.json'),
    JSON.stringify({ pupils: { [OLD_ID]: marked.id, keep: 'b' } }),
  );
  return { folder, store, marked, made, keys };
}

const traces = async (folder: string, keys: DataKeys, id: string) => {
  const text = (await bytesIn(folder, keys)).toLowerCase();
  return {
    words: text.includes(MARK),
    number: text.includes('z823432116004'),
    review: text.includes(`${id}"`),
  };
};

function aTerminal(answer?: string): Terminal & { readonly said: string[] } {
  const said: string[] = [];
  return {
    said,
    say: (line) => void said.push(line),
    complain: (line) => void said.push(`! ${line}`),
    ask: async () => answer,
    hand: async () => false,
    progress: () => undefined,
  };
}

async function erased(
  { folder, store, keys }: Pick<Awaited<ReturnType<typeof aFolder>>, 'folder' | 'store' | 'keys'>,
  args: readonly string[],
  {
    answer,
    takeBack,
    forgetWaiting,
  }: {
    answer?: string;
    takeBack?: ReturnType<typeof takingBack>;
    forgetWaiting?: () => void;
  } = {},
) {
  const terminal = aTerminal(answer);
  const read = readEraseArguments(args);
  if ('wrong' in read) return { code: 1, said: read.wrong.join('\n') };
  const at = {
    ...{ store, audit: NO_AUDIT, dataDir: folder, keys, clock: CLOCK, ids: randomIds },
    ...(takeBack && { takeBack }),
    ...(forgetWaiting && { forgetWaiting }),
  };
  return { code: await eraseCommand.run(read.request, terminal, at), said: terminal.said.join('\n') };
}

const LOG = makeLog('error', { write: () => undefined });

describe('npm run erase', () => {
  it('puts “removed” in the place of what was sent of the child, and leaves what was sent of another', async () => {
    const given = await aFolder();
    const channel = fakeChannel();
    const takeBack = takingBack(given.store, [channel], LOG);
    const { code, said } = await erased(given, ['pupil', `${MARK}1`, '--yes'], { takeBack });
    expect(code).toBe(0);
    expect(said).not.toMatch(/Ada/);
    const now = new Map(channel.updated.map(({ ref, message }) => [ref.id, message.notification]));
    expect([...now.keys()].sort()).toEqual(['card-1', 'digest-1', 'list', `m-${MARK}-r1`, 'preview']);
    expect(now.get('card-1')).toContain('not kept in the chat any more');
    // A list of several, and what was said of a list from outside, which may name anybody.
    for (const one of ['list', 'preview']) expect(now.get(one)).toContain('Ask for it once more');
  });

  it('ends with what stays and with whom, without a word of the child', async () => {
    const given = await aFolder();
    const { store } = given;
    const review = (await store.get('reviews', `${MARK}-r1`)) ?? expect.fail();
    const unsure = message('unsure', { is: 'unconfirmed', at: NOW });
    await store.put('reviews', { ...review, messages: [...review.messages, { ...unsure, to: SENCO }] });
    const { said } = await erased(given, ['pupil', `${MARK}1`, '--yes']);
    expect(said.split('\n').at(-1)).toBe(
      `What stays: who looked at the record, and when, under a number that names nobody, and what people typed, saved or printed themselves. The bot can’t take these back, so please ask for them to be deleted: older answers in the chat of ${TEACHER}; messages to ${SENCO}, of which it is not known whether they came or where they stand.`,
    );
  });

  it('takes back what was being shown and sent while the child was erased, once, and nothing else', async () => {
    const given = await aFolder();
    const { folder, store, marked, keys } = given;
    await erased(given, ['pupil', `${MARK}1`, '--yes'], { takeBack: async () => 'done' });
    // A turn is counted, and a digest noted as sent, a moment later.
    const contact = (await store.get('contacts', WHERE.contactId)) ?? expect.fail();
    const late = { is: '', ref: { id: 'late-card' }, of: [marked.id] };
    await store.put('contacts', { ...contact, cards: [...(contact.cards ?? []), late] });
    await store.put('digests', {
      ...{ id: 'late', version: 0, to: TEACHER, day: '2026-12-02', items: [`other-r1/evidence/${TEACHER}`] },
      listed: [`${MARK}-r1/evidence/${TEACHER}`, `other-r1/evidence/${TEACHER}`],
      state: { is: 'sent', at: NOW, where: { ...WHERE, ref: { id: 'late-digest' } } },
    });
    const taken: string[] = [];
    const takeBack = async ({ ref }: { readonly ref: Readonly<Record<string, string>> }) => {
      taken.push(ref.id ?? '');
      return 'done' as const;
    };
    const at = { store, audit: NO_AUDIT, dataDir: folder, keys, clock: CLOCK, takeBack };
    for (const _ of ['at a round', 'at the next']) expect(await eraseAtStart(at)).toBe(0);
    expect(taken.toSorted()).toEqual(['late-card', 'late-digest']);
    expect((await store.get('digests', 'late'))?.listed).toEqual([`other-r1/evidence/${TEACHER}`]);
    expect((await store.get('contacts', WHERE.contactId))?.cards?.map(({ ref }) => ref.id)).toEqual([
      'card-2',
      'list-2',
    ]);
  });

  it('takes back what was sent between the look and the erasing', async () => {
    const { folder, store, marked, keys } = await aFolder();
    const deps = { store, dataDir: folder, keys, markOf: await markingIn(folder) };
    const { erasing } = await lookAt(marked, deps, '2026-12-02');
    const review = (await store.get('reviews', `${MARK}-r1`)) ?? expect.fail();
    const sent = message('since', { is: 'sent', at: NOW, where: { ...WHERE, ref: { id: 'since' } } });
    await store.put('reviews', { ...review, messages: [...review.messages, sent] });
    const channel = fakeChannel();
    await erase(erasing, { ...deps, takeBack: takingBack(store, [channel], LOG) });
    expect(channel.updated.map(({ ref }) => ref.id)).toContain('since');
  });

  it('leaves another child, and what others owe, as it was; and a start finds nothing wrong', async () => {
    const given = await aFolder();
    const { folder, store, made } = given;
    const before = await store.get('pupils', 'b'.repeat(32));
    await erased(given, ['pupil', `${MARK}1`, '--yes']);
    expect(await store.get('digests', 'd1')).toMatchObject({
      items: [`other-r1/evidence/${TEACHER}`],
      listed: [],
      escalations: [],
    });
    expect(await store.get('contacts', WHERE.contactId)).toMatchObject({
      cards: [{ ref: { id: 'card-2' } }, { ref: { id: 'list-2' } }],
      shownBefore: ['b'.repeat(32)],
    });
    await store.close();
    const again = await openLowdbStore(folder);
    expect(await again.get('pupils', 'b'.repeat(32))).toEqual(before);
    expect(await again.reviewsOf('oakfield')).toHaveLength(1);
    await again.close();
    expect((await verifyBackup(made, withDefaults({}))).faults).toEqual([]);
    expect(await importBackups(folder).last()).toMatchObject({
      written: [{ collection: 'pupils', id: 'b'.repeat(32), before: 0, after: 1 }],
    });
  });

  it('has what waits in memory forgotten, once nobody can type more of the child, and not before it is said yes to', async () => {
    const given = await aFolder();
    const left: number[] = [];
    const forgetWaiting = () => void given.store.pupilsOf('oakfield').then((all) => left.push(all.length));
    const before = (await given.store.pupilsOf('oakfield')).length;
    await erased(given, ['pupil', `${MARK}1`], { answer: 'no', forgetWaiting });
    expect(left).toEqual([]);
    await erased(given, ['pupil', `${MARK}1`, '--yes'], { forgetWaiting });
    expect(left).toEqual([before - 1]);
  });

  it('shows what would go, and does nothing until somebody says yes', async () => {
    const given = await aFolder();
    const shown = await erased(given, ['pupil', `${MARK}1`]);
    expect(shown.code).toBe(3);
    expect(shown.said).toContain('with 1 review.');
    expect(shown.said).toContain('5 messages in chats');
    expect(shown.said).toMatch(/Backups written anew without them: .*before-import.*, .*format-3/);
    expect(shown.said).toContain('Nothing was erased. Run it with --yes');
    expect((await erased(given, ['pupil', `${MARK}1`], { answer: 'no' })).code).toBe(3);
    expect((await given.store.get('pupils', given.marked.id))?.version).toBe(1);
    expect((await erased(given, ['pupil', `${MARK}1`], { answer: 'yes' })).code).toBe(0);
    expect((await erased(given, ['pupil', `${MARK}1`])).said).toContain('No pupil has this reference');
  });

  it('does what stands once somebody has said yes: a hold set meanwhile stops it, a new name is marked', async () => {
    const { folder, store, marked, keys } = await aFolder();
    const at = { store, audit: NO_AUDIT, dataDir: folder, keys, clock: CLOCK, ids: randomIds };
    const meanwhile = (change: object) => ({
      ...aTerminal(),
      ask: async () => {
        const now = await store.get('pupils', marked.id);
        if (now) await store.put('pupils', { ...now, ...change });
        return 'yes';
      },
    });
    const request = { ref: marked.id, yes: false };
    const held = meanwhile({ legalHold: { why: 'A claim', by: SENCO, at: NOW } });
    expect(await eraseCommand.run(request, held, at)).toBe(1);
    const lifted = await store.get('pupils', marked.id);
    if (!lifted) return expect.fail();
    const { legalHold: _, ...free } = lifted;
    await store.put('pupils', free);
    expect(await eraseCommand.run(request, meanwhile({ firstName: 'Adah', ref: 'N9' }), at)).toBe(0);
    const { dateOfBirth } = marked;
    const again = { schoolId: 'oakfield', ref: 'N9', firstName: 'Cy', lastName: 'Else', dateOfBirth };
    expect((await erasedIn(folder))?.(again)).toBe(true);
  });

  it('takes what a killed process left half written from copies, and leaves another child who had the number before', async () => {
    const given = await aFolder();
    const { folder, made, marked, store } = given;
    const before = aPupil({ ...{ id: 'e'.repeat(32), ref: marked.ref }, dateOfBirth: '2010-01-01' });
    await writeFile(join(made, 'pupils', `${before.id}.json`), JSON.stringify(before));
    const half = `.${randomUUID()}.tmp`;
    const places = [join(made, 'pupils'), join(folder, 'set-aside', '2026-11-01T09-00-00Z', 'digests')];
    for (const place of places) await writeFile(join(place, half), `{"lastName":"${marked.lastName}`);
    await mkdir(join(folder, 'erasing'));
    await writeFile(join(folder, 'erasing', half), `{"ref":"${marked.ref}`);
    await erased(given, ['pupil', marked.id, '--yes']);
    await endAll({
      ...{ store, dataDir: folder, keys: NO_KEYS, after: () => undefined },
      takeBack: async () => 'gone',
    });
    for (const place of [...places, join(folder, 'erasing')])
      expect(await readdir(place)).not.toContain(half);
    expect(await readdir(join(made, 'pupils'))).toContain(`${before.id}.json`);
  });

  it('names a backup whose key is not here, with the day on which it is removed whatever is in it', async () => {
    const keys = { ...(A_KEY && { current: A_KEY }), older: [] };
    const given = await aFolder(keys);
    const { folder, store } = given;
    await store.close();
    // Everything in use is as another start without a key would have it, but for the backups.
    const plain = await aFolder();
    await rename(join(folder, 'backups'), join(plain.folder, 'backups-closed'));
    const [closed = ''] = (await readdir(join(plain.folder, 'backups-closed'))).filter((one) =>
      one.endsWith('format-3'),
    );
    await rename(
      join(plain.folder, 'backups-closed', closed),
      join(plain.folder, 'backups', '2026-03-02T09-00-00Z-before-format-3'),
    );
    const { said, code } = await erased(plain, ['pupil', `${MARK}1`, '--yes']);
    expect(code).toBe(2);
    expect(said).toContain('Erased from all that can be opened. It is not ended before the rest is:');
    const line =
      'Can’t be opened without its key, so it stays until Tue 2 Mar 2027, when it is 365 days old and is removed: backups/2026-03-02T09-00-00Z-before-format-3.';
    expect(said.split(line)).toHaveLength(3);
  });

  it('stays begun for a backup whose key is not here, and is ended at a start that has the key', async () => {
    const given = await aFolder();
    const { folder, store, marked } = given;
    const old = { ...(A_KEY && { current: A_KEY }), older: [] };
    const kept = await aFolder(old);
    const closed = join(folder, 'backups', '2026-11-02T09-00-00Z-before-format-3');
    const [backup = ''] = (await readdir(join(kept.folder, 'backups'))).filter((one) =>
      one.endsWith('format-3'),
    );
    await rename(join(kept.folder, 'backups', backup), closed);

    expect((await erased(given, ['pupil', `${MARK}1`, '--yes'])).code).toBe(2);
    expect(await store.get('pupils', marked.id)).toBeUndefined();
    // Asked again, they are not told that there never was such a pupil.
    for (const ref of [`${MARK}1`, marked.upn ?? '', marked.id]) {
      const again = await erased(given, ['pupil', ref, '--yes']);
      expect(again.code).toBe(2);
      expect(again.said).toContain('backups/2026-11-02T09-00-00Z-before-format-3. Set DATA_KEY_OLD');
    }
    expect((await erased(given, ['pupil', 'P999', '--yes'])).code).toBe(1);
    // The school has them anew meanwhile: what is put right is the old copy, and nothing of today's.
    await store.put('pupils', { ...marked, id: 'e'.repeat(32), version: 0 });
    const takeBack = async () => 'done' as const;
    const at = { store, audit: NO_AUDIT, dataDir: folder, clock: CLOCK, takeBack };
    expect(await eraseAtStart({ ...at, keys: NO_KEYS })).toBe(0);
    const withOld = { older: [...(A_KEY ? [A_KEY] : [])] };
    expect(await traces(closed, withOld, marked.id)).toMatchObject({ words: true });
    expect(await eraseAtStart({ ...at, keys: withOld })).toBe(1);
    expect(await traces(closed, withOld, marked.id)).toMatchObject({ words: false, number: false });
    expect(await store.get('pupils', 'e'.repeat(32))).toBeDefined();
    expect(await readdir(join(folder, 'erasing'))).toEqual([]);
    expect(await eraseAtStart({ ...at, keys: withOld })).toBe(0);
  });

  it('is ended, too, once the backup has aged out', async () => {
    const given = await aFolder();
    const { folder, store } = given;
    const closed = join(folder, 'backups', '2026-11-02T09-00-00Z-before-format-3');
    const kept = await aFolder({ ...(A_KEY && { current: A_KEY }), older: [] });
    const [backup = ''] = (await readdir(join(kept.folder, 'backups'))).filter((one) =>
      one.endsWith('format-3'),
    );
    await rename(join(kept.folder, 'backups', backup), closed);
    await erased(given, ['pupil', `${MARK}1`, '--yes']);
    await rm(closed, { recursive: true });
    const takeBack = async () => 'gone' as const;
    expect(await endAll({ store, dataDir: folder, keys: NO_KEYS, takeBack })).toMatchObject([{ closed: [] }]);
    expect(await readdir(join(folder, 'erasing'))).toEqual([]);
  });

  it('takes messages back later, where the chat does not answer, and tells of those it can’t change', async () => {
    const given = await aFolder();
    const { folder, store, keys } = given;
    const channel = fakeChannel();
    channel.updateFates.push(new TryLater(1000), new Unreachable('left'));
    const takeBack = takingBack(store, [channel], LOG);
    const { said } = await erased(given, ['pupil', `${MARK}1`, '--yes'], { takeBack });
    expect(said).toContain('1 message in chats can’t be taken back just now');
    expect(said).toContain('1 message could not be taken back');
    expect(channel.updated).toHaveLength(3);
    const deps = { store, dataDir: folder, keys, markOf: await markingIn(folder), takeBack };
    expect(await endAll(deps)).toMatchObject([{ left: 0, notTaken: 0 }]);
    expect(channel.updated).toHaveLength(4);
    expect(await endAll(deps)).toEqual([]);
  });
});

describe('an erasing that is cut off', () => {
  it.each(['noted', 'tombstone', 'review', 'pupil', 'others', 'copies', 'only-messages'])(
    'after “%s” is ended by the next start',
    async (part) => {
      const { folder, store, marked, keys } = await aFolder();
      const killed = new Error('killed');
      const after = (now: string) => {
        if (now === part) throw killed;
      };
      const deps = { store, dataDir: folder, keys, markOf: await markingIn(folder), after };
      const { erasing } = await lookAt(marked, deps, '2026-12-02');
      await expect(erase(erasing, deps)).rejects.toBe(killed);
      await store.close();
      const again = await openLowdbStore(folder);
      expect(await eraseAtStart({ store: again, audit: NO_AUDIT, dataDir: folder, keys, clock: CLOCK })).toBe(
        part === 'only-messages' ? 0 : 1,
      );
      const channel = fakeChannel();
      await endAll({
        ...deps,
        store: again,
        after: () => undefined,
        takeBack: takingBack(again, [channel], LOG),
      });
      expect(channel.updated).toHaveLength(5);
      await again.close();
      expect(await traces(folder, keys, marked.id)).toMatchObject({ words: false, number: false });
    },
  );
});

it('a child who is erased a second time, back by a backup under another name and number, is known by both', async () => {
  const dataDir = await quickFolder();
  const stone = { pupil: 'p', school: 'oakfield', on: '2026-12-02' } as const;
  await setTombstone(dataDir, { ...stone, marks: ['upn', 'ref', 'name'] });
  await setTombstone(dataDir, { ...stone, on: '2027-01-11', marks: ['upn', 'other-ref', 'other-name'] });
  // What is left where only a review of theirs was stored since has none.
  await setTombstone(dataDir, { ...stone, marks: [] });
  expect(await readTombstones(dataDir)).toEqual([
    { ...stone, marks: ['upn', 'ref', 'name', 'other-ref', 'other-name'] },
  ]);
});

describe('a child who was erased', () => {
  const named = { schoolId: 'oakfield', firstName: 'Ada', lastName: MARK, dateOfBirth: '2018-02-03' };

  it('is known again on a list, by number or by name, and nobody else is', async () => {
    const given = await aFolder();
    expect(await erasedIn(given.folder)).toBeUndefined();
    await erased(given, ['pupil', `${MARK}1`, '--yes']);
    const was = await erasedIn(given.folder);
    expect(was?.({ ...named, ref: 'X9' })).toBe(true);
    expect(
      was?.({ ...named, ref: 'X9', upn: 'Z823432116004', lastName: 'Young', dateOfBirth: '2018-02-04' }),
    ).toBe(true);
    expect(was?.({ ...named, ref: `${MARK}1`.toUpperCase(), lastName: 'Young' })).toBe(true);
    // The number went to another child since.
    expect(was?.({ ...named, ref: `${MARK}1`, firstName: 'Cy', dateOfBirth: '2019-05-05' })).toBe(false);
    expect(was?.({ ...named, ref: 'X9', schoolId: 'beech' })).toBe(false);
  });

  it('leaves marks that nobody can try names against without the key, which is beside the data folder', async () => {
    const given = await aFolder();
    await erased(given, ['pupil', `${MARK}1`, '--yes']);
    const stones = await readFile(join(given.folder, 'erased.json'), 'utf8');
    const plain = createHash('sha256').update('oakfield|upn|Z823432116004').digest('base64url').slice(0, 24);
    expect(stones).not.toContain(plain);
    expect(await readdir(join(given.folder, '..'))).toContain('data.erased-key');
  });

  it('who comes back with a backup that is put back is erased again at the start', async () => {
    const given = await aFolder();
    const { folder, store, marked, keys } = given;
    await erased(given, ['pupil', `${MARK}1`, '--yes']);
    await store.put('pupils', marked);
    expect(await eraseAtStart({ store, audit: NO_AUDIT, dataDir: folder, keys, clock: CLOCK })).toBe(1);
    expect(await store.get('pupils', marked.id)).toBeUndefined();
  });

  it('of whom a review was stored just after, since somebody began it at that moment, is erased again, too', async () => {
    const given = await aFolder();
    const { folder, store, marked, keys } = given;
    await erased(given, ['pupil', `${MARK}1`, '--yes']);
    await store.put('reviews', aReview({ id: 'late', pupilId: marked.id, messages: [] }));
    expect(await eraseAtStart({ store, audit: NO_AUDIT, dataDir: folder, keys, clock: CLOCK })).toBe(1);
    expect((await store.reviewsOf('oakfield')).map(({ id }) => id)).toEqual(['other-r1']);
    expect(await store.pupilsOf('oakfield')).toHaveLength(1);
  });
});
