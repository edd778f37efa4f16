import { expect, it } from 'vitest';
import { setApart } from '../../src/app/apart.ts';
import { makeLog } from '../../src/app/log.ts';
import { makeTurn } from '../../src/conversation/conversation.ts';
import { makeWording } from '../../src/conversation/message-wording.ts';
import type { Review } from '../../src/domain/review/review.ts';
import type { School } from '../../src/domain/school/school.ts';
import type { Store } from '../../src/store/store.ts';
import { makeWorker } from '../../src/worker/worker.ts';
import { aContact, anAction, aPupil, aReview, aSchool, SENCO, TEACHER } from '../support/builders.ts';
import { testClock } from '../support/clock.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { testIds } from '../support/ids.ts';
import { overlaid, temporaryStore } from '../support/store.ts';

/** The document as it is, but that whoever asks for `field` trips: a fault in the program that only this one meets. */
function tripping<T extends object>(document: T, field: keyof T): T {
  return Object.defineProperty({ ...document }, field, {
    enumerable: true,
    get() {
      throw new TypeError('Mia Hughes tripped it');
    },
  });
}

const HERS = aReview({
  id: 'hers',
  stage: 'acting',
  pupilId: 'other',
  actions: [anAction({ id: 'read', what: 'Read with Ben', due: '2026-11-20' })],
});
const BAD = aReview({
  id: 'bad',
  stage: 'acting',
  actions: [anAction({ id: 'bad-1', due: '2026-11-20' })],
});

/** A bot with one review that trips everything that looks at its actions, and one that is as it should be. */
async function aBot(change: (store: Store) => Store = withBad(BAD)) {
  const kept = await temporaryStore();
  const clock = testClock('2026-11-20T09:00:00.000Z');
  await kept.put('schools', aSchool());
  await kept.put('pupils', aPupil({ firstName: 'Mia', lastName: 'Hughes', ref: 'MH12' }));
  await kept.put('pupils', aPupil({ id: 'other', ref: 'BO12', firstName: 'Ben', lastName: 'Okoro' }));
  for (const review of [HERS, BAD]) await kept.put('reviews', review);
  for (const email of [SENCO, TEACHER])
    await kept.put('contacts', aContact({ email, userId: email.replace(/\W/g, '-') }));
  const logged: string[] = [];
  const log = makeLog('info', { write: (line) => void logged.push(line) });
  const { store, apart } = setApart(change(kept), clock, log);
  const channel = fakeChannel();
  const wording = makeWording({ store, clock, apart });
  const worker = makeWorker({ store, channels: [channel], clock, log, wording, apart });
  const turn = makeTurn({ store, clock, ids: testIds(), committed: () => undefined, apart });
  const says = async (email: string, text: string) =>
    JSON.stringify(
      await turn({
        channel: 'sandbox',
        tenant: 'sandbox',
        account: email,
        email,
        said: { kind: 'text', text },
      }),
    );
  return { kept, clock, logged, apart, worker, channel, says };
}

function withBad(bad: Review): (store: Store) => Store {
  const trips = tripping({ ...bad, version: 1 }, 'actions');
  const inPlace = async (found: Promise<readonly Review[]>) =>
    (await found).map((one) => (one.id === bad.id && one.version === 1 ? trips : one));
  return (kept) =>
    overlaid(kept, {
      reviewsOf: (school) => inPlace(kept.reviewsOf(school)),
      reviewsOfPupil: (pupil) => inPlace(kept.reviewsOfPupil(pupil)),
      reviewsConcerning: (person) => inPlace(kept.reviewsConcerning(person)),
      reviewsDueBy: (school, last) => inPlace(kept.reviewsDueBy(school, last)),
    });
}

it('a review that can’t be reckoned with is left out of every list, and its SENCO is told whose it is', async () => {
  const { says, apart } = await aBot();
  for (const word of ['review due', 'review actions']) {
    const shown = await says(SENCO, word);
    expect(shown, word).toContain('Ben Okoro');
  }
  expect(await says(SENCO, 'review due')).toContain(
    'I can’t read something about Mia Hughes (MH12), so it is missing here.',
  );
  expect(apart.all()).toEqual([expect.objectContaining({ collection: 'reviews', id: 'bad' })]);
});

it('somebody else sees all that is theirs, and no word of a pupil they have nothing to do with', async () => {
  const { says } = await aBot();
  const shown = await says(TEACHER, 'review');
  expect(shown).toContain('Read with Ben');
  expect(shown).not.toContain('Mia');
});

it('the digests of the day go out without it', async () => {
  const { worker, channel } = await aBot();
  await worker.tick();
  const digest = channel.arrived.find(({ contact }) => contact.email === TEACHER);
  expect(JSON.stringify(digest?.message.card)).toContain('Read with Ben');
});

it('is logged with its ids, once, and with nothing of what is in it', async () => {
  const { says, logged } = await aBot();
  for (const _ of [1, 2, 3]) await says(SENCO, 'review');
  const lines = logged.filter((line) => line.includes('document set apart'));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ collection: 'reviews', document: 'bad' });
  expect(logged.join()).not.toContain('Mia');
});

it('comes back when it is changed', async () => {
  const { kept, says, apart } = await aBot();
  await says(SENCO, 'review');
  const bad = await kept.get('reviews', 'bad');
  if (!bad) throw new Error('it is not there');
  await kept.put('reviews', bad);
  expect(apart.all()).toHaveLength(1);
  const shown = await says(SENCO, 'review actions');
  expect(shown).toContain('Mia Hughes');
});

it('comes back the next day, and is set apart again where it still trips', async () => {
  const { clock, says, apart, logged } = await aBot();
  await says(SENCO, 'review');
  clock.at('2026-11-23', '09:00');
  expect(apart.all()).toEqual([]);
  expect(await says(SENCO, 'review actions')).toContain('Ben Okoro');
  expect(logged.filter((line) => line.includes('document set apart'))).toHaveLength(2);
});

it('a school that can’t be reckoned with holds up no other school’s digests', async () => {
  const elm: School = aSchool({ id: 'elm', name: 'Elm Primary', version: 0 });
  const trips = tripping(elm, 'terms');
  const { worker, channel, kept, logged, says } = await aBot((store) =>
    overlaid(store, {
      schools: async () => (await store.schools()).map((one) => (one.id === 'elm' ? trips : one)),
    }),
  );
  await kept.put('schools', elm);
  await worker.tick();
  expect(channel.arrived.map(({ contact }) => contact.email)).toContain(TEACHER);
  expect(logged.filter((line) => line.includes('document set apart')).join()).toContain('"elm"');
  // Its own people are not taken for strangers.
  expect(await says('head@elm.example', 'review')).toContain('Something went wrong on our side');
});
