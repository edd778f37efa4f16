import { describe, expect, it } from 'vitest';
import { Pace, TooOften } from '../../src/conversation/too-much.ts';
import { SENCO } from '../support/builders.ts';
import { aTalkAbout, textOf, titlesOf } from './talk.ts';

const long = (start: string, length: number) => start.padEnd(length, ' and so on');

describe('a message that is too long', () => {
  it('is not read, whatever it begins with: how long it was is said, and what to do', async () => {
    const talk = await aTalkAbout({});
    const said = textOf(await talk.says(SENCO, long('status Ada', 2_001)));
    expect(said).toContain('That message has 2,001 characters, and I read messages of up to 2,000.');
    expect(said).toContain('nothing was changed');
    expect(said).toContain('child’s safety');
    expect(said).not.toContain('and so on');
    expect(talk.commits()).toBe(0);
  });

  it('of two thousand characters is read', async () => {
    const talk = await aTalkAbout({});
    expect(textOf(await talk.says(SENCO, 'status Ada'.padEnd(2_000)))).toContain('Ada');
  });

  it('is given back where the chat shows it nowhere, to the letter', async () => {
    const talk = await aTalkAbout({});
    const typed = long('A command of **many** words', 3_000);
    const reply = await talk.says(SENCO, typed, { shownNowhere: true });
    const given = textOf(reply).replaceAll('\n', '');
    expect(given).toContain(typed.slice(0, 2_000));
    expect(given).toContain(typed.slice(-150));
    expect(titlesOf(reply)).toContain('Help');
  });

  it('beside a file is not read either', async () => {
    const talk = await aTalkAbout({});
    const file = { name: 'list.csv', read: () => Promise.reject(new Error('it was read')) };
    const reply = await talk.sendsFiles(SENCO, [file], { text: long('here it is', 2_500) });
    expect(textOf(reply)).toContain('2,500 characters');
  });
});

describe('the pace of one account', () => {
  const typed = (account: string) => ({
    ...{ channel: 'slack', tenant: 'T1', account, email: SENCO },
    said: { kind: 'text', text: 'due' } as const,
  });
  const sent = (account: string) => ({
    ...typed(account),
    said: { kind: 'press', data: { do: 'submit' }, values: { why: 'x' } } as const,
  });
  const started = () => {
    const clock = { ms: 0 };
    return { clock, pace: new Pace(() => clock.ms) };
  };

  it('is thirty a minute: then one kind sentence, and nothing is done', () => {
    const { pace } = started();
    for (let n = 0; n < 30; n += 1) expect(pace.tooFast(typed('U1'))).toBeUndefined();
    const reply = pace.tooFast(typed('U1'));
    expect(reply && textOf(reply)).toContain('Please wait a moment, then try again.');
  });

  it('is counted anew after a minute', () => {
    const { pace, clock } = started();
    for (let n = 0; n < 31; n += 1) pace.tooFast(typed('U1'));
    clock.ms = 59_999;
    expect(pace.tooFast(typed('U1'))).toBeDefined();
    clock.ms = 60_000;
    expect(pace.tooFast(typed('U1'))).toBeUndefined();
  });

  it('is theirs: a colleague, and one in another workspace, is not kept waiting', () => {
    const { pace } = started();
    for (let n = 0; n < 31; n += 1) pace.tooFast(typed('U1'));
    expect(pace.tooFast(typed('U2'))).toBeUndefined();
    expect(pace.tooFast({ ...typed('U1'), tenant: 'T2' })).toBeUndefined();
  });

  it('takes sent forms for longer, and then as a failure, so that nothing typed is lost', () => {
    const { pace } = started();
    for (let n = 0; n < 90; n += 1) expect(pace.tooFast(sent('U1'))).toBeUndefined();
    expect(() => pace.tooFast(sent('U1'))).toThrow(TooOften);
  });
});
