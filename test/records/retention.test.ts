import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { randomIds } from '../../src/app/ids.ts';
import { makeLog } from '../../src/app/log.ts';
import { NO_AUDIT } from '../../src/records/audit/audit.ts';
import { auditedStores } from '../../src/records/audit/audited-store.ts';
import { BOT } from '../../src/records/audit/entry.ts';
import { openAudit } from '../../src/records/audit/open.ts';
import { readEraseArguments } from '../../src/records/erase/arguments.ts';
import { eraseCommand } from '../../src/records/erase/command.ts';
import { retentionCommand } from '../../src/records/retention/command.ts';
import { tidyOnce } from '../../src/records/retention/daily.ts';
import { NO_KEYS } from '../../src/store/lowdb/data-keys.ts';
import { importBackups } from '../../src/store/lowdb/import-backups.ts';
import { auditInMemory, closedLater } from '../support/audit.ts';
import { aContact, aPupil, aReview, aSchool, SENCO, TEACHER } from '../support/builders.ts';
import { overlaid, quickFolder, storeIn } from '../support/store.ts';
import { hearing } from '../support/terminal.ts';

/** A day on which what is of 2026/27 is of a school year that is over, and pupils born before 10 September 1996 are over 31. */
const NOW = '2027-09-10T09:00:00.000Z';
const LOG = makeLog('silent', { write: () => undefined });

/** Old Otto’s time is over, Held Hilda’s too but for a claim, young Yara’s is not; each has a review. */
async function aSchoolOfThree(retention?: { readonly daily: true }) {
  const folder = `${await quickFolder()}/data`;
  const store = await storeIn(folder);
  await store.put('schools', aSchool(retention ? { retention } : {}));
  const hold = { why: 'A claim', by: SENCO, at: '2027-01-11T09:00:00.000Z' };
  const pupils = [
    aPupil({ id: 'otto', ref: 'P1', firstName: 'Otto', dateOfBirth: '1996-09-09' }),
    aPupil({ id: 'hilda', ref: 'P2', firstName: 'Hilda', dateOfBirth: '1996-09-09', legalHold: hold }),
    aPupil({ id: 'yara', ref: 'P3', firstName: 'Yara', dateOfBirth: '1996-09-10' }),
  ];
  for (const pupil of pupils) {
    await store.put('pupils', pupil);
    await store.put(
      'reviews',
      aReview({ id: `r-${pupil.id}`, pupilId: pupil.id, stage: 'closed', messages: [] }),
    );
  }
  const taken: string[] = [];
  const { terminal, said } = hearing();
  const at = {
    ...{ store, audit: NO_AUDIT, dataDir: folder, keys: NO_KEYS, clock: { now: () => NOW }, ids: randomIds },
    takeBack: async ({ ref }: { readonly ref: Readonly<Record<string, string>> }) => {
      if (ref.id === 'busy') return 'later' as const;
      taken.push(ref.id ?? '');
      return 'done' as const;
    },
  };
  const pupilsLeft = async () => (await store.pupilsOf('oakfield')).map(({ id }) => id).toSorted();
  return { store, folder, at, terminal, said, taken, pupilsLeft };
}

it('npm run retention says who would go and why, by reference, and removes nobody', async () => {
  const { at, terminal, said, pupilsLeft } = await aSchoolOfThree();
  expect(await retentionCommand.run({ yes: false }, terminal, at)).toBe(0);
  expect(said.toSorted()).toEqual([
    'Nothing was removed. To remove it: npm run retention -- --yes',
    'The pupil P1 of Oakfield School: kept to the birthday at 31, Thu 9 Sept 2027.',
    'The pupil P2 of Oakfield School: kept to the birthday at 31, Thu 9 Sept 2027; kept all the same, until that is lifted, as the SENCO has said.',
  ]);
  expect(await pupilsLeft()).toEqual(['hilda', 'otto', 'yara']);
});

it('does not say that nobody’s time is over where somebody is kept for longer only because a SENCO has said so', async () => {
  const { at, terminal, said, store } = await aSchoolOfThree();
  const [otto, hilda] = [await store.get('pupils', 'otto'), await store.get('pupils', 'hilda')];
  if (!otto || !hilda?.legalHold) return expect.fail('they are not there');
  await store.put('pupils', { ...otto, legalHold: hilda.legalHold });
  expect(await retentionCommand.run({ yes: false }, terminal, at)).toBe(0);
  const kept = expect.stringContaining('kept all the same');
  expect(said).toEqual([kept, kept, 'Nothing is to be removed.']);
});

