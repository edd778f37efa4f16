import { describe, expect, it } from 'vitest';
import { press } from '../../src/presentation/buttons.ts';
import { anEhcpPupil } from '../support/annual-builders.ts';
import { ASSISTANT, aPupil, aSchool, LEADER, SENCO, TEACHER } from '../support/builders.ts';
import { aTalk, standingIn, type Talk, textOf, titlesOf } from './talk.ts';

const NOW = '2026-11-10T10:00:00.000Z';
const ada = aPupil({ id: 'p1', ref: '1001', firstName: 'Ada', lastName: 'Example' });
const kofi = aPupil({ id: 'p2', ref: '1002', firstName: 'Kofi', lastName: 'Boateng' });
const ben = anEhcpPupil({ id: 'p3', ref: '1003' });
const theTalk = () => aTalk({ pupils: [ada, kofi, ben], now: NOW });
const stored = async (talk: Talk, id: string) => {
  const pupil = await talk.store.get('pupils', id);
  if (!pupil) throw new Error(`no pupil ${id}`);
  return pupil;
};
const opened = async (talk: Talk, whose: string, button: string) =>
  talk.presses(SENCO, await talk.says(SENCO, `review pupil ${whose}`), button);

describe('two forms sent at once', () => {
  it('give one number to one pupil only', async () => {
    const both = ['p1', 'p2'].map((id) =>
      aPupil({
        id,
        ref: id === 'p1' ? '1001' : '1002',
        firstName: id === 'p1' ? 'Ada' : 'Bea',
        dateOfBirth: `2016-0${id[1]}-11`,
      }),
    );
    const talk = await aTalk({ pupils: both, now: NOW });
    const forms = await Promise.all(both.map(({ id }) => talk.sends(SENCO, press.pupilForm('details', id))));
    const after = await Promise.all(
      forms.map((form) => talk.presses(SENCO, form, 'Save', { ...standingIn(form.show), ref: '77' })),
    );
    expect(after.filter((one) => textOf(one).includes('Another pupil here has this number.'))).toHaveLength(
      1,
    );
    const refs = (await talk.store.pupilsOf('oakfield')).map(({ ref }) => ref);
    expect(refs.filter((ref) => ref === '77')).toHaveLength(1);
  });
});

