import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/channels/channel.ts';
import { FileNotRead, type SentFile } from '../../src/channels/sent-file.ts';
import { contactId } from '../../src/domain/school/contact.ts';
import { inputsOf } from '../../src/presentation/render.ts';
import { LISTS } from '../data-in/shapes/made-lists.ts';
import { aPupil, aSchool, LEADER, SENCO, TEACHER } from '../support/builders.ts';
import { aSchoolsChat, file, HEAD } from './schools-chat.ts';
import { standingIn, textOf, titlesOf } from './talk.ts';

const ADA = 'A823100010001,1001,Ada,Hughes,03/05/2017,4,K';
const KOFI = 'A823100020001,1002,Kofi,Nowak,14/09/2018,3,E';

/** What stands for a heading among the choices for a column. */
function chosen({ show }: Reply, column: string, heading: string): string {
  const choices = inputsOf(show.card).find(({ id }) => id === column)?.choices as
    | readonly { readonly title: string; readonly value: string }[]
    | undefined;
  return choices?.find(({ title }) => title === heading)?.value ?? expect.fail(heading);
}

describe('a list of pupils that a SENCO sends privately', () => {
  it('is shown as what it would change, and brought in once they say so', async () => {
    const { talk, stored } = await aSchoolsChat();
    const look = await talk.sendsFiles(SENCO, [file('pupils.csv', ADA, KOFI)]);
    expect(textOf(look)).toContain('Bring this list in?');
    expect(textOf(look)).toContain('2 rows, 2 with SEN, 1 of them');
    expect(textOf(look)).toContain('2 new');
    expect(await stored()).toEqual([]);
    const done = await talk.presses(SENCO, look, 'Bring it in');
    expect(textOf(done)).toContain('2 pupils are as the list has them.');
    expect(await stored()).toEqual(['1001 Ada', '1002 Kofi']);
  });

  it('says what would change in whom, in words, and apart from that whose numbers only get their noughts back', async () => {
    const { talk } = await aSchoolsChat();
    const before = [ADA, KOFI].map((row) => row.replace(',100', ',12'));
    await talk.presses(SENCO, await talk.sendsFiles(SENCO, [file('pupils.csv', ...before)]), 'Bring it in');
    const now = [ADA.replace(',1001,Ada,Hughes', ',0121,Ada,King'), KOFI.replace(',1002,', ',0122,')];
    const look = await talk.sendsFiles(SENCO, [file('pupils.csv', ...now)]);
    expect(textOf(look)).toContain('0 new, 2 changed');
    expect(textOf(look)).toContain(
      'Changes (1): how the reference is written (noughts in front, capitals or spaces) and last name of Ada King.',
    );
    expect(textOf(look)).toContain(
      'Of 1 pupil only how the reference is written changes (noughts in front, capitals or spaces): they are the same children.',
    );
    expect(textOf(look)).not.toContain('lastName');
  });

  it('names at most ten of those in whom the same changes', async () => {
    const { talk } = await aSchoolsChat();
    const rows = (year: number) =>
      Array.from(
        { length: 12 },
        (_, n) => `,${2001 + n},Ada,Hughes${'abcdefghijkl'[n]},03/05/2017,${year},K`,
      );
    await talk.presses(SENCO, await talk.sendsFiles(SENCO, [file('pupils.csv', ...rows(4))]), 'Bring it in');
    const look = textOf(await talk.sendsFiles(SENCO, [file('pupils.csv', ...rows(5))]));
    const [line] = look.match(/Changes \(12\): year group of .*/) ?? expect.fail(look);
    expect(line.match(/Ada Hughes/g)).toHaveLength(10);
    expect(line).toContain('and 2 more.');
  });

  it('is brought in once, however often that is pressed', async () => {
    const { talk, stored } = await aSchoolsChat();
    const look = await talk.sendsFiles(SENCO, [file('pupils.csv', ADA)]);
    await talk.presses(SENCO, look, 'Bring it in');
    expect(textOf(await talk.presses(SENCO, look, 'Bring it in'))).toContain('Please send the file again');
    expect(await stored()).toEqual(['1001 Ada']);
  });

  it('of very many pupils is brought in while they go on, and says how far it is', async () => {
    const { talk, stored } = await aSchoolsChat();
    const rows = Array.from({ length: 301 }, (_, n) => {
      const born = `${String((n % 28) + 1).padStart(2, '0')}/05/2017`;
      return `,${2001 + n},Ada,Hughes${String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26))},${born},4,K`;
    });
    const look = await talk.sendsFiles(SENCO, [file('pupils.csv', ...rows)]);
    const begun = await talk.presses(SENCO, look, 'Bring it in');
    expect(textOf(begun)).toMatch(/Bringing the list in.*\d+ of 301 pupils so far/s);
    // Pressed again, it is not brought in twice.
    expect(textOf(await talk.presses(SENCO, look, 'Bring it in'))).toMatch(/Bringing the list in|Brought in/);
    await expect.poll(async () => (await stored()).length, { timeout: 20_000 }).toBe(301);
    const ended = async () => textOf(await talk.presses(SENCO, begun, 'How far is it?'));
    await expect.poll(ended).toMatch(/301 pupils are as the list has them|Please send the file again/);
    expect(await stored()).toHaveLength(301);
  });

  it('is known by what is in it, as a records system exports it', async () => {
    const { talk, stored } = await aSchoolsChat();
    const workbook = LISTS.sims?.() ?? expect.fail();
    const look = await talk.sendsFiles(SENCO, [{ name: workbook.name, read: async () => workbook.bytes }]);
    expect(textOf(look)).toContain('This looks like');
    await talk.presses(SENCO, look, 'Bring it in');
    expect(await stored()).toHaveLength(44);
  });

  it('changes nothing when they leave it', async () => {
    const { talk, stored } = await aSchoolsChat();
    const look = await talk.sendsFiles(SENCO, [file('pupils.csv', ADA)]);
    expect(textOf(await talk.presses(SENCO, look, 'Leave it'))).toContain('Nothing was changed');
    expect(await stored()).toEqual([]);
  });

  it('with bad rows names each with what would be right, and can be taken without them', async () => {
    const { talk, stored } = await aSchoolsChat();
    const bad = 'A823100030001,1003,Zoë,Smith,31/02/2018,3,K';
    const look = await talk.sendsFiles(SENCO, [file('pupils.csv', ADA, bad)]);
    expect(textOf(look)).toContain('Some rows need another look');
    expect(textOf(look)).toMatch(/line 3.*day/);
    const rest = await talk.presses(SENCO, look, 'Leave out 1 row, look at the rest');
    expect(textOf(rest)).toContain('1 row has faults and is not taken');
    await talk.presses(SENCO, rest, 'Bring it in');
    expect(await stored()).toEqual(['1001 Ada']);
  });

  it('that is no list says so, and nothing more can be pressed than to leave it', async () => {
    const { talk } = await aSchoolsChat();
    const photo = {
      name: 'drawing.jpg',
      read: async () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2]),
    };
    const look = await talk.sendsFiles(SENCO, [photo]);
    expect(textOf(look)).toContain('I can’t take this list as it is');
    expect(titlesOf(look)).toEqual(['Leave it']);
  });

  it.each(['report.docx', 'Mia EP report.PDF', 'note.m4a'])(
    'that by its name can be none, %s, is not opened, and is said not to be taken',
    async (name) => {
      const { talk } = await aSchoolsChat();
      const unopened = { name, read: () => Promise.reject(new Error('it was opened')) };
      const reply = await talk.sendsFiles(SENCO, [unopened]);
      expect(textOf(reply)).toContain('I haven’t taken that file');
      expect(textOf(reply)).toContain('please put a link to it in your answer');
      expect(textOf(reply)).toContain('A list of pupils is taken as CSV or Excel.');
    },
  );

  it('a picture with words of harm beside it is answered with whom to tell, to a SENCO too', async () => {
    const { talk } = await aSchoolsChat();
    const photo = { name: 'IMG_1', picture: true, read: () => Promise.reject(new Error('it was opened')) };
    const reply = await talk.sendsFiles(SENCO, [photo], { text: 'look at this bruise' });
    expect(textOf(reply)).toMatch(/If this is about a child’s safety[\s\S]*I haven’t taken that picture/);
  });
});

