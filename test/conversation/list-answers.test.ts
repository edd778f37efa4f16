import { describe, expect, it } from 'vitest';
import type { SentFile } from '../../src/channels/sent-file.ts';
import { aPupil, aSchool, SENCO } from '../support/builders.ts';
import { aSchoolsChat, file } from './schools-chat.ts';
import { textOf, titlesOf } from './talk.ts';

const DEPUTY = 'sue.senco@oakfield.example';

const ada = () =>
  aPupil({ id: 'p1', ref: '1001', firstName: 'Ada', lastName: 'Hughes', dateOfBirth: '2017-05-03' });
const kofi = () =>
  aPupil({ id: 'p2', ref: '1002', firstName: 'Kofi', lastName: 'Nowak', dateOfBirth: '2018-09-14' });
const lea = () =>
  aPupil({ id: 'p3', ref: '1003', firstName: 'Lea', lastName: 'Moss', dateOfBirth: '2018-01-14' });

// Under 1001 stands Ada Hughes, under 1002 Kofi Nowak: name and birth date are both others.
const BETH = ',1001,Beth,Stone,01/02/2017,5,K';
const OMAR = ',1002,Omar,Reid,09/03/2016,6,K';

const raw = (...lines: readonly string[]): SentFile => ({
  name: 'list.csv',
  read: async () => new TextEncoder().encode(lines.join('\r\n')),
});

/** Who is stored, by id. */
const children = async ({ kept }: Awaited<ReturnType<typeof aSchoolsChat>>, school = 'oakfield') =>
  (await kept.pupilsOf(school)).map(({ id, ref, firstName }) => `${id} ${ref} ${firstName}`);

const OVERTAKEN = 'This list was looked at again since. Nothing was decided';

describe('whether a row is the child who is here', () => {
  it('is said of that row alone: the same button pressed twice decides nothing of the next', async () => {
    const chat = await aSchoolsChat({ pupils: [ada(), kofi()] });
    const look = await chat.talk.sendsFiles(SENCO, [file('pupils.csv', BETH, OMAR)]);
    const first = await chat.talk.presses(SENCO, look, 'Same child');
    expect(textOf(first)).not.toContain('Beth');
    const second = await chat.talk.presses(SENCO, look, 'Same child');
    expect(textOf(second)).toContain(OVERTAKEN);
    expect(textOf(second)).toContain('Omar Reid');
    expect(titlesOf(second)).not.toContain('Bring it in');
    expect(await children(chat)).toEqual(['p1 1001 Ada', 'p2 1002 Kofi']);
  });

  it('is said once where both presses come at once', async () => {
    const chat = await aSchoolsChat({ pupils: [ada(), kofi()] });
    const look = await chat.talk.sendsFiles(SENCO, [file('pupils.csv', BETH, OMAR)]);
    const both = await Promise.all([
      chat.talk.presses(SENCO, look, 'Same child'),
      chat.talk.presses(SENCO, look, 'Another child'),
    ]);
    expect(both.filter((one) => textOf(one).includes(OVERTAKEN))).toHaveLength(1);
    for (const one of both) expect(titlesOf(one)).not.toContain('Bring it in');
  });

  it('holds of the child it was said of, and of nobody who stands under the number by another column', async () => {
    const chat = await aSchoolsChat({ pupils: [ada(), kofi()] });
    const look = await chat.talk.sendsFiles(SENCO, [
      raw(
        'Adno,Roll,Forename,Surname,DOB,Year,SEN Status',
        '1001,7001,Beth,Stone,01/02/2017,5,K',
        '5005,1001,Omar,Reid,09/03/2016,6,K',
      ),
    ]);
    const said = await chat.talk.presses(SENCO, look, 'Same child');
    const columns = await chat.talk.presses(SENCO, said, 'Columns');
    const again = await chat.talk.presses(SENCO, columns, 'Use these columns', { ref: 'h1' });
    expect(textOf(again)).toContain('Omar Reid');
    expect(titlesOf(again)).toContain('Same child');
    expect(titlesOf(again)).not.toContain('Bring it in');
  });

  it('is not taken over to another school of the same SENCO', async () => {
    const elm = aSchool({ id: 'elm', name: 'Elm Primary' });
    const quentin = { firstName: 'Quentin', lastName: 'Other', dateOfBirth: '2015-01-09' };
    const chat = await aSchoolsChat({
      schools: [aSchool(), elm],
      pupils: [ada(), kofi(), aPupil({ id: 'q1', schoolId: 'elm', ref: '1001', ...quentin })],
    });
    const which = await chat.talk.sendsFiles(SENCO, [file('pupils.csv', BETH)]);
    const look = await chat.talk.presses(SENCO, which, 'Oakfield School');
    await chat.talk.presses(SENCO, look, 'Same child');
    // Which school it is of is said already: the card that asked is an older look.
    const other = await chat.talk.presses(SENCO, which, 'Elm Primary');
    expect(textOf(other)).toContain(OVERTAKEN);
    expect(textOf(other)).not.toContain('Quentin Other');
    await chat.talk.presses(SENCO, other, 'Bring it in');
    expect(await children(chat, 'elm')).toEqual(['q1 1001 Quentin']);
  });

  it('is lost for no school that is chosen a second time', async () => {
    const elm = aSchool({ id: 'elm', name: 'Elm Primary' });
    const chat = await aSchoolsChat({ schools: [aSchool(), elm], pupils: [ada()] });
    const which = await chat.talk.sendsFiles(SENCO, [file('pupils.csv', BETH)]);
    const look = await chat.talk.presses(SENCO, which, 'Oakfield School');
    await chat.talk.presses(SENCO, look, 'Same child');
    const again = await chat.talk.presses(SENCO, which, 'Oakfield School');
    expect(titlesOf(again)).toContain('Bring it in');
  });
});

