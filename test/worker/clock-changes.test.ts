import { describe, expect, it } from 'vitest';
import { localDate, weekday } from '../../src/domain/time.ts';
import { anAction, aReview, aSchool, TEACHER } from '../support/builders.ts';
import { MINUTE } from '../support/clock.ts';
import { aWorld } from './world.ts';

/*
 * The clocks change on a Sunday at 01:00 UTC: back on the last of October, forward on the last of March. The Mondays after
 * these are school days in this school.
 */
const school = aSchool({
  terms: [
    { name: 'Autumn 2027', start: '2027-09-01', end: '2027-12-17' },
    { name: 'Spring 2028', start: '2028-01-04', end: '2028-04-07' },
  ],
  insetDays: [],
});

/** Five minutes at a time, from the start of Sunday until Monday noon: when digests came, in UTC. */
async function cameFrom(sunday: string, due: string): Promise<string[]> {
  const world = await aWorld({ schools: [school] });
  await world.knows(TEACHER);
  await world.keep(aReview({ stage: 'acting', actions: [anAction({ due })] }));
  const came: string[] = [];
  world.channel.onSend = () => void came.push(world.clock.now());
  world.clock.at(sunday, '00:00');
  await world.worker.tick();
  for (let minutes = 0; minutes < 36 * 60; minutes += 5) {
    world.clock.pass(5 * MINUTE);
    await world.worker.tick();
  }
  return came;
}

describe('the first Monday digest comes at 08:00 by the school’s clock, once', () => {
  it.each([
    ['back', '2027-10-31', '2027-11-01', '2027-11-01T08:00:00.000Z'],
    ['forward', '2028-03-26', '2028-03-27', '2028-03-27T07:00:00.000Z'],
  ])('after the clocks go %s', async (_, sunday, monday, at) => {
    expect([weekday(sunday), weekday(monday)]).toEqual([0, 1]);
    expect(await cameFrom(sunday, monday)).toEqual([at]);
    expect(localDate(at)).toBe(monday);
  });

  it.each([
    ['back', '2027-10-29', '2027-11-02', ['2027-10-29T07:00:00.000Z', '2027-11-02T08:00:00.000Z']],
    ['forward', '2028-03-24', '2028-03-28', ['2028-03-24T08:00:00.000Z', '2028-03-28T07:00:00.000Z']],
  ])('and two school days before something due, across the clocks going %s', async (_, friday, due, both) => {
    const world = await aWorld({ schools: [school] });
    await world.knows(TEACHER);
    await world.keep(aReview({ stage: 'acting', actions: [anAction({ due })] }));
    const came: string[] = [];
    world.channel.onSend = () => void came.push(world.clock.now());
    world.clock.at(friday, '00:00');
    while (localDate(world.clock.now()) <= due) {
      await world.worker.tick();
      world.clock.pass(30 * MINUTE);
    }
    expect(came).toEqual(both);
  });
});
