import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { press } from '../../src/presentation/buttons.ts';
import { anAction, aSchool, SENCO, STRANGER, TEACHER } from '../support/builders.ts';
import { aTalk, aTalkAbout, cardsOf, textOf } from './talk.ts';

const LINE = 'If this is about a child’s safety, tell ';
const NAMED = aSchool({ safeguardingLead: { name: 'Dee Lead', contact: 'extension 7' } });
/** Words run on in a card's text where a run ends; read as a person reads them. */
const read = (reply: Parameters<typeof textOf>[0]) => textOf(reply).replaceAll('\n', '');

const TOLD_WHOM = [
  // Any word of the list, in however few words.
  'bruises',
  'Leo has bruises',
  'new bruising again',
  'she disclosed today',
  'a disclosure',
  'safeguarding',
  'Safeguarding!!',
  'safegaurding concern',
  'who is the DSL?',
  'he self-harms',
  'self harm',
  'suicidal thoughts',
  'neglected',
  'sexual comments',
  'Dad hits him',
  'mum hurts her',
  'afraid to go home',
  'marks on his arms',
  'is she unsafe?',
  'CPOMS',
  '*bruises*',
  'thanks, he was raped',
  'hello, dad beats her',
  // A sentence that is no command, whatever it says.
  'I am worried about Leo since Monday',
  'Mum says he does not eat',
  'Can you tell me who he is living with now',
  'he cried all morning and would not say why',
  'there was a man at the gate',
  'the laptop for Ada has still not come',
  'please let me know how this works',
  'I do not know what to do',
];

const NOT_TOLD = [
  'due',
  'review due',
  'mine',
  'help',
  'status Ada',
  'done the laptop',
  'done: the laptop came on Monday and she uses it every day',
  'not mine: Ann Assistant sees to the laptop these days',
  'snooze until Friday because the parts have not come yet',
  'can’t be done: there is no room for it this year',
  'actions overdue',
  'due EHCP year 4 this half-term',
  'review due sen support year 4 this half-term',
  'hi',
  'Hello there, good morning to you all',
  'thanks',
  'thank you very much for that',
  'ok',
  '?',
  '…',
  'deu',
  'Ada',
  'Ada Example',
  'blorp',
  'blorp the second one',
];

describe('words that may be about a child’s safety', () => {
  it.each(TOLD_WHOM)('are answered with whom to tell, before all else: “%s”', async (text) => {
    const talk = await aTalk({ schools: [NAMED] });
    const reply = await talk.says(TEACHER, text);
    expect(read(reply)).toContain(
      `${LINE}Dee Lead (extension 7) now. I have not stored it; it stays in this chat.`,
    );
    expect(read(reply)).not.toMatch(/Did you mean[\s\S]*child’s safety/);
    expect(talk.commits()).toBe(0);
  });

  it.each(NOT_TOLD)('are not seen where there are none: “%s”', async (text) => {
    const talk = await aTalk({ schools: [NAMED] });
    expect(read(await talk.says(SENCO, text))).not.toContain(text === 'help' ? 'I have not stored' : LINE);
  });

  it('are answered with the office where the school has not said who it is, and with each lead of two schools', async () => {
    const unnamed = await aTalk();
    expect(read(await unnamed.says(TEACHER, 'bruises'))).toContain(
      `${LINE}your designated safeguarding lead now.`,
    );
    const elm = { ...NAMED, id: 'elm', name: 'Elm', safeguardingLead: { name: 'Eve Elm', contact: '' } };
    const two = await aTalk({ schools: [NAMED, elm] });
    expect(read(await two.says(TEACHER, 'bruises'))).toContain(
      `${LINE}Eve Elm or Dee Lead (extension 7) now.`,
    );
  });

  it('are repeated in no answer, on no button and on no locked phone', async () => {
    const talk = await aTalk({ schools: [NAMED] });
    const reply = await talk.says(SENCO, 'Leo Xanthippe disclosed that his uncle hits him');
    expect(JSON.stringify(reply)).not.toMatch(/Xanthippe|uncle|disclosed/);
    for (const { notification } of cardsOf(reply)) expect(notification).not.toMatch(/safe|child|Lead/);
  });

  it('leave nothing in the store', async () => {
    const talk = await aTalkAbout({}, { schools: [NAMED] });
    const before = [await talk.review(), await talk.store.schools()];
    await talk.says(TEACHER, 'he disclosed something to me at lunch');
    expect([await talk.review(), await talk.store.schools()]).toEqual(before);
    expect(talk.commits()).toBe(0);
  });

  it('of a stranger are answered as anything of a stranger', async () => {
    const talk = await aTalk({ schools: [NAMED] });
    expect(read(await talk.says(STRANGER, 'he has bruises'))).not.toContain('Dee Lead');
  });

  it('whatever they are, never keep the conversation from answering', async () => {
    const talk = await aTalk({ schools: [NAMED] });
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60, unit: 'grapheme' }), async (text) => {
        expect(cardsOf(await talk.says(TEACHER, text)).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a command with such a word in it', () => {
  it('is taken as always, and says whom to tell in the confirmation', async () => {
    const action = anAction({ id: 'action-1', owner: TEACHER });
    const talk = await aTalkAbout({ stage: 'acting', actions: [action] }, { schools: [NAMED] });
    const reply = await talk.says(TEACHER, 'done: told the safeguarding lead');
    const line = `${LINE}Dee Lead (extension 7) now. What is written here does not report it.`;
    expect(read(reply).split(line), 'said once').toHaveLength(2);
    expect((await talk.review()).actions[0]?.done?.what).toBe('told the safeguarding lead');
  });

  it('that takes no sentence, and has one behind it, may be none: it says whom to tell, too', async () => {
    const talk = await aTalk({ schools: [NAMED] });
    const reply = await talk.says(SENCO, 'school nurse says he has been losing weight');
    expect(read(reply)).toContain(`${LINE}Dee Lead`);
  });
});

describe('a form’s answer with such a word in it', () => {
  it('is taken as always, and says whom to tell in the confirmation', async () => {
    const talk = await aTalkAbout({ stage: 'gathering' }, { schools: [NAMED] });
    const form = await talk.sends(TEACHER, press.form('evidence', 'review-1'));
    const typed = { strengths: 'Kind to others, though bruises were seen on Monday' };
    const refused = await talk.presses(TEACHER, form, 'Send my evidence', typed);
    expect(refused.kind).toBe('invalid');
    expect(read(refused)).toContain(`${LINE}Dee Lead (extension 7) now.`);
  });

  it('says nothing of it where there is none', async () => {
    const talk = await aTalkAbout({ stage: 'gathering' }, { schools: [NAMED] });
    const form = await talk.sends(TEACHER, press.form('evidence', 'review-1'));
    expect(read(await talk.presses(TEACHER, form, 'Send my evidence', { strengths: 'Kind' }))).not.toContain(
      LINE,
    );
  });
});
