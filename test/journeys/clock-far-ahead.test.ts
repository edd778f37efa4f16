import { describe, expect, it } from 'vitest';
import { type LocalDate, plusDays } from '../../src/domain/time.ts';
import { anAction, aReview, LEADER, SENCO, TEACHER } from '../support/builders.ts';
import { aWorld, type World } from '../worker/world.ts';

// Due on Friday 13 November 2026: five school days overdue on Friday 20, ten on Friday 27.
const DUE = '2026-11-13';

/** A school in which Tom has not done something that was agreed; everybody is known to the bot. */
async function aSchool(): Promise<World> {
  const world = await aWorld();
  for (const person of [SENCO, LEADER, TEACHER]) await world.knows(person);
  await world.keep(aReview({ stage: 'acting', actions: [anAction({ due: DUE })] }));
  return world;
}

/** All that anybody is sent from one day to another, by a bot that is started anew each day: "day person: what it says". */
async function lived(world: World, from: LocalDate, to: LocalDate): Promise<readonly string[]> {
  const said: string[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    const before = world.channel.arrived.length;
    const bot = world.another();
    for (const time of ['08:00', '13:00'] as const) {
      world.clock.at(day, time);
      await bot.tick();
    }
    await bot.stop();
    for (const { contact, message } of world.channel.arrived.slice(before))
      said.push(`${day} ${contact.email?.split('.')[0]}: ${message.card.body[0]?.text}`);
  }
  return said;
}

describe('a clock that once was far ahead', () => {
  it('uses up no reminder, and no escalation to the SENCO or the leader: all is told as where it was never wrong', async () => {
    const right = await lived(await aSchool(), '2026-11-02', '2026-12-04');
    expect(right.filter((line) => /late\((senco|leader)\)/.test(line))).toEqual([
      '2026-11-20 mel: late(senco):action-1',
      '2026-11-27 lee: late(leader):action-1',
    ]);
    // Tom himself: a week and two school days before, on the day, and twice a week from then on.
    expect(right.filter((line) => line.includes(' tom: ')).map((line) => line.slice(5, 10))).toEqual([
      '11-04',
      '11-11',
      '11-13',
      '11-17',
      '11-19',
      '11-24',
      '11-26',
      '12-01',
      '12-03',
    ]);

    const world = await aSchool();
    // A year ahead for two weeks, while the action is long overdue: everybody is told.
    const ahead = await lived(world, '2027-11-08', '2027-11-19');
    expect(new Set(ahead.map((line) => line.slice(11, 14)))).toEqual(new Set(['tom', 'mel', 'lee']));
    expect(await lived(world, '2026-11-02', '2026-12-04')).toEqual(right);
  });

  it('in between what was told already is not told again', async () => {
    const world = await aSchool();
    const before = await lived(world, '2026-11-02', '2026-11-20');
    expect(before.at(-1)).toBe('2026-11-20 mel: late(senco):action-1');
    await lived(world, '2027-11-08', '2027-11-12');
    const after = await lived(world, '2026-11-23', '2026-12-04');
    expect(after.filter((line) => line.includes('late('))).toEqual(['2026-11-27 lee: late(leader):action-1']);
  });
});
