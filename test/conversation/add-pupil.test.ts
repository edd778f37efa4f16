import { describe, expect, it } from 'vitest';
import { press } from '../../src/presentation/buttons.ts';
import { aPupil, aReview, aSchool, LEADER, SENCO, STAFF, TEACHER } from '../support/builders.ts';
import { aTalk, standingIn, type Talk, textOf, titlesOf, unfolded } from './talk.ts';

const NOW = '2026-11-10T10:00:00.000Z';
const ada = aPupil({
  id: 'p1',
  ref: '1001',
  firstName: 'Ada',
  lastName: 'Example',
  dateOfBirth: '2016-10-12',
});
/** As they stand in the form: Kofi, born in September 2015, is in Year 6. */
const KOFI = {
  ...{
    firstName: 'Kofi',
    lastName: 'Boateng',
    dateOfBirth: '2015-09-19',
    ref: '1002',
    upn: '',
    yearGroup: '6',
  },
  ...{ className: '6 Oak', status: 'none' },
};
const theTalk = () => aTalk({ pupils: [ada], reviews: [aReview({ pupilId: 'p1' })], now: NOW });
const all = async (talk: Talk) =>
  (await talk.store.pupilsOf('oakfield')).toSorted((a, b) => (a.ref < b.ref ? -1 : 1));
const adding = async (talk: Talk, typed: Readonly<Record<string, string>>) =>
  talk.presses(SENCO, await talk.says(SENCO, 'review add pupil'), 'Add the pupil', typed);

