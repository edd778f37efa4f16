import { afterEach, describe, expect, it } from 'vitest';
import { TryLater, Unreachable } from '../../src/channels/channel.ts';
import type { StandingCard } from '../../src/domain/school/contact.ts';
import { press } from '../../src/presentation/buttons.ts';
import { noticeCard } from '../../src/presentation/notice.ts';
import { anAction, aReview, SENCO, TEACHER } from '../support/builders.ts';
import { aWorld, card, type Given, textOf, type World } from './world.ts';

const open: World[] = [];
afterEach(async () => {
  for (const world of open.splice(0)) await world.worker.stop();
});

const AT = '2026-11-10T09:00:00.000Z';
const MONDAY = '2026-11-09T09:00:00.000Z';
const action = anAction({ id: 'a1', owner: TEACHER });
const owing = () =>
  aReview({
    stage: 'acting',
    actions: [action],
    messages: [
      {
        key: 'message-1',
        to: TEACHER,
        kind: 'action-given',
        about: 'a1',
        queuedAt: AT,
        state: { is: 'waiting', tries: 0 },
      },
    ],
  });

/** A colleague who was sent a new action this morning. */
async function given(more: Given = {}) {
  const world = await aWorld(more);
  open.push(world);
  const contact = await world.knows(TEACHER);
  const review = await world.keep(owing());
  await world.worker.tick();
  expect(world.channel.arrived).toHaveLength(1);
  const done = async () => {
    const now = await world.store.get('reviews', review.id);
    if (!now) throw new Error('no review');
    const end = { by: TEACHER, at: AT, what: 'Done on Monday', helped: 'yes' } as const;
    await world.keep({ ...now, actions: now.actions.map((one) => ({ ...one, done: end })) });
    world.worker.changed(review.id);
    await world.worker.tick();
  };
  const shown = () => world.channel.updated.map(({ message }) => textOf(message));
  return { world, contact, review, done, shown };
}

describe('what was sent of a review', () => {
  it('and is done elsewhere, says so where it stands: once, and telling nobody anew', async () => {
    const { world, review, done, shown } = await given();
    await done();
    expect(shown()).toEqual(['settled: action-given']);
    expect(world.channel.updated[0]?.ref).toEqual({ id: '1' });
    expect(world.channel.arrived).toHaveLength(1);
    world.worker.changed(review.id);
    await world.worker.tick();
    expect(shown()).toHaveLength(1);
    expect(await world.stateOf(review)).toEqual({ is: 'sent', at: expect.any(String) });
  });

  it('and is a form that somebody may be typing into, is left under their hands', async () => {
    const form = { title: 'Done', open: 'Done', data: { do: 'form', form: 'done' } };
    const message = async () => ({ ...noticeCard({ title: 'A form', say: '' }), form });
    const { done, shown, world, review } = await given({ wording: { message } });
    await done();
    expect(shown()).toEqual([]);
    // Where it stands is known all the same: an erasing takes it out of the chat.
    expect(await world.stateOf(review)).toMatchObject({ is: 'sent', formAt: { ref: { id: '1' } } });
    expect(await world.stateOf(review)).not.toHaveProperty('where');
  });

  it('and still holds, stays as it is', async () => {
    const { world, review, shown } = await given();
    world.worker.changed(review.id);
    await world.worker.tick();
    expect(shown()).toEqual([]);
    expect(await world.stateOf(review)).toMatchObject({ where: { ref: { id: '1' } } });
  });

  it('is tried again when the chat asks to wait, and left when it can’t be changed', async () => {
    const { world, review, done, shown } = await given();
    world.channel.updateFates.push(new TryLater(0));
    await done();
    await world.worker.tick();
    expect(shown()).toEqual(['settled: action-given']);
    const { world: other, done: alsoDone, shown: elsewhere } = await given();
    other.channel.updateFates.push(new Unreachable('not-found'));
    await alsoDone();
    await other.worker.tick();
    expect(elsewhere()).toEqual([]);
    for (const one of [world, other]) expect(await one.stateOf(review)).not.toHaveProperty('where');
  });
});

