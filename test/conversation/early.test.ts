import { describe, expect, it } from 'vitest';
import { press } from '../../src/presentation/buttons.ts';
import { anAnnualReview, anEhcpPupil } from '../support/annual-builders.ts';
import { aPupil, type aReview, LEADER, SENCO, STRANGER, TEACHER } from '../support/builders.ts';
import { aTalk, standingIn, textOf, titlesOf } from './talk.ts';

const NOW = '2026-11-10T10:00:00.000Z';
const SAVE = 'Save the answer';
const asked = { asker: 'parent', askedOn: '2026-11-09', why: 'He is out of class every day' };
const agree = { ...asked, answer: 'agree' };
const refuse = { ...asked, answer: 'refuse', refusal: 'A review was held in October' };
const pupils = [anEhcpPupil(), aPupil()];
const theTalk = (reviews = [] as ReturnType<typeof aReview>[]) => aTalk({ pupils, reviews, now: NOW });

describe('given somebody asks for a review before its time', () => {
  it('when “review early Ben” is typed, then the form asks who, when, why and what the answer is', async () => {
    const talk = await theTalk();
    const form = await talk.says(SENCO, 'review early Ben');
    expect(form.show.form).toMatchObject({ title: 'Early review asked for' });
    expect(standingIn(form.show)).toMatchObject({ askedOn: '2026-11-10', asker: '', answer: '' });
    expect(talk.commits()).toBe(0);
  });

  it('when it is agreed, then the review begins with the request in it, and its meeting is to be set', async () => {
    const talk = await theTalk();
    const form = await talk.says(SENCO, 'early Ben');
    const planning = await talk.presses(SENCO, form, SAVE, agree);
    expect(planning.kind).toBe('replace');
    expect(textOf(planning)).toContain('Agreed: the early review has begun');
    expect(planning.show.form?.open).toBe('Set the annual review');
    const [review, ...more] = await talk.store.reviewsOfPupil(anEhcpPupil().id);
    expect(more).toEqual([]);
    const { answer: _, ...request } = agree;
    expect(review).toMatchObject({ stage: 'preparing', early: request, annual: { la: 'Northshire' } });
    const status = await talk.says(SENCO, 'status Ben');
    expect(textOf(status)).toMatch(/Held early[\s\S]*A parent or carer asked for it on Mon 9 Nov 2026/);
    expect(textOf(status)).toContain('He is out of class every day');
  });

  it('when SEN Support is meant, then it is that kind’s meeting that is to be set', async () => {
    const talk = await theTalk();
    const planning = await talk.presses(SENCO, await talk.says(SENCO, 'early Ada'), SAVE, agree);
    expect(planning.show.form?.open).toBe('Set the meeting');
  });

  it('when it is refused, then both reasons are kept with the pupil and shown in their status', async () => {
    const talk = await theTalk();
    const form = await talk.says(SENCO, 'early Ben');
    const reply = await talk.presses(SENCO, form, SAVE, refuse);
    expect(textOf(reply)).toContain(
      'Refused, and both reasons are kept. Please tell whoever asked, and why.',
    );
    const pupil = await talk.store.get('pupils', anEhcpPupil().id);
    expect(pupil?.refusedRequests).toMatchObject([
      { asker: 'parent', askedOn: '2026-11-09', why: asked.why, refusal: refuse.refusal, by: SENCO, at: NOW },
    ]);
    expect(await talk.store.reviewsOfPupil(anEhcpPupil().id)).toEqual([]);
    const status = textOf(await talk.says(LEADER, 'status Ben'));
    expect(status).toContain('Early reviews asked for and refused');
    expect(status).toMatch(/He is out of class every day[\s\S]*A review was held in October/);
  });

  it('when the same form comes twice, then it has one effect, whatever the answer was', async () => {
    const talk = await theTalk();
    const refusing = await talk.says(SENCO, 'early Ben');
    await talk.presses(SENCO, refusing, SAVE, refuse);
    const again = await talk.presses(SENCO, refusing, SAVE, refuse);
    expect(textOf(again)).toContain('This is already recorded.');
    expect((await talk.store.get('pupils', anEhcpPupil().id))?.refusedRequests).toHaveLength(1);
    const other = await talk.presses(SENCO, refusing, SAVE, { ...refuse, refusal: 'On second thoughts' });
    expect(textOf(other)).toContain('This form was sent before');
    expect(textOf(other)).toContain('On second thoughts');

    const agreeing = await talk.says(SENCO, 'early Ben');
    await talk.presses(SENCO, agreeing, SAVE, agree);
    const repeat = await talk.presses(SENCO, agreeing, SAVE, agree);
    expect(textOf(repeat)).toContain('This is already recorded.');
    expect(await talk.store.reviewsOfPupil(anEhcpPupil().id)).toHaveLength(1);
  });

  it('when it is sent many times at once, then there is one review', async () => {
    const talk = await theTalk();
    const form = await talk.says(SENCO, 'early Ben');
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => talk.presses(SENCO, form, SAVE, agree)),
    );
    expect(await talk.store.reviewsOfPupil(anEhcpPupil().id)).toHaveLength(1);
    for (const reply of replies) expect(textOf(reply)).toMatch(/Agreed|already recorded/);
  });

  it('when two are refused at once, then both are kept', async () => {
    const talk = await theTalk();
    const forms = [await talk.says(SENCO, 'early Ben'), await talk.says(SENCO, 'early Ben')];
    await Promise.all(
      forms.map((form, at) => talk.presses(SENCO, form, SAVE, { ...refuse, why: `Reason ${at}` })),
    );
    const kept = (await talk.store.get('pupils', anEhcpPupil().id))?.refusedRequests ?? [];
    expect(kept.map(({ why }) => why).sort()).toEqual(['Reason 0', 'Reason 1']);
  });

  it('when something is left out, then it is said where, and nothing typed is lost', async () => {
    const talk = await theTalk();
    const form = await talk.says(SENCO, 'early Ben');
    const reply = await talk.presses(SENCO, form, SAVE, { ...refuse, refusal: '', asker: '' });
    if (reply.kind !== 'invalid') throw new Error(reply.kind);
    expect(Object.keys(reply.errors).sort()).toEqual(['asker', 'refusal']);
    expect(standingIn(reply.show)).toMatchObject({ why: asked.why });
    expect(talk.commits()).toBe(0);
  });

  it('when it can’t be stored, then nothing has changed and what was typed stands in the form', async () => {
    const talk = await theTalk();
    for (const answer of [agree, refuse]) {
      const form = await talk.says(SENCO, 'early Ben');
      talk.full();
      const reply = await talk.presses(SENCO, form, SAVE, answer);
      expect(textOf(reply)).toContain('I couldn’t save that just now, and nothing has changed.');
      expect(standingIn(reply.show)).toMatchObject({ why: asked.why });
      talk.emptied();
    }
    expect(await talk.store.reviewsOfPupil(anEhcpPupil().id)).toEqual([]);
  });
});

