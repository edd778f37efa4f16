import { expect, test } from 'vitest';
import { press, stayingOn } from '../../src/presentation/buttons.ts';
import { SAMPLES } from '../presentation/forms/samples.ts';
import { anAction, aPupil, aReview, SENCO, TEACHER } from '../support/builders.ts';
import { aTalk, standingIn, textOf, titlesOf } from './talk.ts';

const LEAVE = 'Back, without saving';

const REVIEWED = ['target-1', 'target-2'].map((targetId) => ({
  targetId,
  progress: 'met' as const,
  evidence: '10 of 10',
  delivered: 'yes' as const,
  difference: '',
  stillRight: 'keep' as const,
}));

const gathering = () =>
  aTalk({ reviews: [aReview({ stage: 'gathering' })], now: '2026-11-10T10:00:00.000Z' });

test('given the list of reviews due, when a review is started from it, then the form takes its place, and leads back to it', async () => {
  const talk = await aTalk({ now: '2026-11-10T10:00:00.000Z' });
  const due = await talk.says(SENCO, 'due');
  const form = await talk.presses(SENCO, due, 'Start');
  expect(form.kind).toBe('replace');
  expect(form.show.form).toBeDefined();
  const back = await talk.presses(SENCO, form, LEAVE);
  expect(back.kind).toBe('replace');
  expect(textOf(back)).toContain('Reviews that are due');
  expect(titlesOf(back)).not.toContain('Back');
});

test('given a form opened from how a review stands, when it is sent, then how it stands is back in its place', async () => {
  const talk = await gathering();
  const status = await talk.says(SENCO, 'status Ada');
  const form = await talk.presses(SENCO, status, 'Record parents’ views');
  expect(form.kind).toBe('replace');
  const saved = await talk.presses(SENCO, form, 'Save their views', SAMPLES['parent-views']?.answered ?? {});
  expect(saved.kind).toBe('replace');
  expect(textOf(saved)).toContain('Saved');
  expect(titlesOf(saved)).not.toContain('Back');
});

test('given a form that came back with its faults, when it is left, then the screen before it is shown', async () => {
  const talk = await gathering();
  const form = await talk.presses(SENCO, await talk.says(SENCO, 'status Ada'), 'Record parents’ views');
  const again = await talk.presses(SENCO, form, 'Save their views');
  expect(again.kind).toBe('invalid');
  expect(textOf(await talk.presses(SENCO, again, LEAVE))).toContain('How the review stands');
});

test('given screens opened one from another, when one goes back, then it is by the way one came, and never in a circle', async () => {
  const talk = await gathering();
  const status = await talk.says(SENCO, 'status Ada');
  const about = await talk.presses(SENCO, status, 'About the pupil');
  expect(about.kind).toBe('replace');
  const form = await talk.sends(SENCO, press.pupilForm('met', aPupil().id));
  expect(titlesOf(form)).not.toContain(LEAVE);
  const back = await talk.presses(SENCO, about, 'Back');
  expect(back.kind).toBe('replace');
  expect(textOf(back)).toContain('How the review stands');
  expect(titlesOf(back)).not.toContain('Back');
});

test('given a digest, when a button on it is pressed, then it stays, and the answer stands below', async () => {
  const talk = await aTalk({ reviews: [aReview({ stage: 'acting', actions: [anAction()] })] });
  for (const button of [press.mine(1), press.form('action-done', 'review-1', 'action-1')]) {
    expect((await talk.sends(TEACHER, stayingOn('digest', button))).kind).toBe('new');
  }
});

test('given a digest, when the meeting is opened on it, then the digest stays, and the agenda stands below', async () => {
  const talk = await aTalk({ reviews: [aReview({ stage: 'gathering' })], now: '2026-11-24T08:00:00.000Z' });
  const opened = await talk.sends(SENCO, stayingOn('digest', press.openMeeting('review-1', true)));
  expect(opened.kind).toBe('new');
  expect(textOf(opened)).toContain('The meeting is open.');
  expect(textOf(opened)).toContain('Agenda of the review meeting');
  expect(titlesOf(opened)).toContain('Decide the outcome');
});

test('given a form, when a button beside it is pressed, then the form stays, and the answer stands below', async () => {
  const talk = await aTalk({ reviews: [aReview({ stage: 'meeting', targetReviews: REVIEWED })] });
  const form = await talk.sends(SENCO, press.form('outcome', 'review-1'));
  const beside = await talk.presses(SENCO, form, 'What was considered and tried');
  expect(beside).toMatchObject({ kind: 'new', show: { form: { title: 'Considered and tried' } } });
});

test('given a form and an answer in its place, when that is pressed, then one card stands, and nothing typed is lost unseen', async () => {
  const talk = await gathering();
  const form = await talk.sends(SENCO, press.form('parent-views', 'review-1'));
  const instead = await talk.presses(SENCO, form, 'No views received');
  expect(instead.kind).toBe('replace');
  expect(instead.show.form?.title).toBe('No views received');

  const typed = { goingWell: 'She likes the small room.' };
  const warned = await talk.presses(SENCO, form, 'No views received', typed);
  expect(textOf(warned)).toContain('You have written something.');
  expect(standingIn(warned.show)).toMatchObject(typed);
  const meant = await talk.presses(SENCO, warned, 'No views received');
  expect(meant).toMatchObject({ kind: 'replace', show: { form: { title: 'No views received' } } });
  expect(talk.commits()).toBe(0);
});

test('given a button whose answer is only a sentence, when it is pressed, then its card stays', async () => {
  const talk = await gathering();
  const here = JSON.stringify([press.mine(1)]);
  const nothing = await talk.sends(TEACHER, { ...press.show('status', 'no-review'), back: here });
  expect(nothing.kind).toBe('new');
  expect(textOf(nothing)).toContain('Not one of yours');
});

test('given a way back that is no way, when the button is pressed, then it is answered all the same', async () => {
  const talk = await gathering();
  for (const back of ['', '{', '[1]', '[{"do":1}]', 'null', '[{}]', '[null]']) {
    const reply = await talk.sends(SENCO, { ...press.show('status', 'review-1'), back });
    expect(textOf(reply), back).toContain('How the review stands');
  }
});
