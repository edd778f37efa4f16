import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { randomIds } from '../../src/app/ids.ts';
import type { HandedFile, Terminal } from '../../src/command-line/command.ts';
import { previewImport } from '../../src/data-in/preview.ts';
import { readHere } from '../../src/data-in/read/read-here.ts';
import type { Review } from '../../src/domain/review/review.ts';
import { type Audit, NO_AUDIT } from '../../src/records/audit/audit.ts';
import { readExportArguments } from '../../src/records/export/arguments.ts';
import { exportCommand } from '../../src/records/export/command.ts';
import { escaped } from '../../src/records/export/html.ts';
import { sectionsOf } from '../../src/records/export/pages.ts';
import type { Shown } from '../../src/records/export/shown.ts';
import { filesInto } from '../../src/records/export/write-files.ts';
import { heldAbout } from '../../src/records/held.ts';
import { NO_KEYS } from '../../src/store/lowdb/data-keys.ts';
import { importBackups } from '../../src/store/lowdb/import-backups.ts';
import type { Store } from '../../src/store/store.ts';
import { storeEverything } from '../store/every-document.ts';
import { anEhcpPupil, aPupilWithTwoPlans } from '../support/annual-builders.ts';
import { auditInMemory } from '../support/audit.ts';
import {
  aMeeting,
  anAction,
  aProfile,
  aPupil,
  aReview,
  aSchool,
  aTarget,
  SENCO,
} from '../support/builders.ts';
import { quickFolder, storeIn, temporaryStore } from '../support/store.ts';

const NOW = '2026-12-02T12:00:00.000Z';

function aTerminal(): Terminal & { readonly said: string[]; readonly files: Map<string, string> } {
  const [said, files] = [[] as string[], new Map<string, string>()];
  return {
    ...{ said, files },
    say: (line) => void said.push(line),
    complain: (line) => void said.push(`! ${line}`),
    ask: async () => undefined,
    hand: async ({ name, text }: HandedFile) => files.set(name, text) !== undefined,
    progress: () => undefined,
  };
}

/** What `npm run export -- …` hands over. */
const exported = (store: Store, ...given: string[]) => exportedWith(NO_AUDIT, store, ...given);

/** The same, with who has looked. */
async function exportedWith(audit: Audit, store: Store, ...given: string[]) {
  const cut = given.indexOf('--data');
  const dataDir = cut < 0 ? await quickFolder() : (given[cut + 1] ?? '');
  const args = cut < 0 ? given : given.slice(0, cut);
  const terminal = aTerminal();
  const read = readExportArguments(args);
  if ('wrong' in read) return { code: 1, said: read.wrong.join('\n'), html: '', json: undefined, xml: '' };
  const at = {
    ...{ store, audit, clock: { now: () => NOW }, ids: randomIds },
    ...{ dataDir, keys: NO_KEYS },
  };
  const code = await exportCommand.run(read.request, terminal, at);
  const file = (end: string) => [...terminal.files].find(([name]) => name.endsWith(end))?.[1] ?? '';
  const json = file('.json');
  return {
    code,
    said: terminal.said.join('\n'),
    names: [...terminal.files.keys()],
    html: file('.html'),
    json: json === '' ? undefined : JSON.parse(json),
    xml: file('.xml'),
  };
}

async function aStore(pupils = [aPupil()], reviews: readonly Review[] = []): Promise<Store> {
  const store = await temporaryStore();
  await store.put('schools', aSchool());
  for (const pupil of pupils) await store.put('pupils', pupil);
  for (const review of reviews) await store.put('reviews', review);
  return store;
}

/** Every path at which something stands in a document: "review.outcome.kind". */
function leavesOf(value: unknown, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Object.entries(value).flatMap(([name, one]) => leavesOf(one, `${path}.${name}`));
  return inside;
}

const shownPaths = (shown: Shown): readonly string[] => {
  if (shown.is === 'text') return [shown.path];
  return shown.is === 'list'
    ? shown.items.flatMap(shownPaths)
    : shown.rows.flatMap(({ value }) => shownPaths(value));
};

