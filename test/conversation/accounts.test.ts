import { describe, expect, it } from 'vitest';
import { contactId } from '../../src/domain/school/contact.ts';
import { aContact, aSchool, SENCO, TEACHER } from '../support/builders.ts';
import { aTalk, aTalkAbout, type Talk, textOf } from './talk.ts';

const teams = (account: string) => ({ channel: 'teams', tenant: 'tenant-1', account });
const slack = (account: string) => ({ channel: 'slack', tenant: 'T1', account });
const REFUSED = /used here with another account of this chat already.*I have told the SENCO/;

const boundTo = async ({ store }: Talk, { channel, tenant, account }: ReturnType<typeof teams>) =>
  (await store.get('contacts', contactId(channel, tenant, account)))?.person;

const asksAda = { stage: 'gathering' } as const;

describe('a chat account', () => {
  it('is bound to the person it is first seen as', async () => {
    const talk = await aTalkAbout(asksAda);
    await talk.says(TEACHER, 'mine', teams('29:tom'));
    expect(await boundTo(talk, teams('29:tom'))).toBe(TEACHER);
  });

  it('keeps what the channel knows of it when it is bound', async () => {
    const talk = await aTalkAbout(asksAda);
    const known = aContact({ channel: 'slack', tenant: 'T1', userId: 'U1', address: { channel: 'D1' } });
    await talk.store.put('contacts', known);
    await talk.says(TEACHER, 'mine', slack('U1'));
    expect(await talk.store.get('contacts', known.id)).toEqual({ ...known, version: 2, person: TEACHER });
  });

  it('stays theirs when the directory gives it a new address: what was asked of them is there', async () => {
    const talk = await aTalkAbout(asksAda);
    await talk.says(TEACHER, 'mine', teams('29:tom'));
    const reply = await talk.says('tom.wed@oakfield.example', 'mine', teams('29:tom'));
    expect(textOf(reply)).toContain('Ada');
  });

  it('may be one of Teams and one of Slack', async () => {
    const talk = await aTalkAbout(asksAda);
    await talk.says(TEACHER, 'mine', teams('29:tom'));
    expect(textOf(await talk.says(TEACHER, 'mine', slack('U1')))).toContain('Ada');
  });

  it('shows nothing once its person is off the list, whoever else has the address now', async () => {
    const talk = await aTalkAbout(asksAda);
    await talk.says(TEACHER, 'mine', teams('29:tom'));
    const school = await talk.store.get('schools', 'oakfield');
    const staff = school?.staff.map((one) => (one.email === TEACHER ? { ...one, left: '2026-11-01' } : one));
    await talk.store.put('schools', { ...(school ?? aSchool()), staff: staff ?? [] });
    const reply = await talk.says(TEACHER, 'mine', teams('29:tom'));
    expect(textOf(reply)).toContain('only talk with staff');
  });

  it('without an address in the directory any more is nobody’s: a guest, or somebody who left', async () => {
    const talk = await aTalkAbout(asksAda);
    await talk.says(TEACHER, 'mine', teams('29:tom'));
    expect(textOf(await talk.says(undefined, 'mine', teams('29:tom')))).toContain('only talk with staff');
  });
});

describe('a second account with the same address in the same chat', () => {
  it('is refused in a sentence that shows nothing, and stays unbound', async () => {
    const talk = await aTalkAbout(asksAda);
    await talk.says(TEACHER, 'mine', teams('29:tom'));
    const reply = await talk.says(TEACHER, 'mine', teams('29:other'));
    expect(textOf(reply)).toMatch(REFUSED);
    expect(textOf(reply)).not.toContain('Ada');
    expect(await boundTo(talk, teams('29:other'))).toBeUndefined();
  });

  it('is noted once for the SENCO, however often it comes', async () => {
    const talk = await aTalkAbout(asksAda);
    await talk.says(TEACHER, 'mine', teams('29:tom'));
    await talk.says(TEACHER, 'mine', teams('29:other'));
    await talk.says(TEACHER, 'due', teams('29:other'));
    const school = await talk.store.get('schools', 'oakfield');
    expect(school?.secondAccounts).toEqual([
      { person: TEACHER, account: contactId('teams', 'tenant-1', '29:other'), at: talk.clock.now() },
    ]);
  });

  it('is written down once, however often it comes', async () => {
    const talk = await aTalkAbout(asksAda);
    await talk.says(TEACHER, 'mine', teams('29:tom'));
    for (const typed of ['mine', 'due', 'mine']) await talk.says(TEACHER, typed, teams('29:other'));
    expect(await talk.store.get('contacts', contactId('teams', 'tenant-1', '29:other'))).toMatchObject({
      email: TEACHER,
      version: 1,
    });
  });

  it('is let in by no two at once', async () => {
    const talk = await aTalkAbout(asksAda);
    const replies = await Promise.all(
      ['29:one', '29:two'].map((account) => talk.says(TEACHER, 'mine', teams(account))),
    );
    expect(replies.filter((reply) => textOf(reply).includes('Ada')).length).toBeLessThanOrEqual(1);
    const bound = await Promise.all(['29:one', '29:two'].map((account) => boundTo(talk, teams(account))));
    expect(bound.filter(Boolean).length).toBeLessThanOrEqual(1);
  });
});

