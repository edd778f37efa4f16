import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { givingRecords } from '../../src/app/give-records.ts';
import { randomIds } from '../../src/app/ids.ts';
import { makeLog } from '../../src/app/log.ts';
import { takingBack } from '../../src/app/take-back.ts';
import { workerStores } from '../../src/app/worker-stores.ts';
import { makeTurn } from '../../src/conversation/conversation.ts';
import type { PendingList } from '../../src/conversation/import-port.ts';
import { makeWording } from '../../src/conversation/message-wording.ts';
import { Waiting } from '../../src/conversation/waiting.ts';
import { chatImports } from '../../src/data-in/chat-import.ts';
import { readHere } from '../../src/data-in/read/read-here.ts';
import { auditedStores } from '../../src/records/audit/audited-store.ts';
import { beginAudit } from '../../src/records/audit/begin.ts';
import { eraseCommand } from '../../src/records/erase/command.ts';
import { type DataKeys, NO_KEYS, readKey } from '../../src/store/lowdb/data-keys.ts';
import { importBackups } from '../../src/store/lowdb/import-backups.ts';
import { Standing } from '../../src/worker/standing.ts';
import { makeWorker } from '../../src/worker/worker.ts';
import { AT_ONCE } from '../support/at-once.ts';
import {
  aContact,
  aMeeting,
  aMessage,
  anAction,
  anEvidenceRequest,
  aPupil,
  aReview,
  aSchool,
  SENCO,
  TEACHER,
} from '../support/builders.ts';
import { testClock } from '../support/clock.ts';
import { bytesIn, remembering } from '../support/every-byte.ts';
import { type FakeChannel, fakeChannel } from '../support/fake-channel.ts';
import { quickFolder, storeIn } from '../support/store.ts';
import { hearing } from '../support/terminal.ts';
import { turnPlayer } from '../support/turn-player.ts';

/*
 * A child is erased while the bot runs. Before, each word that is of the child is found where it has to be; after it, in nothing that the
 * program can open: not in the data folder, not in the chats, not in memory.
 */

const NOW = '2026-11-10T10:00:00.000Z';
const LOG = makeLog('silent', { write: () => undefined });
const A_KEY = readKey(randomBytes(32).toString('base64'));

/** What only the child's data has: each stands nowhere else. */
const WORDS = {
  name: 'Zebrafinch',
  surname: 'Quokkabird',
  upn: 'Z823432116004',
  ref: 'WOMBAT77',
  className: 'Narwhals',
  // What colleagues typed: recorded of a meeting, sent as evidence, not sent yet, and said before it was clear of which action.
  agreed: 'pangolin',
  evidence: 'axolotl',
  unsent: 'capybara',
  reason: 'okapi',
  pupil: 'c'.repeat(32),
  review: 'e'.repeat(32),
} as const;

const found = (text: string): string[] => {
  const lower = text.toLowerCase();
  return Object.keys(WORDS).filter((word) => lower.includes(WORDS[word as keyof typeof WORDS].toLowerCase()));
};

/** The bot at work in a school's chat, with the marked child, another child, and the teacher and the SENCO of both. */
async function aSchoolAtWork(keys: DataKeys) {
  const recall = remembering();
  const folder = join(await quickFolder(), 'data');
  const [clock, ids, channel, waiting] = [testClock(NOW), randomIds, fakeChannel(), new Waiting()];
  const store = await storeIn(folder, { keys, files: AT_ONCE });
  const { name: firstName, surname: lastName, upn, ref, className, agreed, pupil: pupilId, review } = WORDS;
  const meetings = [aMeeting({ agreed })];
  const actions = ['laptop', 'table'].map((id) =>
    anAction({ id, what: `Move the ${id}`, due: '2026-11-12' }),
  );
  const evidence = [anEvidenceRequest({ dueBy: '2026-11-12' })];
  await store.put('schools', aSchool());
  const { audit } = await beginAudit(store, { dataDir: folder, key: 'k'.repeat(32), clock });
  const storeFor = auditedStores(store, audit, clock);
  await store.put('pupils', aPupil({ id: pupilId, firstName, lastName, upn, ref, className, meetings }));
  await store.put('pupils', aPupil({ id: 'b'.repeat(32), ref: 'P002', firstName: 'Bo' }));
  await store.put('reviews', aReview({ id: 'd'.repeat(32), pupilId, stage: 'acting', actions }));
  const messages = [aMessage()];
  await store.put('reviews', aReview({ id: review, pupilId, stage: 'gathering', evidence, messages }));
  for (const email of [TEACHER, SENCO])
    await store.put('contacts', aContact({ userId: email, email, person: email }));

  const cards = new Standing(store, [channel], LOG, clock);
  const files = keepingFiles(channel);
  const backups = importBackups(folder, { keys });
  const turn = makeTurn({
    ...{ store, storeFor, audit, clock, ids, waiting, cards, committed: () => undefined },
    records: givingRecords(store, [channel], { clock, log: LOG, audit, cards }),
    imports: chatImports<PendingList>({ store, storeFor, clock, ids, backups, reader: readHere }),
  });
  const worker = makeWorker({
    ...{ channels: [channel], clock, log: LOG, standing: cards, timing: { gather: 0 } },
    ...workerStores(storeFor, clock),
    wording: makeWording({ store, clock }),
  });
  const [tom, mel] = [TEACHER, SENCO].map((who) => turnPlayer(who, turn, worker.tick, channel));
  if (!tom || !mel) return expect.fail();
  await worker.tick();

  const { terminal, said } = hearing();
  const erases = () =>
    eraseCommand.run({ ref, yes: true }, terminal, {
      ...{ store: storeFor({ who: 'terminal', by: 'erase' }), audit, clock, ids, dataDir: folder, keys },
      takeBack: takingBack(store, [channel], LOG),
      forgetWaiting: () => waiting.forget(),
    });
  /** Which words are found, by where they are. */
  const search = async () => {
    await audit.durable();
    const texts: Record<string, string> = {
      chats: [...tom.reads(), ...mel.reads(), JSON.stringify(tom.inputs())].join('\n'),
      files: [...files.values()].join('\n'),
      memory: recall(),
      // Beside the data folder, too: the keys that are made there.
      disk: await bytesIn(join(folder, '..'), keys),
    };
    for (const name of await readdir(folder)) texts[name] = await bytesIn(folder, keys, name);
    const all = Object.entries(texts).map(([place, text]) => [place, found(text)] as const);
    return Object.fromEntries(all.filter(([, words]) => words.length > 0));
  };
  return { folder, backups, turn, tom, mel, erases, said, search };
}

