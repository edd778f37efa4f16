import { describe, expect, it } from 'vitest';
import type { School } from '../../src/domain/school/school.ts';
import { press } from '../../src/presentation/buttons.ts';
import type { ActionData } from '../../src/presentation/message.ts';
import { anEhcpPupil } from '../support/annual-builders.ts';
import {
  ASSISTANT,
  aPupil,
  aSchool,
  aTarget,
  BYSTANDER,
  SENCO,
  STAFF,
  TEACHER,
} from '../support/builders.ts';
import { aTalk, standingIn, type Talk, textOf } from './talk.ts';

/** Oakfield has two SENCOs, who may have the same form open at once. */
const SUE = 'sue.senco@oakfield.example';
const school = aSchool({ staff: [...STAFF, { email: SUE, name: 'Sue Second', role: 'senco' }] });
const ada = aPupil({ id: 'p1', ref: '1001', firstName: 'Ada', lastName: 'Hughes', className: '4A' });
const theTalk = (pupil = ada, more: Partial<School> = {}) =>
  aTalk({ schools: [{ ...school, ...more }], pupils: [pupil], now: '2026-11-10T10:00:00.000Z' });

const pupilOf = async (talk: Talk) => {
  const pupil = await talk.store.get('pupils', 'p1');
  if (!pupil) throw new Error('no pupil');
  return pupil;
};
const schoolOf = async (talk: Talk) => {
  const now = await talk.store.get('schools', 'oakfield');
  if (!now) throw new Error('no school');
  return now;
};
const NOT_YET = 'Not saved yet: somebody else has changed one answer since this form was shown.';

/** The same form, opened by both; then Sue sends hers. */
async function overtaking(
  talk: Talk,
  form: ActionData,
  send: string,
  sues: Readonly<Record<string, string>>,
) {
  const [open, hers] = [await talk.sends(SENCO, form), await talk.sends(SUE, form)];
  const saved = await talk.presses(SUE, hers, send, sues);
  expect(saved.kind).not.toBe('invalid');
  return open;
}

