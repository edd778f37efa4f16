import { describe, expect, it } from 'vitest';
import { TryLater, Unreachable } from '../../src/channels/channel.ts';
import type { Review } from '../../src/domain/review/review.ts';
import type { NudgeSettings, School } from '../../src/domain/school/school.ts';
import type { LocalDate, LocalTime } from '../../src/domain/time.ts';
import { ASSISTANT, anAction, aReview, aSchool, SENCO, STAFF, TEACHER } from '../support/builders.ts';
import { DAY, MINUTE, SECOND } from '../support/clock.ts';
import { quickFolder, storeIn } from '../support/store.ts';
import { aWorld, type World } from './world.ts';

// Overdue since Friday 6 November 2026: mentioned on Tuesdays and Thursdays.
const OVERDUE = '2026-11-06';
const acting = (due: LocalDate, given: Partial<Review> = {}) =>
  aReview({ stage: 'acting', actions: [anAction({ due })], ...given });

async function aSchoolWith(due: LocalDate, given: Parameters<typeof aWorld>[0] = {}): Promise<World> {
  const world = await aWorld(given);
  await world.knows(TEACHER);
  await world.keep(acting(due));
  return world;
}

/** A process that is started anew, and works at this time of this day. */
async function atWork(world: World, day: LocalDate, ...times: LocalTime[]): Promise<void> {
  const worker = world.another();
  for (const time of times) {
    world.clock.at(day, time);
    await worker.tick();
  }
  await worker.stop();
}

const days = (world: World) =>
  world.channel.tried.map((key) => key.slice(0, 10)).filter((day, n, all) => all.indexOf(day) === n);

describe('given the bot was down', () => {
  it('on a morning, and is back at noon: the digest comes at noon, once', async () => {
    const world = await aSchoolWith(OVERDUE);
    await atWork(world, '2026-11-09', '08:00');
    await atWork(world, '2026-11-10', '12:10', '12:11', '15:00');
    await atWork(world, '2026-11-10', '16:30');
    expect(world.channel.tried).toHaveLength(1);
    expect(days(world)).toEqual(['2026-11-10']);
  });

  it('for a whole day, and is back the next: it is caught up then, once, and the week goes on as ever', async () => {
    const world = await aSchoolWith(OVERDUE);
    await atWork(world, '2026-11-09', '08:00', '16:00');
    for (const day of ['2026-11-11', '2026-11-12', '2026-11-13', '2026-11-16'] as const) {
      await atWork(world, day, '08:00', '08:01', '12:00');
    }
    expect(days(world)).toEqual(['2026-11-11', '2026-11-12']);
    expect(world.channel.tried).toHaveLength(2);
  });

  it('for three days with the day it is due in them: it is announced when it is back', async () => {
    const world = await aSchoolWith('2026-11-11');
    await atWork(world, '2026-11-06', '08:00');
    await atWork(world, '2026-11-13', '09:00');
    expect(days(world)).toEqual(['2026-11-13']);
  });

  it('from a Thursday evening to Monday: nothing was missed, and nothing comes', async () => {
    const world = await aSchoolWith(OVERDUE);
    await atWork(world, '2026-11-12', '08:00');
    await atWork(world, '2026-11-16', '08:00');
    expect(days(world)).toEqual(['2026-11-12']);
  });

  it('over the end of term: it is caught up on the first school day of the next', async () => {
    const world = await aSchoolWith('2026-12-25');
    await atWork(world, '2026-12-08', '08:00');
    for (const day of ['2026-12-20', '2027-01-04', '2027-01-05', '2027-01-06'])
      await atWork(world, day, '10:00');
    expect(days(world)).toEqual(['2027-01-05']);
  });

  it('until after the school day: the evening is quiet, and the next school day has it', async () => {
    const world = await aSchoolWith(OVERDUE);
    await atWork(world, '2026-11-09', '08:00');
    await atWork(world, '2026-11-10', '17:00', '19:00', '23:59');
    await atWork(world, '2026-11-11', '07:59');
    expect(days(world)).toEqual([]);
    await atWork(world, '2026-11-11', '08:00');
    expect(days(world)).toEqual(['2026-11-11']);
  });

  it('and what was missed is done meanwhile: nothing comes', async () => {
    const world = await aSchoolWith(OVERDUE);
    await atWork(world, '2026-11-09', '08:00');
    const review = await world.store.get('reviews', 'review-1');
    if (review) await world.store.put('reviews', { ...review, stage: 'closed', actions: [] });
    await atWork(world, '2026-11-11', '08:00');
    expect(days(world)).toEqual([]);
  });

  it('in the midst of making the digests: those that are missing are made, the others are not made again', async () => {
    const folder = await quickFolder();
    const store = await storeIn(folder);
    const dying = await aSchoolWith('2026-11-13', { store });
    await dying.knows(ASSISTANT);
    await dying.keep(
      acting('2026-11-13', { id: 'r2', actions: [anAction({ due: '2026-11-13', owner: ASSISTANT })] }),
    );
    const put = store.put.bind(store);
    let made = 0;
    store.put = async (collection, document) => {
      if (collection === 'digests' && ++made > 1) throw new Error('killed');
      return put(collection, document);
    };
    dying.clock.at('2026-11-13', '08:00');
    await dying.worker.tick();
    await store.close();
    const world = await aWorld({ store: await storeIn(folder), channels: [dying.channel] });
    await atWork(world, '2026-11-13', '08:05');
    const people = (await world.store.digestsOf('2026-11-13')).map(({ to, state }) => [to, state.is]);
    expect(people.sort()).toEqual([
      [ASSISTANT, 'sent'],
      [TEACHER, 'sent'],
    ]);
    expect(world.channel.arrived.map(({ contact }) => contact.email).sort()).toEqual([ASSISTANT, TEACHER]);
  });

  it('to one person’s digest only, for it can’t be stored: the others are not told again on days that are no days for it', async () => {
    const world = await aSchoolWith(OVERDUE);
    await world.keep(acting(OVERDUE, { id: 'r2', actions: [anAction({ due: OVERDUE, owner: ASSISTANT })] }));
    await atWork(world, '2026-11-09', '08:00');
    const put = world.store.put.bind(world.store);
    world.store.put = async (collection, document) => {
      if (collection === 'digests' && document.id.includes('ann')) throw new Error('no such file name');
      return put(collection, document);
    };
    for (const day of ['2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13', '2026-11-16', '2026-11-17']) {
      await atWork(world, day, '08:00', '08:01');
    }
    expect(days(world)).toEqual(['2026-11-10', '2026-11-12', '2026-11-17']);
    // Once it can be, theirs is caught up.
    world.store.put = put;
    await world.knows(ASSISTANT);
    await atWork(world, '2026-11-18', '08:00');
    expect(world.received(ASSISTANT)).toEqual(['action-1']);
    expect(days(world)).toEqual(['2026-11-10', '2026-11-12', '2026-11-17', '2026-11-18']);
    expect(world.received(TEACHER)).toHaveLength(3);
  });

  it('and its clock was set wrong for a while, years ahead: no day is left out for it', async () => {
    const world = await aSchoolWith(OVERDUE);
    await atWork(world, '2029-11-13', '08:00');
    await atWork(world, '2026-11-10', '08:00');
    await atWork(world, '2026-11-12', '08:00');
    expect(days(world).slice(1)).toEqual(['2026-11-10', '2026-11-12']);
  });
});

