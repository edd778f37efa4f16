import { describe, expect, it } from 'vitest';
import { TryLater, Unreachable } from '../../src/channels/channel.ts';
import type { Review } from '../../src/domain/review/review.ts';
import {
  ASSISTANT,
  aDoneAction,
  anAction,
  aReview,
  aSchool,
  SENCO,
  STAFF,
  TEACHER,
} from '../support/builders.ts';
import { HOUR, MINUTE, SECOND } from '../support/clock.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { quickFolder, storeIn } from '../support/store.ts';
import { aWorld, teacherOn, type World } from './world.ts';

// Due Friday 13 November 2026; the Tuesday and Thursday after are the 17th and 19th.
const DUE = '2026-11-13';
const acting = (given: Partial<Review> = {}) =>
  aReview({ stage: 'acting', actions: [anAction({ due: DUE })], ...given });

async function withAction(given: Parameters<typeof aWorld>[0] = {}): Promise<World> {
  const world = await aWorld(given);
  await world.knows(TEACHER);
  await world.knows(ASSISTANT);
  await world.keep(acting());
  world.clock.at(DUE, '07:59');
  return world;
}

const change = async (world: World, given: Partial<Review>) => {
  const review = await world.store.get('reviews', 'review-1');
  if (review) await world.store.put('reviews', { ...review, ...given });
};

describe('the day’s digest', () => {
  it('comes at 08:00 on the day, once, and not again after a restart', async () => {
    const world = await withAction();
    await world.worker.tick();
    expect(world.channel.tried).toEqual([]);
    world.clock.at(DUE, '08:00');
    await world.worker.tick();
    await world.worker.tick();
    world.clock.at(DUE, '12:00');
    await world.another().tick();
    expect(world.received(TEACHER)).toEqual(['action-1']);
    expect(await world.digest(DUE)).toMatchObject({ to: TEACHER, day: DUE, state: { is: 'sent' } });
  });

  it('comes later in the day when the bot was down in the morning, and not in the evening', async () => {
    const world = await withAction();
    world.clock.at(DUE, '17:00');
    await world.another().tick();
    expect(world.channel.tried).toEqual([]);
    world.clock.at('2026-11-17', '14:20');
    await world.another().tick();
    expect(world.received(TEACHER)).toEqual(['action-1']);
  });

  it('is made once by two processes', async () => {
    const world = await withAction();
    world.clock.at(DUE, '08:00');
    await Promise.all([world.worker.tick(), world.another().tick(), world.another().tick()]);
    expect(world.received(TEACHER)).toEqual(['action-1']);
  });

  it('goes to each person about what is theirs', async () => {
    const world = await withAction();
    const theirs = anAction({ id: 'a2', owner: ASSISTANT, due: DUE });
    await world.keep(acting({ id: 'review-2', actions: [theirs, anAction({ id: 'b3', due: DUE })] }));
    world.clock.at(DUE, '08:00');
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['action-1 b3']);
    expect(world.received(ASSISTANT)).toEqual(['a2']);
    expect(world.received(SENCO)).toEqual([]);
  });

  it('lists what is overdue on its days only, Tuesdays and Thursdays: on a Friday what falls due stands alone', async () => {
    const world = await withAction();
    await world.keep(acting({ id: 'review-2', actions: [anAction({ id: 'old', due: '2026-11-06' })] }));
    world.clock.at('2026-11-12', '08:00');
    await world.worker.tick();
    world.clock.at(DUE, '08:00');
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['old action-1', 'action-1']);
  });

  it('is one for a person of two schools', async () => {
    const world = await withAction({ schools: [aSchool(), aSchool({ id: 'elsewhere' })] });
    const there = anAction({ id: 'there', due: DUE });
    await world.keep(acting({ id: 'review-2', schoolId: 'elsewhere', actions: [there] }));
    world.clock.at(DUE, '08:00');
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['action-1 there']);
  });

  it('is about the school that is open, where the other is closed', async () => {
    const closed = aSchool({ id: 'elsewhere', closures: [DUE] });
    const world = await withAction({ schools: [aSchool({ closures: [DUE] }), closed] });
    world.clock.at(DUE, '08:00');
    await world.worker.tick();
    expect(world.channel.tried).toEqual([]);
    // What falls due on a closed day is mentioned on the school day before.
    world.clock.at('2026-11-12', '08:00');
    await world.worker.tick();
    expect((await world.digest('2026-11-12'))?.items).toEqual([
      'review-1/action/action-1/tom.teacher@oakfield.example',
    ]);
  });

  it('goes nowhere outside the tenants of the schools that it speaks of', async () => {
    const teams = fakeChannel('teams');
    const other = aSchool({ id: 'elsewhere', teamsTenantId: 'theirs' });
    const world = await aWorld({ channels: [teams], schools: [aSchool({ teamsTenantId: 'ours' }), other] });
    await world.store.put('contacts', teacherOn('teams', { tenant: 'ours' }));
    await world.keep(acting());
    await world.keep(acting({ id: 'review-2', schoolId: 'elsewhere' }));
    world.clock.at(DUE, '08:00');
    await world.worker.tick();
    expect(teams.tried).toEqual([]);
    expect(await world.digest(DUE)).toMatchObject({ state: { is: 'undeliverable', why: 'not-found' } });
  });

  it('nor does what has come to a SENCO from a colleague who left there', async () => {
    const teams = fakeChannel('teams');
    const world = await aWorld({
      channels: [teams],
      schools: [aSchool({ teamsTenantId: 'ours' }), aSchool({ id: 'elsewhere', teamsTenantId: 'theirs' })],
    });
    await world.store.put('contacts', teacherOn('teams', { tenant: 'ours', email: SENCO }));
    await world.keep(acting({ actions: [anAction({ due: DUE, owner: SENCO })] }));
    await world.keep(
      aReview({ id: 'review-2', schoolId: 'elsewhere', stage: 'preparing', lead: 'gone@elsewhere.example' }),
    );
    // A Thursday: what is overdue there is mentioned.
    world.clock.at('2026-11-12', '08:00');
    await world.worker.tick();
    expect(teams.tried).toEqual([]);
    expect(await world.digest('2026-11-12', SENCO)).toMatchObject({ state: { is: 'undeliverable' } });
  });
});