it('with --yes whose time is over goes, from the backups too; who is held and who is young stays', async () => {
  const { store, folder, at, terminal, said, pupilsLeft } = await aSchoolOfThree();
  const backups = importBackups(folder);
  await backups.make(
    ['otto', 'yara'].map((id) => ({ collection: 'pupils' as const, id, before: 1, after: 2 })),
  );
  expect(await retentionCommand.run({ yes: true }, terminal, at)).toBe(0);
  expect(await pupilsLeft()).toEqual(['hilda', 'yara']);
  expect(said.join('\n')).toContain('Removed: all that was held of 1 pupil.');
  expect(said.join('\n')).not.toMatch(/Otto|Hilda|Yara|A claim/);
  expect(await store.get('reviews', 'r-otto')).toBeUndefined();
  expect(await store.get('reviews', 'r-hilda')).toBeDefined();
  const last = await backups.last();
  if (typeof last === 'string') return expect.fail(last);
  await expect(last.before('pupils', 'otto')).rejects.toThrow();
  expect((await last.before('pupils', 'yara')).id).toBe('yara');
});

it('a pupil whose data is held is not erased either', async () => {
  const { at, terminal, said, pupilsLeft } = await aSchoolOfThree();
  const read = readEraseArguments(['pupil', 'P2', '--yes']);
  if ('wrong' in read) return expect.fail();
  expect(await eraseCommand.run(read.request, terminal, at)).toBe(1);
  expect(said.join('\n')).toContain('Nothing was erased');
  expect(await pupilsLeft()).toContain('hilda');
});

it('by itself it removes only where the school has set so, or all where RETENTION is daily', async () => {
  const not = await aSchoolOfThree();
  await tidyOnce(not.at, false, LOG);
  expect(await not.pupilsLeft()).toEqual(['hilda', 'otto', 'yara']);
  await tidyOnce(not.at, true, LOG);
  expect(await not.pupilsLeft()).toEqual(['hilda', 'yara']);
  const set = await aSchoolOfThree({ daily: true });
  await tidyOnce(set.at, false, LOG);
  expect(await set.pupilsLeft()).toEqual(['hilda', 'yara']);
});

it('what goes by itself each day is in the trail by its id, as the bot’s doing; who stays is not', async () => {
  const { at, store } = await aSchoolOfThree({ daily: true });
  const audit = auditInMemory(at.clock);
  const noting = auditedStores(store, audit, at.clock)({ who: BOT, by: 'retention' });
  await tidyOnce({ ...at, audit, store: noting }, false, LOG);
  const removed = audit.entries.filter(({ kind }) => kind === 'removed');
  expect(removed.map(({ who, what, document }) => [who, what, document?.collection, document?.id])).toEqual([
    ['bot', 'retention', 'reviews', 'r-otto'],
    ['bot', 'retention', 'pupils', 'otto'],
  ]);
  expect(removed.every(({ school, pupils }) => school === 'oakfield' && pupils?.[0] === 'otto')).toBe(true);
  expect(JSON.stringify(audit.entries)).not.toMatch(/hilda|yara|Otto/);
});

it('by itself it removes no school’s children all at once, as a clock far ahead would, and none with a review under way', async () => {
  const { at, store, pupilsLeft } = await aSchoolOfThree({ daily: true });
  const warned: string[] = [];
  const log = { info: () => undefined, warn: (event: string) => void warned.push(event) };
  const review = await store.get('reviews', 'r-otto');
  if (!review) return expect.fail();
  await store.put('reviews', { ...review, stage: 'gathering' });
  await tidyOnce(at, false, log);
  expect(await pupilsLeft()).toEqual(['hilda', 'otto', 'yara']);
  const hilda = await store.get('pupils', 'hilda');
  if (!hilda) return expect.fail();
  const { legalHold: _, ...lifted } = hilda;
  await store.put('pupils', lifted);
  await tidyOnce({ ...at, clock: { now: () => '2090-01-01T09:00:00.000Z' } }, true, log);
  expect(await pupilsLeft()).toEqual(['hilda', 'otto', 'yara']);
  expect(warned).toEqual([
    'not removed by retention: a review is under way; check the birthday, and the clock',
    'too many for retention at once: check the clock, then npm run retention',
  ]);
});

it('with --yes alone, as from a script each night, a clock far ahead removes no school either; a person can say that it is right', async () => {
  const { at, store, terminal, said, pupilsLeft } = await aSchoolOfThree();
  const ahead = { ...at, clock: { now: () => '2090-01-01T09:00:00.000Z' } };
  const hilda = await store.get('pupils', 'hilda');
  if (!hilda) return expect.fail();
  const { legalHold: _, ...lifted } = hilda;
  await store.put('pupils', lifted);
  expect(await retentionCommand.run({ yes: true }, terminal, ahead)).toBe(1);
  expect(await pupilsLeft()).toEqual(['hilda', 'otto', 'yara']);
  expect(said).toContainEqual(expect.stringContaining('3 pupils of Oakfield School not removed'));
  expect(said.join()).not.toContain('Removed: all');
  expect(await retentionCommand.run({ yes: true, howeverMany: true }, terminal, ahead)).toBe(0);
  expect(await pupilsLeft()).toEqual([]);
});