describe('who has looked at it', () => {
  it('stands in the family’s copy: who, when and what, with nothing of the others on a list', async () => {
    const clock = { now: () => '2026-11-20T09:30:00.000Z' };
    const audit = auditInMemory(clock);
    const other = aPupil({ id: 'another-child', ref: 'P2', firstName: 'Bertil', lastName: 'Other' });
    const [pupils, who] = [[aPupil().id, other.id], { who: SENCO, chat: 'teams' }];
    audit.record('oakfield', { ...who, kind: 'viewed', what: 'due', pupils, fields: ['firstName'] });
    audit.record('oakfield', { ...who, kind: 'viewed', what: 'show.status', pupils: [other.id] });
    const store = await aStore([aPupil(), other]);
    const { json, html } = await exportedWith(audit, store, 'pupil', aPupil().ref, '--for', 'family');
    expect(json.seen).toEqual([
      { at: clock.now(), by: SENCO, did: 'Looked at', what: 'due', fields: ['firstName'] },
    ]);
    expect(html).toContain('Who has looked at it, and what they did');
    expect(html.slice(html.indexOf('<section id="seen"'))).toContain('Looked at');
    for (const copy of [html, JSON.stringify(json)]) expect(copy).not.toMatch(/another-child|Bertil/);
    expect(json.toLookAt).toBeUndefined();
  });
});

describe('an export, compared with the store', () => {
  it('has every field of every document there is of each pupil, on the page and in JSON', async () => {
    const store = await temporaryStore();
    await storeEverything(store);
    let reviewsSeen = 0;
    for (const school of await store.schools())
      for (const pupil of await store.pupilsOf(school.id)) {
        const reviews = await store.reviewsOfPupil(pupil.id);
        reviewsSeen += reviews.length;
        const { json, html } = await exported(store, 'pupil', pupil.id);
        expect(json.pupil).toEqual(pupil);
        expect(json.reviews).toEqual(reviews);
        const held = await heldAbout(store, school, pupil);
        const stored = [
          ...leavesOf(pupil, 'pupil'),
          ...reviews.flatMap((review, at) => leavesOf(review, `reviews.${at}`)),
        ];
        const shown = sectionsOf(held, {}, '2026-12-02').flatMap((one) => shownPaths(one.shown));
        expect(new Set(shown)).toEqual(
          new Set([...stored, ...shown.filter((path) => /^(digests|cards)/.test(path))]),
        );
        for (const review of reviews)
          for (const { what } of review.actions) expect(html).toContain(escaped(what));
      }
    expect(reviewsSeen).toBeGreaterThan(20);
  });

  it('says what the documents were called before, and which backups hold a copy', async () => {
    const dataDir = await quickFolder();
    const store = await storeIn(dataDir);
    await store.put('schools', aSchool());
    await store.put('pupils', aPupil());
    await writeFile(join(dataDir, 'old-ids.json'), JSON.stringify({ pupils: { 'pupil-A1': aPupil().id } }));
    const copy = await importBackups(dataDir).copy('format-3');
    const { json, html } = await exported(store, 'pupil', 'P001', '--data', dataDir);
    expect(json).toMatchObject({ formerIds: ['pupil-A1'], backups: [basename(copy)] });
    expect(html).toContain('Backups that hold a copy of this');
  });

  it('has the digests that listed something of the child, and the cards of theirs that stand in chats', async () => {
    const review = aReview({ id: 'r1', stage: 'gathering' });
    const store = await aStore([aPupil()], [review]);
    const items = ['r1/evidence/tom.teacher@oakfield.example', 'r2/evidence/tom.teacher@oakfield.example'];
    await store.put('digests', {
      id: 'd',
      version: 0,
      to: SENCO,
      day: '2026-11-30',
      items,
      state: { is: 'sent', at: NOW },
    });
    const contact = { id: 'c', version: 0, channel: 'slack', tenant: 'T1', userId: 'U1', person: SENCO };
    await store.put('contacts', {
      ...contact,
      cards: [
        { is: 'show/status/r1/pupil/', ref: { ts: '1' } },
        { is: 'show/due/', ref: { ts: '2' } },
      ],
    });
    const { json } = await exported(store, 'pupil', 'P001');
    expect(json.digests).toEqual([{ day: '2026-11-30', to: SENCO, listed: [items[0]] }]);
    expect(json.cards).toEqual([{ channel: 'slack', person: SENCO, is: 'show/status/r1/pupil/' }]);
  });
});

