import { describe, expect, it } from 'vitest';
import { Uncertain } from '../../src/channels/channel.ts';
import { noticeCard } from '../../src/presentation/notice.ts';
import { isSameMessage } from '../../src/worker/standing.ts';
import { anAction, aReview, TEACHER } from '../support/builders.ts';
import { aWorld, textOf } from './world.ts';

const AGAIN = noticeCard({ title: 'Shown again', say: 'It stands below.' });
const at = (id: number) => ({ id: `m${id}` });

async function aChat() {
  const world = await aWorld();
  const { id } = await world.knows(TEACHER);
  const stands = (purpose: string, message: number, isForm = false) =>
    world.standing.stands(id, { purpose, isForm }, { first: at(message), others: [] }, AGAIN);
  const kept = async () =>
    ((await world.store.get('contacts', id))?.cards ?? []).map(({ at, ...card }) => {
      expect(at).toBe(world.clock.now());
      return card;
    });
  const changed = () => world.channel.updated.map(({ ref, message }) => [ref.id, message.notification]);
  return { world, id, stands, kept, changed };
}

describe('the cards that stand in a chat', () => {
  it('are one for a purpose: an earlier one becomes a line', async () => {
    const { stands, changed, kept } = await aChat();
    await stands('status/r1', 1);
    await stands('status/r2', 2);
    await stands('status/r1', 3);
    expect(changed()).toEqual([['m1', 'It stands below.']]);
    expect(await kept()).toEqual([
      { is: 'status/r2', ref: at(2) },
      { is: 'status/r1', ref: at(3) },
    ]);
  });

  it('are known by what they have become: a card that changed leaves its old purpose free', async () => {
    const { stands, changed } = await aChat();
    await stands('due', 1);
    await stands('status/r1', 1);
    await stands('due', 2);
    expect(changed()).toEqual([]);
    await stands('status/r1', 2);
    expect(changed()).toEqual([['m1', 'It stands below.']]);
  });

  it('of no purpose stand side by side: something may have been typed in a form', async () => {
    const { stands, changed } = await aChat();
    await stands('', 1);
    await stands('', 2);
    expect(changed()).toEqual([]);
  });

  it('and are forms that may have been typed in, stay as they are until one of them is sent: then the others are lines', async () => {
    const { world, id, stands, changed, kept } = await aChat();
    await stands('form/evidence/r1', 1, true);
    await stands('form/evidence/r1', 2, true);
    await stands('form/evidence/r2', 3, true);
    expect(changed()).toEqual([]);
    await stands('status/r1', 2);
    await world.standing.sent(id, 'form/evidence/r1', at(2), AGAIN);
    expect(changed()).toEqual([['m1', 'It stands below.']]);
    expect((await kept()).map(({ is }) => is)).toEqual(['form/evidence/r2', 'status/r1']);
  });

  it('and are forms in a chat that opens them in a window, are one for a purpose: nothing is typed in its message', async () => {
    const { world, stands, changed } = await aChat();
    Object.assign(world.channel, { formsInMessages: false });
    await stands('form/evidence/r1', 1, true);
    await stands('form/evidence/r1', 2, true);
    expect(changed()).toEqual([['m1', 'It stands below.']]);
  });

  it('and show children are counted with all messages of their answer, thirty or more, and whom they show', async () => {
    const { world, id, stands, kept } = await aChat();
    await world.standing.stands(
      id,
      { purpose: 'due', of: ['ada', 'bo'] },
      { first: at(1), others: [at(2)] },
      AGAIN,
    );
    for (let message = 3; message <= 40; message++) await stands(`p${message}`, message);
    expect((await kept()).slice(0, 2)).toEqual([
      { is: 'due', ref: at(1), of: ['ada', 'bo'] },
      { is: '', ref: at(2), of: ['ada', 'bo'] },
    ]);
  });

  it('and can’t be made a line stay counted where they show a child, for the day on which the child is erased', async () => {
    const { world, id, kept } = await aChat();
    const show = (message: number) =>
      world.standing.stands(
        id,
        { purpose: 'status/r1', of: ['ada'] },
        { first: at(message), others: [] },
        AGAIN,
      );
    await show(1);
    world.channel.updateFates.push(new Uncertain());
    await show(2);
    expect(await kept()).toEqual([
      { is: '', ref: at(1), of: ['ada'] },
      { is: 'status/r1', ref: at(2), of: ['ada'] },
    ]);
  });

  it('have few buttons between them: the oldest are put away, but no form that may have been typed in', async () => {
    const { world, id, changed, kept } = await aChat();
    const shows = async (purpose: string, message: number, buttons: number) => {
      const isForm = purpose.startsWith('form');
      await world.standing.stands(
        id,
        { purpose, isForm, buttons },
        { first: at(message), others: [] },
        AGAIN,
      );
      await world.standing.putAway(id, at(message), noticeCard({ title: 'Earlier', say: 'Put away.' }));
    };
    await shows('form/evidence/r1', 1, 3);
    await shows('pupil/p1', 2, 5);
    await shows('due', 3, 22);
    expect(changed()).toEqual([['m2', 'Put away.']]);
    await shows('status/r1', 4, 7);
    await shows('record/r1', 5, 5);
    expect(changed().slice(1)).toEqual([['m3', 'Put away.']]);
    await shows('mine', 6, 1);
    expect(changed().slice(2)).toEqual([['m4', 'Put away.']]);
    expect((await kept()).map(({ is }) => is)).toEqual(['form/evidence/r1', 'record/r1', 'mine']);
  });

  it('are the newest thirty', async () => {
    const { stands, kept } = await aChat();
    for (let message = 1; message <= 40; message++) await stands(`p${message}`, message);
    const cards = await kept();
    expect(cards).toHaveLength(30);
    expect([cards[0]?.is, cards.at(-1)?.is]).toEqual(['p11', 'p40']);
  });

  it('hold nothing up when one can’t be changed: it is logged and forgotten', async () => {
    const { world, stands, kept } = await aChat();
    await stands('due', 1);
    world.channel.updateFates.push(new Uncertain('lost'));
    await expect(stands('due', 2)).resolves.toBeUndefined();
    expect(await kept()).toEqual([{ is: 'due', ref: at(2) }]);
    expect(world.logged.join()).toContain('earlier card not changed');
  });

  it('are kept of nobody who is not known', async () => {
    const { world, changed } = await aChat();
    await world.standing.stands(
      'sandbox.sandbox.nobody',
      { purpose: 'due' },
      { first: at(1), others: [] },
      AGAIN,
    );
    expect(await world.store.get('contacts', 'sandbox.sandbox.nobody')).toBeUndefined();
    expect(changed()).toEqual([]);
  });
});

describe('a digest', () => {
  it('takes the place of the one before: that becomes a line', async () => {
    const { world } = await aChat();
    const actions = [anAction({ due: '2026-12-08' })];
    await world.keep(aReview({ stage: 'acting', actions, evidence: [] }));
    for (const morning of ['2026-12-04T08:00:00.000Z', '2026-12-08T08:00:00.000Z']) {
      world.clock.set(morning);
      await world.worker.tick();
    }
    expect(world.channel.arrived).toHaveLength(2);
    const changed = world.channel.updated.map(({ ref, message }) => [ref.id, textOf(message)]);
    expect(changed).toEqual([['1', 'overtaken: 2026-12-04']]);
  });
});

it.each([
  [{ channel: 'D1', ts: '1' }, { channel: 'D1', ts: '1', key: 'k' }, true],
  [{ channel: 'D1', ts: '1' }, { channel: 'D1', ts: '2', key: 'k' }, false],
  [{ message: 'm' }, { channel: 'D1', ts: '1' }, false],
  [{}, {}, false],
])('%j and %j are the same message: %s', (one, other, same) => {
  expect(isSameMessage(one, other)).toBe(same);
});