describe('given a digest that did not get through', () => {
  it.each([
    ['the chat asks to wait until tomorrow', new TryLater(DAY)],
    ['the person can’t be reached', new Unreachable('blocked')],
  ])('since %s, what it said is in that of the next school day', async (_, fate) => {
    const world = await aSchoolWith('2026-11-13');
    world.channel.fates.push(fate);
    await atWork(world, '2026-11-13', '08:00', '09:00');
    const [contact] = await world.store.contactsOf(TEACHER);
    if (contact?.unreachable) {
      const { unreachable: _gone, ...back } = contact;
      await world.store.put('contacts', back);
    }
    await atWork(world, '2026-11-16', '08:00');
    expect(world.received(TEACHER)).toEqual(['action-1']);
    // From then on as ever: the Tuesday, not the Wednesday.
    world.channel.tried.splice(0);
    for (const day of ['2026-11-17', '2026-11-18']) await atWork(world, day, '08:00');
    expect(days(world)).toEqual(['2026-11-17']);
  });

  it('what it said is not repeated where it was settled since', async () => {
    const world = await aSchoolWith('2026-11-13');
    world.channel.fates.push(new TryLater(DAY));
    await atWork(world, '2026-11-13', '08:00');
    const review = await world.store.get('reviews', 'review-1');
    if (review) await world.store.put('reviews', { ...review, actions: [anAction({ due: '2026-12-18' })] });
    await atWork(world, '2026-11-16', '08:00');
    expect(world.received(TEACHER)).toEqual([]);
  });

  it('whose fate was not known until the next day: it is looked up first, and nothing is said twice', async () => {
    const world = await aSchoolWith('2026-11-13');
    world.channel.readBack = true;
    world.channel.fates.push('arrives-unanswered');
    await atWork(world, '2026-11-13', '16:59');
    await atWork(world, '2026-11-16', '08:00');
    expect(world.received(TEACHER)).toEqual(['action-1']);
  });
});

