import { describe, expect, it } from 'vitest';
import { contactId } from '../../src/domain/school/contact.ts';
import type { School } from '../../src/domain/school/school.ts';
import { ASSISTANT, aContact, anAction, aSchool, LEADER, SENCO, TEACHER } from '../support/builders.ts';
import { aTalkAbout, type Talk, textOf, titlesOf } from './talk.ts';

const teams = (account: string) => ({ channel: 'teams', tenant: 'tenant-1', account });
const NEW_TOM = 'tom.wed@oakfield.example';

const memberOf = async ({ store }: Talk, person: string) =>
  (await store.get('schools', 'oakfield'))?.staff.find(({ email }) => email === person);

/** Tom left in November; somebody of that name is new on the list. */
const tomAgain = (name = 'Tom Teacher'): School => {
  const staff = aSchool().staff.map((one) => (one.email === TEACHER ? { ...one, left: '2026-11-01' } : one));
  return aSchool({ staff: [...staff, { email: NEW_TOM, name, role: 'staff' }] });
};

const tomOwns = { stage: 'acting', actions: [anAction({ owner: TEACHER })] } as const;

describe('the staff', () => {
  it('are shown to a SENCO: who is on the list, their role, and the chats they have been seen in', async () => {
    const talk = await aTalkAbout({ stage: 'gathering' });
    await talk.says(TEACHER, 'mine', teams('29:tom'));
    const shown = textOf(await talk.says(SENCO, 'review staff'));
    expect(shown).toMatch(/5 colleagues\./);
    expect(shown).toMatch(/Tom Teacher.*seen in Teams/s);
    expect(shown).toContain('not seen in a chat yet');
  });

  it('say of whom no message reaches', async () => {
    const talk = await aTalkAbout({ stage: 'gathering' });
    const unreachable = { since: talk.clock.now(), why: 'blocked' } as const;
    await talk.store.put('contacts', aContact({ person: TEACHER, unreachable }));
    expect(textOf(await talk.says(SENCO, 'staff Tom'))).toContain('can’t be reached');
  });

  it('are found by a name, however it is typed', async () => {
    const talk = await aTalkAbout({ stage: 'gathering' });
    const shown = textOf(await talk.says(SENCO, 'review staff TOM T'));
    expect(shown).toContain('1 colleague of that name');
    expect(shown).not.toContain('Ann Assistant');
  });

  it('are no leader’s or colleague’s to see here', async () => {
    const talk = await aTalkAbout({ stage: 'gathering' });
    for (const who of [LEADER, TEACHER])
      expect(textOf(await talk.says(who, 'staff'))).toContain('Only a SENCO sees the staff list');
  });
});

describe('a colleague who left', () => {
  it('is shown first to the SENCO, who notes it: then no more', async () => {
    const gone = tomAgain('Tara Teacher').staff.filter(({ email }) => email !== NEW_TOM);
    const staff = gone.map((one) => (one.left ? { ...one, left: '2026-11-20' } : one));
    const talk = await aTalkAbout(tomOwns, { schools: [aSchool({ staff })] });
    const list = await talk.says(SENCO, 'review staff');
    expect(textOf(list)).toContain('Tom Teacher is off the list since Fri 20 Nov 2026');
    const noted = await talk.presses(SENCO, list, 'Noted');
    expect(textOf(noted)).not.toContain('is off the list since');
    expect(textOf(noted)).toContain('Left Fri 20 Nov 2026');
  });
});

describe('a colleague is cut off', () => {
  it('at once: whatever they open next is refused, and the list says by whom', async () => {
    const talk = await aTalkAbout(tomOwns);
    expect(textOf(await talk.says(TEACHER, 'mine'))).toContain('Ada');
    const done = await talk.presses(SENCO, await talk.says(SENCO, 'staff Tom'), 'Cut off');
    expect(textOf(done)).toMatch(/Cut off on .* by Mel Senco/);
    expect(textOf(await talk.says(TEACHER, 'mine'))).toContain('only talk with staff');
    expect(await memberOf(talk, TEACHER)).toMatchObject({ cutOff: { by: SENCO, at: talk.clock.now() } });
  });

  it('and what they own waits on the SENCO', async () => {
    const talk = await aTalkAbout(tomOwns);
    await talk.presses(SENCO, await talk.says(SENCO, 'staff Tom'), 'Cut off');
    expect(textOf(await talk.says(SENCO, 'mine'))).toContain('Tom Teacher');
  });

  it('and let back in, to what is theirs as before', async () => {
    const talk = await aTalkAbout(tomOwns);
    await talk.presses(SENCO, await talk.says(SENCO, 'staff Tom'), 'Cut off');
    await talk.presses(SENCO, await talk.says(SENCO, 'staff Tom'), 'Let back in');
    expect(textOf(await talk.says(TEACHER, 'mine'))).toContain('Ada');
    expect(await memberOf(talk, TEACHER)).not.toHaveProperty('cutOff');
  });

  it('by a SENCO only, and by no SENCO themselves', async () => {
    const talk = await aTalkAbout(tomOwns);
    const press = (who: string) => ({ do: 'cut-off', school: 'oakfield', who });
    for (const who of [LEADER, ASSISTANT])
      expect(textOf(await talk.sends(who, press(TEACHER)))).toContain('isn’t one of yours');
    expect(textOf(await talk.sends(SENCO, press(SENCO)))).toContain('You can’t cut yourself off');
    expect(titlesOf(await talk.says(SENCO, 'staff Mel'))).not.toContain('Cut off');
    expect(await memberOf(talk, TEACHER)).not.toHaveProperty('left');
  });

  it('and not let in while somebody else has the address', async () => {
    const school = tomAgain();
    const staff = school.staff.map((one) => (one.email === NEW_TOM ? { ...one, address: TEACHER } : one));
    const talk = await aTalkAbout(tomOwns, { schools: [{ ...school, staff }] });
    const reply = await talk.sends(SENCO, { do: 'let-in', school: 'oakfield', who: TEACHER });
    expect(textOf(reply)).toContain('Somebody else has their e-mail address now');
  });
});

