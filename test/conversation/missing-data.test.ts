import { describe, expect, it } from 'vitest';
import type { Pupil } from '../../src/domain/school/pupil.ts';
import { press } from '../../src/presentation/buttons.ts';
import { inputsOf } from '../../src/presentation/render.ts';
import { NotStored } from '../../src/store/store.ts';
import { aPupil, aSchool, LEADER, SENCO, TEACHER } from '../support/builders.ts';
import { overlaid, temporaryStore } from '../support/store.ts';
import { aTalk, standingIn, type Talk, textOf, titlesOf } from './talk.ts';

const NOW = '2026-11-10T10:00:00.000Z';
const number = (n: number) => String(n).padStart(2, '0');
/** Twelve pupils of a list that says nothing of SEN, as School Data Sync and OneRoster have them. */
const listed = (n: number): Pupil => ({
  ...aPupil({
    id: `p${n}`,
    ref: `20${number(n)}`,
    firstName: 'Pat',
    lastName: `Sync${number(n)}`,
    plan: 'none',
  }),
  senNotSaid: true,
});
const TWELVE = Array.from({ length: 12 }, (_, n) => listed(n + 1));
/** Plans that a list named and gave no date of. */
const undated: readonly Pupil[] = [
  { ...aPupil({ id: 'k1', ref: '3001', lastName: 'Kay' }), plans: [{ kind: 'sen-support', targets: [] }] },
  { ...aPupil({ id: 'e1', ref: '3002', lastName: 'Ehc' }), plans: [{ kind: 'ehcp', targets: [] }] },
];
const stored = async (talk: Talk, id: string) => (await talk.store.get('pupils', id)) as Pupil;
const choices = (reply: Parameters<typeof textOf>[0]) =>
  inputsOf('card' in reply ? reply.card : reply.show.card).filter(({ id }) =>
    String(id).startsWith('status_'),
  );
const opening = async (talk: Talk, button: string) =>
  talk.presses(SENCO, await talk.says(SENCO, 'review missing'), button);