describe('given the school’s hour', () => {
  const withHour = (hour: string, given: Partial<School> = {}): School =>
    aSchool({ nudges: { hour }, ...given });

  it.each(['07:00', '09:45', '16:00'])('%s: the digest comes then, not before', async (hour) => {
    const world = await aSchoolWith('2026-11-13', { schools: [withHour(hour)] });
    world.clock.at('2026-11-13', hour);
    world.clock.pass(-SECOND);
    await world.worker.tick();
    expect(world.channel.tried).toEqual([]);
    world.clock.pass(SECOND);
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['action-1']);
  });

  it.each([
    [
      'the end of summer time',
      '2026-10-26',
      '2026-10-26T08:00:00.000Z',
      '2026-10-23',
      '2026-10-23T07:00:00.000Z',
    ],
    [
      'the start of summer time',
      '2027-03-30',
      '2027-03-30T07:00:00.000Z',
      '2027-03-25',
      '2027-03-25T08:00:00.000Z',
    ],
  ])('08:00 is 08:00 at school after %s, too', async (_, after, at, before, was) => {
    // A school with no holidays at those times; Good Friday and Easter Monday are not school days all the same.
    const terms = [{ name: 'A year', start: '2026-09-01', end: '2027-07-21' }];
    const world = await aSchoolWith('2026-09-10', { schools: [withHour('08:00', { terms })] });
    const sent: string[] = [];
    world.channel.onSend = () => {
      sent.push(world.clock.now());
    };
    const settings: NudgeSettings = {
      whileOverdue: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
    };
    const school = await world.store.get('schools', 'oakfield');
    if (school) await world.store.put('schools', { ...school, nudges: settings });
    for (const day of [before, after]) {
      world.clock.at(day, '06:30');
      for (let n = 0; n < 180; n += 10) {
        await world.worker.tick();
        world.clock.pass(10 * MINUTE);
      }
    }
    expect(sent).toEqual([was, at]);
  });
});

describe('given somebody of two schools', () => {
  const there = (given: Partial<School> = {}) => aSchool({ id: 'elsewhere', ...given });
  const action = (id: string, due: LocalDate) => [anAction({ id, due })];
  const inBoth = async (schools: readonly School[], here: LocalDate, elsewhere: LocalDate) => {
    const world = await aWorld({ schools });
    await world.knows(TEACHER);
    await world.keep(acting(here, { actions: action('here', here) }));
    await world.keep(
      acting(elsewhere, { id: 'r2', schoolId: 'elsewhere', actions: action('there', elsewhere) }),
    );
    return world;
  };
  const late = there({ nudges: { hour: '09:30' } });

  it('with something to say in both: one digest, at the earlier hour', async () => {
    const world = await inBoth([aSchool(), late], '2026-11-13', '2026-11-13');
    await atWork(world, '2026-11-13', '08:00', '09:29', '09:30', '12:00');
    expect(world.received(TEACHER)).toEqual(['here there']);
    expect((await world.digest('2026-11-13'))?.items).toHaveLength(2);
  });

  it('with something to say in the later one only: at its hour, with what else is coming up', async () => {
    const world = await inBoth([aSchool(), late], '2026-11-18', '2026-11-13');
    await atWork(world, '2026-11-13', '08:00', '09:29');
    expect(world.channel.tried).toEqual([]);
    await atWork(world, '2026-11-13', '09:30');
    expect(world.received(TEACHER)).toEqual(['there here']);
  });

  it('with a day off in one: only what is of the other, and the first is caught up with nothing', async () => {
    const world = await inBoth([aSchool(), there({ closures: ['2026-11-10'] })], OVERDUE, OVERDUE);
    await atWork(world, '2026-11-10', '08:00');
    expect(world.received(TEACHER)).toEqual(['here']);
    // Its Tuesday moves to Wednesday, which is no day for what is overdue in the first.
    await atWork(world, '2026-11-11', '08:00');
    expect(world.received(TEACHER)).toEqual(['here', 'there']);
  });

  it('whom the later school alone is to tell of something long overdue: it is in the one digest', async () => {
    const here = aSchool();
    const world = await aWorld({ schools: [here, late] });
    await world.knows(SENCO);
    await world.keep(
      acting('2026-11-13', { actions: [anAction({ id: 'own', owner: SENCO, due: '2026-11-13' })] }),
    );
    await world.keep(
      acting('2026-11-02', { id: 'r2', schoolId: 'elsewhere', actions: action('theirs', '2026-11-02') }),
    );
    for (const day of ['2026-11-13', '2026-11-16', '2026-11-17']) await atWork(world, day, '08:00', '09:30');
    expect(world.received(SENCO)).toEqual(['own late(senco):theirs', 'own']);
  });

  it('is written to as of the school they are still at, once they have left the other', async () => {
    const gone = STAFF.map((one) => (one.email === TEACHER ? { ...one, left: '2026-11-01' } : one));
    const world = await inBoth([aSchool(), there({ staff: gone })], '2026-11-13', '2026-11-13');
    await atWork(world, '2026-11-13', '08:00');
    expect(world.received(TEACHER)).toEqual(['here']);
  });
});
