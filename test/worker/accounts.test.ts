import { describe, expect, it } from 'vitest';
import { aMessage, aSchool, TEACHER } from '../support/builders.ts';
import { HOUR } from '../support/clock.ts';
import { aReviewOwing, aWorld } from './world.ts';

const NEW_ADDRESS = 'tom.wed@oakfield.example';
const moved = () =>
  aSchool({
    staff: aSchool().staff.map((one) => (one.email === TEACHER ? { ...one, address: NEW_ADDRESS } : one)),
  });

describe('a message goes', () => {
  it('to the account that is bound to the person, whatever its address is now', async () => {
    const world = await aWorld();
    await world.knows('new.name@oakfield.example', { userId: 'u1', person: TEACHER });
    await world.keep(aReviewOwing(aMessage()));
    await world.worker.tick();
    expect(world.channel.arrived.map(({ contact }) => contact.userId)).toEqual(['u1']);
  });

  it('to an account at the address the person has now, which nobody has used here yet', async () => {
    const world = await aWorld({ schools: [moved()] });
    await world.knows(NEW_ADDRESS, { userId: 'u1' });
    await world.knows(TEACHER, { userId: 'u2' });
    await world.keep(aReviewOwing(aMessage()));
    await world.worker.tick();
    expect(world.channel.arrived.map(({ contact }) => contact.userId)).toEqual(['u1']);
  });

  it('to no account that is bound to somebody else, though it has their address', async () => {
    const world = await aWorld();
    await world.knows(TEACHER, { userId: 'u1', person: 'somebody.else@oakfield.example' });
    const review = await world.keep(aReviewOwing(aMessage()));
    await world.worker.tick();
    expect(world.channel.tried).toEqual([]);
    expect(await world.stateOf(review)).toMatchObject({ is: 'undeliverable', why: 'not-found' });
  });

  it('to no second account beside a bound one, also when that one can’t be reached', async () => {
    const world = await aWorld();
    const since = world.clock.now();
    await world.knows(TEACHER, { userId: 'u1', person: TEACHER, unreachable: { since, why: 'blocked' } });
    const second = await world.knows(TEACHER, { userId: 'u2' });
    world.channel.directory = new Map([[TEACHER, second]]);
    const review = await world.keep(aReviewOwing(aMessage()));
    await world.worker.tick();
    world.clock.pass(HOUR);
    await world.worker.tick();
    expect(world.channel.tried).toEqual([]);
    expect(await world.stateOf(review)).toMatchObject({ is: 'undeliverable' });
  });
});