describe('what no list has said', () => {
  it('is counted on “review missing”, and offered on “review due”, to SENCOs only', async () => {
    const talk = await aTalk({ pupils: [...TWELVE, ...undated], now: NOW });
    const due = await talk.says(SENCO, 'review due');
    // Twelve without a status, two plans without a date, one whose local authority is not known.
    const missing = await talk.presses(SENCO, due, 'What is missing (15)');
    expect(textOf(missing)).toMatch(
      /12 pupils whose list[\s\S]*2 plans without any date[\s\S]*1 plan whose local/,
    );
    expect(titlesOf(await talk.says(LEADER, 'review due')).join()).not.toContain('missing');
    for (const who of [LEADER, TEACHER]) {
      expect(textOf(await talk.says(who, 'review missing'))).not.toMatch(/Sync|12 pupils/);
      const form = press.schoolForm('missing-status', 'oakfield');
      expect(textOf(await talk.sends(who, form))).not.toContain('Sync');
      await talk.sends(who, press.submitRegister('missing-status', 'oakfield', 'once-1', undefined, ['p1']), {
        others: 'none',
      });
    }
    expect((await stored(talk, 'p1')).senNotSaid).toBe(true);
  });

  it('is asked ten pupils a page: those answered go, the next come', async () => {
    const talk = await aTalk({ pupils: TWELVE, now: NOW });
    const page = await opening(talk, 'Say who has SEN');
    expect(choices(page)).toHaveLength(10);
    const next = await talk.presses(SENCO, page, 'Save, and go on', {
      status_p1: 'sen-support',
      status_p2: 'ehcp',
      others: 'none',
    });
    expect(textOf(next)).toContain('Saved: 10 answers.');
    expect(choices(next).map(({ id }) => id)).toEqual(['status_p11', 'status_p12']);
    expect((await stored(talk, 'p1')).plans).toEqual([{ kind: 'sen-support', targets: [] }]);
    expect((await stored(talk, 'p2')).plans).toEqual([{ kind: 'ehcp', targets: [] }]);
    for (const id of ['p1', 'p3', 'p10']) expect((await stored(talk, id)).senNotSaid).toBeUndefined();
    const done = await talk.presses(SENCO, next, 'Save, and go on', { others: 'none' });
    // Their plans have no dates yet, and the EHC plan no local authority.
    expect(textOf(done)).toMatch(/What is missing[\s\S]*2 plans without any date/);
  });

  it('leaves out whom nobody can answer for, and goes on to the next ten without an answer', async () => {
    const talk = await aTalk({ pupils: TWELVE, now: NOW });
    const page = await opening(talk, 'Say who has SEN');
    const nothing = await talk.presses(SENCO, page, 'Save, and go on');
    expect(textOf(nothing)).toContain('Nothing was answered.');
    const later = await talk.presses(SENCO, page, 'Leave these for now');
    expect(choices(later).map(({ id }) => id)).toEqual(['status_p11', 'status_p12']);
    const saved = await talk.presses(SENCO, later, 'Save, and go on', { status_p11: 'none' });
    expect(textOf(saved)).toContain('Saved: 1 answer.');
    expect((await stored(talk, 'p11')).senNotSaid).toBeUndefined();
    expect((await stored(talk, 'p1')).senNotSaid).toBe(true);
  });

  it('keeps the whole page as it was typed where one day can’t be right, and says at which', async () => {
    const talk = await aTalk({ pupils: undated, now: NOW });
    const page = await opening(talk, 'Give the dates of plans');
    const typed = { 'made_k1.sen-support': '2025-09-10', 'last_e1.ehcp': '2026-02-30' };
    const again = await talk.presses(SENCO, page, 'Save, and go on', typed);
    expect(standingIn(again.show)).toMatchObject({ 'made_k1.sen-support': '2025-09-10' });
    const before = await talk.presses(SENCO, again, 'Save, and go on', { 'last_e1.ehcp': '2001-01-01' });
    expect(textOf(before)).toContain('That can’t be right: this is before the pupil was born');
    expect(standingIn(before.show)).toMatchObject({ 'made_k1.sen-support': '2025-09-10' });
    expect((await stored(talk, 'k1')).plans[0]?.planMade).toBeUndefined();
    await talk.presses(SENCO, before, 'Save, and go on', { 'last_e1.ehcp': '2026-02-10' });
    expect((await stored(talk, 'k1')).plans[0]).toMatchObject({ planMade: '2025-09-10' });
    // Of an EHC plan the decision counts (Children and Families Act 2014, s.44(1)(b)).
    expect((await stored(talk, 'e1')).plans[0]).toMatchObject({ lastDecision: '2026-02-10' });
    expect(textOf(await talk.says(SENCO, 'review due'))).toMatch(/Ehc/);
  });

  it('takes the local authority from the school’s list, or by name where it has none', async () => {
    const [, e1] = undated;
    const pupils = e1 ? [e1] : [];
    const known = await aTalk({
      pupils,
      now: NOW,
      schools: [aSchool({ localAuthorities: [{ name: 'Elmshire' }] })],
    });
    const chosen = await opening(known, 'Say which local authority');
    await known.presses(SENCO, chosen, 'Save, and go on', { 'la_e1.ehcp': 'Elmshire' });
    expect((await stored(known, 'e1')).plans[0]?.la).toBe('Elmshire');
    const free = await aTalk({ pupils, now: NOW });
    const named = await opening(free, 'Say which local authority');
    const bad = await free.presses(SENCO, named, 'Save, and go on', { 'otherLa_e1.ehcp': '<b>' });
    expect(textOf(bad)).toContain('That is not a name that can be shown.');
    await free.presses(SENCO, bad, 'Save, and go on', { 'otherLa_e1.ehcp': 'Northshire' });
    expect((await stored(free, 'e1')).plans[0]?.la).toBe('Northshire');
  });

  it('keeps an answer for somebody who is on another page by the time it is sent', async () => {
    const talk = await aTalk({ pupils: TWELVE, now: NOW });
    const first = await opening(talk, 'Say who has SEN');
    const second = await talk.presses(SENCO, first, 'Leave these for now');
    // A colleague answers for the first ten: those of the second page are on the first now.
    await talk.presses(SENCO, first, 'Save, and go on', { others: 'none' });
    await talk.presses(SENCO, second, 'Save, and go on', { status_p12: 'sen-support' });
    expect((await stored(talk, 'p12')).plans).toEqual([{ kind: 'sen-support', targets: [] }]);
  });

  it('is completed when it is sent again after it was cut short, and changes nothing twice', async () => {
    const talk = await aTalk({ pupils: TWELVE, now: NOW });
    const page = await opening(talk, 'Say who has SEN');
    await talk.presses(SENCO, page, 'Save, and go on', { others: 'none' });
    const versions = async () => Promise.all(TWELVE.map(async ({ id }) => (await stored(talk, id)).version));
    const before = await versions();
    const again = await talk.presses(SENCO, page, 'Save, and go on', { others: 'none' });
    expect(await versions()).toEqual(before);
    expect(textOf(again)).not.toContain('Nothing was answered');
  });
});

