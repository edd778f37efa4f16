import { describe, expect, it } from 'vitest';
import { TryLater, Unreachable } from '../../src/channels/channel.ts';
import type { PendingMessage } from '../../src/domain/nudges/message.ts';
import type { Review } from '../../src/domain/review/review.ts';
import { ASSISTANT, anAction, aPupil, aReview, TEACHER } from '../support/builders.ts';
import { HOUR, MINUTE } from '../support/clock.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { aWorld, type Given, textOf, type World } from './world.ts';

const AT = '2026-11-10T10:00:00.000Z';

/** The review of the pupil of that name, decided at `at`: `to` is to do what was agreed. */
function decided(name: string, { to = TEACHER, at = AT, also = [] as string[] } = {}): Review {
  const actions = ['1', ...also].map((n) => anAction({ id: `${name}-${n}`, owner: to, due: '2028-12-01' }));
  const message: PendingMessage = {
    ...{ key: `message-${name}`, to, kind: 'action-given', about: `${name}-1`, queuedAt: at },
    ...(also.length > 0 && { also: also.map((n) => `${name}-${n}`) }),
    state: { is: 'waiting', tries: 0 },
  };
  return aReview({
    id: `${name}.1`,
    pupilId: name,
    ref: name.toUpperCase(),
    stage: 'acting',
    actions,
    messages: [message],
  });
}

/** A school in which the SENCO has just decided the reviews of these pupils, all with something for the teacher to do. */
async function afterDeciding(reviews: readonly Review[], given: Given = {}): Promise<World> {
  const world = await aWorld(given);
  await world.knows(TEACHER);
  for (const review of reviews) {
    await world.store.put('pupils', aPupil({ id: review.pupilId, ref: review.ref }));
    await world.keep(review);
  }
  return world;
}

const messageOf = async ({ store }: World, name: string) =>
  (await store.get('reviews', `${name}.1`))?.messages[0];
const stateOf = async (world: World, name: string) => (await messageOf(world, name))?.state;

describe('actions for two pupils that are given to somebody at once', () => {
  it('are one message that names both, and both reviews know that it was sent, and where it stands', async () => {
    const world = await afterDeciding([decided('ada'), decided('ben')]);
    await world.worker.tick();
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['ADA: ada-1, BEN: ben-1']);
    const where = { ref: { id: '1' } };
    expect(await stateOf(world, 'ada')).toMatchObject({ is: 'sent', where });
    expect(await stateOf(world, 'ben')).toMatchObject({ is: 'sent', where });
  });

  it('are a message each to those who are given one each', async () => {
    const world = await afterDeciding([decided('ada'), decided('ben', { to: ASSISTANT })]);
    await world.knows(ASSISTANT);
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['action-given ada-1']);
    expect(world.received(ASSISTANT)).toEqual(['action-given ben-1']);
  });

  it('come after the record of the review that one of them came of', async () => {
    const record = { ...decided('ben').messages[0], key: 'record', kind: 'record' } as PendingMessage;
    const { about: _, ...told } = record;
    const ben = decided('ben');
    const world = await afterDeciding([decided('ada'), { ...ben, messages: [told, ...ben.messages] }]);
    await world.worker.tick();
    expect(world.channel.tried).toEqual(['record', 'message-ada']);
  });

  it('leave out what is not theirs any more, which is not taken for told', async () => {
    const ben = decided('ben');
    const given = ben.actions.map((action) => ({ ...action, owner: ASSISTANT }));
    const world = await afterDeciding([decided('ada'), { ...ben, actions: given }, decided('cem')]);
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['ADA: ada-1, CEM: cem-1']);
    expect(await stateOf(world, 'ben')).toMatchObject({ is: 'dropped' });
  });

  it('are as few messages as fit: ten things in one, a review whole', async () => {
    const eight = decided('ada', { also: ['2', '3', '4', '5', '6', '7', '8'] });
    const three = decided('ben', { also: ['2', '3'] });
    const world = await afterDeciding([eight, three, decided('cem')]);
    await world.worker.tick();
    expect(world.received(TEACHER).sort()).toEqual(['BEN: ben-1, CEM: cem-1', 'action-given ada-1']);
  });

  it('wait three minutes for more, from the first on', async () => {
    const world = await afterDeciding([decided('ada')], { timing: { gather: 3 * MINUTE } });
    await world.worker.tick();
    expect(world.channel.tried).toEqual([]);
    world.clock.pass(2 * MINUTE);
    await world.store.put('pupils', aPupil({ id: 'ben', ref: 'BEN' }));
    await world.keep(decided('ben', { at: world.clock.now() }));
    await world.worker.tick();
    expect(world.channel.tried).toEqual([]);
    world.clock.pass(MINUTE);
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['ADA: ada-1, BEN: ben-1']);
  });

  it('wait together when the chat asks to wait, and go together', async () => {
    const world = await afterDeciding([decided('ada'), decided('ben')]);
    world.channel.fates.push(new TryLater(5_000));
    await world.worker.tick();
    for (const name of ['ada', 'ben']) {
      const message = await messageOf(world, name);
      expect(message?.state).toMatchObject({ is: 'waiting', tries: 1 });
      expect(Object.keys(message ?? {})).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/with|carries/)]),
      );
    }
    world.clock.pass(MINUTE);
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['ADA: ada-1, BEN: ben-1']);
  });

  it('are shown as not delivered, each in its review, where somebody can’t be reached; and are one message once they can', async () => {
    const world = await afterDeciding([decided('ada'), decided('ben')]);
    world.channel.fates.push(new Unreachable('blocked'));
    await world.worker.tick();
    for (const name of ['ada', 'ben'])
      expect(await stateOf(world, name)).toMatchObject({ is: 'undeliverable', why: 'blocked' });
    world.clock.pass(2 * HOUR);
    await world.knows(TEACHER, { userId: 'another' });
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['ADA: ada-1, BEN: ben-1']);
  });

  it('change where they stand as each is done, and tell nobody anew', async () => {
    const world = await afterDeciding([decided('ada'), decided('ben')]);
    await world.worker.tick();
    const done = async (name: string) => {
      const review = await world.store.get('reviews', `${name}.1`);
      if (!review) throw new Error('no review');
      const end = { by: TEACHER, at: AT, what: 'Done on Monday', helped: 'yes' } as const;
      await world.keep({ ...review, actions: review.actions.map((one) => ({ ...one, done: end })) });
      world.worker.changed(review.id);
      await world.worker.tick();
      return world.channel.updated.map(({ message }) => textOf(message));
    };
    const shown = ['ADA: ada-1, BEN: ben-1'];
    expect(await done('ben')).toHaveLength(1);
    expect((await done('ada')).length).toBe(2);
    expect(world.received(TEACHER)).toEqual(shown);
    expect(await stateOf(world, 'ada')).not.toHaveProperty('where');
  });
});