describe('the page of an export', () => {
  it('names authors, days and questions as people do, escapes what was typed, and runs nothing', async () => {
    const store = await aStore([
      aPupil({ profiles: [aProfile({ like: '<script>alert(1)</script> & jokes' })], meetings: [aMeeting()] }),
    ]);
    const { html, names } = await exported(store, 'pupil', 'p001');
    expect(html).toContain('By Mel Senco, Mon 14 Sept 2026 at 10:00');
    expect(html).toContain('&#60;script&#62;alert(1)&#60;/script&#62; &#38; jokes');
    expect(html).not.toContain('<script');
    expect(html).toContain('Record of Ada Example');
    expect(html).toMatch(/>Kind<.*?>SEN Support</);
    expect(html).toMatch(/>Wording<.*?>Reads aloud a page of a level 4 book<.*?Kept under target-1</);
    expect(html).toContain('A reading book comes home on Fridays.');
    // What a file is called says nothing of whose it is.
    expect(names?.join()).not.toMatch(/ada|example|p001/i);
  });
});

describe('a review whose meeting was brought forward', () => {
  // Set for Friday 18 December, held and decided on Friday 27 November.
  const forward = aReview({
    stage: 'closed',
    meeting: { date: '2026-12-18', time: '15:30', invitees: [] },
    meetingOpenedAt: '2026-11-27T10:00:00.000Z',
    closedAt: '2026-11-27T12:00:00.000Z',
  });

  it('is headed by the day it was held, which the next school is told too', async () => {
    const { html, xml } = await exported(
      await aStore([aPupil()], [forward]),
      ...['pupil', 'P001', '--for', 'next-school'],
    );
    expect(html).toContain('Review K7Q4: SEN Support, meeting Fri 27 Nov 2026</h2>');
    expect(xml).toContain('<Date>2026-11-27</Date>');
  });
});