describe('given a review is under way already', () => {
  const underWay = anAnnualReview();

  it('when one is asked for early, then it can be refused with the reason, and not begun', async () => {
    const talk = await theTalk([underWay]);
    const form = await talk.says(SENCO, 'early Ben');
    expect(textOf(form)).toContain('A review is under way already, so none can be begun early.');
    const reply = await talk.presses(SENCO, form, SAVE, agree);
    expect(textOf(reply)).toContain('Not saved');
    expect(textOf(reply)).toContain(asked.why);
    expect(await talk.store.reviewsOfPupil(underWay.pupilId)).toHaveLength(1);
    const refused = await talk.presses(SENCO, await talk.says(SENCO, 'early Ben'), SAVE, refuse);
    expect(textOf(refused)).toContain('Refused, and both reasons are kept.');
    expect(textOf(refused)).toContain(refuse.refusal);
  });
});

describe('given somebody who is no SENCO', () => {
  it.each([LEADER, TEACHER])(
    'when they ask for the form or send it, then nothing is asked or kept: %s',
    async (who) => {
      const talk = await theTalk([anAnnualReview({ stage: 'acting' })]);
      const typed = await talk.says(who, 'early Ben');
      expect(typed.show.form).toBeUndefined();
      expect(textOf(typed)).toContain('Only a SENCO can answer a request for an early review.');
      const opened = await talk.sends(who, press.pupilForm('early-review', anEhcpPupil().id));
      expect(textOf(opened)).toContain('That isn’t one of yours');
      const sent = await talk.sends(
        who,
        press.submitPupil('early-review', anEhcpPupil().id, 'once-1'),
        refuse,
      );
      expect(textOf(sent)).toContain('That isn’t one of yours');
      expect(textOf(sent)).toContain(refuse.refusal);
      expect(talk.commits()).toBe(0);
    },
  );

  it('when they are a stranger, or the pupil is none, then nobody learns anything', async () => {
    const talk = await theTalk();
    const send = press.submitPupil('early-review', anEhcpPupil().id, 'once-1');
    expect(textOf(await talk.sends(STRANGER, send, refuse))).not.toMatch(/Ben|EHCP/);
    const none = await talk.sends(SENCO, { ...send, pupil: 'nobody' }, refuse);
    expect(textOf(none)).toContain('That isn’t one of yours');
    expect(talk.commits()).toBe(0);
  });

  it('when a pupil has no plan, then there is none to review', async () => {
    const talk = await aTalk({ pupils: [aPupil({ plan: 'none' })], now: NOW });
    expect(textOf(await talk.says(SENCO, 'early Ada'))).toContain('There is no plan to review.');
    expect(titlesOf(await talk.says(SENCO, 'early Nobody'))).toEqual(['Help', 'Add a pupil']);
  });
});