describe('answers for pupils of whom they are not asked any more', () => {
  const left = { place: 'left', since: '2026-11-09', school: '', releasedOn: '' } as const;
  const leaves = async (talk: Talk, id: string) => {
    const places = [{ ...left, by: SENCO, at: NOW }];
    await talk.store.put('pupils', { ...(await stored(talk, id)), places });
  };

  it('are named, with why they were not saved, and the others are', async () => {
    const talk = await aTalk({ pupils: TWELVE, now: NOW });
    const page = await opening(talk, 'Say who has SEN');
    await leaves(talk, 'p4');
    const { senNotSaid: _, ...p3 } = await stored(talk, 'p3');
    await talk.store.put('pupils', { ...p3, plans: [{ kind: 'ehcp', targets: [] }] });
    const saved = await talk.presses(SENCO, page, 'Save, and go on', {
      ...{ status_p3: 'sen-support', status_p4: 'sen-support', others: 'none' },
    });
    expect(textOf(saved)).toContain('Saved: 8 answers.');
    expect(textOf(saved)).toContain('Not saved: Pat Sync03 (somebody else has answered meanwhile).');
    expect(textOf(saved)).toContain('Not saved: Pat Sync04 (has left the school meanwhile).');
    expect((await stored(talk, 'p3')).plans.map(({ kind }) => kind)).toEqual(['ehcp']);
    const again = await talk.presses(SENCO, page, 'Save, and go on', {
      ...{ status_p3: 'sen-support', status_p4: 'sen-support', others: 'none' },
    });
    expect(textOf(again)).toContain('already recorded');
  });

  it('are named where all of them were answered otherwise, and nothing is said to be saved', async () => {
    const talk = await aTalk({ pupils: undated, now: NOW });
    const page = await opening(talk, 'Give the dates of plans');
    for (const id of ['k1', 'e1']) {
      const pupil = await stored(talk, id);
      const plans = pupil.plans.map((plan) => ({ ...plan, planMade: '2025-09-01' }));
      await talk.store.put('pupils', { ...pupil, plans });
    }
    const typed = { 'made_k1.sen-support': '2025-09-10', 'made_e1.ehcp': '2025-09-01' };
    const reply = await talk.presses(SENCO, page, 'Save, and go on', typed);
    // Of the other the very same day was given: that stands.
    expect(textOf(reply)).toMatch(/Nothing was saved\.[\s\S]*Not saved: \w+ Kay \(somebody else/);
    expect(textOf(reply)).not.toMatch(/Not saved: \w+ Ehc/);
  });
});

describe('nobody else on the list has SEN', () => {
  const all = { status_p1: 'sen-support', others: 'all' };

  it('is counted, asked once more, and then said of the whole school', async () => {
    const talk = await aTalk({ pupils: TWELVE, now: NOW });
    const page = await opening(talk, 'Say who has SEN');
    const asked = await talk.presses(SENCO, page, 'Save, and go on', all);
    expect(textOf(asked)).toContain('Saved: 1 answer.');
    expect(textOf(asked)).toContain('That says that 11 pupils have no SEN.');
    expect((await stored(talk, 'p12')).senNotSaid).toBe(true);
    const done = await talk.presses(SENCO, asked, 'Save', { sure: 'yes' });
    expect(textOf(done)).toContain('Saved: of 11 pupils, that they have no SEN.');
    for (const { id } of TWELVE) expect((await stored(talk, id)).senNotSaid).toBeUndefined();
    expect((await stored(talk, 'p1')).plans).toHaveLength(1);
    expect((await stored(talk, 'p12')).plans).toEqual([]);
  });

  it('says nothing of anybody where the answer is no', async () => {
    const talk = await aTalk({ pupils: TWELVE, now: NOW });
    const asked = await talk.presses(SENCO, await opening(talk, 'Say who has SEN'), 'Save, and go on', {
      others: 'all',
    });
    const back = await talk.presses(SENCO, asked, 'Save', { sure: 'no' });
    expect(choices(back)).toHaveLength(10);
    expect((await stored(talk, 'p1')).senNotSaid).toBe(true);
  });

  it('is completed by sending it again, where the disk was full half-way, and says nothing twice', async () => {
    const disk = await temporaryStore();
    await disk.put('schools', aSchool());
    for (const pupil of TWELVE) await disk.put('pupils', pupil);
    let room = Number.POSITIVE_INFINITY;
    const kept = overlaid(disk, {
      put: (collection, document, first) => {
        room -= 1;
        return room < 0
          ? Promise.reject(new NotStored(collection, document.id, new Error('ENOSPC')))
          : disk.put(collection, document, first);
      },
    });
    const talk = await aTalk({ kept, pupils: TWELVE, now: NOW });
    const page = await opening(talk, 'Say who has SEN');
    const asked = await talk.presses(SENCO, page, 'Save, and go on', { others: 'all' });
    room = 5;
    const cut = await talk.presses(SENCO, asked, 'Save', { sure: 'yes' });
    expect(textOf(cut)).not.toContain('Saved');
    const unsaid = async () =>
      (await disk.pupilsOf('oakfield')).filter(({ senNotSaid }) => senNotSaid).length;
    expect(await unsaid()).toBe(7);
    room = Number.POSITIVE_INFINITY;
    const done = await talk.presses(SENCO, cut, 'Save', { sure: 'yes' });
    expect(textOf(done)).toContain('Saved: of 12 pupils, that they have no SEN.');
    expect(await unsaid()).toBe(0);
    expect(textOf(await talk.presses(SENCO, cut, 'Save', { sure: 'yes' }))).toContain('already recorded');
    // One commit each: those that were saved before it was cut short were not written again.
    const versions = (await disk.pupilsOf('oakfield')).map(({ version }) => version);
    expect(new Set(versions).size).toBe(1);
  });

  it('is asked anew, with the new count, where a list has brought more pupils meanwhile', async () => {
    const talk = await aTalk({ pupils: TWELVE, now: NOW });
    const asked = await talk.presses(SENCO, await opening(talk, 'Say who has SEN'), 'Save, and go on', all);
    await talk.store.put('pupils', listed(13));
    const again = await talk.presses(SENCO, asked, 'Save', { sure: 'yes' });
    expect(textOf(again)).toContain('That says that 12 pupils have no SEN. If that is right, send it again.');
    expect((await stored(talk, 'p13')).senNotSaid).toBe(true);
    await talk.presses(SENCO, again, 'Save');
    expect((await stored(talk, 'p13')).senNotSaid).toBeUndefined();
  });
});