describe('what is written is what was shown', () => {
  it('on the card whose button was pressed: of an older one, the list is shown as it is now', async () => {
    const okafor = {
      ...ada(),
      lastName: 'Okafor',
      changedHere: [{ field: 'lastName' as const, by: SENCO, at: '2026-11-03T10:00:00.000Z' }],
    };
    const chat = await aSchoolsChat({ pupils: [okafor, lea()] });
    const look = await chat.talk.sendsFiles(SENCO, [file('pupils.csv', ',1001,Ada,Hughes,03/05/2017,5,E')]);
    // On a second device.
    await chat.talk.presses(SENCO, look, 'Take what the list says');
    const old = await chat.talk.presses(SENCO, look, 'Bring it in');
    expect(textOf(old)).toContain(OVERTAKEN);
    expect(await chat.kept.get('pupils', 'p1')).toMatchObject({ lastName: 'Okafor' });
    await chat.talk.presses(SENCO, old, 'Bring it in');
    expect(await chat.kept.get('pupils', 'p1')).toMatchObject({ lastName: 'Hughes' });
  });

  it('and a list is dropped by saying so, by nothing else', async () => {
    const chat = await aSchoolsChat();
    const look = await chat.talk.sendsFiles(SENCO, [file('pupils.csv', BETH)]);
    const taken = JSON.stringify(look.show.card).match(/"token":"([^"]+)"/)?.[1] ?? expect.fail();
    const press = { do: 'import-list', token: taken, look: '1' } as const;
    for (const answer of ['__proto__', 'constructor', 'no such answer', ''])
      expect(textOf(await chat.talk.sends(SENCO, { ...press, answer }))).toContain('Bring this list in?');
    await chat.talk.presses(SENCO, look, 'Bring it in');
    expect(await chat.stored()).toEqual(['1001 Beth']);
  });
});

describe('a SENCO who is cut off by another', () => {
  const ours = () =>
    aSchool({ staff: [...aSchool().staff, { email: DEPUTY, name: 'Sue Second', role: 'senco' }] });
  const cutOff = { do: 'cut-off', school: 'oakfield', who: SENCO } as const;

  it('while their file is fetched is shown nobody of it', async () => {
    const { talk } = await aSchoolsChat({ schools: [ours()], pupils: [ada()] });
    const { name, read } = file('pupils.csv', BETH);
    const fetched = Promise.withResolvers<void>();
    const reply = talk.sendsFiles(SENCO, [{ name, read: () => fetched.promise.then(read) }]);
    await talk.sends(DEPUTY, cutOff);
    fetched.resolve();
    expect(textOf(await reply)).toContain('I can only talk with staff');
    expect(textOf(await reply)).not.toMatch(/Beth|Ada/);
  });

  it('while their list is looked at is shown nobody of it', async () => {
    const looking = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const { talk } = await aSchoolsChat({
      schools: [ours()],
      pupils: [ada()],
      beforeReading: () => {
        looking.resolve();
        return goOn.promise;
      },
    });
    const reply = talk.sendsFiles(SENCO, [file('pupils.csv', BETH)]);
    await looking.promise;
    await talk.sends(DEPUTY, cutOff);
    goOn.resolve();
    expect(textOf(await reply)).not.toMatch(/Beth|Ada/);
  });
});

describe('a school on a list', () => {
  const HEAD = 'Adno,Forename,Surname,DOB,Year,SEN Status,School';
  const of = (school: string) =>
    raw(HEAD, '1,Zo,Fox,03/05/2017,5,K,Plain', `2,Ya,Fox,03/05/2017,5,K,${school}`);
  const LONG =
    'The Very Reverend Doctor Bartholomew Memorial Church of England Voluntary Aided Primary School';

  it.each([
    ['whose name is too long for a button stands there whole', LONG, LONG],
    ['whose name would turn the line round is spelled out', 'Elm\u202e Park', 'Elm\\u202e Park'],
  ])('%s, and can be chosen', async (_title, school, shown) => {
    const { talk, stored } = await aSchoolsChat();
    const which = await talk.sendsFiles(SENCO, [of(school)]);
    expect(textOf(which)).toContain(shown);
    const title = titlesOf(which).find((one) => one !== 'Plain' && shown.startsWith(one.slice(0, -1)));
    const look = await talk.presses(SENCO, which, title ?? expect.fail());
    expect(textOf(look)).toContain('1 pupil of others is left out.');
    await talk.presses(SENCO, look, 'Bring it in');
    expect(await stored()).toEqual(['2 Ya']);
  });
});
