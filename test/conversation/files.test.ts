import { describe, expect, it } from 'vitest';
import { SENCO, TEACHER } from '../support/builders.ts';
import { aTalk, textOf } from './talk.ts';

/** A file that must not be opened. */
const unopened = (name: string) => ({
  name,
  read: () => Promise.reject(new Error('it was opened')),
});
const report = [unopened('Mia’s drawing test.docx')];
const photo = [{ ...unopened('Mia’s drawing.jpg'), picture: true }];

describe('a file that is none of the school’s data', () => {
  it('is not opened, and what can be done instead is said, without its name', async () => {
    const talk = await aTalk();
    const reply = await talk.sendsFiles(TEACHER, report);
    expect(textOf(reply)).toContain('I haven’t taken that file');
    expect(textOf(reply)).toContain('please put a link to it in your answer');
    expect(JSON.stringify(reply)).not.toContain('drawing');
    expect(talk.commits()).toBe(0);
  });

  it('beside a command is said not to be taken before the answer to the command', async () => {
    const talk = await aTalk();
    const reply = await talk.sendsFiles(TEACHER, photo, { text: 'mine' });
    expect(textOf(reply)).toMatch(/I haven’t taken that picture[\s\S]*What’s waiting on you/);
  });

  it('that is a picture is not looked at, and it is said so', async () => {
    const talk = await aTalk();
    const reply = await talk.sendsFiles(TEACHER, photo);
    expect(textOf(reply)).toContain('I haven’t taken that picture');
    expect(textOf(reply)).toContain('I keep no pictures and can’t look at them.');
    expect(JSON.stringify(reply)).not.toContain('drawing');
  });

  it.each(['', 'thanks', 'here it is', 'Thank you!', 'hi', '👍', 'evidence for Ada', 'mine', 'done'])(
    'is not thanked for, whatever is said beside it: “%s”',
    async (text) => {
      const talk = await aTalk();
      const reply = await talk.sendsFiles(TEACHER, report, { text });
      expect(textOf(reply)).toMatch(/^I haven’t taken that file/);
      expect(textOf(reply)).not.toMatch(/thank you!|welcome/i);
      expect(talk.commits()).toBe(0);
    },
  );

  it.each(['look at this bruise', 'please look at what I saw on his arm this morning'])(
    'with words that may be about a child’s safety is answered with whom to tell first: “%s”',
    async (text) => {
      const talk = await aTalk();
      const reply = await talk.sendsFiles(TEACHER, photo, { text });
      expect(textOf(reply)).toMatch(/If this is about a child’s safety[\s\S]*I haven’t taken that picture/);
    },
  );

  it('sent where others read along is asked for in private', async () => {
    const talk = await aTalk();
    const reply = await talk.sendsFiles(SENCO, [...report, unopened('pupils.xlsx')], { privately: false });
    expect(textOf(reply)).toContain('I haven’t opened those files');
    expect(textOf(reply)).toContain('Please send files to me in our private chat only.');
  });
});
