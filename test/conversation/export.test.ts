import { describe, expect, it } from 'vitest';
import { givingRecords } from '../../src/app/give-records.ts';
import { makeLog } from '../../src/app/log.ts';
import { TryLater } from '../../src/channels/channel.ts';
import type { StandingCards } from '../../src/conversation/cards-port.ts';
import type { Records, ToExport } from '../../src/conversation/records-port.ts';
import { exportPress } from '../../src/presentation/export-press.ts';
import { NO_AUDIT } from '../../src/records/audit/audit.ts';
import { aContact, aMeeting, aPupil, aSchool, LEADER, SENCO, TEACHER } from '../support/builders.ts';
import { testClock } from '../support/clock.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { temporaryStore } from '../support/store.ts';
import { aTalk, textOf, titlesOf } from './talk.ts';

const PUPIL = aPupil({ meetings: [aMeeting({ agreed: 'Bo Chan pushed her. She reads at home.' })] });

/** The mark of the page that was given last. */
const PAGE = '5d2e91ab04c7';

/** A talk in which files are given, and to whom and what for they were. */
async function exporting(
  answer: Awaited<ReturnType<Records['give']>> = { is: 'given', files: 2, asked: false, open: 0, page: PAGE },
) {
  const given: { readonly what: ToExport; readonly account: string }[] = [];
  const records: Records = {
    pageGiven: () => PAGE,
    give: async (what, { account }) => {
      given.push({ what, account });
      return answer;
    },
  };
  return { talk: await aTalk({ pupils: [PUPIL], records }), given };
}

describe('review export PUPIL', () => {
  it('asks a SENCO what it is for, and gives it to their account alone at the press', async () => {
    const { talk, given } = await exporting();
    const asked = await talk.says(SENCO, 'review export Ada');
    expect(titlesOf(asked)).toEqual(['For the family', 'For the school', 'For the next school']);
    expect(given).toEqual([]);
    const done = await talk.presses(SENCO, asked, 'For the next school');
    expect(textOf(done)).toContain('2 files are in our own chat.');
    expect(given).toMatchObject([{ what: { purpose: 'next-school', without: undefined }, account: SENCO }]);
  });

  it('tells of passages to look at, and takes by their marks which are left out', async () => {
    const { talk, given } = await exporting({ is: 'given', files: 2, asked: true, open: 3, page: PAGE });
    const first = await talk.presses(SENCO, await talk.says(SENCO, 'export Ada Example'), 'For the family');
    expect(textOf(first)).toContain('3 passages may be about somebody else');
    expect(textOf(first)).toContain('allow each within ten minutes');
    const again = await talk.says(SENCO, 'review export Ada Example without 3f9a2c, 77c1d0');
    const since = await talk.presses(SENCO, again, 'For the family');
    await talk.presses(SENCO, await talk.says(SENCO, 'export Ada without none'), 'For the family');
    expect(given.map(({ what }) => what.without)).toEqual([undefined, ['3f9a2c', '77c1d0'], []]);
    expect(given.map(({ what }) => what.looked)).toEqual([undefined, PAGE, PAGE]);
    // Something was typed since: it is asked about, and the button is about the page that has it.
    expect(textOf(since)).toContain('not the page you looked at before');
    await talk.presses(SENCO, since, 'I have looked: make it');
    expect(given.at(-1)?.what).toMatchObject({
      purpose: 'family',
      without: ['3f9a2c', '77c1d0'],
      looked: PAGE,
    });
  });

  it('gives nothing where marks can’t be read, or are no passage’s: what was to be left out would be in it', async () => {
    const { talk, given } = await exporting({ is: 'no-such-passage', marks: ['3f9a2c'] });
    for (const slip of ['3f9a2', '3f9a2c and 77c1do', 'Bo']) {
      const said = await talk.says(SENCO, `review export Ada without ${slip}`);
      expect(textOf(said)).toContain('I can’t read those marks');
    }
    const asked = await talk.says(SENCO, 'review export Ada without 3F9A2C');
    const done = await talk.presses(SENCO, asked, 'For the family');
    expect(given[0]?.what.without).toEqual(['3f9a2c']);
    expect(textOf(done)).toContain('No passage has the mark 3f9a2c');
  });

  it('is for a SENCO of that school alone, typed or pressed', async () => {
    const { talk, given } = await exporting();
    for (const who of [LEADER, TEACHER]) {
      await talk.says(who, 'review export Ada');
      const pressed = await talk.sends(who, exportPress(PUPIL.id, 'school'));
      expect(textOf(pressed)).toMatch(/Only a SENCO|isn’t one of yours/);
    }
    const elsewhere = aPupil({ id: 'elm-p1', schoolId: 'elm', firstName: 'Cy' });
    await talk.store.put('schools', aSchool({ id: 'elm', name: 'Elm', staff: [] }));
    await talk.store.put('pupils', elsewhere);
    await talk.sends(SENCO, exportPress('elm-p1', 'school'));
    expect(given).toEqual([]);
  });

  it('says so where the chat does not take the file, or a purpose is none', async () => {
    const { talk } = await exporting({ is: 'not-given' });
    const pressed = await talk.sends(SENCO, exportPress(PUPIL.id, 'family'));
    expect(textOf(pressed)).toContain('The chat did not take the file.');
    expect(textOf(await talk.sends(SENCO, exportPress(PUPIL.id, 'friends')))).toContain('didn’t understand');
  });
});