describe('a form that was open while somebody else answered', () => {
  it('changes the class only: the new surname and UPN of an import stay', async () => {
    const talk = await theTalk();
    const form = await talk.sends(SENCO, press.pupilForm('details', 'p1'));
    await talk.store.put('pupils', { ...(await pupilOf(talk)), lastName: 'Married', upn: 'A823100010001' });
    await talk.presses(SENCO, form, 'Save', { className: '4B' });
    expect(await pupilOf(talk)).toMatchObject({
      ...{ lastName: 'Married', upn: 'A823100010001', className: '4B' },
      changedHere: [{ field: 'className', by: SENCO }],
    });
  });

  it('comes back where both changed one thing, with what was typed and what is saved; sent again, it holds', async () => {
    const talk = await theTalk();
    const form = await talk.sends(SENCO, press.pupilForm('details', 'p1'));
    await talk.store.put('pupils', { ...(await pupilOf(talk)), lastName: '[Link](x)' });
    const back = await talk.presses(SENCO, form, 'Save', { lastName: 'Okafor', className: '4B' });
    expect(textOf(back)).toContain(NOT_YET);
    expect(textOf(back)).toContain('Changed by somebody else meanwhile. What is saved now:\n');
    expect(textOf(back)).toContain('[Link](x)');
    expect(standingIn(back.show)).toMatchObject({ lastName: 'Okafor', className: '4B' });
    expect((await pupilOf(talk)).lastName).toBe('[Link](x)');
    await talk.presses(SENCO, back, 'Save');
    expect(await pupilOf(talk)).toMatchObject({ lastName: 'Okafor', className: '4B' });
  });

  it('shown with all of its questions meanwhile, does not bring back who was taken out again', async () => {
    const talk = await theTalk({ ...ada, keyStaff: [TEACHER] });
    const form = await talk.sends(SENCO, press.pupilForm('key-staff', 'p1'));
    const send = form.show.card.actions?.[0]?.data as { readonly send: ActionData };
    await talk.store.put('pupils', { ...(await pupilOf(talk)), keyStaff: [TEACHER, BYSTANDER] });
    const whole = await talk.sends(SENCO, { ...send.send, do: 'more' }, standingIn(form.show));
    await talk.store.put('pupils', { ...(await pupilOf(talk)), keyStaff: [TEACHER] });
    await talk.presses(SENCO, whole, 'Save');
    expect((await pupilOf(talk)).keyStaff).toEqual([TEACHER]);
  });

  it('comes back a second time where it was overtaken a second time', async () => {
    const talk = await theTalk();
    const form = await overtaking(talk, press.pupilForm('details', 'p1'), 'Save', { className: '4C' });
    const back = await talk.presses(SENCO, form, 'Save', { className: '4B' });
    await talk.store.put('pupils', { ...(await pupilOf(talk)), className: '4D' });
    const again = await talk.presses(SENCO, back, 'Save');
    expect(textOf(again)).toContain('4D');
    await talk.presses(SENCO, again, 'Save');
    expect((await pupilOf(talk)).className).toBe('4B');
  });

  it('names a fault beside it, and loses neither', async () => {
    const talk = await theTalk();
    const form = await overtaking(talk, press.pupilForm('details', 'p1'), 'Save', { className: '4C' });
    const back = await talk.presses(SENCO, form, 'Save', { className: '4B', ref: '' });
    expect(textOf(back)).toContain('Please write the school’s own number for the pupil.');
    const again = await talk.presses(SENCO, back, 'Save', { ref: '1001' });
    expect(again.kind).not.toBe('invalid');
    expect((await pupilOf(talk)).className).toBe('4B');
  });

  it('keeps the dates of a plan that another form gave', async () => {
    const talk = await theTalk(anEhcpPupil({ id: 'p1' }));
    const form = await overtaking(talk, press.pupilForm('plan-dates', 'p1'), 'Save', {
      lastMeeting: '2026-03-02',
    });
    await talk.presses(SENCO, form, 'Save', { planMade: '2024-01-08' });
    expect((await pupilOf(talk)).plans[0]).toMatchObject({
      ...{ planMade: '2024-01-08', lastMeeting: '2026-03-02' },
    });
  });

  it('adds its plan to the one that was added meanwhile, and takes out only what it was shown', async () => {
    const talk = await theTalk();
    const form = await overtaking(talk, press.pupilForm('plans', 'p1'), 'Save', {
      plans: 'sen-support,ehcp',
    });
    await talk
      .presses(SENCO, form, 'Save', { plans: '' })
      .then((asked) => talk.presses(SENCO, asked, 'Save'));
    expect((await pupilOf(talk)).plans.map(({ kind }) => kind)).toEqual(['ehcp']);
  });

  it('adds to the key staff, row by row', async () => {
    const talk = await theTalk({ ...ada, keyStaff: [TEACHER, ASSISTANT] });
    const form = await overtaking(talk, press.pupilForm('key-staff', 'p1'), 'Save', { keyStaff: ASSISTANT });
    await talk.presses(SENCO, form, 'Save', { keyStaff: [TEACHER, ASSISTANT, BYSTANDER].join(',') });
    expect((await pupilOf(talk)).keyStaff).toEqual([ASSISTANT, BYSTANDER]);
  });

  it('does not put a target back to its old wording: the new one is shown first', async () => {
    const [target] = [aTarget()];
    const talk = await theTalk({ ...ada, plans: [{ kind: 'sen-support', targets: [target] }] });
    const form = await overtaking(talk, press.pupilForm('target-again', 'p1'), 'Save', {
      which: target.id,
      text: 'Reads three sentences aloud',
    });
    const mine = { which: target.id, text: 'Reads two sentences aloud' };
    const back = await talk.presses(SENCO, form, 'Save', mine);
    expect(textOf(back)).toContain('Reads three sentences aloud');
    expect((await pupilOf(talk)).plans[0]?.targets[0]?.text).toBe('Reads three sentences aloud');
    await talk.presses(SENCO, back, 'Save');
    expect((await pupilOf(talk)).plans[0]?.targets[0]?.text).toBe('Reads two sentences aloud');
  });

  it('says that a pupil has left, before it says that they are somewhere else', async () => {
    const talk = await theTalk();
    const left = { place: 'left', since: '2026-11-09', school: 'Elm School' };
    const form = await overtaking(talk, press.pupilForm('place', 'p1'), 'Save', left);
    const back = await talk.presses(SENCO, form, 'Save', { place: 'custody', since: '2026-11-10' });
    expect(textOf(back)).toContain('What you typed is still here');
    expect((await pupilOf(talk)).places).toHaveLength(1);
    await talk.presses(SENCO, back, 'Save');
    expect((await pupilOf(talk)).places?.at(-1)).toMatchObject({ place: 'custody', since: '2026-11-10' });
  });

  it('keeps the first profile of two written at once until the second writer has seen it', async () => {
    const talk = await theTalk();
    const words = { like: 'Kind', matters: 'Her dog', support: 'A quiet start', words: 'own' };
    const form = await overtaking(talk, press.pupilForm('profile', 'p1'), 'Save the profile', words);
    const back = await talk.presses(SENCO, form, 'Save the profile', { ...words, like: 'Funny' });
    expect(textOf(back)).toContain('Kind');
    expect(textOf(back)).toContain(NOT_YET);
  });
});

