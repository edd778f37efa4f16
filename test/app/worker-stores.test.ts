import { expect, it } from 'vitest';
import { makeLog } from '../../src/app/log.ts';
import { workerStores } from '../../src/app/worker-stores.ts';
import { makeWording } from '../../src/conversation/message-wording.ts';
import { auditedStores } from '../../src/records/audit/audited-store.ts';
import { makeWorker } from '../../src/worker/worker.ts';
import { auditInMemory } from '../support/audit.ts';
import {
  aContact,
  aDoneAction,
  aMessage,
  anAction,
  aPupil,
  aReview,
  aSchool,
  SENCO,
  TEACHER,
} from '../support/builders.ts';
import { testClock } from '../support/clock.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { memoryStore } from '../support/memory-store.ts';

const LOG = makeLog('silent', { write: () => undefined });
const TODAY = '2026-11-10';
const ACTION = anAction({ id: 'a1', owner: TEACHER, what: 'Buy the blue slope', due: '2026-11-19' });
const OTHER = anAction({ id: 'a2', owner: TEACHER, what: 'Move the coat pegs', due: '2026-11-19' });

/** The bot’s worker with its trail, in a school with this review, whose teacher is known to the chat. */
async function aWorkerNoted(given: Parameters<typeof aReview>[0]) {
  const kept = memoryStore();
  await kept.put('schools', aSchool());
  await kept.put('pupils', aPupil());
  await kept.put('contacts', aContact({ email: TEACHER }));
  const review = await kept.put('reviews', aReview({ stage: 'acting', ...given }));
  const clock = testClock(`${TODAY}T10:00:00.000Z`);
  const audit = auditInMemory(clock);
  const channel = fakeChannel();
  const worker = makeWorker({
    ...workerStores(auditedStores(kept, audit, clock), clock),
    channels: [channel],
    ...{ clock, log: LOG, random: () => 0, timing: { gather: 0 } },
    wording: makeWording({ store: kept, clock }),
  });
  const noted = () => audit.entries.filter(({ kind }) => kind === 'sent' || kind === 'message-changed');
  return { worker, kept, clock, review, noted };
}

const WHOSE = { who: 'bot', to: TEACHER, school: 'oakfield', pupils: [aPupil().id], reviews: [aReview().id] };

it('a digest’s entry names the fields that it shows, and so does the entry of what is put in its place', async () => {
  const { worker, kept, clock, review, noted } = await aWorkerNoted({
    actions: [ACTION, OTHER],
    messages: [],
  });
  await worker.tick();
  expect(noted()).toMatchObject([{ ...WHOSE, kind: 'sent', what: 'digest' }]);
  // The name, what is to be done and in how many days; and nothing of the meeting, the plan or what staff wrote.
  const fields = ['actions.due', 'actions.what', 'firstName', 'lastName'];
  expect(noted()[0]?.fields).toEqual(fields);

  await kept.put('reviews', { ...review, actions: [aDoneAction({ ...ACTION }), OTHER] });
  clock.set(`${TODAY}T10:05:00.000Z`);
  worker.changed(review.id);
  await worker.tick();
  expect(noted()).toHaveLength(2);
  expect(noted()[1]).toMatchObject({ ...WHOSE, kind: 'message-changed', what: 'digest' });
  expect(noted()[1]?.fields).toEqual(expect.arrayContaining(['actions.what', 'firstName', 'lastName']));
});

it('a message’s entry names the fields that it shows, and never what stands in them', async () => {
  const { worker, noted } = await aWorkerNoted({
    actions: [ACTION],
    messages: [aMessage({ kind: 'action-given', to: TEACHER, about: 'a1' })],
  });
  await worker.tick();
  const given = noted().find(({ what }) => what === 'action-given');
  expect(given).toMatchObject({ ...WHOSE, kind: 'sent' });
  expect(given?.fields).toEqual(
    expect.arrayContaining(['actions.due', 'actions.what', 'firstName', 'lastName']),
  );
  expect(JSON.stringify(noted())).not.toMatch(/Ada|slope/);
  expect(noted().every(({ to }) => to !== SENCO)).toBe(true);
});