describe('a pupil kept up in forms', () => {
  it('is married or adopted: the new name stands everywhere, with who changed it, and the rest as it was', async () => {
    const talk = await theTalk();
    const form = await opened(talk, 'Ada', 'Change the details');
    const saved = await talk.presses(SENCO, form, 'Save', { lastName: ' Okafor ' });
    expect(textOf(saved)).toMatch(/Saved\.[\s\S]*Ada Okafor/);
    expect(textOf(saved)).toContain('Changed here by Mel Senco, Tue 10 Nov 2026');
    expect(await stored(talk, 'p1')).toMatchObject({
      lastName: 'Okafor',
      ref: '1001',
      changedHere: [{ field: 'lastName', by: SENCO, at: NOW }],
    });
    expect(textOf(await talk.says(SENCO, 'review pupil okafor'))).toContain('Ada Okafor');
  });

  it('is told from somebody of the same name from then on, on both their screens', async () => {
    const talk = await aTalk({ pupils: [ada, { ...kofi, yearGroup: '6' }], now: NOW });
    const form = await opened(talk, 'Kofi', 'Change the details');
    const saved = await talk.presses(SENCO, form, 'Save', { firstName: 'Ada', lastName: 'Example' });
    expect(textOf(saved)).toContain('Ada Example (Year 6)');
    expect((await stored(talk, 'p1')).toldApartBy).toBe('year');
    expect((await stored(talk, 'p2')).toldApartBy).toBe('year');
  });

  it('can’t have another’s number, whatever its capitals, nor their UPN: what was typed comes back', async () => {
    const talk = await aTalk({ pupils: [ada, { ...kofi, upn: 'A123456789012' }], now: NOW });
    const form = await opened(talk, 'Ada', 'Change the details');
    const taken = await talk.presses(SENCO, form, 'Save', { ref: '1002', lastName: 'Okafor' });
    expect(textOf(taken)).toContain('Another pupil here has this number.');
    expect(standingIn(taken.show)).toMatchObject({ ref: '1002', lastName: 'Okafor' });
    const upn = await talk.presses(SENCO, taken, 'Save', { ref: '1001', upn: 'a123456789012' });
    expect(textOf(upn)).toContain('Another pupil here has this UPN.');
    expect(await stored(talk, 'p1')).toEqual({ ...ada, version: 1 });
  });

  it('is checked as the row of a list is, and every fault is named at its box', async () => {
    const talk = await theTalk();
    const form = await opened(talk, 'Ada', 'Change the details');
    const again = await talk.presses(SENCO, form, 'Save', {
      ...{ firstName: '', lastName: '', ref: '#1', upn: 'A12', dateOfBirth: '2026-11-11', className: '<b>' },
    });
    const said = textOf(again);
    for (const say of [
      'Please write a name. One of the two is enough.',
      'That is not a reference.',
      'That is not a UPN.',
      'That can’t be right: this day is yet to come',
      'That is not a name that can be shown.',
    ])
      expect(said).toContain(say);
  });

  it('may be taught out of their year, and have a UPN with another letter: it is pointed out, then kept', async () => {
    const talk = await theTalk();
    const form = await opened(talk, 'Ada', 'Change the details');
    const typed = { dateOfBirth: '2016-10-12', yearGroup: '4', upn: 'B123456789012' };
    const again = await talk.presses(SENCO, form, 'Save', typed);
    // Born in October 2016: five in the school year 2021-22, so Year 5 in 2026-27.
    expect(textOf(again)).toContain('Year 5 is usual for that date of birth.');
    expect(textOf(again)).toContain('The letter of this UPN does not go with its numbers.');
    const young = await talk.presses(SENCO, again, 'Save', { dateOfBirth: '2026-10-12' });
    expect(textOf(young)).toContain('too young for any year group. If it is right, send as it stands.');
    expect(textOf(await talk.presses(SENCO, again, 'Save'))).toContain('Saved.');
    expect(await stored(talk, 'p1')).toMatchObject({ yearGroup: '4', upn: 'B123456789012' });
  });

  it('goes from SEN Support to an EHC plan: what goes with the old one is said first, and the dates come next', async () => {
    const talk = await theTalk();
    const form = await opened(talk, 'Ada', 'Change which plans there are');
    const asked = await talk.presses(SENCO, form, 'Save', { plans: 'ehcp' });
    expect(textOf(asked)).toContain('This takes away SEN Support with its 2 targets; reviews stay.');
    const saved = await talk.presses(SENCO, asked, 'Save');
    const dates = await talk.presses(SENCO, saved, 'Change the plan’s dates');
    const late = { planMade: '2026-10-19', lastDecision: '2026-12-01', otherLa: 'Northshire' };
    const wrong = await talk.presses(SENCO, dates, 'Save', late);
    expect(textOf(wrong)).toContain('this day is yet to come');
    const done = await talk.presses(SENCO, wrong, 'Save', { lastDecision: '' });
    expect(textOf(done)).toContain('Made Mon 19 Oct 2026');
    expect((await stored(talk, 'p1')).plans).toEqual([
      { kind: 'ehcp', planMade: '2026-10-19', la: 'Northshire', targets: [] },
    ]);
  });

  it('chooses the local authority from the school’s own list, where it has one', async () => {
    const schools = [aSchool({ localAuthorities: [{ name: 'Elmshire' }, { name: 'Wexcombe' }] })];
    const talk = await aTalk({ schools, pupils: [ben], now: NOW });
    const form = await opened(talk, 'Ben', 'Change the plan’s dates');
    await talk.presses(SENCO, form, 'Save', { la: 'Wexcombe' });
    expect((await stored(talk, 'p3')).plans[0]?.la).toBe('Wexcombe');
  });

  it('has outcomes added, put right and taken out; what they are called goes by the plan', async () => {
    const talk = await aTalk({
      pupils: [{ ...ben, plans: ben.plans.map((one) => ({ ...one, targets: [] })) }],
      now: NOW,
    });
    const form = await opened(talk, 'Ben', 'Add an outcome');
    const typed = { text: 'Travels to school alone', measure: 'Each day of a week', setOn: '2026-11-02' };
    const added = await talk.presses(SENCO, form, 'Add it', typed);
    const [outcome] = (await stored(talk, 'p3')).plans[0]?.targets ?? [];
    expect(outcome).toMatchObject(typed);
    const change = await talk.presses(SENCO, added, 'Change an outcome');
    const nothing = await talk.presses(SENCO, change, 'Save', { which: outcome?.id ?? '' });
    expect(textOf(nothing)).toContain(
      'Please write the new wording, how it is measured now, or the day it was set.',
    );
    const changed = await talk.presses(SENCO, nothing, 'Save', { measure: 'Each day of a month' });
    expect((await stored(talk, 'p3')).plans[0]?.targets).toEqual([
      { ...outcome, measure: 'Each day of a month' },
    ]);
    // What targets.csv can say: another day, and the same target once only.
    const day = await talk.presses(SENCO, changed, 'Change an outcome');
    await talk
      .presses(SENCO, day, 'Save', { which: outcome?.id ?? '', setOn: '2026-11-30' })
      .then((reply) => expect(textOf(reply)).toContain('That can’t be right: this day is yet to come'));
    await talk.presses(SENCO, day, 'Save', { which: outcome?.id ?? '', setOn: '2026-10-30' });
    expect((await stored(talk, 'p3')).plans[0]?.targets[0]).toMatchObject({
      ...typed,
      measure: 'Each day of a month',
      setOn: '2026-10-30',
    });
    const twice = await talk.presses(SENCO, await opened(talk, 'Ben', 'Add an outcome'), 'Add it', typed);
    expect(textOf(twice)).toContain('The plan has this very outcome already.');
    const again = await opened(talk, 'Ben', 'Change an outcome');
    const gone = await talk.presses(SENCO, again, 'Save', { which: outcome?.id ?? '', what: 'take-out' });
    expect((await stored(talk, 'p3')).plans[0]?.targets).toEqual([]);
    expect(titlesOf(gone)).not.toContain('Change an outcome');
  });

  it('has other key staff: those are offered when the next meeting is set', async () => {
    const talk = await theTalk();
    const form = await opened(talk, 'Kofi', 'Change who is asked');
    const saved = await talk.presses(SENCO, form, 'Save', { keyStaff: ASSISTANT });
    expect(textOf(saved)).toContain('Ann Assistant');
    expect((await stored(talk, 'p2')).keyStaff).toEqual([ASSISTANT]);
  });

  it('is changed once, however often the form is sent', async () => {
    const talk = await theTalk();
    const form = await opened(talk, 'Ada', 'Change the details');
    await talk.presses(SENCO, form, 'Save', { lastName: 'Okafor' });
    const { version } = await stored(talk, 'p1');
    await talk.presses(SENCO, form, 'Save', { lastName: 'Okafor' });
    expect((await stored(talk, 'p1')).version).toBe(version);
  });
});

