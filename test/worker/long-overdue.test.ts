import { describe, expect, it } from 'vitest';
import { TryLater } from '../../src/channels/channel.ts';
import type { LocalDate } from '../../src/domain/time.ts';
import { plusDays } from '../../src/domain/time.ts';
import { anEhcpPupil } from '../support/annual-builders.ts';
import {
  aDoneAction,
  anAction,
  aReview,
  aSchool,
  LEADER,
  SENCO,
  STAFF,
  TEACHER,
} from '../support/builders.ts';
import { DAY } from '../support/clock.ts';
import { aWorld, type World } from './world.ts';

// Due on Friday 13 November 2026: five school days overdue on Friday 20, ten on Friday 27.
const DUE = '2026-11-13';

async function aSchoolBehind(given: Parameters<typeof aWorld>[0] = {}): Promise<World> {
  const world = await aWorld(given);
  for (const person of [SENCO, LEADER, TEACHER]) await world.knows(person);
  await world.keep(aReview({ stage: 'acting', actions: [anAction({ due: DUE })] }));
  return world;
}

/** Each day's digests from one day to another, by a process started anew each day: "day person: what it said". */
async function walk(world: World, from: LocalDate, to: LocalDate): Promise<string[]> {
  const said: string[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    const before = world.channel.arrived.length;
    const worker = world.another();
    for (const time of ['08:00', '13:00'] as const) {
      world.clock.at(day, time);
      await worker.tick();
    }
    await worker.stop();
    for (const { contact, message } of world.channel.arrived.slice(before)) {
      said.push(`${day.slice(5)} ${contact.email?.split('.')[0]}: ${message.card.body[0]?.text}`);
    }
  }
  return said;
}
const others = (said: readonly string[]) => said.filter((line) => !line.includes(' tom: '));

describe('something that stays undone', () => {
  it('is told to the SENCO after five school days and to the senior leader after ten, once each, whatever restarts', async () => {
    const world = await aSchoolBehind();
    expect(others(await walk(world, DUE, '2026-12-18'))).toEqual([
      '11-20 mel: late(senco):action-1',
      '11-27 lee: late(leader):action-1',
    ]);
  });

  it('is told when it is so, though the clock was years ahead once and told it then', async () => {
    const world = await aSchoolBehind();
    await walk(world, '2031-01-06', '2031-01-17');
    expect(others(await walk(world, '2026-11-19', '2026-12-04'))).toEqual([
      '11-20 mel: late(senco):action-1',
      '11-27 lee: late(leader):action-1',
    ]);
  });

  it('comes in the digest that they have anyway, where they have one', async () => {
    const world = await aSchoolBehind();
    await world.keep(
      aReview({
        id: 'r2',
        stage: 'acting',
        actions: [anAction({ id: 'own', owner: SENCO, due: '2026-11-20' })],
      }),
    );
    const said = others(await walk(world, '2026-11-20', '2026-11-20'));
    expect(said).toEqual(['11-20 mel: own late(senco):action-1']);
  });

  it('is told when the bot is back, where it was down on the day, and once', async () => {
    const world = await aSchoolBehind();
    await walk(world, '2026-11-17', '2026-11-17');
    const said = others(await walk(world, '2026-11-25', '2026-12-04'));
    expect(said).toEqual(['11-25 mel: late(senco):action-1', '11-27 lee: late(leader):action-1']);
  });

  it('is told the next school day, where the digest did not get through, and then no more', async () => {
    const world = await aSchoolBehind();
    await walk(world, DUE, '2026-11-19');
    world.channel.fates.push(new TryLater(DAY));
    expect(others(await walk(world, '2026-11-20', '2026-11-26'))).toEqual([
      '11-23 mel: late(senco):action-1',
    ]);
  });

  it('is told to whoever has become the SENCO or a leader since, for they have not heard of it', async () => {
    const world = await aSchoolBehind();
    const nia = { email: 'nia.senco@oakfield.example', name: 'Nia', role: 'senco' } as const;
    await world.knows(nia.email);
    await walk(world, DUE, '2026-11-23');
    const school = await world.store.get('schools', 'oakfield');
    const staff = STAFF.map((one) => (one.email === SENCO ? { ...one, left: '2026-11-23' } : one));
    if (school) await world.store.put('schools', { ...school, staff: [...staff, nia] });
    // That the SENCO before left is told too, and again on the Thursday.
    expect(others(await walk(world, '2026-11-24', '2026-11-26'))).toEqual([
      '11-24 nia: late(senco):action-1 staff:left',
      '11-26 nia: staff:left',
    ]);
  });

  it('is told to nobody, when it is done in the minute before', async () => {
    const world = await aSchoolBehind();
    await walk(world, DUE, '2026-11-19');
    world.clock.at('2026-11-20', '07:59');
    const review = await world.store.get('reviews', 'review-1');
    if (review)
      await world.store.put('reviews', { ...review, stage: 'closed', actions: [aDoneAction({ due: DUE })] });
    expect(await walk(world, '2026-11-20', '2026-12-01')).toEqual([]);
  });

  it('is dropped from a digest that waits, when it is done before that is sent', async () => {
    const world = await aSchoolBehind();
    await walk(world, DUE, '2026-11-19');
    world.channel.fates.push(new TryLater(60_000));
    world.clock.at('2026-11-20', '08:00');
    await world.worker.tick();
    expect(await world.digest('2026-11-20', SENCO)).toMatchObject({
      items: [],
      escalations: [{ step: 'senco' }],
      state: { is: 'waiting' },
    });
    const review = await world.store.get('reviews', 'review-1');
    if (review)
      await world.store.put('reviews', { ...review, stage: 'closed', actions: [aDoneAction({ due: DUE })] });
    world.clock.pass(60_000);
    await world.worker.tick();
    expect(await world.digest('2026-11-20', SENCO)).toMatchObject({ state: { is: 'dropped' } });
    expect(world.received(SENCO)).toEqual([]);
  });

  it('goes by the school’s own numbers', async () => {
    const world = await aSchoolBehind({ schools: [aSchool({ nudges: { sencoAfter: 1, leaderAfter: 2 } })] });
    expect(others(await walk(world, DUE, '2026-11-20'))).toEqual([
      '11-16 mel: late(senco):action-1',
      '11-17 lee: late(leader):action-1',
    ]);
  });
});