describe('a staff list that a SENCO sends privately', () => {
  const staff = (...rows: readonly string[]): SentFile => ({
    name: 'Colleagues.csv',
    read: async () => new TextEncoder().encode(['Name,Role,E-mail', ...rows].join('\r\n')),
  });
  const MEL = `Mel Senco,senco,${SENCO}`;
  const LEE = `Lee Leader,leader,${LEADER}`;

  it('is shown as who is new, has changed and has left, and taken once they say so', async () => {
    const { talk, kept } = await aSchoolsChat();
    const before = (await kept.get('schools', 'oakfield'))?.staff ?? [];
    const look = await talk.sendsFiles(SENCO, [staff(MEL, LEE, 'Nia New,staff,nia@oakfield.example')]);
    expect(textOf(look)).toContain('Bring this list in?');
    expect(textOf(look)).toContain(
      `A staff list: 3 colleagues; 1 new, 1 changed, ${before.length - 2} left.`,
    );
    expect(textOf(look)).toContain('New: Nia New (Staff, nia@oakfield.example).');
    expect(textOf(look)).toContain(`Changes: role of Lee Leader (Senior leader, ${LEADER}).`);
    expect(textOf(look)).toContain(
      'Not on it, so they have left and have no access from then on: Tom Teacher',
    );
    expect((await kept.get('schools', 'oakfield'))?.staff).toEqual(before);
    const done = await talk.presses(SENCO, look, 'Bring it in');
    expect(textOf(done)).toContain('Your colleagues are as the list has them.');
    const after = (await kept.get('schools', 'oakfield'))?.staff ?? [];
    expect(
      after
        .filter(({ left }) => !left)
        .map(({ email }) => email)
        .toSorted(),
    ).toEqual([SENCO, LEADER, 'nia@oakfield.example'].toSorted());
    // Who left is nobody here from that moment.
    expect(textOf(await talk.says(TEACHER, 'review mine'))).toContain('I can only talk with staff');
  });

  it('that would shut out whoever sends it says so first; with a fault nothing can be taken', async () => {
    const { talk } = await aSchoolsChat();
    const look = await talk.sendsFiles(SENCO, [staff(LEE, 'Nia New,senco,nia@oakfield.example')]);
    expect(textOf(look)).toContain('You are not on this list: with it you would have no access any more.');
    const wrong = await talk.sendsFiles(SENCO, [staff(MEL, 'Nia New,boss,nia@oakfield.example')]);
    expect(textOf(wrong)).toContain('line 3, column role: not a role');
    expect(titlesOf(wrong)).toEqual(['Leave it']);
  });

  it('is not opened from anybody else', async () => {
    const { talk } = await aSchoolsChat();
    const sent = { ...staff(MEL), read: () => Promise.reject(new Error('it was opened')) };
    expect(textOf(await talk.sendsFiles(LEADER, [sent]))).toContain('I haven’t taken that file');
  });
});

