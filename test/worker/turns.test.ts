import { describe, expect, it } from 'vitest';
import { TryLater } from '../../src/channels/channel.ts';
import type { ChannelRates } from '../../src/channels/definition.ts';
import { ASSISTANT, aMessage, aReview, TEACHER } from '../support/builders.ts';
import { SECOND } from '../support/clock.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { soon } from '../support/soon.ts';
import { aReviewOwing, aWorld, type Given, teacherOn, type World } from './world.ts';

/** A school whose people are on Slack, which takes messages at these rates. */
async function onSlack(slack: ChannelRates, given: Given = {}): Promise<World> {
  const channel = fakeChannel('slack');
  const timing = { rates: () => slack, ...given.timing };
  const world = await aWorld({ channels: [channel], ...given, timing });
  await world.store.put('contacts', teacherOn('slack'));
  return world;
}

const oneIn = (perMs: number): ChannelRates => ({ conversation: [{ most: 1, perMs }], tenant: [] });
const threeMessages = (world: World) =>
  world.keep(
    aReview({
      stage: 'acting',
      messages: [
        aMessage({ key: 'm1', kind: 'record' }),
        aMessage({ key: 'm2', kind: 'record-corrected' }),
        aMessage({ key: 'm3', kind: 'action-given', about: 'action-1' }),
      ],
    }),
  );

describe('given a chat takes one message at a time in a conversation', () => {
  it('what waits for its turn comes in the same round, in order, and no faster', async () => {
    const world = await onSlack(oneIn(40));
    await threeMessages(world);
    const times: number[] = [];
    world.channel.onSend = () => void times.push(performance.now());
    await world.worker.tick();
    expect(world.channel.arrived.map(({ key }) => key)).toEqual(['m1', 'm2', 'm3']);
    const [first = 0, second = 0, third = 0] = times;
    expect(second - first).toBeGreaterThanOrEqual(39);
    expect(third - second).toBeGreaterThanOrEqual(39);
  });

  it('what would wait too long is left as it is, unclaimed, for a later round', async () => {
    const world = await onSlack(oneIn(3_600_000), { timing: { turn: 20 } });
    const review = await threeMessages(world);
    await world.worker.tick();
    expect(world.channel.tried).toEqual(['m1']);
    for (const key of ['m2', 'm3'])
      expect(await world.stateOf(review, key)).toEqual({ is: 'waiting', tries: 0 });
  });

  it('others do not wait for it', async () => {
    const world = await onSlack(oneIn(3_600_000), { timing: { turn: 20 } });
    await world.store.put(
      'contacts',
      teacherOn('slack', { id: 'slack.t.other', userId: 'other', email: ASSISTANT }),
    );
    await threeMessages(world);
    await world.keep(aReviewOwing(aMessage({ key: 'theirs', to: ASSISTANT }), { id: 'review-2' }));
    await world.worker.tick();
    expect(world.channel.tried.toSorted()).toEqual(['m1', 'theirs']);
  });

  it('what is settled while it waits for its turn is not sent', async () => {
    const world = await onSlack(oneIn(60));
    const review = await threeMessages(world);
    world.channel.onSend = async (_, key) => {
      const current = key === 'm1' ? await world.store.get('reviews', review.id) : undefined;
      if (current) await world.store.put('reviews', { ...current, actions: [] });
    };
    await world.worker.tick();
    expect(world.channel.tried).toEqual(['m1', 'm2']);
    expect(await world.stateOf(review, 'm3')).toMatchObject({ is: 'dropped' });
  });
});

describe('given a chat asks to wait', () => {
  it.each([
    [0, '2026-11-10T10:00:40.000Z'],
    [0.5, '2026-11-10T10:00:45.000Z'],
    [1, '2026-11-10T10:00:50.000Z'],
  ])('it is never sooner, and spread over up to a quarter more: by %d', async (chance, after) => {
    const world = await aWorld({ random: () => chance });
    await world.knows(TEACHER);
    const review = await world.keep(aReviewOwing(aMessage()));
    world.channel.fates.push(new TryLater(40 * SECOND));
    await world.worker.tick();
    expect(await world.stateOf(review)).toEqual({ is: 'waiting', after, tries: 1 });
  });

  it('for less than a second: it is spread over a second', async () => {
    const world = await aWorld({ random: () => 0.25 });
    await world.knows(TEACHER);
    const review = await world.keep(aReviewOwing(aMessage()));
    world.channel.fates.push(new TryLater(0));
    await world.worker.tick();
    expect(await world.stateOf(review)).toMatchObject({ after: '2026-11-10T10:00:00.250Z' });
  });

  it('everybody of that workspace waits, and nobody is tried meanwhile', async () => {
    const world = await onSlack(
      { conversation: [{ most: 100, perMs: 1 }], tenant: [] },
      { timing: { turn: 20 } },
    );
    for (const n of [1, 2, 3]) {
      const who = `person-${n}@oakfield.example`;
      await world.store.put(
        'contacts',
        teacherOn('slack', { id: `slack.t.u${n}`, userId: `u${n}`, email: who }),
      );
    }
    await threeMessages(world);
    world.channel.fates.push(new TryLater(30 * SECOND));
    await world.worker.tick();
    world.clock.pass(29 * SECOND);
    await world.worker.tick();
    expect(world.channel.tried).toEqual(['m1']);
  });
});

describe('given many people are written to', () => {
  it('several at once, and at most eight', async () => {
    const world = await aWorld();
    const people = Array.from({ length: 30 }, (_, n) => `person-${n}@oakfield.example`);
    const school = await world.store.get('schools', 'oakfield');
    const staff = people.map((email) => ({ email, name: 'A Person', role: 'staff' as const }));
    if (school) await world.store.put('schools', { ...school, staff: [...school.staff, ...staff] });
    for (const [n, to] of people.entries()) {
      await world.knows(to);
      const evidence = [{ who: to, askedAt: '2026-11-03T10:00:00.000Z', dueBy: '2028-12-01', revision: 0 }];
      await world.keep(aReviewOwing(aMessage({ key: `m${n}`, to }), { id: `review-${n}`, evidence }));
    }
    let now = 0;
    let most = 0;
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    world.channel.onSend = async () => {
      most = Math.max(most, ++now);
      await released;
      now -= 1;
    };
    const round = world.worker.tick();
    await soon(() => expect(now).toBe(8));
    release();
    await round;
    expect(most).toBe(8);
    expect(world.channel.arrived).toHaveLength(30);
  });
});