describe('a record for the family', () => {
  const agreed =
    'A reading book comes home on Fridays. He was pushed by Bo Chan at lunch. His brother was there. Mrs Khan saw it. Tom Teacher rings his mum.';
  const others = [
    aPupil({ meetings: [aMeeting({ agreed })] }),
    aPupil({ id: 'oakfield-p002', ref: 'P002', firstName: 'Bo', lastName: 'Chan' }),
  ];

  it('points at passages that may be about somebody else, and cuts nothing', async () => {
    const { code, html, json, said } = await exported(
      await aStore(others),
      ...['pupil', 'P001', '--for', 'family'],
    );
    // A script that goes by it hands nothing over.
    expect(code).toBe(2);
    expect(json.toLookAt.map(({ text }: { text: string }) => text)).toEqual([
      'He was pushed by Bo Chan at lunch.',
      'His brother was there.',
      'Mrs Khan saw it.',
    ]);
    expect(json.pupil.meetings[0].agreed).toBe(agreed);
    expect(html).toContain('Not to be handed over yet: 3 passages');
    expect(html.match(/<mark/g)).toHaveLength(3);
    expect(said).toContain('3 passages may be about somebody else');
  });

  it('leaves out what a person says, keeps the others, and then has no marks', async () => {
    const store = await aStore(others);
    const first = await exported(store, 'pupil', 'P001', '--for', 'family');
    const [bo] = first.json.toLookAt;
    const args = ['pupil', 'P001', '--for', 'family', '--leave-out', bo.id, '--keep', first.json.page];
    const { html, json, names, said } = await exported(store, ...args);
    expect(json.pupil.meetings[0].agreed).toBe(
      'A reading book comes home on Fridays.[Left out: it is about somebody else.]  His brother was there. Mrs Khan saw it. Tom Teacher rings his mum.',
    );
    expect(html).not.toMatch(/Bo Chan|<mark|<aside/);
    expect(html).toContain('Left out: it is about somebody else.');
    expect([json.toLookAt, said]).toEqual([undefined, '']);
    // The first copy stands where it was written: the one to hand over has another name, and can be written beside it.
    expect(first.names?.every((name) => name.includes('-to-look-at.'))).toBe(true);
    expect(names?.filter((name) => first.names?.includes(name) || name.includes('look-at'))).toEqual([]);
  });

  it('goes on pointing at what was typed since somebody looked', async () => {
    const store = await aStore(others);
    const { json } = await exported(store, 'pupil', 'P001', '--for', 'family');
    const marks = json.toLookAt.map(({ id }: { id: string }) => id).join(',');
    const pupil = await store.get('pupils', 'oakfield-p001');
    if (!pupil) throw new Error('no pupil');
    await store.put('pupils', {
      ...pupil,
      meetings: [aMeeting({ agreed: `${agreed} Zed Young hit back.` })],
    });
    // The page she looked at is not what there is any more, so nothing is made by its mark.
    const old = await exported(store, 'pupil', 'P001', '--for', 'family', '--keep', json.page);
    expect([old.code, old.names]).toEqual([1, []]);
    expect(old.said).toContain('something typed since');
    const again = await exported(store, 'pupil', 'P001', '--for', 'family', '--keep', marks);
    expect(again.json.toLookAt.map(({ text }: { text: string }) => text)).toEqual(['Zed Young hit back.']);
  });

  it('writes nothing where a mark is mistyped, or stands in none of what is there, and takes capitals for what they are', async () => {
    const store = await aStore(others);
    const first = await exported(store, 'pupil', 'P001', '--for', 'family');
    const id: string = first.json.toLookAt[0].id;
    const args = (mark: string) => [
      'pupil',
      'P001',
      '--for',
      'family',
      '--leave-out',
      mark,
      '--keep',
      first.json.page,
    ];
    for (const mark of [id.slice(1), '000000', `${id},000000`]) {
      const { code, names, said } = await exported(store, ...args(mark));
      expect([code, names]).toEqual([1, []]);
      expect(said).toContain('Nothing was written');
    }
    expect((await exported(store, 'pupil', 'P001', '--leave-out', id)).said).toContain('--for family');
    const { code, html } = await exported(store, ...args(id.toUpperCase()));
    expect([code, html.includes('Bo Chan')]).toEqual([0, false]);
  });

  it('leaves a passage out wherever its words stand, as what a mark stands for, too', async () => {
    const target = aTarget({ text: 'Sits away from Kevin Sharp in class' });
    const review = aReview({
      ...{ id: 'r1', stage: 'acting', targets: [target], messages: [] },
      actions: [anAction({ targetId: target.id })],
    });
    const store = await aStore([aPupil()], [review]);
    const first = await exported(store, 'pupil', 'P001', '--for', 'family');
    const marks = first.json.toLookAt.map(({ id }: { id: string }) => id).join(',');
    const { html } = await exported(store, ...['pupil', 'P001', '--for', 'family', '--leave-out', marks]);
    expect(html).toContain('Left out: it is about somebody else.');
    expect(html).not.toContain('Kevin Sharp');
  });

  it('points at another pupil who shares a colleague’s first name, and not at the colleague', async () => {
    const said =
      'On Monday Tom hit him. Then TOM laughed. Tom Teacher saw it. Mr Tom did, too. Other kids ran.';
    const store = await aStore([
      aPupil({ meetings: [aMeeting({ agreed: said })] }),
      aPupil({ id: 'oakfield-p002', ref: 'P002', firstName: 'Tom', lastName: 'Chan' }),
    ]);
    const { json } = await exported(store, 'pupil', 'P001', '--for', 'family');
    expect(json.toLookAt.map(({ text }: { text: string }) => text)).toEqual([
      'On Monday Tom hit him.',
      'Then TOM laughed.',
      'Other kids ran.',
    ]);
  });

  it('points at why it is kept for longer, whatever that says', async () => {
    const hold = { why: 'Claim expected. Counsel says wait', by: SENCO, at: NOW };
    const lifted = { why: 'Claim settled', by: SENCO, at: NOW };
    const before = [{ hold: { ...hold, why: 'An earlier claim' }, lifted }];
    const store = await aStore([aPupil({ legalHold: hold, heldBefore: before })]);
    const { json } = await exported(store, 'pupil', 'P001', '--for', 'family');
    expect(json.toLookAt.map(({ why, text }: { why: string; text: string }) => `${why}: ${text}`)).toEqual([
      'a legal matter: Claim expected. Counsel says wait',
      'a legal matter: An earlier claim',
      'a legal matter: Claim settled',
    ]);
  });

  it('says in words what was done, and leaves colleagues’ accounts and chats to the school', async () => {
    const where = { contactId: 'slack.T1.U0TOM', ref: { channel: 'D0TOM', ts: '1.2' } };
    const sent = { is: 'sent' as const, at: NOW, where };
    const history = [
      { by: SENCO, at: NOW, what: 'advice-recorded', fields: ['annual.outsiders.outsider-la.advice'] },
      { by: SENCO, at: NOW, what: 'target-reviewed', fields: ['targetReviews.target-1'] },
    ];
    const messages = [{ key: 'm', kind: 'record' as const, to: SENCO, queuedAt: NOW, state: sent }];
    const store = await aStore([aPupil()], [aReview({ id: 'r1', history, messages })]);
    const cards = [{ is: 'show/status/r1/pupil/', ref: { ts: '1' }, at: NOW }];
    const account = { id: 'c', version: 0, channel: 'slack', tenant: 'T1', userId: 'U0TOM', person: SENCO };
    await store.put('contacts', { ...account, cards } as never);
    const { html, json } = await exported(store, 'pupil', 'P001', '--for', 'family');
    expect(html).toContain('Written advice was recorded');
    expect(html).toContain('Others who were invited');
    expect(html).toContain('The meeting looked at a target or outcome');
    expect(html).not.toMatch(/outsider-la|targetReviews\.|advice-recorded/);
    expect(JSON.stringify(json) + html).not.toMatch(/U0TOM|D0TOM/);
    expect(JSON.stringify((await exported(store, 'pupil', 'P001')).json)).toContain('D0TOM');
  });

  it('points at nothing for the school', async () => {
    const { html, json } = await exported(await aStore(others), 'pupil', 'P001');
    expect(json.toLookAt).toBeUndefined();
    expect(html).not.toContain('<mark');
  });
});