describe('the columns of a list that was sent', () => {
  const sheet = (head: string, ...rows: readonly string[]): SentFile => ({
    name: 'sheet.csv',
    read: async () => new TextEncoder().encode([head, ...rows].join('\r\n')),
  });
  const SHEET = sheet(
    'Nr,First Names,Family Name,Arrived,Born,Yr,Needs',
    '17,Ada,Hughes,04/09/2023,03/05/2017,5,K',
  );

  it('are shown, and changed: then it is looked at again', async () => {
    const { talk, kept } = await aSchoolsChat();
    const look = await talk.sendsFiles(SENCO, [SHEET]);
    expect(textOf(look)).toContain('I can’t take this list as it is');
    expect(textOf(look)).toContain(
      'The headings found are Nr, First Names, Family Name, Arrived, Born, Yr, Needs.',
    );
    expect(textOf(look)).toContain('Or press “Columns”, and say there which heading is which.');
    const form = await talk.presses(SENCO, look, 'Columns');
    expect(textOf(form)).toContain('Which column is what?');
    const again = await talk.presses(SENCO, form, 'Use these columns', {
      ref: chosen(form, 'ref', 'Nr'),
      plan: chosen(form, 'plan', 'Needs'),
    });
    expect(textOf(again)).toContain('1 row, 1 with SEN, 0 of them EHCP; 1 new, 0 changed, 0 left.');
    await talk.presses(SENCO, again, 'Bring it in');
    expect(await kept.pupilsOf('oakfield')).toMatchObject([
      { ref: '17', firstName: 'Ada', dateOfBirth: '2017-05-03', plans: [{ kind: 'sen-support' }] },
    ]);
  });

  it('are each one thing: a heading that is chosen twice is pointed out, and nothing is lost', async () => {
    const { talk } = await aSchoolsChat();
    const form = await talk.presses(SENCO, await talk.sendsFiles(SENCO, [SHEET]), 'Columns');
    const twice = { ref: chosen(form, 'ref', 'Nr'), upn: chosen(form, 'upn', 'Nr') };
    const back = await talk.presses(SENCO, form, 'Use these columns', twice);
    expect(back.kind === 'invalid' && Object.keys(back.errors)).toEqual(['ref', 'upn']);
    expect(standingIn(back.show)).toMatchObject(twice);
  });

  it('can be said to be nothing, and are left as they were by going back', async () => {
    const { talk } = await aSchoolsChat();
    const look = await talk.sendsFiles(SENCO, [file('pupils.csv', ADA, KOFI)]);
    const form = await talk.presses(SENCO, look, 'Columns');
    const again = await talk.presses(SENCO, form, 'Use these columns', { plan: 'none' });
    expect(textOf(again)).toContain('2 rows; 2 new');
    expect(textOf(again)).toContain('This list says nothing of SEN');
    const back = await talk.presses(SENCO, await talk.presses(SENCO, again, 'Columns'), 'Back');
    expect(textOf(back)).toContain('2 rows; 2 new');
  });
});