describe('a form about the school that was open while somebody else answered', () => {
  it('has one lead: a name and a number of two people are not put together unseen', async () => {
    const talk = await theTalk();
    const set = press.schoolForm('school-safeguarding', 'oakfield');
    await talk.presses(SUE, await talk.sends(SUE, set), 'Save', {
      name: 'Dee Lead',
      contact: '01234 567890',
    });
    const form = await overtaking(talk, set, 'Save', { name: 'Flo First' });
    const back = await talk.presses(SENCO, form, 'Save', { contact: '01234 567899' });
    expect(textOf(back)).toContain('Flo First');
    expect((await schoolOf(talk)).safeguardingLead).toEqual({ name: 'Flo First', contact: '01234 567890' });
    await talk.presses(SENCO, back, 'Save');
    expect((await schoolOf(talk)).safeguardingLead).toEqual({ name: 'Flo First', contact: '01234 567899' });
  });

  it('changes a colleague’s name, and not the role they were given meanwhile', async () => {
    const talk = await theTalk();
    const change = press.schoolForm('change-colleague', 'oakfield', TEACHER);
    const form = await overtaking(talk, change, 'Save', { role: 'leader' });
    await talk.presses(SENCO, form, 'Save', { name: 'Tom Taylor' });
    expect((await schoolOf(talk)).staff.find(({ email }) => email === TEACHER)).toMatchObject({
      ...{ name: 'Tom Taylor', role: 'leader' },
    });
  });

  it('keeps a half-term that was moved while a last day was put right', async () => {
    const talk = await theTalk();
    const terms = press.schoolForm('school-terms', 'oakfield', '2026');
    const form = await overtaking(talk, terms, 'Save the terms', { springHalfEnd: '2027-02-22' });
    await talk.presses(SENCO, form, 'Save the terms', { summerEnd: '2027-07-20' });
    const [, spring, summer] = (await schoolOf(talk)).terms;
    expect([spring?.halfTerm?.end, summer?.end]).toEqual(['2027-02-22', '2027-07-20']);
  });

  it('brings closures together day by day, however they are written', async () => {
    const talk = await theTalk();
    const form = await overtaking(talk, press.schoolForm('school-days', 'oakfield'), 'Save the days', {
      closures: '3/12/2026',
    });
    const unread = await talk.presses(SENCO, form, 'Save the days', { closures: 'some day' });
    expect(unread.kind).toBe('invalid');
    await talk.presses(SENCO, unread, 'Save the days', { closures: '4 December 2026' });
    expect((await schoolOf(talk)).closures).toEqual(['2026-12-03', '2026-12-04']);
  });

  it('asks which day it is, where both put one closure right', async () => {
    const talk = await theTalk(undefined, { closures: ['2027-05-06'] });
    const form = await overtaking(talk, press.schoolForm('school-days', 'oakfield'), 'Save the days', {
      closures: '7 May 2027',
    });
    const back = await talk.presses(SENCO, form, 'Save the days', { closures: '5 May 2027' });
    expect(back.kind).toBe('invalid');
    expect(textOf(back)).toContain('Please take out what is not right. What is saved now:');
    expect(standingIn(back.show).closures).toBe('Wed 5 May 2027\nFri 7 May 2027');
    expect((await schoolOf(talk)).closures).toEqual(['2027-05-07']);
    await talk.presses(SENCO, back, 'Save the days', { closures: '5 May 2027' });
    expect((await schoolOf(talk)).closures).toEqual(['2027-05-05']);
  });

  it('asks of what is saved otherwise, where the form was shown before an upgrade', async () => {
    const talk = await theTalk();
    const old = { do: 'submit', form: 'details', pupil: 'p1', once: 'once1' };
    const { show } = await talk.sends(SENCO, press.pupilForm('details', 'p1'));
    const back = await talk.sends(SENCO, old, { ...standingIn(show), className: '4B' });
    expect(textOf(back)).toContain('this form was open since before the bot was updated');
    expect(textOf(back)).toMatch(/What is saved now:[\s\S]*4A/);
    expect((await pupilOf(talk)).className).toBe('4A');
    await talk.presses(SENCO, back, 'Save');
    expect((await pupilOf(talk)).className).toBe('4B');
  });

  it('takes two that are sent in one moment, each change of both', async () => {
    const talk = await theTalk();
    const change = press.schoolForm('change-colleague', 'oakfield', TEACHER);
    const [one, other] = [await talk.sends(SENCO, change), await talk.sends(SUE, change)];
    await Promise.all([
      talk.presses(SENCO, one, 'Save', { name: 'Tom Taylor' }),
      talk.presses(SUE, other, 'Save', { role: 'leader' }),
    ]);
    expect((await schoolOf(talk)).staff.find(({ email }) => email === TEACHER)).toMatchObject({
      ...{ name: 'Tom Taylor', role: 'leader' },
    });
  });
});