describe('evidence that does not come, and what the SENCO owes', () => {
  it('the first is told to the SENCO, then the leader; the second to the leader only', async () => {
    const world = await aWorld();
    for (const person of [SENCO, LEADER, TEACHER]) await world.knows(person);
    const request = { who: TEACHER, askedAt: '2026-11-03T10:00:00.000Z', dueBy: DUE, revision: 0 };
    const on = (date: LocalDate) => ({ date, time: '14:30', invitees: [] });
    await world.keep(aReview({ meeting: on('2026-12-04'), evidence: [request] }));
    // Its day is over, so nobody is asked for evidence any more.
    await world.keep(aReview({ id: 'r2', meeting: on('2026-11-13'), evidence: [request] }));
    const said = others(await walk(world, '2026-11-20', '2026-11-27'));
    const late = said
      .flatMap((line) => line.match(/^\S+ \S+|late\S+/g)?.join(' ') ?? [])
      .filter((line) => line.includes('late'));
    expect(late).toEqual([
      '11-20 mel: late(senco):evidence',
      '11-27 lee: late(leader):evidence late(leader):parent-views late(leader):pupil-views late(leader):hold-meeting',
    ]);
  });
});

/*
 * A pupil of Year 6 moves in September 2027: the meeting is by 22 November 2026, a Sunday (SEND Regulations 2014, reg 18).
 * Ten school days after it is Friday 4 December. It is the SENCO's own, so nobody is told of it sooner.
 */
describe('what is owed for a pupil, in no review', () => {
  const PUPIL = anEhcpPupil({ yearGroup: '6' });

  it('is told to the senior leader after ten school days, once, whatever restarts', async () => {
    const world = await aWorld();
    for (const person of [SENCO, LEADER]) await world.knows(person);
    await world.store.put('pupils', PUPIL);
    const said = await walk(world, '2026-11-20', '2026-12-18');
    expect(said.filter((line) => line.includes(' lee: '))).toEqual(['12-04 lee: late(leader):ehcp-2027']);
  });

  it('is told to nobody once it is settled', async () => {
    const world = await aWorld();
    for (const person of [SENCO, LEADER]) await world.knows(person);
    const transferSettled = {
      year: 2027,
      why: 'It names Hill School',
      by: SENCO,
      at: '2026-12-03T10:00:00.000Z',
    };
    await world.store.put('pupils', anEhcpPupil({ yearGroup: '6', transferSettled }));
    expect(await walk(world, '2026-11-20', '2026-12-18')).toEqual([]);
  });
});