describe('nothing comes', () => {
  it('about an action that was closed at 07:59:59', async () => {
    const world = await withAction();
    world.clock.pass(59 * SECOND);
    await change(world, { actions: [aDoneAction()], stage: 'closed' });
    world.clock.pass(SECOND);
    await world.worker.tick();
    expect(world.channel.tried).toEqual([]);
    expect(await world.digest(DUE)).toBeUndefined();
  });

  it.each([
    ['closed', { actions: [aDoneAction()] }],
    ['put off', { actions: [anAction({ due: '2026-12-04' })] }],
    ['given to somebody else', { actions: [anAction({ due: DUE, owner: ASSISTANT })] }],
    [
      'said not to be theirs',
      { actions: [anAction({ due: DUE, disowned: { at: '2026-11-13T08:00:00.000Z', why: '' } })] },
    ],
    ['of a cancelled review', { stage: 'cancelled' as const }],
  ])('about one that was %s between the making of the digest and its sending', async (_, given) => {
    const world = await withAction();
    world.channel.fates.push(new TryLater(MINUTE));
    world.clock.at(DUE, '08:00');
    await world.worker.tick();
    expect(await world.digest(DUE)).toMatchObject({ state: { is: 'waiting' } });
    await change(world, given);
    world.clock.pass(MINUTE);
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual([]);
    expect(await world.digest(DUE)).toMatchObject({ state: { is: 'dropped' } });
  });

  it('for somebody who has left: the SENCO owes the reassigning', async () => {
    const staff = STAFF.map((one) => (one.email === TEACHER ? { ...one, left: '2026-11-10' } : one));
    const world = await withAction({ schools: [aSchool({ staff })] });
    world.clock.at(DUE, '08:00');
    await world.worker.tick();
    expect(world.channel.tried).toEqual([]);
  });

  it('a day late: a digest that could not go on its day is dropped, and that of the next school day says what is true then', async () => {
    const world = await withAction();
    world.channel.fates.push(new TryLater(24 * HOUR));
    world.clock.at(DUE, '08:00');
    await world.worker.tick();
    world.clock.at('2026-11-14', '10:00');
    await world.worker.tick();
    expect(await world.digest(DUE)).toMatchObject({ state: { is: 'dropped' } });
    expect(world.received(TEACHER)).toEqual([]);
    // A Monday, on which nothing is mentioned but what was missed.
    world.clock.at('2026-11-16', '08:00');
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['action-1']);
    expect((await world.digest('2026-11-16'))?.state).toMatchObject({ is: 'sent' });
  });
});