it('with --yes alone who has a review under way stays, and is named by reference', async () => {
  const { at, store, terminal, said, pupilsLeft } = await aSchoolOfThree();
  const review = await store.get('reviews', 'r-otto');
  if (!review) return expect.fail();
  await store.put('reviews', { ...review, stage: 'gathering' });
  expect(await retentionCommand.run({ yes: true }, terminal, at)).toBe(1);
  expect(await pupilsLeft()).toEqual(['hilda', 'otto', 'yara']);
  expect(said).toContainEqual(
    expect.stringContaining('P1 of Oakfield School not removed: a review is under way'),
  );
});

it('who is put on hold since it was looked stays', async () => {
  const { at, store, terminal, said, pupilsLeft } = await aSchoolOfThree();
  const late = overlaid(store, {
    pupilsOf: async (school) => {
      const found = await store.pupilsOf(school);
      const otto = found.find(({ id }) => id === 'otto');
      const legalHold = { why: 'An inquiry', by: SENCO, at: NOW };
      if (otto && !otto.legalHold) await store.put('pupils', { ...otto, legalHold });
      return found;
    },
  });
  await retentionCommand.run({ yes: true }, terminal, { ...at, store: late });
  expect(await pupilsLeft()).toContain('otto');
  expect(said.join('\n')).not.toContain('of 1 pupil');
});

it('what is of an earlier school year is taken out of chats and forgotten; what a chat won’t do just now, later', async () => {
  const { store, at, taken } = await aSchoolOfThree();
  const where = (id: string) => ({ contactId: 'sandbox.sandbox.u-teacher', ref: { id } });
  const sent = (id: string, on: string) => ({ is: 'sent' as const, at: on, where: where(id) });
  const digest = (id: string, day: string) => ({
    id,
    version: 0,
    to: TEACHER,
    day,
    items: [],
    state: sent(id, `${day}T08:00:00.000Z`),
  });
  for (const one of [
    digest('old', '2027-07-01'),
    digest('busy', '2027-07-02'),
    digest('today', '2027-09-10'),
  ])
    await store.put('digests', one);
  const card = (id: string, on: string) => ({ is: `show/status/${id}`, ref: { id }, at: on });
  await store.put(
    'contacts',
    aContact({ cards: [card('card-old', '2027-07-01T09:00:00.000Z'), card('card-new', NOW)] }),
  );
  const review = await store.get('reviews', 'r-yara');
  if (!review) return expect.fail();
  const message = { key: 'k', to: TEACHER, kind: 'record' as const, queuedAt: '2027-07-01T09:00:00.000Z' };
  await store.put('reviews', {
    ...review,
    messages: [{ ...message, state: sent('record', '2027-07-01T09:00:00.000Z') }],
  });

  await tidyOnce(at, false, LOG);
  expect(taken.toSorted()).toEqual(['card-old', 'old', 'record']);
  expect((await store.all('digests')).map(({ id }) => id).toSorted()).toEqual(['busy', 'today']);
  expect((await store.all('contacts')).flatMap(({ cards }) => cards)).toEqual([card('card-new', NOW)]);
  expect((await store.get('reviews', 'r-yara'))?.messages[0]?.state).toEqual({
    is: 'sent',
    at: '2027-07-01T09:00:00.000Z',
  });
  // Where no chat runs, what stands in one is not forgotten.
  const { takeBack: _, ...withoutChat } = at;
  await tidyOnce(withoutChat, false, LOG);
  expect(await store.get('digests', 'busy')).toBeDefined();
});

it('an account that is nobody’s of a staff list is forgotten, once nothing of ours stands in its chat', async () => {
  const { store, at } = await aSchoolOfThree();
  const stranger = (userId: string, more: object = {}) =>
    aContact({ userId, email: `${userId}@oakfield.example`, ...more });
  const { email: _, ...guest } = aContact({ userId: 'guest' });
  const marked = (userId: string, day: string) => {
    const { email: __, ...one } = aContact({ userId, mark: userId, seenAt: `${day}T09:00:00.000Z` });
    return one;
  };
  const own = { ...guest, id: 'teams.t.teams', groups: [{ id: '19:t', address: {} }] };
  const stands = { is: 'mine////', ref: { id: 'busy' }, at: '2027-09-09T09:00:00.000Z' };
  const all = [
    ...[aContact({ userId: 'teacher' }), guest, own, stranger('visitor')],
    ...[marked('lately', '2026-09-10'), marked('long-ago', '2026-09-09')],
    ...[stranger('renamed', { person: TEACHER }), stranger('card', { cards: [stands] }), stranger('told')],
  ];
  for (const one of all) await store.put('contacts', one);
  await store.put('digests', {
    ...{ id: 'd1', version: 0, to: TEACHER, day: '2027-09-09', items: [] },
    state: {
      ...{ is: 'sent', at: '2027-09-09T09:00:00.000Z' },
      where: { contactId: 'sandbox.sandbox.told', ref: { id: 'd1' } },
    },
  });
  await tidyOnce(at, false, LOG);
  const left = (await store.all('contacts')).map(({ id }) => id.split('.').at(-1)).toSorted();
  expect(left).toEqual(['card', 'lately', 'renamed', 'teacher', 'teams', 'told']);
});

