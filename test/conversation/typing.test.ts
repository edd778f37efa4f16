import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/channels/channel.ts';
import { readTyped } from '../../src/conversation/typed-words.ts';
import { ASSISTANT, aPupil, aSchool, BYSTANDER, LEADER, SENCO, STAFF, TEACHER } from '../support/builders.ts';
import { aTalk, aTalkAbout, type Talk, textOf, titlesOf } from './talk.ts';

describe('what is typed', () => {
  it.each(['due', 'review due', '/review due', 'Review DUE', ' reviews  due ', 'DUE!', 'review due please'])(
    'is one command however it is written: %s',
    (text) => {
      expect(readTyped(text)).toMatchObject({ is: 'command', command: 'due' });
    },
  );

  it.each(['', ' ', 'review', '/review', 'REVIEW', 'mine', 'review mine'])(
    'alone asks what is waiting: “%s”',
    (text) => {
      expect(readTyped(text)).toEqual({ is: 'command', command: 'mine', rest: '' });
    },
  );

  it.each(['reviewdue', '/reviewdue', 'Reviewdue'])('is read without the space, too: “%s”', (text) => {
    expect(readTyped(text)).toEqual({ is: 'command', command: 'due', rest: '' });
  });

  it('keeps what follows a command as it was written', () => {
    expect(readTyped('review status  Zoë O’Brien ')).toEqual({
      is: 'command',
      command: 'status',
      rest: 'Zoë O’Brien',
    });
  });

  it.each([
    ['deu', 'due'],
    ['review stat', 'start'],
    ['statsu', 'status'],
    ['hlep', 'help'],
    ['stauts', 'status'],
    ['reveiw mine', 'mine'],
    ['/reviw due year 4', 'due'],
    ['rewiev stauts', 'status'],
    ['Reuben due', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
    ['x', undefined],
    ['Leo', undefined],
    ['Mia', undefined],
    ['add pupl', 'add pupil'],
    ['not mien', 'not mine'],
    ['Ada Example', undefined],
  ])('that is no command comes back with the nearest: %s → %s', (text, nearest) => {
    expect(readTyped(text)).toMatchObject({ is: 'unknown', nearest });
  });
});

describe('a word nobody knows', () => {
  it('is answered with the nearest one, at one press, and the way to all of them', async () => {
    const talk = await aTalk();
    const near = await talk.says(SENCO, 'review statsu Ada');
    expect(textOf(near)).toContain('Did you mean “review status”?');
    expect(titlesOf(near)).toEqual(['Yes, status', 'Help']);
    const meant = await talk.presses(SENCO, near, 'Yes, status');
    expect(textOf(meant)).toContain('No review of this pupil has been started here.');
    expect(textOf(await talk.presses(SENCO, near, 'Help'))).toContain('review start PUPIL');
    const far = textOf(await talk.says(TEACHER, '<script>alert(1)</script>'));
    expect(far).toContain('It is none of my words, nor the name of a pupil you may see.');
    expect(far).not.toContain('script');
  });

  it.each([
    [{ do: 'due', page: '1', year: `Year 4,${'Year of the child, '.repeat(100)}` }],
    [{ do: 'due', page: '1', year: 'Year of the child, '.repeat(3_000) }],
    [{ do: 'actions', which: 'open', by: 'owner', page: '1', who: 'x'.repeat(3_000) }],
    [{ do: 'actions', which: 'open', by: 'owner', page: '1', who: 'x'.repeat(50_000) }],
  ])('puts nothing on a card that only a forged button carries: case %#', async (data) => {
    const talk = await aTalk();
    const shown = JSON.stringify((await talk.sends(SENCO, data)).show);
    expect(shown).not.toMatch(/Year of the child|x{100}/);
  });

  it('by a forged button is none', async () => {
    const talk = await aTalk();
    const forged = await talk.sends(SENCO, { do: 'typed', word: 'constructor', rest: 'Ada' });
    expect(textOf(forged)).toContain('Sorry, I didn’t understand that button.');
  });
});

const named = (id: string, firstName: string, lastName: string, ref: string) =>
  aPupil({ id, firstName, lastName, ref, keyStaff: [] });
const PUPILS = [
  named('p1', 'Zoë', "O'Brien", 'A1'),
  named('p2', 'Amelia', 'Nowak', 'A2'),
  named('p3', 'Amelia', 'Stone', 'A3'),
  named('p4', 'Anne-Marie', 'de la Cruz', 'P-004'),
  named('p5', 'Jo', 'Li', 'A5'),
  named('p6', 'Joanna', 'Lindqvist', 'A6'),
];

describe('a pupil’s name', () => {
  const asked = async (text: string) => {
    const talk = await aTalk({ pupils: PUPILS });
    return { talk, reply: await talk.says(SENCO, `review status ${text}`) };
  };

  it.each([
    ['Zoë O’Brien', 'p1'],
    ['zoe obrien', 'p1'],
    ["O'BRIEN", 'p1'],
    ['brien, zoe', undefined],
    ['a2', 'p2'],
    ['Nowak Amelia', 'p2'],
    ['amelia s', 'p3'],
    ['p-004', 'p4'],
    ['anne cruz', 'p4'],
    ['Jo Li', 'p5'],
    ['joanna', 'p6'],
  ])('finds whom it means: %s', async (text, id) => {
    const { reply } = await asked(text);
    if (!id) return expect(textOf(reply)).not.toContain('No review of this pupil');
    expect(textOf(reply)).toContain('No review of this pupil has been started here.');
    expect(titlesOf(reply)).toEqual(['Why', 'Start a review', 'About the pupil']);
    const start = JSON.stringify(reply.show.card.actions);
    expect(start).toContain(`"pupil":"${id}"`);
  });

  it('that several have asks which, and goes on with the one chosen', async () => {
    const { talk, reply } = await asked('Amelia');
    expect(textOf(reply)).toContain('2 pupils fit what you typed. Whom do you mean?');
    expect(textOf(reply)).toMatch(/Amelia Nowak[\s\S]*A2[\s\S]*Amelia Stone[\s\S]*A3/);
    expect(titlesOf(reply)).toEqual(['Choose', 'Choose']);
    const chosen = await talk.presses(SENCO, reply, 'Choose');
    expect(textOf(chosen)).toContain('No review of this pupil has been started here.');
  });

  it('with a slip in it is suggested, not taken', async () => {
    const { talk, reply } = await asked('Lindkvist');
    expect(textOf(reply)).toContain('No pupil has that name. Did you mean one of these?');
    expect(textOf(reply)).toContain('Joanna Lindqvist');
    expect(talk.commits()).toBe(0);
  });

  it.each(['Xanthippe', '*', '<b>', 'p', '%'])('that nobody has gets a sentence: %s', async (text) => {
    const { reply } = await asked(text);
    expect(textOf(reply)).toContain('I know no pupil of that name or reference among those you may see.');
  });

  it('left out is asked for', async () => {
    const talk = await aTalk();
    expect(textOf(await talk.says(SENCO, 'review status'))).toContain('Please say whose: review status and');
    expect(textOf(await talk.says(SENCO, 'start'))).toContain('Please say whose: review start and');
  });
});

describe('staff', () => {
  const unknown = (talk: Talk, who: string) => talk.says(who, 'review status Nobody');
  /** What reaches them: that they were refused is for the audit alone. */
  const seen = ({ show: { refused: _, ...show }, ...reply }: Reply) => ({ ...reply, show });

  it('find the pupil they were asked about, by what they said of them', async () => {
    const talk = await aTalkAbout();
    expect(textOf(await talk.says(TEACHER, 'review status Ada'))).toContain('Your evidence is wanted by');
  });

  it.each(['status Ada', 'status P001', 'start Ada', 'status Exmaple'])(
    'cannot tell a pupil who does not concern them from one that is not: %s',
    async (text) => {
      const talk = await aTalkAbout();
      const concerned = await talk.says(BYSTANDER, text);
      expect(seen(concerned)).toEqual(seen(await unknown(talk, BYSTANDER)));
    },
  );

  it('who are asked nothing yet know no pupil, key staff or not', async () => {
    const talk = await aTalk();
    expect(seen(await talk.says(TEACHER, 'status Ada'))).toEqual(seen(await unknown(talk, TEACHER)));
  });

  it('cannot look a pupil up by a forged button', async () => {
    const talk = await aTalkAbout();
    const theirs = await talk.sends(BYSTANDER, { do: 'pupil', pupil: aPupil().id });
    expect(seen(theirs)).toEqual(seen(await talk.sends(BYSTANDER, { do: 'pupil', pupil: 'nobody' })));
    expect(textOf(theirs)).not.toContain('Ada');
    const started = await talk.sends(BYSTANDER, { do: 'start', pupil: aPupil().id });
    expect(seen(started)).toEqual(seen(await talk.sends(BYSTANDER, { do: 'start', pupil: 'nobody' })));
  });

  it('asking what is due are shown what waits on them', async () => {
    const talk = await aTalkAbout();
    const text = textOf(await talk.says(ASSISTANT, 'due'));
    expect(text).toContain('Only SENCOs and senior leaders see what is due. Here is what is waiting on you.');
    expect(text).toContain('Give your evidence');
    expect(text).not.toContain('overdue');
    const forged = await talk.sends(ASSISTANT, { do: 'due', page: '1' });
    expect(textOf(forged)).toContain('Only SENCOs and senior leaders see what is due.');
  });
});

describe('somebody in two schools', () => {
  const HERE = aSchool();
  const BOTH = 'kit.both@trust.example';
  const member = (role: 'senco' | 'staff') => ({ email: BOTH, name: 'Kit Both', role });
  const elm = aSchool({ id: 'elm', name: 'Elm School', staff: [member('senco')] });
  const elmPupil = aPupil({ id: 'elm-p1', schoolId: 'elm', firstName: 'Ben', lastName: 'Elmer', ref: 'E1' });
  const two = (roleHere: 'senco' | 'staff') =>
    aTalk({
      schools: [{ ...HERE, staff: [...STAFF, member(roleHere)] }, elm],
      pupils: [aPupil(), elmPupil],
      now: '2027-01-20T10:00:00.000Z',
    });

  it('sees what is due in both, grouped, when they oversee both', async () => {
    const text = textOf(await (await two('senco')).says(BOTH, 'due'));
    expect(text).toMatch(/Elm School[\s\S]*Ben Elmer[\s\S]*Oakfield School[\s\S]*Ada Example/);
    expect(text).toContain('2 overdue.');
  });

  it('sees only the one they oversee', async () => {
    const text = textOf(await (await two('staff')).says(BOTH, 'due'));
    expect(text).toContain('Ben Elmer');
    expect(text).not.toContain('Ada');
  });

  it('runs reviews in the one only', async () => {
    const talk = await two('staff');
    expect(textOf(await talk.says(BOTH, 'start Ada'))).toContain('I know no pupil of that name');
    const forged = await talk.sends(BOTH, { do: 'start', pupil: aPupil().id });
    expect(textOf(forged)).toContain('That isn’t one of yours');
    expect(talk.commits()).toBe(0);
    const form = await talk.says(BOTH, 'start Ben');
    expect(textOf(await talk.presses(BOTH, form, 'Set it and ask', { ask: BOTH }))).toContain(
      'The meeting is set',
    );
    expect(talk.commits()).toBe(1);
  });
});

describe('what is due', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      aPupil({
        id: `p${at}`,
        ref: `R${at}`,
        firstName: 'Pupil',
        lastName: `N${String(at).padStart(2, '0')}`,
      }),
    );

  it('is paged, and never cut silently', async () => {
    const talk = await aTalk({ pupils: many(45), now: '2027-01-20T10:00:00.000Z' });
    const first = await talk.says(LEADER, 'due');
    expect(textOf(first)).toContain('Showing 1–20 of 45.');
    const second = await talk.presses(LEADER, first, 'Next page');
    expect(second.kind).toBe('replace');
    expect(textOf(second)).toContain('Showing 21–40 of 45.');
    const third = await talk.presses(LEADER, second, 'Next page');
    expect(textOf(third)).toContain('Showing 41–45 of 45.');
    expect(titlesOf(third)).not.toContain('Next page');
    for (let at = 0; at < 45; at++) {
      const name = `Pupil N${String(at).padStart(2, '0')}`;
      expect([first, second, third].filter((reply) => textOf(reply).includes(name))).toHaveLength(1);
    }
  });

  it.each(['0', '-3', 'x', '1e9', 'Infinity', '2.5', ''])('takes any page asked for: “%s”', async (page) => {
    const talk = await aTalk({ pupils: many(21), now: '2027-01-20T10:00:00.000Z' });
    expect(textOf(await talk.sends(SENCO, { do: 'due', page }))).toMatch(/Showing \d+–\d+ of 21/);
    expect(textOf(await talk.sends(SENCO, { do: 'mine', page }))).toContain('Nothing is waiting on you.');
  });

  it('has a Start button for SENCOs, for an EHC plan too, and none for leaders', async () => {
    const pupils = [aPupil(), aPupil({ id: 'p2', plan: 'ehcp', lastReviewed: '2026-01-10' })];
    const talk = await aTalk({ pupils, now: '2027-01-20T10:00:00.000Z' });
    expect(titlesOf(await talk.says(SENCO, 'due'))).toEqual([
      'Start',
      'Start',
      'Why these dates',
      'Parents to meet (1)',
      // Which local authority keeps the EHC plan.
      'What is missing (1)',
    ]);
    expect(titlesOf(await talk.says(LEADER, 'due'))).toEqual(['Why these dates', 'Parents to meet (1)']);
  });
});