describe('a digest that nobody knows the fate of', () => {
  it('is not repeated that day; that of the next school day is the next attempt', async () => {
    const world = await withAction();
    world.channel.fates.push('arrives-unanswered');
    world.clock.at(DUE, '08:00');
    await world.worker.tick();
    for (const time of ['08:02', '09:00', '13:00', '16:59'] as const) {
      world.clock.at(DUE, time);
      await world.worker.tick();
    }
    expect(world.channel.tried).toHaveLength(1);
    expect(await world.digest(DUE)).toMatchObject({ state: { is: 'unconfirmed' } });
    world.clock.at('2026-11-16', '08:00');
    await world.worker.tick();
    expect(world.channel.tried).toHaveLength(2);
  });

  it.each([
    ['before it reached the channel', 'lost'],
    ['after it arrived', 'arrives-unanswered'],
  ] as const)('since the process died %s, is sent once where the channel knows', async (_, fate) => {
    const folder = await quickFolder();
    const store = await storeIn(folder);
    const dying = await withAction({ store });
    dying.channel.fates.push(fate);
    dying.clock.at(DUE, '08:00');
    await dying.worker.tick();
    expect(await dying.digest(DUE)).toMatchObject({ state: { is: 'sending' } });
    await store.close();
    // A new process, on what is on disk.
    const world = await aWorld({ store: await storeIn(folder), channels: [dying.channel] });
    dying.channel.readBack = true;
    for (const time of ['08:01', '08:02', '08:03', '08:04'] as const) {
      world.clock.at(DUE, time);
      await world.worker.tick();
    }
    expect(world.received(TEACHER)).toHaveLength(1);
    expect(await world.digest(DUE)).toMatchObject({ state: { is: 'sent' } });
  });
});

describe('a digest for somebody who cannot be reached', () => {
  it('says so, is sent as soon as they can be on that day, and stays so when the day is over', async () => {
    const world = await withAction();
    world.channel.fates.push(new Unreachable('not-installed'), new Unreachable('not-installed'));
    world.clock.at(DUE, '08:00');
    await world.worker.tick();
    expect(await world.digest(DUE)).toMatchObject({ state: { is: 'undeliverable', why: 'not-installed' } });
    const restarted = world.another();
    const heard = async () => {
      const [contact] = await world.store.contactsOf(TEACHER);
      if (!contact) throw new Error('they are known');
      const { unreachable: _, ...marked } = contact;
      await world.store.put('contacts', { ...marked, seenAt: world.clock.now() });
    };
    // Only to be not found again: then the day ends.
    world.clock.at(DUE, '09:00');
    await heard();
    await restarted.tick();
    expect(world.channel.tried).toHaveLength(2);
    world.clock.at('2026-11-14', '09:00');
    await heard();
    await restarted.tick();
    expect(world.received(TEACHER)).toEqual([]);
    expect(await world.digest(DUE)).toMatchObject({ state: { is: 'undeliverable' } });
    world.clock.at('2026-11-16', '08:00');
    await restarted.tick();
    expect(world.received(TEACHER)).toEqual(['action-1']);
    expect(await world.digest(DUE)).toMatchObject({ state: { is: 'undeliverable' } });
  });
});