describe('the columns of a list with two hundred headings', () => {
  const MANY = Array.from({ length: 200 - HEAD.split(',').length }, (_, n) => `Column ${n + 1}`);
  const wide: SentFile = {
    name: 'wide.csv',
    read: async () =>
      // Those that matter stand behind all others.
      new TextEncoder().encode(
        [[...MANY, HEAD].join(','), [...MANY.map(() => 'x'), ADA].join(',')].join('\r\n'),
      ),
  };

  it('are asked two a page, and what the list was taken for stands in each, though there are too many to offer', async () => {
    const { talk, kept } = await aSchoolsChat();
    const look = await talk.sendsFiles(SENCO, [wide]);
    const first = await talk.presses(SENCO, look, 'Columns');
    expect(textOf(first)).toContain('(page 1 of');
    expect(inputsOf(first.show.card)).toHaveLength(2);
    // The number is the heading behind all the others: it stands there, and is not "Not on this list".
    expect(standingIn(first.show)).toEqual({
      ref: chosen(first, 'ref', 'Adno'),
      upn: chosen(first, 'upn', 'UPN'),
    });
    const again = await talk.presses(SENCO, first, 'Use these columns');
    await talk.presses(SENCO, again, 'Bring it in');
    expect(await kept.pupilsOf('oakfield')).toMatchObject([{ ref: '1001', upn: 'A823100010001' }]);
  });

  it('can be looked through page by page', async () => {
    const { talk } = await aSchoolsChat();
    const first = await talk.presses(SENCO, await talk.sendsFiles(SENCO, [wide]), 'Columns');
    const second = await talk.presses(SENCO, first, 'More columns');
    expect(textOf(second)).toContain('(page 2 of');
    expect(textOf(await talk.presses(SENCO, second, 'Columns before'))).toContain('(page 1 of');
  });
});