describe('a record for the next school', () => {
  it.each([
    ['SEN Support', aPupil({ upn: 'A823432116004' }), { kind: 'sen-support', planMade: '2025-09-10' }],
    ['an EHC plan', anEhcpPupil({ upn: 'A823432116004' }), { kind: 'ehcp' }],
    ['two plans', aPupilWithTwoPlans({ upn: 'A823432116004' }), { kind: 'ehcp' }],
  ])('is read back by the import, of a pupil with %s', async (_, pupil, plan) => {
    const there = await aStore([{ ...pupil, firstName: 'Zoë', lastName: 'O’Neill' }]);
    const { xml } = await exported(there, 'pupil', pupil.ref, '--for', 'next-school');
    const here = await temporaryStore();
    await here.put('schools', aSchool({ id: 'beech', name: 'Beech School' }));
    const preview = await previewImport(
      here,
      {
        files: [{ name: 'ctf.xml', bytes: new TextEncoder().encode(xml) }],
        columns: [],
        skipBad: false,
        takeList: false,
        fromFile: [],
        decisions: new Map(),
      },
      { today: '2026-12-02', at: NOW, newId: randomIds.unique, reader: readHere },
    );
    if (preview.is !== 'list') throw new Error('it was not read as a list');
    expect(preview.planned.plan.pupils).toMatchObject([
      {
        upn: 'A823432116004',
        firstName: 'Zoë',
        lastName: 'O’Neill',
        dateOfBirth: pupil.dateOfBirth,
        yearGroup: pupil.yearGroup,
        plans: [plan],
      },
    ]);
  });
});

describe('npm run export', () => {
  it('says where else the pupil is named, and who only has the same name is not', async () => {
    const named = aMeeting({ agreed: 'She sits with ada EXAMPLE.' });
    const store = await aStore([
      aPupil(),
      aPupil({ id: 'p2', ref: 'P002', firstName: 'Bo', meetings: [named] }),
      aPupil({ id: 'p3', ref: 'P003', meetings: [] }),
    ]);
    const { said } = await exported(store, 'pupil', 'P001');
    expect(said).toContain('stands in what is recorded of others, too: pupil P002. Please look');
  });

  it.each([
    [['pupil', 'P999'], 'No pupil has this reference'],
    [['pupil', 'Ada Example'], 'two pupils can have one name'],
    [['pupil', 'P001', '--school', 'elm'], 'There is no such school. Stored: oakfield.'],
    [['pupil'], 'Usage:'],
    [['pupil', 'P001', '--for', 'friends'], 'Usage:'],
    [['school', 'oakfield'], 'Usage:'],
  ])('refuses %j in words', async (args, words) => {
    const { code, said } = await exported(await aStore(), ...args);
    expect([code, said]).toEqual([1, expect.stringContaining(words)]);
  });

  it('writes files only their owner may read, over no other and not into the data folder', async () => {
    const [data, out] = [await quickFolder(), await quickFolder()];
    await mkdir(join(data, 'backups'));
    await symlink(data, join(out, 'link'));
    const terminal = aTerminal();
    for (const folder of [data, join(data, 'backups'), join(out, 'link'), join(out, 'none')])
      expect(await filesInto(folder, data, terminal)).toBeUndefined();
    const into = await filesInto(out, data, terminal);
    expect(await into?.hand({ name: 'a.html', text: 'first' })).toBe(true);
    expect(await into?.hand({ name: 'a.html', text: 'second' })).toBe(false);
    expect(await into?.hand({ name: '../b.html', text: 'third' })).toBe(false);
    expect((await stat(join(out, 'a.html'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(out, 'a.html'), 'utf8')).toBe('first');
    expect((await readdir(out)).sort()).toEqual(['a.html', 'link']);
  });
});
