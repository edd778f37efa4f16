import { describe, expect, it } from 'vitest';
import { aMessage, aSchool, TEACHER } from '../support/builders.ts';
import { aReviewOwing, aWorld } from './world.ts';

const held = [
  ['in the evening', '2026-11-10', '17:00', '2026-11-11'],
  ['before school', '2026-11-10', '06:30', '2026-11-10'],
  ['on Friday night', '2026-11-13', '19:00', '2026-11-16'],
  ['on a Sunday', '2026-11-15', '12:00', '2026-11-16'],
  ['at half-term, over the end of summer time', '2026-10-24', '12:00', '2026-11-02'],
  ['at Christmas, over an INSET day', '2026-12-18', '17:01', '2027-01-05'],
  ['at Easter, over the start of summer time', '2027-03-26', '12:00', '2027-04-12'],
  ['in August, with no terms imported for September', '2027-08-03', '12:00', '2027-09-01'],
] as const;

describe('a message queued outside school hours', () => {
  it.each(held)('%s (%s %s) is held until 08:00 on %s', async (_, date, time, until) => {
    const world = await aWorld();
    await world.knows(TEACHER);
    await world.keep(aReviewOwing(aMessage()));
    world.clock.at(date, time);
    await world.worker.tick();
    world.clock.at(until, '07:59');
    await world.worker.tick();
    expect(world.channel.tried).toEqual([]);
    world.clock.at(until, '08:00');
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['evidence-request']);
  });

  it('goes by the calendar of the review’s school', async () => {
    const closed = aSchool({ id: 'elsewhere', closures: ['2026-11-10'] });
    const world = await aWorld({ schools: [aSchool(), closed] });
    await world.knows(TEACHER);
    await world.keep(aReviewOwing(aMessage({ key: 'here' })));
    await world.keep(aReviewOwing(aMessage({ key: 'there' }), { id: 'review-2', schoolId: 'elsewhere' }));
    await world.worker.tick();
    expect(world.channel.tried).toEqual(['here']);
    world.clock.at('2026-11-11', '08:00');
    await world.worker.tick();
    expect(world.channel.tried).toEqual(['here', 'there']);
  });

  it('is looked for outside hours where its fate is not known, but not sent again until morning', async () => {
    const world = await aWorld();
    await world.knows(TEACHER);
    const review = await world.keep(aReviewOwing(aMessage()));
    world.channel.readBack = true;
    world.channel.fates.push('lost');
    world.clock.at('2026-11-10', '16:59');
    await world.worker.tick();
    world.clock.at('2026-11-10', '18:00');
    await world.worker.tick();
    expect(await world.stateOf(review)).toMatchObject({ is: 'waiting' });
    world.clock.at('2026-11-10', '19:00');
    await world.worker.tick();
    expect(world.channel.tried).toHaveLength(1);
    world.clock.at('2026-11-11', '08:00');
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['evidence-request']);
  });

  it('costs nothing while it is held: nothing is written, and no directory asked', async () => {
    const world = await aWorld();
    const review = await world.keep(aReviewOwing(aMessage()));
    world.clock.at('2026-11-10', '22:00');
    await world.worker.tick();
    await world.worker.tick();
    expect((await world.store.get('reviews', review.id))?.version).toBe(review.version);
    expect(world.channel.asked).toEqual([]);
  });
});