describe('a list of several schools that was sent', () => {
  const HEAD_OF_A_TRUST = `School Name,${HEAD}`;
  const trust: SentFile = {
    name: 'trust.csv',
    read: async () =>
      new TextEncoder().encode([HEAD_OF_A_TRUST, `Oakfield,${ADA}`, `Elm Park,${KOFI}`].join('\r\n')),
  };

  it('is asked whose pupils are meant, and the others are left out', async () => {
    const { talk, stored } = await aSchoolsChat();
    const which = await talk.sendsFiles(SENCO, [trust]);
    expect(textOf(which)).toContain('Whose pupils?');
    const look = await talk.presses(SENCO, which, 'Oakfield');
    expect(textOf(look)).toContain('Its school is Oakfield; 1 pupil of others is left out.');
    await talk.presses(SENCO, look, 'Bring it in');
    expect(await stored()).toEqual(['1001 Ada']);
  });

  it('is one school’s where the SENCO says so', async () => {
    const { talk, stored } = await aSchoolsChat();
    const which = await talk.sendsFiles(SENCO, [trust]);
    const look = await talk.presses(SENCO, which, 'They are parts of one school');
    await talk.presses(SENCO, look, 'Bring it in');
    expect(await stored()).toEqual(['1001 Ada', '1002 Kofi']);
  });
});

it('pupils who left by the list are named, and who said it is kept', async () => {
  const mia = aPupil({
    id: 'mia',
    ref: '1001',
    firstName: 'Ada',
    lastName: 'Hughes',
    dateOfBirth: '2017-05-03',
  });
  const { talk, kept } = await aSchoolsChat({ pupils: [mia] });
  const sent: SentFile = {
    name: 'leavers.csv',
    read: async () => new TextEncoder().encode([`${HEAD},DOL`, `${ADA},06/11/2026`].join('\r\n')),
  };
  const look = await talk.sendsFiles(SENCO, [sent]);
  expect(textOf(look)).toContain('Left: Ada Hughes. Nothing is asked of them any more.');
  await talk.presses(SENCO, look, 'Bring it in');
  expect((await kept.get('pupils', 'mia'))?.places).toMatchObject([
    { place: 'left', since: '2026-11-06', by: SENCO, listed: true },
  ]);
});

describe('a reference that is another child’s on the list', () => {
  const BEN = aPupil({
    id: 'ben',
    ref: '1001',
    firstName: 'Ben',
    lastName: 'Okoro',
    dateOfBirth: '2015-02-11',
  });

  it('is asked about, by name, since only the SENCO reads it', async () => {
    const { talk, stored } = await aSchoolsChat({ pupils: [BEN] });
    const look = await talk.sendsFiles(SENCO, [file('pupils.csv', ADA)]);
    expect(textOf(look)).toContain('Is it the same child?');
    expect(textOf(look)).toContain(
      'Ada Hughes (born Wed 3 May 2017) has the reference 1001, under which Ben Okoro',
    );
    expect(await stored()).toEqual(['1001 Ben']);
  });

  it('and another child: the first keeps what there is, the second is new', async () => {
    const { talk, kept } = await aSchoolsChat({ pupils: [BEN] });
    const look = await talk.sendsFiles(SENCO, [file('pupils.csv', ADA)]);
    await talk.presses(SENCO, await talk.presses(SENCO, look, 'Another child'), 'Bring it in');
    expect((await kept.get('pupils', 'ben'))?.firstName).toBe('Ben');
    const all = await kept.pupilsOf('oakfield');
    expect(all.map(({ firstName }) => firstName).toSorted()).toEqual(['Ada', 'Ben']);
  });

  it('and the same child: the name and birth date were put right', async () => {
    const { talk, kept } = await aSchoolsChat({ pupils: [BEN] });
    const look = await talk.sendsFiles(SENCO, [file('pupils.csv', ADA)]);
    await talk.presses(SENCO, await talk.presses(SENCO, look, 'Same child'), 'Bring it in');
    expect(await kept.get('pupils', 'ben')).toMatchObject({ firstName: 'Ada', dateOfBirth: '2017-05-03' });
  });
});

