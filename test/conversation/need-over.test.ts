import { expect, it } from 'vitest';
import { press } from '../../src/presentation/buttons.ts';
import { ASSISTANT, aDoneAction, aPupil, aReview, BYSTANDER, SENCO, TEACHER } from '../support/builders.ts';
import { aTalkAbout, textOf } from './talk.ts';

/** Closed on 2 December 2026: the teacher was asked, the assistant invited and is key staff, and nothing is left to do. */
const review = aReview({ stage: 'closed', actions: [], provision: [] });
const talkOn = (now: string) =>
  aTalkAbout(review, { pupils: [aPupil({ keyStaff: [ASSISTANT] })], now: `${now}T10:00:00.000Z` });
const record = press.show('record', review.id);

it('given a review of last school year, who was asked is told kindly that it is over; key staff and the SENCO still read it', async () => {
  const before = await talkOn('2027-07-01');
  expect(textOf(await before.sends(TEACHER, record))).toContain('Ada');
  const talk = await talkOn('2027-09-10');
  for (const data of [record, press.show('status', review.id), press.form('evidence', review.id)]) {
    const said = textOf(await talk.sends(TEACHER, data));
    expect(said).toContain('This review is over, and so is your part in it.');
    expect(said).toContain('ask the SENCO');
    expect(said).not.toContain('Ada');
    const entry = { who: TEACHER, kind: 'refused', pupils: [review.pupilId], reviews: [review.id] };
    expect(talk.noted.at(-1)).toMatchObject(entry);
    expect(talk.noted.at(-1)?.what).toMatch(/:over$/);
  }
  expect(textOf(await talk.says(TEACHER, 'review Ada Example'))).not.toContain('Example');
  for (const who of [ASSISTANT, SENCO]) expect(textOf(await talk.sends(who, record))).toContain('Ada');
});

it('who had no part in it is not told that there is such a review', async () => {
  const talk = await talkOn('2027-09-10');
  expect(textOf(await talk.sends(BYSTANDER, record))).not.toContain('is over');
});

it('given an action that is done in a review of last school year, its owner is told so, and no word finds the child any more', async () => {
  const action = aDoneAction({ owner: BYSTANDER });
  const done = aReview({ stage: 'closed', actions: [action], provision: [] });
  const on = (now: string) => aTalkAbout(done, { now: `${now}T10:00:00.000Z` });
  const shown = [
    press.show('status', done.id),
    press.show('record', done.id),
    press.show('action', done.id, action.id),
  ];
  const typed = ['Ada', 'P001', 'status Ada', 'review Ada Example', `done ${action.what}`];
  const before = await on('2027-07-01');
  expect(textOf(await before.says(BYSTANDER, 'status Ada'))).toContain('Ada Example');
  expect(textOf(await before.says(BYSTANDER, `done ${action.what}`))).toContain('Ada Example');
  const talk = await on('2027-09-10');
  for (const data of shown) {
    const said = textOf(await talk.sends(BYSTANDER, data));
    expect(said).toContain('This review is over, and so is your part in it.');
    expect(said).not.toContain('Ada');
  }
  for (const words of typed) {
    const said = textOf(await talk.says(BYSTANDER, words));
    expect(said).not.toMatch(/Example|SEN Support/);
  }
});
