import { describe, expect, it } from 'vitest';
import type { Review } from '../../src/domain/review/review.ts';
import { press } from '../../src/presentation/buttons.ts';
import { ASSISTANT, aDoneAction, anAction, aPupil, BYSTANDER, SENCO, TEACHER } from '../support/builders.ts';
import { aTalkAbout, standingIn, type Talk, textOf, titlesOf } from './talk.ts';

const ACTING: Partial<Review> = { stage: 'acting' };
const TWO: Partial<Review> = {
  stage: 'acting',
  actions: [anAction(), anAction({ id: 'action-2', owner: ASSISTANT })],
};
const open = (
  talk: Talk,
  who: string,
  form: 'action-done' | 'action-extend' | 'action-not-mine' | 'action-reassign',
) => talk.sends(who, press.form(form, 'review-1', 'action-1'));

describe('an action', () => {
  it('is done with what was done; others still open, the review goes on', async () => {
    const talk = await aTalkAbout(TWO);
    const form = await talk.presses(TEACHER, await talk.says(TEACHER, 'mine'), 'Done');
    const reply = await talk.presses(TEACHER, form, 'It is done', {
      what: 'Shown and in use',
      helped: 'partly',
    });
    expect(textOf(reply)).toContain('Thank you, it is done. You will hear no more of it.');
    expect(textOf(reply)).toContain('Shown and in use');
    expect(await talk.review()).toMatchObject({ stage: 'acting' });
    expect(textOf(await talk.says(TEACHER, 'mine'))).toContain('Nothing is waiting on you.');
  });

  it('that is the last one closes the review, tells the SENCO, and the next is due', async () => {
    const talk = await aTalkAbout(ACTING);
    const reply = await talk.presses(TEACHER, await open(talk, TEACHER, 'action-done'), 'It is done', {
      what: 'Shown',
      helped: 'yes',
    });
    expect(textOf(reply)).toContain('That was the last action, so the review is closed.');
    const review = await talk.review();
    expect(review.stage).toBe('closed');
    expect(review.messages.map(({ kind, to }) => [kind, to])).toEqual([['review-closed', SENCO]]);
    const due = textOf(await talk.says(SENCO, 'due why'));
    expect(due).toContain('1 coming up.');
    expect(due).toContain('6 months after the last review (Tue 24 Nov 2026)');
  });

  it('can be done by the SENCO for its owner, and by nobody else', async () => {
    const talk = await aTalkAbout(TWO);
    for (const who of [ASSISTANT, BYSTANDER]) {
      expect(textOf(await open(talk, who, 'action-done'))).toContain('That isn’t one of yours');
    }
    const form = await open(talk, SENCO, 'action-done');
    expect(
      textOf(await talk.presses(SENCO, form, 'It is done', { what: 'She showed me', helped: 'yes' })),
    ).toContain('Thank you, it is done.');
  });

  it.each([
    ['2026-12-01', /a day after today/],
    ['2026-12-03', /It is due on 4 December 2026. Please choose a later day./],
    ['2028-01-01', /more than a year away/],
    ['', /choose the new day/],
  ])('can’t be moved to “%s”, and keeps the reason that was typed', async (to, sentence) => {
    const talk = await aTalkAbout(ACTING);
    const reply = await talk.presses(TEACHER, await open(talk, TEACHER, 'action-extend'), 'Move the day', {
      to,
      why: 'The pen has not come',
    });
    if (reply.kind !== 'invalid') throw new Error(textOf(reply));
    expect(reply.errors).toEqual({ to: expect.stringMatching(sentence) });
    expect(standingIn(reply.show).why).toBe('The pen has not come');
  });

  it('is moved with its reason, and the SENCO hears of it the second time', async () => {
    const talk = await aTalkAbout(ACTING);
    const move = async (to: string) =>
      talk.presses(TEACHER, await open(talk, TEACHER, 'action-extend'), 'Move the day', {
        to,
        why: 'No pen',
      });
    const once = await move('2026-12-11');
    expect(textOf(once)).toContain('The day is moved.');
    expect(textOf(once)).toContain('Fri 11 Dec 2026');
    expect((await talk.review()).messages).toEqual([]);
    await move('2026-12-18');
    expect((await talk.review()).messages).toMatchObject([{ kind: 'action-extended-again', to: SENCO }]);
  });

  it('that is not theirs is handed back; done all the same, it is theirs again', async () => {
    const talk = await aTalkAbout(ACTING);
    const form = await open(talk, TEACHER, 'action-not-mine');
    const reply = await talk.presses(TEACHER, form, 'Tell the SENCO', {
      why: 'Not my class',
      suggested: BYSTANDER,
    });
    expect(textOf(reply)).toContain('The SENCO finds it an owner; you will not be reminded of it.');
    expect(textOf(await talk.says(TEACHER, 'mine'))).toContain('Nothing is waiting on you.');
    expect(textOf(await talk.says(SENCO, 'mine'))).toContain('says it is not theirs');
    expect(textOf(await open(talk, TEACHER, 'action-not-mine'))).toContain('The SENCO has been told already');

    const done = await talk.presses(TEACHER, reply, 'Done');
    const closed = await talk.presses(TEACHER, done, 'It is done', { what: 'Done after all', helped: 'yes' });
    expect(textOf(closed)).toContain('the review is closed');
    expect((await talk.review()).actions[0]).not.toHaveProperty('disowned');
    expect(textOf(await talk.says(SENCO, 'mine'))).toContain('Nothing is waiting on you.');
  });

  it('handed back is found a new owner by the SENCO, who is told', async () => {
    const disowned = { at: '2026-11-30T12:00:00.000Z', why: 'Not my class', suggested: BYSTANDER };
    const talk = await aTalkAbout({ stage: 'acting', actions: [anAction({ disowned })] });
    const form = await talk.presses(SENCO, await talk.says(SENCO, 'mine'), 'Find a new owner');
    expect(standingIn(form.show)).toEqual({ owner: BYSTANDER, due: '2026-12-04' });
    const reply = await talk.presses(SENCO, form, 'Give it to them');
    expect(textOf(reply)).toContain('The new owner is told now.');
    expect((await talk.review()).messages).toContainEqual(
      expect.objectContaining({ kind: 'action-given', to: BYSTANDER }),
    );
    expect(textOf(await talk.says(BYSTANDER, 'mine'))).toContain('Put the reading pen in the classroom');
    // Who had it is not shut out of what they were asked about, and has nothing to do.
    expect(textOf(await talk.says(TEACHER, 'mine'))).toContain('Nothing is waiting on you.');
  });

  it('kept by the SENCO for themselves says so without a message', async () => {
    const talk = await aTalkAbout(ACTING);
    const form = await open(talk, SENCO, 'action-reassign');
    const reply = await talk.presses(SENCO, form, 'Give it to them', { owner: SENCO });
    const { actions, messages } = await talk.review();
    expect(actions).toMatchObject([{ owner: SENCO }]);
    expect(messages.filter(({ to }) => to === SENCO)).toEqual([]);
    expect(textOf(reply)).toContain('Saved: the action has its owner.');
  });

  it.each([
    ['owner', 'sam.stranger@elsewhere.example'],
    ['owner', ''],
    ['due', '2026-11-01'],
  ])('is not given away with a wrong %s: “%s”', async (id, value) => {
    const talk = await aTalkAbout(ACTING);
    const form = await open(talk, SENCO, 'action-reassign');
    const reply = await talk.presses(SENCO, form, 'Give it to them', { owner: ASSISTANT, [id]: value });
    expect(reply.kind === 'invalid' && Object.keys(reply.errors)).toEqual([id]);
    expect(talk.commits()).toBe(0);
  });

  it('is closed by whoever is first; to the other, nothing that was typed is lost', async () => {
    const talk = await aTalkAbout(TWO);
    const [mine, hers] = [await open(talk, TEACHER, 'action-done'), await open(talk, SENCO, 'action-done')];
    const replies = await Promise.all([
      talk.presses(TEACHER, mine, 'It is done', { what: 'The teacher’s words', helped: 'yes' }),
      talk.presses(SENCO, hers, 'It is done', { what: 'The SENCO’s words', helped: 'no' }),
    ]);
    const lost = replies.filter((reply) => textOf(reply).includes('Not saved'));
    expect(lost).toHaveLength(1);
    const [action] = (await talk.review()).actions;
    const words = ['The teacher’s words', 'The SENCO’s words'].filter((one) => one !== action?.done?.what);
    expect(words).toHaveLength(1);
    expect(lost[0] && textOf(lost[0])).toContain(words[0]);
    expect(lost[0] && textOf(lost[0])).toContain('That action is done already.');
  });
});