describe('what gives records', () => {
  async function aPlace() {
    const store = await temporaryStore();
    await store.put('schools', aSchool());
    await store.put('pupils', PUPIL);
    await store.put('contacts', aContact({ userId: 'u-senco', email: SENCO }));
    const channel = fakeChannel();
    const counted: unknown[] = [];
    const cards: Pick<StandingCards, 'stands'> = {
      stands: async (contactId, { of }, { first }) => void counted.push({ contactId, of, first }),
    };
    const records = givingRecords(store, [channel], {
      ...{ audit: NO_AUDIT, cards },
      clock: testClock(),
      log: makeLog('error', { write: () => undefined }),
    });
    const what: ToExport = {
      school: aSchool(),
      pupil: PUPIL,
      purpose: 'family',
      without: undefined,
      looked: undefined,
    };
    return { store, records, channel, what, counted };
  }
  const FROM = { channel: 'sandbox', tenant: 'sandbox', account: 'u-senco', email: SENCO };

  it('has it counted where each file stands and of whom it is, so that an erasing takes it back', async () => {
    const { records, channel, what, counted } = await aPlace();
    await records.give(what, FROM);
    for (const { file } of channel.files) await file.stands?.({ file: 'F1' });
    const [contactId, of] = [channel.files[0]?.contact.id, [PUPIL.id]];
    expect(counted).toEqual([1, 2].map(() => ({ contactId, of, first: { file: 'F1' } })));
  });

  it('sends a page and the data to that account, whose names say nothing of the child', async () => {
    const { records, channel, what } = await aPlace();
    expect(await records.give(what, FROM)).toMatchObject({
      ...{ is: 'given', files: 2, asked: false, open: 1 },
    });
    expect(channel.files.map(({ contact }) => contact.userId)).toEqual(['u-senco', 'u-senco']);
    expect(channel.files.map(({ file }) => file.type)).toEqual(['text/html', 'application/json']);
    expect(channel.files.map(({ file }) => file.name).join()).not.toMatch(/ada|p001/i);
    expect(new TextDecoder().decode(channel.files[0]?.file.bytes)).toContain('She reads at home.');
    // Once a person has decided, nothing is pointed out any more.
    const looked = records.pageGiven(PUPIL.id, FROM);
    expect(await records.give({ ...what, without: [], looked }, FROM)).toMatchObject({ open: 0 });
    const sent = channel.files.length;
    const slip = await records.give({ ...what, without: ['000000'] }, FROM);
    expect([slip, channel.files.length]).toEqual([{ is: 'no-such-passage', marks: ['000000'] }, sent]);
  });

  it('asks about what was typed since somebody looked, and about all of it where nobody knows what they looked at', async () => {
    const { store, records, channel, what } = await aPlace();
    await records.give(what, FROM);
    const looked = records.pageGiven(PUPIL.id, FROM);
    const stored = await store.get('pupils', PUPIL.id);
    if (!stored) return expect.fail('no pupil');
    const agreed = 'Bo Chan pushed her. She reads at home. Then Zed Young hit back.';
    const pupil = { ...stored, meetings: [aMeeting({ agreed })] };
    await store.put('pupils', pupil);
    const since = await records.give({ ...what, pupil, without: [], looked }, FROM);
    // Both are asked about: a page is looked at as a whole.
    expect(since).toMatchObject({ is: 'given', open: 2 });
    expect(channel.files.at(-1)?.file.name).toContain('to-look-at');
    const page = records.pageGiven(PUPIL.id, FROM);
    expect(page).not.toBe(looked);
    expect(await records.give({ ...what, pupil, without: [], looked }, FROM)).toMatchObject({ open: 2 });
    expect(await records.give({ ...what, pupil, without: [], looked: page }, FROM)).toMatchObject({
      open: 0,
    });
    expect(await records.give({ ...what, pupil, without: [] }, FROM)).toMatchObject({ open: 2 });
    expect(records.pageGiven(PUPIL.id, { ...FROM, account: 'u-else' })).toBeUndefined();
  });

  it('gives nothing to an account it does not know, and tells where the chat fails', async () => {
    const { records, channel, what } = await aPlace();
    expect(await records.give(what, { ...FROM, account: 'u-else' })).toEqual({ is: 'not-given' });
    channel.updateFates.push(new TryLater(1000));
    expect(await records.give(what, FROM)).toEqual({ is: 'not-given' });
    expect(channel.files).toEqual([]);
  });
});