describe('a message of two actions', () => {
  it('is sent once; with one done it stands with the other, and with both done it says so', async () => {
    const world = await aWorld();
    open.push(world);
    await world.knows(TEACHER);
    const actions = [action, { ...action, id: 'a2' }];
    const [message] = owing().messages;
    if (!message) throw new Error('no message');
    const review = await world.keep({ ...owing(), actions, messages: [{ ...message, also: ['a2'] }] });
    await world.worker.tick();
    expect(world.channel.arrived).toHaveLength(1);
    const done = async (...ids: string[]) => {
      const now = await world.store.get('reviews', review.id);
      if (!now) throw new Error('no review');
      const end = { by: TEACHER, at: AT, what: 'Done on Monday', helped: 'yes' } as const;
      const ended = now.actions.map((one) => (ids.includes(one.id) ? { ...one, done: end } : one));
      await world.keep({ ...now, actions: ended });
      world.worker.changed(review.id);
      await world.worker.tick();
      return world.channel.updated.map(({ message: shown }) => textOf(shown));
    };
    expect(await done('a1')).toEqual(['action-given a1']);
    expect((await world.store.get('reviews', review.id))?.messages[0]).toMatchObject({ gone: ['a1'] });
    expect(await done()).toHaveLength(1);
    expect(await done('a2')).toEqual(['action-given a1', 'settled: action-given']);
    expect(world.channel.arrived).toHaveLength(1);
  });
});

/** A colleague was told on Monday of a meeting, and has their evidence of it open; on Tuesday at nine it was moved. */
async function moved() {
  const standing = async (_: unknown, who: string, { is, at }: StandingCard) =>
    is === 'own' && who === TEACHER && at === MONDAY
      ? { ...card('the new day'), here: press.show('my-evidence', 'review-1') }
      : undefined;
  const world = await aWorld({ wording: { standing } });
  open.push(world);
  const at = (id: string) => ({ id });
  const contact = await world.knows(TEACHER, {
    cards: [
      { is: 'own', ref: at('own'), at: MONDAY },
      { is: 'form/evidence', ref: at('form'), at: MONDAY },
    ],
  });
  const sent = (kind: 'meeting-set' | 'meeting-moved', id: string) => ({
    ...{ key: id, to: TEACHER, kind, queuedAt: MONDAY },
    state: { is: 'sent', at: MONDAY, where: { contactId: contact.id, ref: at(id) } } as const,
  });
  const invitees = [{ kind: 'staff', who: TEACHER }] as const;
  const review = await world.keep(
    aReview({
      meeting: { date: '2028-12-15', time: '14:30', invitees },
      history: [
        { at: '2026-11-01T09:00:00.000Z', by: SENCO, what: 'meeting-planned', fields: ['meeting.date'] },
        { at: AT, by: SENCO, what: 'meeting-planned', fields: ['meeting.date'] },
      ],
      messages: [
        sent('meeting-set', 'invited'),
        sent('meeting-moved', 'older'),
        sent('meeting-moved', 'newer'),
      ],
    }),
  );
  const changes = async () => {
    world.worker.changed(review.id);
    await world.worker.tick();
    return world.channel.updated.map(({ ref, message }) => `${ref.id}: ${textOf(message)}`);
  };
  return { world, contact, changes };
}

describe('what names a meeting that has moved since', () => {
  it('is put right where it stands, once: what was sent, and what is open; but no form', async () => {
    const { world, changes } = await moved();
    world.clock.set('2026-11-10T10:00:00.000Z');
    const right = [
      'own: the new day',
      'invited: meeting-set',
      'older: settled: meeting-moved',
      'newer: meeting-moved',
    ];
    expect(await changes()).toEqual(right);
    expect(await changes()).toEqual(right);
    expect(world.channel.arrived).toEqual([]);
  });

  it('waits while something on it is being answered', async () => {
    const { world, contact, changes } = await moved();
    const release = world.standing.inHand(contact.id, { id: 'own' });
    expect(await changes()).not.toContain('own: the new day');
    release();
    await world.worker.tick();
    expect(world.channel.updated.at(-1)?.ref).toEqual({ id: 'own' });
  });
});

describe('a message in which somebody is at work', () => {
  it('waits while a button on it is being answered, and is put right if nothing took its place', async () => {
    const { world, contact, done, shown } = await given();
    const release = world.standing.inHand(contact.id, { id: '1' });
    await done();
    expect(shown()).toEqual([]);
    release();
    await world.worker.tick();
    expect(shown()).toEqual(['settled: action-given']);
  });

  it('is theirs once what they asked for stands there', async () => {
    const { world, contact, done, shown, review } = await given();
    await world.standing.stands(
      contact.id,
      { purpose: 'show/action' },
      { first: { id: '1' }, others: [] },
      noticeCard({ title: 'x', say: 'x' }),
    );
    await done();
    expect(shown()).toEqual([]);
    expect(await world.stateOf(review)).not.toHaveProperty('where');
  });
});
