import { describe, expect, it } from 'vitest';
import type { Pupil } from '../../src/domain/school/pupil.ts';
import type { School } from '../../src/domain/school/school.ts';
import { type LocalDate, plusDays } from '../../src/domain/time.ts';
import { aSchool, LEADER, SENCO, TEACHER } from '../support/builders.ts';
import { aWorld, type World } from './world.ts';

/*
 * Next year's terms, asked for until they are given. The builders' school has those of 2026/27, up to Wednesday 21 July 2027;
 * half-term is from 31 May to 4 June. In 2027, 7 June is a Monday, 1 September a Wednesday and 30 August a bank holiday.
 */

const TERMS_2027 = [
  { name: 'Autumn 2027', start: '2027-09-02', end: '2027-12-17' },
  { name: 'Spring 2028', start: '2028-01-04', end: '2028-03-31' },
  { name: 'Summer 2028', start: '2028-04-18', end: '2028-07-21' },
];

async function aQuietSchool(given: Partial<School> = {}): Promise<World> {
  const world = await aWorld({ schools: [aSchool({ ...given })] });
  // Nothing else is due: what is told is told of the school alone.
  const pupil = (await world.store.pupilsOf('oakfield'))[0];
  if (pupil) await world.store.put('pupils', { ...pupil, plans: [], yearOf: 2027 });
  for (const who of [SENCO, LEADER, TEACHER]) await world.knows(who);
  return world;
}

/** What was told each morning, from one day to another: "06-07 school:terms 2027". */
async function mornings(world: World, from: LocalDate, to: LocalDate, who = SENCO): Promise<string[]> {
  const said: string[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    const before = world.received(who).length;
    world.clock.at(day, '08:00');
    await world.worker.tick();
    said.push(
      ...world
        .received(who)
        .slice(before)
        .map((text) => `${day.slice(5)} ${text}`),
    );
  }
  return said;
}

const asked = (...days: string[]) => days.map((day) => `${day} school:terms 2027`);

async function give(world: World, terms: School['terms']) {
  const school = await world.store.get('schools', 'oakfield');
  if (school) await world.store.put('schools', { ...school, terms: [...school.terms, ...terms] });
}

describe('next year’s terms', () => {
  it('are asked for weekly from the first school day of June, and no sooner', async () => {
    const world = await aQuietSchool();
    expect(await mornings(world, '2027-05-17', '2027-06-06')).toEqual([]);
    expect(await mornings(world, '2027-06-07', '2027-06-30')).toEqual(
      asked('06-07', '06-14', '06-21', '06-28'),
    );
  });

  it('once given are asked for no more', async () => {
    const world = await aQuietSchool();
    expect(await mornings(world, '2027-06-07', '2027-06-11')).toEqual(asked('06-07'));
    await give(world, TERMS_2027);
    expect(await mornings(world, '2027-06-12', '2027-09-30')).toEqual([]);
  });

  it('given in part are asked for still', async () => {
    const world = await aQuietSchool();
    await give(world, TERMS_2027.slice(0, 1));
    expect(await mornings(world, '2027-06-07', '2027-06-11')).toEqual(asked('06-07'));
  });

  it('are not asked for in the summer holidays; from 1 September on every school day', async () => {
    const world = await aQuietSchool();
    expect(await mornings(world, '2027-07-19', '2027-08-31')).toEqual(asked('07-19'));
    expect(await mornings(world, '2027-09-01', '2027-09-07')).toEqual(
      asked('09-01', '09-02', '09-03', '09-06', '09-07'),
    );
  });

  it('where the bot was away on their day, are asked for on the next', async () => {
    const world = await aQuietSchool();
    expect(await mornings(world, '2027-06-07', '2027-06-07')).toEqual(asked('06-07'));
    expect(await mornings(world, '2027-06-16', '2027-06-18')).toEqual(asked('06-16'));
  });

  it.each([LEADER, TEACHER])('are asked of no %s', async (who) => {
    expect(await mornings(await aQuietSchool(), '2027-06-07', '2027-06-30', who)).toEqual([]);
  });
});

/*
 * September moves everybody up. The builders' pupil is in Year 4 of 2026/27 here; the autumn term of 2027 begins on Thursday
 * 2 September, the first school day after the holidays.
 */
describe('that pupils are to move up a year', () => {
  const autumn = async (more: Partial<Pupil> = {}) => {
    const world = await aQuietSchool();
    await give(world, TERMS_2027);
    const pupil = (await world.store.pupilsOf('oakfield'))[0] ?? expect.fail('no pupil');
    await world.store.put('pupils', { ...pupil, yearOf: 2026, ...more });
    return world;
  };
  const moving = (...days: string[]) => days.map((day) => `${day} school:year-moves 2027`);

  it('is told on the first school day of September and then weekly, and no sooner', async () => {
    const world = await autumn();
    expect(await mornings(world, '2027-06-28', '2027-09-20')).toEqual(
      moving('09-02', '09-06', '09-13', '09-20'),
    );
  });

  it('is told no more once they have moved, by whichever way', async () => {
    const world = await autumn();
    expect(await mornings(world, '2027-09-01', '2027-09-03')).toEqual(moving('09-02'));
    const pupil = (await world.store.pupilsOf('oakfield'))[0] ?? expect.fail('no pupil');
    await world.store.put('pupils', { ...pupil, yearGroup: '5', yearOf: 2027 });
    expect(await mornings(world, '2027-09-04', '2027-09-20')).toEqual([]);
  });

  it('of whom only a person can say, is told in September alone: a child may be out of their year, and rightly so', async () => {
    const world = await aQuietSchool();
    await give(world, TERMS_2027);
    const pupil = (await world.store.pupilsOf('oakfield'))[0] ?? expect.fail('no pupil');
    const { yearOf: _, ...unknown } = pupil;
    await world.store.put('pupils', unknown);
    expect(await mornings(world, '2027-09-01', '2027-10-31')).toEqual(
      moving('09-02', '09-06', '09-13', '09-20', '09-27'),
    );
  });

  it.each([LEADER, TEACHER])('is told to no %s', async (who) => {
    expect(await mornings(await autumn(), '2027-09-01', '2027-09-20', who)).toEqual([]);
  });
});