describe('“review add pupil”', () => {
  it('adds somebody who is in no list yet, and shows what is to be said next', async () => {
    const talk = await theTalk();
    const added = await adding(talk, { ...KOFI, status: 'sen-support' });
    expect(textOf(added)).toMatch(/Added\. Please give the plan’s dates next[\s\S]*Kofi Boateng/);
    expect(titlesOf(await unfolded(talk, SENCO, added))).toContain('Change the plan’s dates');
    const [, kofi] = await all(talk);
    expect(kofi).toMatchObject({
      ...{ schoolId: 'oakfield', ref: '1002', firstName: 'Kofi', lastName: 'Boateng', className: '6 Oak' },
      ...{ dateOfBirth: '2015-09-19', yearGroup: '6', keyStaff: [] },
      plans: [{ kind: 'sen-support', targets: [] }],
    });
    // The id says nothing of them.
    expect(kofi?.id).not.toMatch(/1002|kofi/i);
  });

  it('says all that is wrong at once, as of the row of a list, and keeps what was typed', async () => {
    const talk = await theTalk();
    const again = await adding(talk, { ...KOFI, ref: '', upn: 'A1', dateOfBirth: '', status: '' });
    for (const say of [
      'Please write the school’s own number for the pupil.',
      'That is not a UPN.',
      'Please choose the date of birth.',
      'Please choose the SEN status.',
    ])
      expect(textOf(again)).toContain(say);
    expect(standingIn(again.show)).toMatchObject({ firstName: 'Kofi', className: '6 Oak', yearGroup: '6' });
    expect(await all(talk)).toHaveLength(1);
  });

  it('asks whether it is the same child where the name and birth date are here under another number', async () => {
    const talk = await theTalk();
    const twin = {
      ...KOFI,
      firstName: 'ada',
      lastName: 'EXAMPLE',
      dateOfBirth: '2016-10-12',
      ref: '2001',
      yearGroup: '5',
    };
    const asked = await adding(talk, twin);
    expect(textOf(asked)).toMatch(/Here already: [\s\S]*Ada Example[\s\S]*1001 · born Wed 12 Oct 2016/);
    expect(textOf(asked)).toContain('Please say whether it is the same child, or another.');
    const same = await talk.presses(SENCO, asked, 'Add the pupil', { whose: 'same:p1' });
    expect(textOf(same)).toMatch(/Nobody was added: this is the child who is here\.[\s\S]*Ada Example/);
    expect(await all(talk)).toEqual([{ ...ada, version: 1 }]);
  });

  it('adds another child of that name all the same, and the two are told apart everywhere', async () => {
    const talk = await theTalk();
    const twin = {
      ...KOFI,
      firstName: 'Ada',
      lastName: 'Example',
      dateOfBirth: '2016-10-12',
      ref: '2001',
      yearGroup: '5',
    };
    const asked = await adding(talk, twin);
    const added = await talk.presses(SENCO, asked, 'Add the pupil', { whose: 'another:p1' });
    expect(textOf(added)).toContain('Added.');
    expect((await all(talk)).map(({ ref, toldApartBy }) => [ref, toldApartBy])).toEqual([
      ['1001', ada.yearGroup === '5' ? 'ref' : 'year'],
      ['2001', ada.yearGroup === '5' ? 'ref' : 'year'],
    ]);
  });

  it('asks about each child who is concerned: one has the UPN that is typed, and another the number', async () => {
    const upn = 'A823432112001';
    const bea = aPupil({
      id: 'p2',
      ref: '1002',
      firstName: 'Bea',
      lastName: 'Stone',
      dateOfBirth: '2016-01-04',
    });
    const talk = await aTalk({ pupils: [{ ...ada, upn }, bea], now: NOW });
    const asked = await adding(talk, { ...KOFI, ref: '1002', upn });
    expect(textOf(asked)).toContain('Ada Example');
    const again = await talk.presses(SENCO, asked, 'Add the pupil', { whose: 'another:p1' });
    expect(textOf(again)).toContain('Another pupil here has this number.');
    expect((await all(talk)).map(({ ref, firstName, upn: held }) => [ref, firstName, held])).toEqual([
      ['1001', 'Ada', upn],
      ['1002', 'Bea', undefined],
    ]);
  });

  it('gives nobody’s number twice, though it is taken from two children on one day', async () => {
    const talk = await theTalk();
    for (const firstName of ['Kofi', 'Mina']) {
      const dateOfBirth = firstName === 'Kofi' ? KOFI.dateOfBirth : '2015-11-02';
      const asked = await adding(talk, { ...KOFI, ref: '1001', firstName, dateOfBirth });
      const [here] = (await all(talk)).filter(({ ref }) => ref === '1001');
      await talk.presses(SENCO, asked, 'Add the pupil', { whose: `another:${here?.id}` });
    }
    expect((await all(talk)).map(({ ref, firstName }) => [ref, firstName])).toEqual([
      ['1001', 'Mina'],
      ['1001 before 2026-11-10', 'Ada'],
      ['1001 before 2026-11-10 (2)', 'Kofi'],
    ]);
  });

  it('gives a number that another child had to the new one: the first keeps their review under it as it was', async () => {
    const talk = await theTalk();
    const asked = await adding(talk, { ...KOFI, ref: '1001' });
    expect(textOf(asked)).toContain('Here already: ');
    await talk.presses(SENCO, asked, 'Add the pupil', { whose: 'another:p1' });
    expect((await all(talk)).map(({ ref, firstName }) => [ref, firstName])).toEqual([
      ['1001', 'Kofi'],
      ['1001 before 2026-11-10', 'Ada'],
    ]);
    expect((await talk.review()).pupilId).toBe('p1');
  });

  it('asks anew where what is typed now may be somebody else who is here', async () => {
    const zoe = aPupil({ id: 'p2', ref: '1002', firstName: 'Zoë', lastName: 'O’Brien' });
    const talk = await aTalk({ pupils: [ada, zoe], now: NOW });
    const asked = await adding(talk, { ...KOFI, ref: '1001' });
    const anew = await talk.presses(SENCO, asked, 'Add the pupil', { ref: '1002', whose: 'another:p1' });
    expect(textOf(anew)).toContain('Zoë O’Brien');
    expect(await all(talk)).toHaveLength(2);
  });

  it('adds one pupil, however often the form is sent, also twice at the same moment', async () => {
    const talk = await theTalk();
    const form = await talk.says(SENCO, 'review add pupil');
    const sent = await Promise.all([1, 2, 3].map(() => talk.presses(SENCO, form, 'Add the pupil', KOFI)));
    expect(await all(talk)).toHaveLength(2);
    const again = await talk.presses(SENCO, form, 'Add the pupil', KOFI);
    for (const reply of [...sent, again]) expect(textOf(reply)).toContain('Kofi Boateng');
    expect(await all(talk)).toHaveLength(2);
  });

  it('asks two SENCOs who add the same child at once, in two forms: the second is asked', async () => {
    const talk = await theTalk();
    const forms = [await talk.says(SENCO, 'review add pupil'), await talk.says(SENCO, 'review add pupil')];
    const sent = await Promise.all(forms.map((form) => talk.presses(SENCO, form, 'Add the pupil', KOFI)));
    expect(await all(talk)).toHaveLength(2);
    expect(sent.map(textOf).filter((text) => text.includes('Added.'))).toHaveLength(1);
    expect(sent.map(textOf).filter((text) => text.includes('Is it the same child?'))).toHaveLength(1);
  });

  it('loses nothing typed where it can’t be stored', async () => {
    const talk = await theTalk();
    const form = await talk.says(SENCO, 'review add pupil');
    talk.full();
    const again = await talk.presses(SENCO, form, 'Add the pupil', KOFI);
    expect(standingIn(again.show)).toMatchObject(KOFI);
    talk.emptied();
    expect(textOf(await talk.presses(SENCO, again, 'Add the pupil'))).toContain('Added.');
  });

  it('is offered where a SENCO asks for somebody who is not here', async () => {
    const talk = await theTalk();
    const none = await talk.says(SENCO, 'review pupil Kofi Boateng');
    expect(textOf(await talk.presses(SENCO, none, 'Add a pupil'))).toContain('First name');
    expect(titlesOf(await talk.says(LEADER, 'review pupil Kofi Boateng'))).not.toContain('Add a pupil');
  });

  it('is for SENCOs, and of several schools asks in which', async () => {
    const talk = await theTalk();
    for (const who of [LEADER, TEACHER]) {
      expect(textOf(await talk.says(who, 'review add pupil'))).toContain('Only a SENCO adds pupils');
      await talk.sends(who, press.submitSchool('add-pupil', 'oakfield', 'once-1'), KOFI);
    }
    expect(await all(talk)).toHaveLength(1);
    const schools = [aSchool(), aSchool({ id: 'elm', name: 'Elm School', staff: STAFF })];
    const both = await aTalk({ schools, pupils: [], now: NOW });
    const which = await both.says(SENCO, 'review add pupil');
    const form = await both.presses(SENCO, which, 'Elm School');
    await both.presses(SENCO, form, 'Add the pupil', KOFI);
    expect(await both.store.pupilsOf('elm')).toHaveLength(1);
  });
});
