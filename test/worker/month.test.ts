import { describe, expect, it } from 'vitest';
import {
  ASSISTANT,
  aDoneAction,
  anAction,
  aReview,
  aSchool,
  BYSTANDER,
  TEACHER,
} from '../support/builders.ts';
import { HOUR } from '../support/clock.ts';
import { aWorld } from './world.ts';

/*
 * Five weeks of a school's life, an hour at a time, against a list of days worked out by hand from the policy: half-term
 * with the end of summer time in it, a closed Thursday, a restart each night, and an action that is closed half-way.
 */
const closures = ['2026-11-12'];
const due = {
  // Falls due in half-term: Friday before it, and two school days before that. Overdue from then: Tuesdays and Thursdays; Thursday 12th is closed.
  'in-half-term': ['10-21', '10-23', '11-03', '11-05', '11-10', '11-13', '11-17', '11-19'],
  // Due on a Wednesday, closed on Tuesday the 10th at noon.
  'closed-half-way': ['10-19', '11-02', '11-04', '11-05', '11-10'],
  // Due on Friday the 27th, after the walk.
  later: ['11-18'],
} as const;
const expected = (...ids: (keyof typeof due)[]) =>
  [...new Set(ids.flatMap((id) => due[id]))].sort().map((day) => `2026-${day}`);

describe('from 19 October to 20 November', () => {
  it('each owner is reminded before, on the day and on Tuesdays and Thursdays, at 08:00, at most once a day', async () => {
    const world = await aWorld({ schools: [aSchool({ closures })] });
    for (const person of [TEACHER, ASSISTANT, BYSTANDER]) await world.knows(person);
    const inHalfTerm = (owner: string) => anAction({ id: 'in-half-term', owner, due: '2026-10-28' });
    const halfWay = anAction({ id: 'closed-half-way', owner: TEACHER, due: '2026-11-04' });
    const later = anAction({ id: 'later', owner: ASSISTANT, due: '2026-11-27' });
    await world.keep(aReview({ stage: 'acting', actions: [inHalfTerm(TEACHER), halfWay, later] }));
    await world.keep(aReview({ id: 'review-2', stage: 'acting', actions: [inHalfTerm(ASSISTANT)] }));
    const closing = await world.keep(aReview({ id: 'review-3', stage: 'acting', actions: [halfWay] }));

    const sent: { to: string | undefined; at: string }[] = [];
    world.channel.onSend = (contact) => {
      sent.push({ to: contact.email, at: world.clock.now() });
    };
    let worker = world.worker;
    world.clock.at('2026-10-19', '00:00');
    while (world.clock.now() < '2026-11-20T23:00:00.000Z') {
      await worker.tick();
      world.clock.pass(HOUR / 2);
      if (world.clock.now() === '2026-11-10T12:00:00.000Z') {
        for (const id of ['review-1', closing.id]) {
          const review = await world.store.get('reviews', id);
          const actions = review?.actions.map((action) =>
            action.id === 'closed-half-way' ? aDoneAction({ ...action }) : action,
          );
          if (review && actions) await world.store.put('reviews', { ...review, actions });
        }
      }
      if (world.clock.now().endsWith('T03:00:00.000Z')) {
        await worker.stop();
        worker = world.another();
      }
    }

    const days = (person: string) => sent.filter(({ to }) => to === person).map(({ at }) => at.slice(0, 10));
    expect(days(TEACHER)).toEqual(expected('in-half-term', 'closed-half-way'));
    expect(days(ASSISTANT)).toEqual(expected('in-half-term', 'later'));
    expect(days(BYSTANDER)).toEqual([]);
    expect(sent).toHaveLength(days(TEACHER).length + days(ASSISTANT).length);
    // In summer time 08:00 is 07:00 UTC.
    for (const { at } of sent) expect(at.slice(11, 16)).toBe(at < '2026-10-25' ? '07:00' : '08:00');
    // What it said was true on the day: the closed action was not mentioned after it was closed.
    expect(world.received(TEACHER).at(-1)).toBe('in-half-term');
    expect(world.received(TEACHER)).toContain('in-half-term closed-half-way closed-half-way');
  });
});