/** Has the chat keep the files that people are given, until they are taken back. */
function keepingFiles(channel: FakeChannel): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const { update } = channel;
  channel.sendFile = async (_, { bytes, stands }) => {
    const id = `file ${files.size}`;
    files.set(id, Buffer.from(bytes).toString('utf8'));
    await stands?.({ id });
    return 'sent';
  };
  channel.update = async (contact, at, message) => {
    files.delete(at.id ?? '');
    await update(contact, at, message);
  };
  return files;
}

/** The teacher types of the child: what is sent, what can't be sent yet, and what is not clear yet. */
async function tomTypes({ tom }: Awaited<ReturnType<typeof aSchoolAtWork>>) {
  const progress = { 'Progress on target 1': 'Good progress', 'Progress on target 2': 'Good progress' };
  await tom.fill({ 'First, the strengths: what is going well?': WORDS.evidence, ...progress });
  await tom.press('Send my evidence');
  await tom.type(`not mine: ${WORDS.reason}`);
  await tom.type('actions');
  await tom.press('Need more time');
  // That day is over: it is not taken, and what was typed waits for another.
  await tom.fill({ 'New day': '2026-11-01', 'Why is more time needed?': WORDS.unsent });
  await tom.press('Move the day');
}

/** The SENCO looks at the child, takes the record out, and sends a list that has the child. */
async function melLooks({ mel, turn }: Awaited<ReturnType<typeof aSchoolAtWork>>) {
  for (const text of ['due', `export ${WORDS.name}`]) await mel.type(text);
  await mel.press('For the family');
  const row = [WORDS.upn, WORDS.ref, WORDS.name, WORDS.surname, '14/03/2017', '5', 'K'];
  const list = ['UPN,Adno,Forename,Surname,DOB,Year,SEN Status', row.join()].join('\n');
  const file = { name: 'list.csv', read: async () => new TextEncoder().encode(list) };
  const from = { channel: 'sandbox', tenant: 'sandbox', account: SENCO, email: SENCO };
  await mel.put(await turn({ ...from, said: { kind: 'files', text: '', privately: true, files: [file] } }));
  await mel.type(`pupil ${WORDS.name}`);
}

/** Backups were made, one with half a file of a killed process; a torn review was set aside; ids were other ones once. */
async function copiesAreMade({ folder, backups }: Awaited<ReturnType<typeof aSchoolAtWork>>) {
  const { pupil, review, evidence, surname, ref } = WORDS;
  const made = await backups.make([{ collection: 'pupils', id: pupil, before: 0, after: 1 }]);
  await writeFile(join(made, 'pupils', `.${randomUUID()}.tmp`), `{"lastName":"${surname}`);
  const aside = join(folder, 'set-aside', '2026-11-01T09-00-00Z', 'reviews');
  await mkdir(aside, { recursive: true });
  await writeFile(join(aside, 'torn.json'), `{"id":"${review}","strengths":"${evidence}`);
  const was = { pupils: { [`oakfield-${ref}`]: pupil, keep: 'b' } };
  await writeFile(join(folder, 'old-ids.json'), JSON.stringify(was));
}

const NAMED = ['name', 'surname', 'upn', 'ref'];

it.each([
  ['encrypted', { ...(A_KEY && { current: A_KEY }), older: [] }],
  ['in plain', NO_KEYS],
])(
  'once a child is erased no byte that the program can open has a word of theirs, with documents kept %s',
  async (_, keys) => {
    const school = await aSchoolAtWork(keys);
    await tomTypes(school);
    await melLooks(school);
    await copiesAreMade(school);
    const ofThePupil = [...NAMED, 'className', 'agreed'];
    expect(await school.search()).toEqual({
      pupils: [...ofThePupil, 'pupil'],
      reviews: ['evidence', 'pupil', 'review'],
      digests: ['review'],
      contacts: ['pupil', 'review'],
      backups: [...ofThePupil, 'evidence', 'pupil', 'review'],
      'set-aside': ['evidence', 'review'],
      'old-ids.json': ['ref', 'pupil'],
      audit: ['pupil', 'review'],
      disk: [...ofThePupil, 'evidence', 'pupil', 'review'],
      chats: [...ofThePupil, 'evidence', 'unsent'],
      files: [...ofThePupil, 'evidence', 'pupil', 'review'],
      memory: [...NAMED, 'unsent', 'reason', 'pupil'],
    });

    expect(await school.erases()).toBe(0);
    expect(school.said.at(-1)).toContain(`copies of the record that ${SENCO} took out.`);
    expect(found(school.said.slice(2).join())).toEqual([]);

    // What is left says that somebody was erased, and what was done before, by random ids.
    // In memory it is by whose id a page was given that was to be looked at.
    const ids = { audit: ['pupil', 'review'], 'erased.json': ['pupil'], memory: ['pupil'] };
    expect(await school.search()).toEqual({ ...ids, disk: ['pupil', 'review'] });
  },
);
