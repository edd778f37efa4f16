import { describe, expect, it } from 'vitest';
import { type LocalDate, plusDays } from '../../src/domain/time.ts';
import { ASSISTANT, aProvision, aPupil, aReview, SENCO } from '../support/builders.ts';
import { aWorld, type World } from './world.ts';

/* A closed review whose support the assistant sees to, from Wednesday 25 November 2026: asked on Wednesday 9 December. */

const agreed = aReview({ stage: 'closed', provision: [aProvision()] });

async function aWorldWith(...reviews: readonly ReturnType<typeof aReview>[]): Promise<World> {
  const world = await aWorld();
  for (const person of [ASSISTANT, SENCO]) await world.knows(person);
  for (const review of reviews) await world.keep(review);
  return world;
}

/** What came, from one day to another: "day person: what it said". */
async function walk({ clock, worker, channel }: World, from: LocalDate, to: LocalDate): Promise<string[]> {
  const said: string[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    const before = channel.arrived.length;
    clock.at(day, '08:00');
    await worker.tick();
    for (const { contact, message } of channel.arrived.slice(before)) {
      said.push(`${day.slice(5)} ${contact.email?.split('.')[0]}: ${message.card.body[0]?.text}`);
    }
  }
  return said;
}

describe('support that nobody says anything about', () => {
  it('is asked on its day and not before, reminded of as anything overdue is, and told to the SENCO after five school days', async () => {
    const world = await aWorldWith(agreed);
    expect(await walk(world, '2026-12-01', '2027-01-05')).toEqual([
      '12-09 ann: provision-1',
      '12-10 ann: provision-1',
      '12-15 ann: provision-1',
      '12-16 mel: late(senco):provision-1',
      '12-17 ann: provision-1',
      '01-05 ann: provision-1',
    ]);
  });
});

describe('support that is over without anybody saying so', () => {
  it('given the next review has its outcome, then nobody is asked, and it has ended', async () => {
    const next = aReview({
      id: 'review-2',
      stage: 'acting',
      actions: [],
      startedAt: '2026-12-01T09:00:00.000Z',
    });
    const world = await aWorldWith(agreed, next);
    expect(await walk(world, '2026-12-08', '2026-12-11')).toEqual([]);
    const kept = await world.store.get('reviews', agreed.id);
    expect(kept?.provision[0]?.ended).toMatchObject({
      by: SENCO,
      why: 'The next review agreed what comes next.',
    });
  });

  it('given the plan is gone from the school’s data, then nobody is asked', async () => {
    const world = await aWorldWith(agreed);
    const pupil = await world.store.get('pupils', agreed.pupilId);
    await world.store.put('pupils', { ...aPupil({ plan: 'none' }), version: pupil?.version ?? 0 });
    expect(await walk(world, '2026-12-08', '2026-12-18')).toEqual([]);
  });
});
