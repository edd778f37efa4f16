import { describe, expect, it } from 'vitest';
import { SENCO, TEACHER } from '../support/builders.ts';
import { aTalk, textOf } from './talk.ts';

/** A file that must not be opened. */
const unopened = (name: string) => ({
  name,
  read: () => Promise.reject(new Error('it was opened')),
});
const photo = [unopened('Mia’s drawing.jpg')];

describe('a file that is none of the school’s data', () => {
  it('is not opened, and what can be done instead is said, without its name', async () => {
    const talk = await aTalk();
    const reply = await talk.sendsFiles(TEACHER, photo);
    expect(textOf(reply)).toContain('I haven’t taken that file');
    expect(textOf(reply)).toContain('please put a link to it in your answer');
    expect(JSON.stringify(reply)).not.toContain('drawing');
    expect(talk.commits()).toBe(0);
  });

  it('beside words is said not to be taken below the answer to the words', async () => {
    const talk = await aTalk();
    const reply = await talk.sendsFiles(TEACHER, photo, { text: 'mine' });
    expect(textOf(reply)).toMatch(/What’s waiting on you[\s\S]*I haven’t taken that file/);
  });

  it('sent where others read along is asked for in private', async () => {
    const talk = await aTalk();
    const reply = await talk.sendsFiles(SENCO, [...photo, unopened('pupils.xlsx')], { privately: false });
    expect(textOf(reply)).toContain('I haven’t opened those files');
    expect(textOf(reply)).toContain('Please send files to me in our private chat only.');
  });
});