describe('a second account that was refused', () => {
  const refused = async () => {
    const talk = await aTalkAbout(tomOwns);
    await talk.says(TEACHER, 'mine', teams('29:tom'));
    await talk.says(TEACHER, 'mine', teams('29:new'));
    return talk;
  };

  it('is told to the SENCO, and to nobody else', async () => {
    const talk = await refused();
    expect(textOf(await talk.says(SENCO, 'mine'))).toContain('second account');
    expect(textOf(await talk.says(SENCO, 'due'))).toContain('second account');
    for (const who of [LEADER, ASSISTANT])
      expect(textOf(await talk.says(who, 'mine'))).not.toContain('second account');
  });

  it('is let in by the SENCO in the place of the first', async () => {
    const talk = await refused();
    const asked = await talk.says(SENCO, 'staff');
    expect(textOf(asked)).toContain('has another account in Teams');
    await talk.presses(SENCO, asked, 'Let the new account in');
    expect(textOf(await talk.says(TEACHER, 'mine', teams('29:new')))).toContain('Ada');
    expect(textOf(await talk.says(TEACHER, 'mine', teams('29:tom')))).toContain('another account');
  });

  it('is not let in by the SENCO of a school they have left for another', async () => {
    const elm = aSchool({
      ...{ id: 'elm', name: 'Elm Primary' },
      staff: [{ email: TEACHER, name: 'Tom Teacher', role: 'staff' }],
    });
    const talk = await aTalkAbout(tomOwns, { schools: [aSchool(), elm] });
    await talk.says(TEACHER, 'mine', teams('29:tom'));
    await talk.says(TEACHER, 'mine', teams('29:new'));
    const asked = await talk.says(SENCO, 'staff');
    const here = (await talk.store.get('schools', 'oakfield')) ?? expect.fail();
    const staff = here.staff.map((one) => (one.email === TEACHER ? { ...one, left: '2026-11-01' } : one));
    await talk.store.put('schools', { ...here, staff });
    const said = textOf(await talk.presses(SENCO, asked, 'Let the new account in'));
    expect(said).toContain('They are not on this school’s list now');
    expect(textOf(await talk.says(TEACHER, 'mine', teams('29:new')))).toContain('another account');
    expect(textOf(await talk.says(TEACHER, 'mine', teams('29:tom')))).not.toContain('another account');
  });

  describe('of somebody on the lists of two schools', () => {
    const EVE = 'eve.senco@elm.example';
    const twoSchools = async () => {
      const elm = aSchool({
        ...{ id: 'elm', name: 'Elm Primary' },
        staff: [
          { email: EVE, name: 'Eve Elm', role: 'senco' },
          { email: TEACHER, name: 'Tom Teacher', role: 'staff' },
        ],
      });
      const talk = await aTalkAbout(tomOwns, { schools: [aSchool(), elm] });
      await talk.says(TEACHER, 'mine', teams('29:tom'));
      await talk.says(TEACHER, 'mine', teams('29:new'));
      return talk;
    };
    const isIn = async (talk: Talk) =>
      !textOf(await talk.says(TEACHER, 'mine', teams('29:new'))).includes('another account');

    it('is let in once a SENCO of each has said so', async () => {
      const talk = await twoSchools();
      const first = await talk.presses(EVE, await talk.says(EVE, 'staff'), 'Let the new account in');
      expect(textOf(first)).toContain('its SENCO is asked');
      expect(titlesOf(first)).not.toContain('Let the new account in');
      expect(await isIn(talk)).toBe(false);
      await talk.presses(SENCO, await talk.says(SENCO, 'staff'), 'Let the new account in');
      expect(await isIn(talk)).toBe(true);
      for (const id of ['oakfield', 'elm'])
        expect((await talk.store.get('schools', id))?.secondAccounts).toBeUndefined();
    });

    it('stays out where one of them leaves it out, and both are asked anew', async () => {
      const talk = await twoSchools();
      await talk.presses(EVE, await talk.says(EVE, 'staff'), 'Let the new account in');
      await talk.presses(SENCO, await talk.says(SENCO, 'staff'), 'Leave it out');
      expect(await isIn(talk)).toBe(false);
      for (const who of [EVE, SENCO])
        expect(titlesOf(await talk.says(who, 'staff'))).toContain('Let the new account in');
    });
  });

  it('or left out, and told again should it come again', async () => {
    const talk = await refused();
    await talk.presses(SENCO, await talk.says(SENCO, 'staff'), 'Leave it out');
    expect(textOf(await talk.says(SENCO, 'mine'))).not.toContain('second account');
    expect(textOf(await talk.says(TEACHER, 'mine', teams('29:new')))).not.toContain('Ada');
    expect(textOf(await talk.says(SENCO, 'mine'))).toContain('second account');
  });
});