it('a copy of what was stored is removed a year after it was made, or after as many days as are set', async () => {
  const { folder, at, terminal, said } = await aSchoolOfThree();
  const made = '2026-09-11T09-00-00Z-before-import';
  await mkdir(join(folder, 'backups', made), { recursive: true });
  await tidyOnce(at, false, LOG);
  expect(await readdir(join(folder, 'backups'))).toEqual([made]);
  const shorter = { ...at, copiesKeptDays: 364 };
  await retentionCommand.run({ yes: false }, terminal, shorter);
  expect(said).toContain(`backups/${made}: a copy that is kept no longer.`);
  expect(said.at(-1)).toBe('Nothing was removed. To remove it: npm run retention -- --yes');
  await tidyOnce(shorter, false, LOG);
  expect(await readdir(join(folder, 'backups'))).toEqual([]);
});

/** The same school, with a trail: seven years before its tenth of September 2027 are over on the days before 10 September 2020. */
async function aSchoolWithTrail() {
  const school = await aSchoolOfThree();
  let now = NOW;
  const clock = { now: () => now };
  const { audit } = await openAudit({
    ...{ dataDir: school.folder, key: 'k'.repeat(40), clock, files: closedLater() },
  });
  for (const [day, pupil, review] of [
    ['2020-09-07', 'yara', 'r-yara'],
    ['2020-09-08', 'yara', 'r-yara'],
    ['2020-09-09', 'yara', 'r-hilda'],
    ['2020-09-10', 'yara', 'r-yara'],
    ['2027-09-09', 'yara', 'r-yara'],
  ] as const) {
    now = `${day}T09:00:00.000Z`;
    audit.record('oakfield', { who: TEACHER, kind: 'viewed', pupils: [pupil], reviews: [review] });
  }
  await audit.durable();
  now = NOW;
  const daysKept = async () =>
    (await readdir(join(school.folder, 'audit', 'oakfield'))).map((name) => name.slice(0, 10)).toSorted();
  return { ...school, at: { ...school.at, audit, clock }, daysKept, on: (day: string) => (now = day) };
}

it('the trail is kept seven years, and from the first day that names a child on hold: shown first, removed with --yes', async () => {
  const { at, terminal, said, daysKept } = await aSchoolWithTrail();
  const all = ['2020-09-07', '2020-09-08', '2020-09-09', '2020-09-10', '2027-09-09'];
  expect(await retentionCommand.run({ yes: false }, terminal, at)).toBe(0);
  expect(said).toContain(
    'The trail (oakfield): 2 days kept no longer, Mon 7 Sept 2020 to Tue 8 Sept 2020; kept from Wed 9 Sept 2020, which names a child who is on hold.',
  );
  expect(await daysKept()).toEqual(all);
  expect(await retentionCommand.run({ yes: true }, terminal, at)).toBe(0);
  expect(said).toContain('2 days of the trail (oakfield) removed.');
  expect(await daysKept()).toEqual([...all.slice(2), '2027-09-10']);
  expect((await at.audit.verify()).faults).toEqual([]);
});

it('by itself the trail is shortened where the school has set so, and by no clock that is far ahead', async () => {
  const { at, store, daysKept, on, terminal } = await aSchoolWithTrail();
  await tidyOnce(at, false, LOG);
  expect(await daysKept()).toHaveLength(5);
  const school = await store.get('schools', 'oakfield');
  if (!school) return expect.fail();
  await store.put('schools', { ...school, retention: { daily: true } });
  const hilda = await store.get('pupils', 'hilda');
  if (!hilda) return expect.fail();
  const { legalHold: _, ...lifted } = hilda;
  await store.put('pupils', lifted);
  on('2090-01-01T09:00:00.000Z');
  await tidyOnce(at, false, LOG);
  expect(await daysKept()).toHaveLength(5);
  expect(await retentionCommand.run({ yes: true }, terminal, at)).toBe(1);
  expect(await daysKept()).toHaveLength(5);
  on(NOW);
  await tidyOnce(at, false, LOG);
  expect(await daysKept()).toEqual(['2020-09-10', '2027-09-09', '2027-09-10']);
});
