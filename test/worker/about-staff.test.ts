import { describe, expect, it } from 'vitest';
import { contactId } from '../../src/domain/school/contact.ts';
import { leftNoted } from '../../src/domain/school/people-notices.ts';
import type { School } from '../../src/domain/school/school.ts';
import { secondAccountSettled } from '../../src/domain/school/second-accounts.ts';
import { type LocalDate, plusDays } from '../../src/domain/time.ts';
import { aSchool, SENCO, STAFF, TEACHER } from '../support/builders.ts';
import { aWorld, type World } from './world.ts';

/* What a SENCO is to look at about the staff. 23 November 2026 is a Monday; what is not seen to is said again on Tuesdays and Thursdays. */

const ACCOUNT = contactId('teams', 'tenant-1', '29:other');
const refusedOn = (day: LocalDate) => ({ person: TEACHER, account: ACCOUNT, at: `${day}T15:00:00.000Z` });

async function aQuietSchool(given: Partial<School> = {}): Promise<World> {
  const world = await aWorld({ schools: [aSchool(given)] });
  await world.knows(SENCO);
  return world;
}

async function change({ store }: World, to: (school: School) => School): Promise<void> {
  const school = await store.get('schools', 'oakfield');
  if (school) await store.put('schools', to(school));
}

/** What the SENCO was told each morning, from one day to another: "11-24 staff:left". */
async function mornings(world: World, from: LocalDate, to: LocalDate): Promise<string[]> {
  const said: string[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    const before = world.received(SENCO).length;
    world.clock.at(day, '08:00');
    await world.worker.tick();
    said.push(
      ...world
        .received(SENCO)
        .slice(before)
        .map((text) => `${day.slice(5)} ${text}`),
    );
  }
  return said;
}

describe('the SENCO is told in the morning', () => {
  it('of a second account that was not let in, the next day, and twice a week until it is seen to', async () => {
    const world = await aQuietSchool();
    expect(await mornings(world, '2026-11-16', '2026-11-18'), 'of nothing, nothing').toEqual([]);
    await change(world, (school) => ({ ...school, secondAccounts: [refusedOn('2026-11-18')] }));
    const told = ['11-19 staff:second-account', '11-24 staff:second-account', '11-26 staff:second-account'];
    expect(await mornings(world, '2026-11-19', '2026-11-27')).toEqual(told);
    await change(world, (school) => secondAccountSettled(school, ACCOUNT));
    expect(await mornings(world, '2026-11-28', '2026-12-04')).toEqual([]);
  });

  it('that a colleague left, until that is noted', async () => {
    const world = await aQuietSchool();
    await mornings(world, '2026-11-19', '2026-11-20');
    const staff = STAFF.map((one) => (one.email === TEACHER ? { ...one, left: '2026-11-20' } : one));
    await change(world, (school) => ({ ...school, staff }));
    expect(await mornings(world, '2026-11-21', '2026-11-24')).toEqual([
      '11-23 staff:left',
      '11-24 staff:left',
    ]);
    await change(world, (school) => leftNoted(school, TEACHER));
    expect(await mornings(world, '2026-11-25', '2026-12-01')).toEqual([]);
  });

  it('that somebody on the list can’t be reached any more, for the chat says they left', async () => {
    const world = await aQuietSchool();
    await world.knows(TEACHER, { unreachable: { since: '2026-11-23T09:00:00.000Z', why: 'left' } });
    expect(await mornings(world, '2026-11-23', '2026-11-24')).toEqual([
      '11-23 staff:gone',
      '11-24 staff:gone',
    ]);
  });

  it('that the chat knows somebody by another address than the list', async () => {
    const world = await aQuietSchool();
    await world.knows('tom.wed@oakfield.example', { userId: 'u-tom', person: TEACHER });
    expect(await mornings(world, '2026-11-23', '2026-11-24')).toEqual(['11-24 staff:other-address']);
  });

  it('of nobody who only blocked the bot, and of nobody they cut off themselves', async () => {
    const cutOff = { at: '2026-11-20T09:00:00.000Z', by: SENCO };
    const staff = STAFF.map((one) => (one.email === TEACHER ? { ...one, left: '2026-11-20', cutOff } : one));
    const world = await aQuietSchool({ staff });
    const [, , , { email: ann } = { email: '' }] = STAFF;
    await world.knows(ann, { unreachable: { since: '2026-11-23T09:00:00.000Z', why: 'blocked' } });
    expect(await mornings(world, '2026-11-23', '2026-11-27')).toEqual([]);
  });

  it('of nobody who left long ago', async () => {
    const staff = STAFF.map((one) => (one.email === TEACHER ? { ...one, left: '2026-09-01' } : one));
    expect(await mornings(await aQuietSchool({ staff }), '2026-11-23', '2026-11-27')).toEqual([]);
  });
});
