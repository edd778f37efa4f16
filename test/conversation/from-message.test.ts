import { describe, expect, it } from 'vitest';
import { toHome } from '../../src/channels/slack/home.ts';
import { asAction, isNamedIn } from '../../src/conversation/from-message.ts';
import { aPupil, aReview, aSchool, LEADER, SENCO, STRANGER, TEACHER } from '../support/builders.ts';
import { checkHome } from '../support/slack-block-kit.ts';
import { aTalk, cardsOf, standingIn, textOf, titlesOf } from './talk.ts';

const ADA = aPupil();
const ZOE = aPupil({ id: 'zoe', ref: 'P777', firstName: 'Zoë', lastName: 'O’Brien' });
const ofAda = aReview({ stage: 'meeting' });
const ofZoe = aReview({ id: 'review-zoe', ref: 'ZZZZ', pupilId: ZOE.id, stage: 'acting' });
const message = (text: string) => ({ kind: 'message', text }) as const;
const bothOpen = () => aTalk({ pupils: [ADA, ZOE], reviews: [ofAda, ofZoe] });

describe('a message chosen to be made an action', () => {
  it('that names a pupil fills in the form of their review, and is kept only once that is sent', async () => {
    const talk = await bothOpen();
    const said = 'Could somebody order a sloping desk for Zoe by half-term?';
    const reply = await talk.does(SENCO, message(said));
    expect(textOf(reply)).toContain('Add an action');
    expect(textOf(reply)).toContain('Nothing of the message is kept unless you send this form.');
    expect(standingIn(reply.show).what).toBe(said);
    expect(talk.commits()).toBe(0);

    const sent = await talk.presses(SENCO, reply, 'Add it', { owner: TEACHER, due: '2026-11-27' });
    expect(textOf(sent)).toContain('Added');
    expect((await talk.review(ofZoe.id)).actions.at(-1)).toMatchObject({ what: said, owner: TEACHER });
    expect((await talk.review(ofAda.id)).actions).toEqual(ofAda.actions);
  });

  it('that names nobody asks which review it is for, the open meeting first', async () => {
    const talk = await bothOpen();
    const asked = await talk.does(SENCO, message('Order a sloping desk'));
    expect(textOf(asked)).toContain('Which review is it for?');
    expect(textOf(asked)).toMatch(/Ada[\s\S]*Zoë/);
    const form = await talk.presses(SENCO, asked, 'Choose');
    expect(standingIn(form.show).what).toBe('Order a sloping desk');
    expect(talk.commits()).toBe(0);
  });

  it('longer than an action may be has its beginning filled in, and that is said', async () => {
    const talk = await bothOpen();
    const reply = await talk.does(SENCO, message(`For Zoë: ${'order the desk '.repeat(100)}`));
    expect(textOf(reply)).toContain('longer than an action may be');
    expect(standingIn(reply.show).what?.length).toBeLessThanOrEqual(1000);
  });

  it('has nowhere to go while no review is at its actions', async () => {
    const talk = await aTalk({ pupils: [ADA], reviews: [aReview({ stage: 'gathering' })] });
    const reply = await talk.does(SENCO, message('Order a desk for Ada'));
    expect(textOf(reply)).toContain('An action is added once a review’s meeting is open');
    expect(titlesOf(reply)).toEqual(['What’s waiting on me']);
  });

  it.each([TEACHER, LEADER])('is for SENCOs: %s is shown what waits on them', async (who) => {
    const talk = await bothOpen();
    const reply = await talk.does(who, message('Order a desk for Zoe'));
    expect(textOf(reply)).toContain('Only a SENCO adds actions');
    expect(textOf(reply)).not.toContain('Order a desk');
    expect(talk.commits()).toBe(0);
  });

  it('about harm is made no action of: whom to tell stands there instead', async () => {
    const school = aSchool({ safeguardingLead: { name: 'Dee Lead', contact: 'extension 7' } });
    const talk = await aTalk({ schools: [school], pupils: [ZOE], reviews: [ofZoe] });
    const reply = await talk.does(SENCO, message('Zoe has bruises on her arm'));
    expect(textOf(reply)).toContain('Dee Lead (extension 7)');
    expect(textOf(reply)).toContain('I have made no action of it');
    expect(textOf(reply)).not.toContain('bruises');
    expect(cardsOf(reply).some(({ form }) => form)).toBe(false);
  });

  it('without words, and from a stranger, comes to nothing', async () => {
    const talk = await bothOpen();
    expect(textOf(await talk.does(SENCO, message('  ')))).toContain('There are no words in that message');
    expect(textOf(await talk.does(STRANGER, message('Order a desk for Zoe')))).not.toContain('Zoë');
  });
});