/** A process that dies before it can write a review for the `n`-th time, counted from 0: nothing of it happens any more. */
function dyingAt(n: number, world: World): { readonly hasDied: () => boolean; revive(): void } {
  const { store, channel } = world;
  const [put, send] = [store.put.bind(store), channel.send];
  let writes = 0;
  let dead = false;
  const never = () => new Promise<never>(() => undefined);
  store.put = (...given) => {
    dead ||= given[0] === 'reviews' && writes++ >= n;
    return dead ? never() : put(...given);
  };
  channel.send = (...given) => (dead ? never() : send(...given));
  return {
    hasDied: () => dead,
    revive() {
      store.put = put;
      channel.send = send;
    },
  };
}

describe.each([
  ['can be asked what arrived', true],
  ['can’t be asked', false],
])('a crash while they are sent, in a chat that %s', (_, readBack) => {
  // A message of three reviews: claimed three times, and marked three times.
  it.each([0, 1, 2, 3, 4, 5])(
    'before its write %i: nothing is told twice, and nothing is taken for told that was not',
    async (n) => {
      const channel = fakeChannel();
      channel.readBack = readBack;
      const names = ['ada', 'ben', 'cem'];
      const world = await afterDeciding(
        names.map((name) => decided(name)),
        { channels: [channel] },
      );
      const death = dyingAt(n, world);
      void world.worker.tick();
      await until(death.hasDied);
      death.revive();
      const after = world.another();
      // Begun again at once: the claims of the process that died still hold.
      for (let minutes = 0; minutes < 20; minutes++) {
        world.clock.pass(MINUTE);
        await after.tick();
      }
      const told = world.received(TEACHER).flatMap((text) => text.match(/\w+-1/g) ?? []);
      expect(new Set(told).size).toBe(told.length);
      for (const name of names) {
        const state = await stateOf(world, name);
        // Where nobody can be asked, the SENCO is shown that it is not known; here it had arrived.
        const isUnsure = !readBack && n === 3;
        expect([name, state?.is]).toEqual([name, isUnsure ? 'unconfirmed' : 'sent']);
      }
      expect(told.toSorted()).toEqual(['ada-1', 'ben-1', 'cem-1']);
    },
  );
});

async function until(so: () => boolean): Promise<void> {
  while (!so()) await new Promise((resolve) => setImmediate(resolve));
}