describe('numbers that are other children’s', () => {
  const KNOWN = [
    'A823100010001,1001,Ada,Hughes,03/05/2017,4,K',
    'A823100020001,1002,Kofi,Hughes,14/09/2018,3,E',
    'A823100030001,1003,Maya,Okoro,02/09/2016,5,',
  ];
  async function aKnownSchoolsChat() {
    const chat = await aSchoolsChat();
    await chat.talk.presses(
      SENCO,
      await chat.talk.sendsFiles(SENCO, [file('a.csv', ...KNOWN)]),
      'Bring it in',
    );
    return chat;
  }
  const swapped = (rows: readonly string[], one: string, other: string) =>
    rows.map((row) => row.replace(one, '?').replace(other, one).replace('?', other));

  it('UPNs of two are swapped: each stays who they are with their own, and the SENCO is told whose it is', async () => {
    const { talk, kept, stored } = await aKnownSchoolsChat();
    const before = await kept.pupilsOf('oakfield');
    const look = await talk.sendsFiles(SENCO, [
      file('b.csv', ...swapped(KNOWN, 'A823100010001', 'A823100020001')),
    ]);
    expect(textOf(look)).toContain(
      'Kofi Hughes: the UPN on the list is the one Ada Hughes has here, so it is not taken. Please look which is right.',
    );
    expect(textOf(look)).not.toContain('Same child');
    expect(await stored()).toEqual(['1001 Ada', '1002 Kofi', '1003 Maya']);
    expect(await kept.pupilsOf('oakfield')).toEqual(before);
  });

  it('both numbers of two are swapped: it says by which they were found, and nobody can say “same child”', async () => {
    const { talk, kept } = await aKnownSchoolsChat();
    const rows = swapped(swapped(KNOWN, 'A823100010001', 'A823100020001'), '1001', '1002');
    const look = await talk.sendsFiles(SENCO, [file('b.csv', ...rows)]);
    expect(textOf(look)).toContain('has the reference 1001 and the UPN of Ada Hughes');
    expect(titlesOf(look)).not.toContain('Same child');
    const again = await talk.presses(SENCO, look, 'Another child');
    await talk.presses(SENCO, await talk.presses(SENCO, again, 'Another child'), 'Bring it in');
    expect(
      (await kept.pupilsOf('oakfield')).map(({ ref, firstName }) => `${ref} ${firstName}`).toSorted(),
    ).toEqual(['1001 Kofi', '1002 Ada', '1003 Maya']);
  });

  it('of very many rows nothing is taken, and nothing of a command line is said', async () => {
    const { talk } = await aKnownSchoolsChat();
    const rows = ['Eve,Fox,10/10/2015,5', 'Guy,Ivy,11/11/2014,6', 'Jo,Lee,12/12/2013,6'].map(
      (one, n) => `,100${n + 1},${one},`,
    );
    const look = textOf(await talk.sendsFiles(SENCO, [file('b.csv', ...rows)]));
    expect(look).toContain('3 rows of this list have a reference or UPN under which another child is here');
    expect(look).not.toContain('--');
  });
});

it('a name and birth date that were changed in a form stay against an older list, and nobody is asked who it is', async () => {
  const by = { by: SENCO, at: '2026-11-02T09:00:00.000Z' };
  const ada = aPupil({
    ...{ id: 'ada', ref: '1001', upn: 'A823100010001', firstName: 'Ada', lastName: 'King' },
    ...{ dateOfBirth: '2017-03-05', yearGroup: '4', plans: [] },
    changedHere: [
      { field: 'lastName', ...by },
      { field: 'dateOfBirth', ...by },
    ],
  });
  const { talk, kept } = await aSchoolsChat({ pupils: [ada] });
  const older = 'A823100010001,1001,Ada,Hughes,03/05/2017,4,';
  const look = await talk.sendsFiles(SENCO, [file('pupils.csv', older)]);
  expect(textOf(look)).toContain('Nothing to bring in: what was changed here stays');
  expect(textOf(look)).not.toContain('All of this is here already');
  expect(titlesOf(look)).not.toContain('Same child');
  expect(await kept.get('pupils', 'ada')).toMatchObject({ lastName: 'King', dateOfBirth: '2017-03-05' });
});