describe('somebody new with the name of a colleague who left', () => {
  it('is asked about; until it is said they see nothing of the colleague’s', async () => {
    const talk = await aTalkAbout(tomOwns, { schools: [tomAgain()] });
    expect(textOf(await talk.says(NEW_TOM, 'mine'))).not.toContain('Ada');
    expect(textOf(await talk.says(SENCO, 'mine'))).toContain('may be a colleague who left');
    expect(textOf(await talk.says(SENCO, 'staff'))).toContain('Is this Tom Teacher, who left on');
  });

  it('is the same person: what was asked comes along, and what was given to the new one stays', async () => {
    const actions = [anAction({ owner: TEACHER }), anAction({ id: 'action-2', owner: NEW_TOM })];
    const talk = await aTalkAbout({ stage: 'acting', actions }, { schools: [tomAgain()] });
    await talk.says(NEW_TOM, 'mine', teams('29:tom'));
    await talk.presses(SENCO, await talk.says(SENCO, 'staff'), 'The same person');
    expect((await talk.review()).actions.map(({ owner }) => owner)).toEqual([TEACHER, TEACHER]);
    expect(await memberOf(talk, TEACHER)).toEqual({
      ...{ email: TEACHER, address: NEW_TOM, name: 'Tom Teacher', role: 'staff' },
    });
    expect(await memberOf(talk, NEW_TOM)).toBeUndefined();
    expect(textOf(await talk.says(NEW_TOM, 'mine', teams('29:tom')))).toContain('Ada');
    expect((await talk.store.get('contacts', contactId('teams', 'tenant-1', '29:tom')))?.person).toBe(
      TEACHER,
    );
    expect(textOf(await talk.says(SENCO, 'staff'))).not.toContain('Is this');
  });

  it('is another person: nothing comes along, and it is not asked again', async () => {
    const talk = await aTalkAbout(tomOwns, { schools: [tomAgain()] });
    await talk.presses(SENCO, await talk.says(SENCO, 'staff'), 'Another person');
    expect(textOf(await talk.says(NEW_TOM, 'mine'))).not.toContain('Ada');
    expect(textOf(await talk.says(SENCO, 'staff'))).not.toContain('Is this');
  });
});

describe('a SENCO who keeps up the staff list', () => {
  const NIA = 'nia.new@oakfield.example';
  const entry = { name: 'Nia New', address: 'Nia.New@Oakfield.example', role: 'staff' };
  const add = async (talk: Talk) => talk.presses(SENCO, await talk.says(SENCO, 'staff'), 'Add a colleague');

  it('adds a colleague, who is let in from then on, and changes their role', async () => {
    const talk = await aTalkAbout({ stage: 'gathering' });
    expect(textOf(await talk.says(NIA, 'mine'))).toContain('only talk with staff');
    const shown = await talk.presses(SENCO, await add(talk), 'Add', entry);
    expect(textOf(shown)).toContain('Nia New');
    expect(textOf(await talk.says(NIA, 'mine'))).not.toContain('only talk with staff');

    const change = await talk.presses(SENCO, await talk.says(SENCO, 'staff Nia'), 'Change');
    await talk.presses(SENCO, change, 'Save', { ...entry, role: 'leader' });
    expect(await memberOf(talk, NIA)).toMatchObject({ name: 'Nia New', role: 'leader' });
  });

  it('hears whose address it is already, and keeps what they typed', async () => {
    const talk = await aTalkAbout({ stage: 'gathering' });
    const again = await talk.presses(SENCO, await add(talk), 'Add', { ...entry, address: TEACHER });
    expect(textOf(again)).toContain('Tom Teacher is on the staff list with this address');
    expect(JSON.stringify(again)).toContain('Nia New');
  });

  it.each([TEACHER, LEADER])('is nobody else: %s is refused', async (who) => {
    const talk = await aTalkAbout({ stage: 'gathering' });
    await talk.presses(who, await add(talk), 'Add', { ...entry, role: 'senco' });
    expect(await memberOf(talk, NIA)).toBeUndefined();
  });
});