describe('whose a message is', () => {
  it.each([
    ['desk for zoe', true],
    ['O’BRIEN needs a desk', true],
    ['obrien’s desk', false],
    ['p777: a desk', true],
    ['Zoey needs a desk', false],
    ['a desk', false],
  ])('“%s” names her: %s', (text, names) => {
    expect(isNamedIn(text, ZOE)).toBe(names);
  });

  it('goes by names that are there: somebody may have one only', () => {
    expect(isNamedIn('a desk', { firstName: 'Ada', lastName: '', ref: 'P1' })).toBe(false);
  });

  it('an action’s words are cut between characters', () => {
    expect(asAction(' a desk ')).toBe('a desk');
    expect(asAction('x'.repeat(1000))).toHaveLength(1000);
    expect(asAction('x'.repeat(1001))).toHaveLength(1000);
    expect(asAction('😀'.repeat(900))).toMatch(/^(😀)+$/u);
  });
});

describe('what a person’s own page of the chat shows', () => {
  it('is what waits on them; below it, for a SENCO or a leader, what is due', async () => {
    const talk = await bothOpen();
    const shown = async (who: string) => (await cardsOf(await talk.does(who, { kind: 'home' }))).map(headOf);
    const headOf = (card: Parameters<typeof textOf>[0]) => textOf(card).split('\n')[0];
    expect(await shown(SENCO)).toEqual(['What’s waiting on you', 'Reviews that are due']);
    expect(await shown(LEADER)).toEqual(['What’s waiting on you', 'Reviews that are due']);
    expect(await shown(TEACHER)).toEqual(['What’s waiting on you']);
  });

  it('fits Slack’s Home, and says what is to be seen to once', async () => {
    const second = { person: TEACHER, account: 'slack.T1.U1', at: '2026-11-09T10:00:00.000Z' };
    const talk = await aTalk({ schools: [aSchool({ secondAccounts: [second] })], pupils: [ADA] });
    const cards = cardsOf(await talk.does(SENCO, { kind: 'home' }));
    checkHome(toHome(cards));
    expect(
      cards
        .map(textOf)
        .join('\n')
        .match(/a second account/g),
    ).toHaveLength(1);
  });

  it('is nothing for a stranger', async () => {
    const talk = await bothOpen();
    const reply = await talk.does(STRANGER, { kind: 'home' });
    expect(cardsOf(reply)).toHaveLength(1);
    expect(textOf(reply)).toContain('I can only talk with staff');
  });
});

describe('a greeting', () => {
  it.each([
    [SENCO, 'When a review needs you'],
    [TEACHER, 'an action is yours'],
  ])('tells %s what comes, how to ask, and whom to tell of harm', async (who, comes) => {
    const talk = await bothOpen();
    const reply = await talk.does(who, { kind: 'greeting' });
    expect(textOf(reply)).toContain(comes);
    expect(textOf(reply)).toContain('“review” shows what is waiting on you');
    expect(textOf(reply)).toContain('your designated safeguarding lead');
    expect(titlesOf(reply)).toEqual(['What’s waiting on me', 'Help']);
  });
});