describe('who may bring a list in', () => {
  const unopened: SentFile = { name: 'pupils.csv', read: () => Promise.reject(new Error('it was opened')) };

  it.each([TEACHER, LEADER])('%s may not, and the file is not opened', async (person) => {
    const { talk } = await aSchoolsChat();
    expect(textOf(await talk.sendsFiles(person, [unopened]))).toContain('I haven’t taken that file');
  });

  it('a SENCO may not where others read along', async () => {
    const { talk } = await aSchoolsChat();
    const reply = await talk.sendsFiles(SENCO, [unopened], { privately: false });
    expect(textOf(reply)).toContain('I haven’t opened that file');
  });

  it('only whoever sent it may say yes', async () => {
    const { talk, stored } = await aSchoolsChat();
    const look = await talk.sendsFiles(SENCO, [file('pupils.csv', ADA)]);
    expect(textOf(await talk.presses(TEACHER, look, 'Bring it in'))).toContain('Please send the file again');
    expect(await stored()).toEqual([]);
  });

  it('and only while they are a SENCO', async () => {
    const { talk, kept, stored } = await aSchoolsChat();
    const look = await talk.sendsFiles(SENCO, [file('pupils.csv', ADA)]);
    const school = await kept.get('schools', 'oakfield');
    if (!school) throw new Error('no school');
    const staff = school.staff.map((one) => (one.email === SENCO ? { ...one, role: 'staff' as const } : one));
    await kept.put('schools', { ...school, staff });
    expect(textOf(await talk.presses(SENCO, look, 'Bring it in'))).toContain('Not one of yours');
    expect(await stored()).toEqual([]);
  });

  it('is not shown to an account that became nobody’s while it was fetched', async () => {
    const { talk, kept } = await aSchoolsChat();
    await talk.says(SENCO, 'help');
    const list = file('pupils.csv', ADA);
    const read = async () => {
      // Another account is let in, in the place of the one that sent it.
      const first = (await kept.get('contacts', contactId('sandbox', 'sandbox', SENCO))) ?? expect.fail();
      const { person: _, ...nobodys } = first;
      await kept.put('contacts', nobodys);
      const id = contactId('sandbox', 'sandbox', 'new');
      await kept.put('contacts', { ...first, id, version: 0, userId: 'new', person: SENCO });
      return list.read();
    };
    const said = textOf(await talk.sendsFiles(SENCO, [{ name: list.name, read }]));
    expect(said).not.toContain('Bring this list in?');
    expect(said).not.toContain('1 new');
  });

  it('the card that asks for which school is a look as others are: pressed once more it decides nothing', async () => {
    const elm = aSchool({ id: 'elm', name: 'Elm Primary' });
    const { talk, stored } = await aSchoolsChat({ schools: [aSchool(), elm] });
    const which = await talk.sendsFiles(SENCO, [file('pupils.csv', ADA)]);
    await talk.presses(SENCO, which, 'Elm Primary');
    const other = await talk.presses(SENCO, which, 'Oakfield School');
    await talk.presses(SENCO, other, 'Bring it in');
    expect(await stored(elm)).toEqual(['1001 Ada']);
    expect(await stored()).toEqual([]);
  });

  it('a SENCO of two schools is asked for which', async () => {
    const elm = aSchool({ id: 'elm', name: 'Elm Primary' });
    const { talk, stored } = await aSchoolsChat({ schools: [aSchool(), elm] });
    const which = await talk.sendsFiles(SENCO, [file('pupils.csv', ADA)]);
    expect(textOf(which)).toContain('For which school?');
    await talk.presses(SENCO, await talk.presses(SENCO, which, 'Elm Primary'), 'Bring it in');
    expect(await stored(elm)).toEqual(['1001 Ada']);
    expect(await stored()).toEqual([]);
  });
});