describe('what each is offered of an action', () => {
  const titles = async (talk: Talk, who: string) =>
    titlesOf(await talk.sends(who, press.show('action', 'review-1', 'action-1')));

  it.each([
    [TEACHER, ['Done', 'Need more time', 'Not mine']],
    [SENCO, ['Done', 'Find a new owner']],
  ])('%s: %o', async (who, some) => {
    const talk = await aTalkAbout(ACTING);
    expect(await titles(talk, who)).toEqual(expect.arrayContaining(some));
  });

  it('of their own, the SENCO who can give it away need not hand it back', async () => {
    const talk = await aTalkAbout({ stage: 'acting', actions: [anAction({ owner: SENCO })] });
    const offered = await titles(talk, SENCO);
    expect(offered).toEqual(expect.arrayContaining(['Done', 'Need more time', 'Find a new owner']));
    expect(offered).not.toContain('Not mine');
  });

  it('is nothing once it is done', async () => {
    const talk = await aTalkAbout({
      stage: 'acting',
      actions: [aDoneAction(), anAction({ id: 'action-2' })],
    });
    expect(await titles(talk, TEACHER)).toEqual([]);
  });

  it('of another pupil’s review is nothing, whoever’s the action', async () => {
    const talk = await aTalkAbout(ACTING, {
      pupils: [aPupil(), aPupil({ id: 'p2', ref: 'P2', firstName: 'Bea', lastName: 'Busy' })],
    });
    const forged = await talk.sends(TEACHER, press.show('action', 'review-2', 'action-1'));
    expect(textOf(forged)).toContain('That isn’t one of yours');
  });
});
