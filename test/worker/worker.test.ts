import { describe, expect, it, vi } from 'vitest';
import { aMessage, TEACHER } from '../support/builders.ts';
import { soon } from '../support/soon.ts';
import { aReviewOwing, aWorld } from './world.ts';

describe('a worker that was started', () => {
  it('sends what is owed, what comes to be owed, and stops', async () => {
    const world = await aWorld({ timing: { poll: 5 } });
    await world.knows(TEACHER);
    await world.keep(aReviewOwing(aMessage()));
    world.worker.start();
    await soon(() => expect(world.channel.tried).toEqual(['message-1']));
    await world.keep(aReviewOwing(aMessage({ key: 'message-2' }), { id: 'review-2' }));
    await soon(() => expect(world.channel.tried).toEqual(['message-1', 'message-2']));
    await world.worker.stop();
    await world.keep(aReviewOwing(aMessage({ key: 'message-3' }), { id: 'review-3' }));
    world.worker.poke();
    await world.worker.tick();
    expect(world.channel.tried).toHaveLength(2);
  });

  it('looks at once when poked', async () => {
    const world = await aWorld({ timing: { poll: 1_000_000 } });
    await world.knows(TEACHER);
    world.worker.start();
    await world.worker.tick();
    await world.keep(aReviewOwing(aMessage()));
    world.worker.poke();
    await soon(() => expect(world.channel.tried).toEqual(['message-1']));
    await world.worker.stop();
  });

  it('begins no round before the one in hand has ended', async () => {
    const world = await aWorld();
    await world.knows(TEACHER);
    await world.keep(aReviewOwing(aMessage()));
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    world.channel.onSend = () => released;
    const sweeps = vi.spyOn(world.store, 'schools');
    const rounds = [world.worker.tick(), world.worker.tick()];
    await soon(() => expect(world.channel.tried).toHaveLength(1));
    expect(sweeps).toHaveBeenCalledTimes(1);
    release();
    await Promise.all(rounds);
    expect(sweeps).toHaveBeenCalledTimes(2);
  });

  it('finishes what is in hand before it has stopped, and begins nothing more', async () => {
    const world = await aWorld();
    await world.knows(TEACHER);
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9])
      await world.keep(aReviewOwing(aMessage({ key: `m${n}` }), { id: `review-${n}` }));
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    world.channel.onSend = () => released;
    world.worker.start();
    await soon(() => expect(world.channel.tried.length).toBeGreaterThan(0));
    const begun = world.channel.tried.length;
    const stopping = world.worker.stop();
    release();
    await stopping;
    expect(begun).toBeLessThan(9);
    expect(world.channel.arrived.length).toBeLessThan(9);
    const reviews = await world.store.reviewsOf('oakfield');
    const inState = (state: string) =>
      reviews.filter(({ messages }) => messages[0]?.state.is === state).length;
    expect(inState('sending')).toBe(0);
    expect(inState('sent')).toBe(world.channel.arrived.length);
  });

  it('does not wait for ever for a channel that hangs', async () => {
    const world = await aWorld({ timing: { stop: 20 } });
    await world.knows(TEACHER);
    const review = await world.keep(aReviewOwing(aMessage()));
    world.channel.fates.push('hangs');
    world.worker.start();
    await soon(() => expect(world.channel.tried).toHaveLength(1));
    await world.worker.stop();
    expect(await world.stateOf(review)).toMatchObject({ is: 'sending' });
  });

  it('outlives a store that fails', async () => {
    const world = await aWorld();
    await world.knows(TEACHER);
    await world.keep(aReviewOwing(aMessage()));
    const { reviewsToDeliver, schools } = world.store;
    const failing = async () => {
      throw new Error('no');
    };
    world.store.reviewsToDeliver = failing;
    world.store.schools = failing;
    await world.worker.tick();
    expect(world.channel.tried).toEqual([]);
    Object.assign(world.store, { reviewsToDeliver, schools });
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['evidence-request']);
  });

  it('sends nothing that it could not claim on disk', async () => {
    const world = await aWorld();
    await world.knows(TEACHER);
    await world.keep(aReviewOwing(aMessage()));
    const put = world.store.put.bind(world.store);
    world.store.put = async () => {
      throw new Error('disk full');
    };
    await world.worker.tick();
    expect(world.channel.tried).toEqual([]);
    world.store.put = put;
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['evidence-request']);
  });
});