it.each([
  'details',
  'plans',
  'plan-dates',
  'target-add',
  'target-again',
  'key-staff',
  'support-add',
  'support-out',
])(
  'only a SENCO says anything of a pupil in the form %s, also with a button of somebody else’s',
  async (name) => {
    const talk = await theTalk();
    for (const who of [LEADER, TEACHER]) {
      const open = await talk.sends(who, press.pupilForm(name, 'p1'));
      expect(textOf(open)).not.toMatch(/Ada|Example|1001/);
      await talk.sends(who, press.submitPupil(name, 'p1', 'once-1'), { keyStaff: TEACHER, plans: '' });
    }
    expect(await stored(talk, 'p1')).toEqual({ ...ada, version: 1 });
  },
);

describe('support that a plan has before its first review here', () => {
  const SUPPORT = {
    ...{
      what: 'Talk Boost',
      who: 'Ann Assistant',
      howOften: '3 times a week',
      howLong: '20 minutes, for 10 weeks',
    },
    ...{ groupSize: 'A group of 4', howReviewed: 'Each half-term', starts: '2026-09-07', owner: ASSISTANT },
  };

  it('is written down once, and the first review asks whether it was delivered', async () => {
    const talk = await theTalk();
    const form = await opened(talk, 'Ada', 'Add support');
    const added = await talk.presses(SENCO, form, 'Add it', SUPPORT);
    expect(textOf(added)).toMatch(/Support in the plan[\s\S]*Talk Boost[\s\S]*3 times a week/);
    const [plan] = (await stored(talk, 'p1')).plans;
    expect(plan?.provision).toMatchObject([SUPPORT]);
    await talk.presses(SENCO, await talk.says(SENCO, 'review start Ada'), 'Set it and ask');
    const [review] = await talk.store.reviewsOfPupil('p1');
    // As of the last day the school's data has of the plan.
    expect(review?.last).toEqual({ review: '', heldOn: plan?.lastReviewed, provision: plan?.provision });
    expect(textOf(await talk.says(SENCO, 'review status Ada'))).toContain('How the review stands');
  });

  it('can be taken out again', async () => {
    const talk = await theTalk();
    const added = await talk.presses(SENCO, await opened(talk, 'Ada', 'Add support'), 'Add it', SUPPORT);
    const [one] = (await stored(talk, 'p1')).plans[0]?.provision ?? [];
    const form = await talk.presses(SENCO, added, 'Take support out');
    await talk.presses(SENCO, form, 'Take it out', { which: one?.id ?? '' });
    expect((await stored(talk, 'p1')).plans).toEqual(ada.plans);
  });
});

it('has no next review due here once the pupil has left, on their page as in what is due', async () => {
  const talk = await theTalk();
  const form = await opened(talk, 'Kofi', 'Educated somewhere else');
  const gone = await talk.presses(SENCO, form, 'Save', { place: 'left', since: '2026-11-09', school: 'Elm' });
  expect(textOf(gone)).toContain('They have left, so no review of it is due here');
  expect(textOf(gone)).not.toContain('Next review due');
  expect(textOf(await talk.says(SENCO, 'review due'))).not.toContain('Kofi');
});
