import { describe, expect, it } from 'vitest';
import { markAbsent, markBack } from '../../src/domain/school/absence.ts';
import type { PersonId } from '../../src/domain/school/school.ts';
import type { LocalDate } from '../../src/domain/time.ts';
import { aMessage, anAction, anEvidenceRequest, aReview, SENCO, TEACHER } from '../support/builders.ts';
import { aWorld, type World } from './world.ts';

async function aSchoolOf(...people: PersonId[]): Promise<World> {
  const world = await aWorld();
  for (const person of people) await world.knows(person);
  return world;
}

async function mark(world: World, from: LocalDate, until: LocalDate): Promise<void> {
  const school = await world.store.get('schools', 'oakfield');
  const marked =
    school && markAbsent(school, { person: TEACHER, from, until }, { who: SENCO, at: world.clock.now() });
  if (!marked?.ok) throw new Error('not marked');
  await world.store.put('schools', marked.school);
}

async function morningsOf(world: World, ...days: LocalDate[]): Promise<void> {
  for (const day of days) {
    world.clock.at(day, '08:00');
    await world.worker.tick();
  }
}

const WEEK = ['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13'];

describe('given a colleague is marked as away from Monday 9 to Friday 13 November', () => {
  const acting = (due: LocalDate) => aReview({ stage: 'acting', actions: [anAction({ due })] });
  const away = async (due: LocalDate, ...people: PersonId[]) => {
    const world = await aSchoolOf(...people);
    await world.keep(acting(due));
    world.clock.at('2026-11-09', '07:30');
    await mark(world, '2026-11-09', '2026-11-16');
    return world;
  };

  it('they are sent nothing, and what falls due is the SENCO’s to find somebody for', async () => {
    const world = await away('2026-11-12', TEACHER, SENCO);
    await morningsOf(world, ...WEEK);
    expect(world.received(TEACHER)).toEqual([]);
    // Two school days before it is due, and on the day.
    expect(world.channel.arrived.map(({ key }) => key.slice(0, 10))).toEqual(['2026-11-10', '2026-11-12']);
    expect((await world.digest('2026-11-10', SENCO))?.items).toEqual([`review-1/reassign/action-1/${SENCO}`]);
  });

  it('what was missed is in their digest on the day they are back, once', async () => {
    const world = await away('2026-11-12', TEACHER);
    await morningsOf(world, ...WEEK, '2026-11-16');
    expect(world.received(TEACHER)).toEqual(['action-1']);
    // From then on as ever: the Tuesday, not the Wednesday.
    world.channel.tried.splice(0);
    await morningsOf(world, '2026-11-17', '2026-11-18');
    expect(world.channel.tried.map((key) => key.slice(0, 10))).toEqual(['2026-11-17']);
  });

  it('nothing was missed: nothing comes on that day', async () => {
    const world = await away('2026-11-27', TEACHER);
    await morningsOf(world, ...WEEK, '2026-11-16');
    expect(world.channel.tried).toEqual([]);
    await morningsOf(world, '2026-11-18');
    expect(world.received(TEACHER)).toEqual(['action-1']);
  });

  it('and back on Wednesday after all: the digest comes on that day', async () => {
    const world = await away('2026-11-10', TEACHER);
    await morningsOf(world, '2026-11-09', '2026-11-10');
    world.clock.at('2026-11-11', '07:30');
    const school = await world.store.get('schools', 'oakfield');
    const back = school && markBack(school, TEACHER, { who: SENCO, at: world.clock.now() });
    if (!back?.ok) throw new Error('not marked');
    await world.store.put('schools', back.school);
    await morningsOf(world, '2026-11-11');
    expect(world.received(TEACHER)).toEqual(['action-1']);
  });

  it('and back at ten on Wednesday after all, when the digests are out: it comes on Thursday', async () => {
    // Announced on Tuesday, seven school days before; Thursday is no day for it.
    const world = await away('2026-11-19', TEACHER);
    await morningsOf(world, '2026-11-09', '2026-11-10', '2026-11-11');
    world.clock.at('2026-11-11', '10:00');
    const school = await world.store.get('schools', 'oakfield');
    const back = school && markBack(school, TEACHER, { who: SENCO, at: world.clock.now() });
    if (!back?.ok) throw new Error('not marked');
    await world.store.put('schools', back.school);
    await world.worker.tick();
    expect(world.channel.tried).toEqual([]);
    await morningsOf(world, '2026-11-12', '2026-11-13');
    expect(world.channel.arrived.map(({ key }) => key.slice(0, 10))).toEqual(['2026-11-12']);
  });

  it('at noon of a day on which their digest waits: it is not sent', async () => {
    const world = await aSchoolOf();
    await world.keep(acting('2026-11-10'));
    await morningsOf(world, '2026-11-10');
    expect(await world.digest('2026-11-10')).toMatchObject({ state: { is: 'undeliverable' } });
    await mark(world, '2026-11-10', '2026-11-12');
    await world.knows(TEACHER);
    await world.worker.tick();
    expect(world.channel.tried).toEqual([]);
    expect(await world.digest('2026-11-10')).toMatchObject({ state: { is: 'dropped' } });
  });

  it('a request for evidence waits until they are back, at no cost, and comes if it still stands', async () => {
    const world = await aSchoolOf(TEACHER);
    const evidence = [anEvidenceRequest({ dueBy: '2026-12-18' })];
    const review = await world.keep(aReview({ evidence, messages: [aMessage()] }));
    world.clock.at('2026-11-09', '07:30');
    await mark(world, '2026-11-09', '2026-11-16');
    await morningsOf(world, ...WEEK);
    expect((await world.store.get('reviews', 'review-1'))?.version).toBe(review.version);
    await morningsOf(world, '2026-11-16');
    expect(world.received(TEACHER)).toEqual(['evidence-request']);
  });
});

describe('given a colleague has left', () => {
  it('what they had is in the SENCO’s next digest, though it is due in months', async () => {
    const world = await aSchoolOf(TEACHER, SENCO);
    await world.keep(aReview({ stage: 'acting', actions: [anAction({ due: '2027-06-18' })] }));
    await morningsOf(world, '2026-11-09');
    const school = await world.store.get('schools', 'oakfield');
    const staff =
      school?.staff.map((one) => (one.email === TEACHER ? { ...one, left: '2026-11-09' } : one)) ?? [];
    if (school) await world.store.put('schools', { ...school, staff });
    await morningsOf(world, '2026-11-10');
    expect((await world.digest('2026-11-10', SENCO))?.items).toEqual([`review-1/reassign/action-1/${SENCO}`]);
    expect(world.received(TEACHER)).toEqual([]);
  });
});