describe('somebody new under the address of a colleague who left', () => {
  const NEW = `${TEACHER}#2`;
  const school = () => {
    const staff = aSchool().staff.map((one) =>
      one.email === TEACHER ? { ...one, left: '2026-11-01' } : one,
    );
    const added = { email: NEW, address: TEACHER, name: 'Tara Teacher', role: 'staff' as const };
    return aSchool({ staff: [...staff, added] });
  };

  it('is let in, and sees nothing of what was asked of the colleague', async () => {
    const talk = await aTalkAbout(asksAda, { schools: [school()] });
    const reply = await talk.says(TEACHER, 'mine', teams('29:tara'));
    expect(textOf(reply)).not.toContain('Ada');
    expect(textOf(reply)).not.toContain('only talk with staff');
    expect(await boundTo(talk, teams('29:tara'))).toBe(NEW);
  });

  it('may not open what the colleague was asked, by the button of an old card either', async () => {
    const talk = await aTalkAbout(asksAda, { schools: [school()] });
    const reply = await talk.sends(
      TEACHER,
      { do: 'form', form: 'evidence', review: 'review-1' },
      {},
      teams('29:tara'),
    );
    expect(textOf(reply)).toContain('isn’t one of yours');
  });
});

describe('when nothing can be stored', () => {
  it('somebody new to the chat is answered all the same, and bound when it can', async () => {
    const talk = await aTalk();
    talk.full();
    expect(textOf(await talk.says(SENCO, 'due', teams('29:mel')))).not.toContain('went wrong');
    expect(await boundTo(talk, teams('29:mel'))).toBeUndefined();
    talk.emptied();
    await talk.says(SENCO, 'due', teams('29:mel'));
    expect(await boundTo(talk, teams('29:mel'))).toBe(SENCO);
  });
});

describe('the account of a colleague who left, at the address of somebody new on the list', () => {
  const NEW_TOM = 'tom.wed@oakfield.example';
  const school = (more: object = {}, name = 'Tom Wed') => {
    const staff = aSchool().staff.map((one) =>
      one.email === TEACHER ? { ...one, left: '2026-11-01', ...more } : one,
    );
    return aSchool({ staff: [...staff, { email: NEW_TOM, name, role: 'staff' }] });
  };
  const afterwards = async (more: object = {}) => {
    const talk = await aTalkAbout(asksAda);
    await talk.says(TEACHER, 'mine', teams('29:tom'));
    const version = (await talk.store.get('schools', 'oakfield'))?.version ?? 0;
    await talk.store.put('schools', { ...school(more), version });
    return talk;
  };
  const presses = (talk: Talk, is: string) =>
    talk.sends(NEW_TOM, { do: 'coming-back', is }, {}, teams('29:tom'));

  it('is asked first whether they are the colleague, and shown nothing until they say', async () => {
    const talk = await afterwards();
    const asked = await talk.says(NEW_TOM, 'review mine', teams('29:tom'));
    expect(textOf(asked)).toContain('Shall what was asked of you then come along?');
    expect(textOf(asked)).not.toContain('Ada');
    expect(textOf(await talk.says(NEW_TOM, 'status Ada', teams('29:tom')))).toContain('Shall what was asked');
  });

  it('says yes: what was asked is there, under the role and name the list has now', async () => {
    const talk = await afterwards();
    const reply = await presses(talk, 'same');
    expect(textOf(reply)).toContain('Welcome back');
    expect(textOf(reply)).toContain('Ada');
    const staff = (await talk.store.get('schools', 'oakfield'))?.staff ?? [];
    expect(staff.filter(({ name }) => name.startsWith('Tom'))).toEqual([
      { email: TEACHER, address: NEW_TOM, name: 'Tom Wed', role: 'staff' },
    ]);
    expect(textOf(await presses(talk, 'same'))).toContain('already recorded');
  });

  it('says no: nothing comes along, and the account is the new one’s', async () => {
    const talk = await afterwards();
    const reply = await presses(talk, 'another');
    expect(textOf(reply)).not.toContain('Ada');
    expect(await boundTo(talk, teams('29:tom'))).toBe(NEW_TOM);
    expect(textOf(await talk.says(NEW_TOM, 'mine', teams('29:tom')))).not.toContain('Ada');
  });

  it('is not asked, nor let in, where the colleague was cut off', async () => {
    const talk = await afterwards({ cutOff: { at: '2026-11-01T10:00:00.000Z' } });
    for (const reply of [await talk.says(NEW_TOM, 'mine', teams('29:tom')), await presses(talk, 'same')])
      expect(textOf(reply)).toContain('only talk with staff');
  });

  it('passes to somebody new at the very same address without anything of the colleague’s', async () => {
    const talk = await afterwards();
    const now = await talk.store.get('schools', 'oakfield');
    const reused = { email: `${TEACHER}#2`, address: TEACHER, name: 'Tara New', role: 'staff' as const };
    await talk.store.put('schools', { ...(now ?? aSchool()), staff: [...(now?.staff ?? []), reused] });
    const reply = await talk.says(TEACHER, 'mine', teams('29:tom'));
    expect(textOf(reply)).not.toMatch(/Ada|Shall what was asked/);
    expect(await boundTo(talk, teams('29:tom'))).toBe(`${TEACHER}#2`);
  });
});