it.each([
  ['too-large', 'It has more than 10 MB.'],
  ['not-given', 'The chat did not let me have it.'],
] as const)('a file that can’t be had (%s) says why, and what to do', async (why, say) => {
  const { talk } = await aSchoolsChat();
  const reply = await talk.sendsFiles(SENCO, [
    { name: 'a.csv', read: () => Promise.reject(new FileNotRead(why)) },
  ]);
  expect(textOf(reply)).toContain(say);
});

it('several files at once are asked for one by one', async () => {
  const { talk } = await aSchoolsChat();
  const reply = await talk.sendsFiles(SENCO, [file('a.csv', ADA), file('b.csv', KOFI)]);
  expect(textOf(reply)).toContain('One file at a time, please');
});

describe('a list that differs from what was changed in a form here', () => {
  it('says what stays, and who changed it, and takes the list’s where the SENCO says so', async () => {
    const changedHere = [{ field: 'lastName' as const, by: SENCO, at: '2026-11-03T10:00:00.000Z' }];
    const ada = {
      ...aPupil({ id: 'ada', ref: '1001', firstName: 'Ada', lastName: 'Okafor', dateOfBirth: '2017-05-03' }),
      changedHere,
    };
    const { talk, kept } = await aSchoolsChat({ pupils: [ada] });
    const look = await talk.sendsFiles(SENCO, [file('pupils.csv', ADA)]);
    expect(textOf(look)).toContain(
      '1 field changed here by Mel Senco on Tue 3 Nov 2026 differs from this list',
    );
    const again = await talk.presses(SENCO, look, 'Take what the list says');
    expect(textOf(again)).not.toContain('changed here by');
    await talk.presses(SENCO, again, 'Bring it in');
    const now = await kept.get('pupils', 'ada');
    expect(now).toMatchObject({ lastName: 'Hughes' });
    expect(now?.changedHere).toBeUndefined();
  });
});

describe('a child who is added by the form between the look at a list and its yes', () => {
  const ADDED = {
    ...{ ref: '1001', upn: '', firstName: 'Ada', lastName: 'Hughes', dateOfBirth: '2017-05-03' },
    ...{ yearGroup: '5', className: '', status: 'none' },
  };

  it('is not brought in a second time: the list is looked at again, and says why', async () => {
    const { talk, stored } = await aSchoolsChat();
    const look = await talk.sendsFiles(SENCO, [file('pupils.csv', ADA, KOFI)]);
    expect(textOf(look)).toContain('2 new');
    await talk.presses(SENCO, await talk.says(SENCO, 'review add pupil'), 'Add the pupil', ADDED);
    expect(await stored()).toEqual(['1001 Ada']);
    const again = await talk.presses(SENCO, look, 'Bring it in');
    expect(textOf(again)).toContain('Somebody changed or added some of these pupils meanwhile');
    expect(textOf(again)).toContain('1 new, 1 changed');
    expect(await stored()).toEqual(['1001 Ada']);
    await talk.presses(SENCO, again, 'Bring it in');
    expect(await stored()).toEqual(['1001 Ada', '1002 Kofi']);
  });

  it('nor where the list is a long one, brought in while they go on', async () => {
    const { talk, stored } = await aSchoolsChat();
    const rows = Array.from({ length: 301 }, (_, n) => {
      const name = `Hughes${String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26))}`;
      return `,${2001 + n},Bea,${name},${String((n % 28) + 1).padStart(2, '0')}/05/2017,4,K`;
    });
    const look = await talk.sendsFiles(SENCO, [file('pupils.csv', ADA, ...rows)]);
    await talk.presses(SENCO, await talk.says(SENCO, 'review add pupil'), 'Add the pupil', ADDED);
    let now = await talk.presses(SENCO, look, 'Bring it in');
    await expect
      .poll(
        async () => {
          now = await talk.presses(SENCO, now, 'How far is it?');
          return textOf(now);
        },
        { timeout: 20_000 },
      )
      .toContain('Somebody changed or added some of these pupils meanwhile');
    expect(await stored()).toEqual(['1001 Ada']);
    expect(textOf(now)).toContain('301 new, 1 changed');
  });
});
