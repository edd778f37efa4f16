import { describe, expect, it } from 'vitest';
import { TryLater, Uncertain, Unreachable } from '../../src/channels/channel.ts';
import {
  ASSISTANT,
  aMessage,
  anEvidenceAnswer,
  anEvidenceRequest,
  aReview,
  aSchool,
  STAFF,
  TEACHER,
} from '../support/builders.ts';
import { HOUR, MINUTE, SECOND } from '../support/clock.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { aReviewOwing, aWorld, card, teacherOn } from './world.ts';

describe('a message that waits', () => {
  it('is sent to the person, once, and marked as sent', async () => {
    const world = await aWorld();
    const contact = await world.knows(TEACHER);
    const review = await world.keep(aReviewOwing(aMessage()));
    await world.worker.tick();
    await world.worker.tick();
    expect(world.channel.arrived).toMatchObject([{ contact: { id: contact.id }, key: 'message-1' }]);
    const where = { contactId: contact.id, ref: { id: '1' } };
    expect(await world.stateOf(review)).toEqual({ is: 'sent', at: world.clock.now(), where });
  });

  it('is claimed before it is sent: on disk, with a lease and the contact', async () => {
    const world = await aWorld();
    const contact = await world.knows(TEACHER);
    const review = await world.keep(aReviewOwing(aMessage()));
    const seen: unknown[] = [];
    world.channel.onSend = async () => {
      seen.push(await world.stateOf(review));
    };
    await world.worker.tick();
    expect(seen).toEqual([
      { is: 'sending', until: '2026-11-10T10:02:00.000Z', tries: 1, contactId: contact.id },
    ]);
  });

  it('whose review is erased as it is sent is counted in that chat as one of the child’s, to be taken back', async () => {
    const world = await aWorld();
    const contact = await world.knows(TEACHER);
    const review = await world.keep(aReviewOwing(aMessage()));
    world.channel.onSend = async () => {
      const now = await world.store.get('reviews', review.id);
      if (now) await world.store.remove('reviews', now);
    };
    await world.worker.tick();
    const { cards } = (await world.store.get('contacts', contact.id)) ?? {};
    expect(cards).toMatchObject([{ is: '', ref: { id: '1' }, of: [review.pupilId] }]);
  });

  it('is sent once by two workers on the same data', async () => {
    const world = await aWorld();
    await world.knows(TEACHER);
    await world.keep(aReviewOwing(aMessage()));
    await Promise.all([world.worker.tick(), world.another().tick(), world.another().tick()]);
    expect(world.channel.tried).toEqual(['message-1']);
  });

  it('is sent once when rounds are asked for all at once', async () => {
    const world = await aWorld();
    await world.knows(TEACHER);
    await world.keep(aReviewOwing(aMessage()));
    await Promise.all([world.worker.tick(), world.worker.tick(), world.worker.tick()]);
    expect(world.channel.tried).toEqual(['message-1']);
  });

  it('is kept while others commit to the same review', async () => {
    const world = await aWorld();
    await world.knows(TEACHER);
    const review = await world.keep(aReviewOwing(aMessage()));
    world.channel.onSend = async () => {
      const current = await world.store.get('reviews', review.id);
      if (current) await world.store.put('reviews', { ...current, ref: 'NEW1' });
    };
    await world.worker.tick();
    const stored = await world.store.get('reviews', review.id);
    expect([stored?.ref, stored?.messages[0]?.state.is]).toEqual(['NEW1', 'sent']);
  });

  it('is sent also when somebody commits between the worker’s reading and its writing', async () => {
    const world = await aWorld();
    await world.knows(TEACHER);
    const review = await world.keep(aReviewOwing(aMessage()));
    const put = world.store.put.bind(world.store);
    let others = 0;
    world.store.put = async (collection, document) => {
      const current = await world.store.get('reviews', review.id);
      if (collection === 'reviews' && current && others++ % 2 === 0)
        await put('reviews', { ...current, ref: `NEW${others}` });
      return put(collection, document);
    };
    await world.worker.tick();
    expect(others).toBeGreaterThan(2);
    expect(world.channel.tried).toEqual(['message-1']);
    expect(await world.stateOf(review)).toMatchObject({ is: 'sent' });
  });

  it('comes in the order it was queued in', async () => {
    const world = await aWorld();
    await world.knows(TEACHER);
    const given = { key: 'message-2', kind: 'action-given', about: 'action-1' } as const;
    const messages = [aMessage({ kind: 'record' }), aMessage(given)];
    await world.keep(aReview({ stage: 'acting', messages }));
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['record', 'action-given action-1']);
  });
});

describe('a message that is not wanted any more', () => {
  const answer = { at: '2026-11-05T10:00:00.000Z', late: false, said: anEvidenceAnswer() };

  it.each([
    ['answered', { evidence: [anEvidenceRequest({ answer })] }],
    ['of a cancelled review', { stage: 'cancelled' as const }],
  ])('%s, is dropped unsent', async (_, given) => {
    const world = await aWorld();
    await world.knows(TEACHER);
    const review = await world.keep(aReviewOwing(aMessage(), given));
    await world.worker.tick();
    expect(world.channel.tried).toEqual([]);
    expect(await world.stateOf(review)).toMatchObject({ is: 'dropped' });
  });

  it('because the person has left the school, is dropped unsent', async () => {
    const staff = STAFF.map((one) => (one.email === TEACHER ? { ...one, left: '2026-11-09' } : one));
    const world = await aWorld({ schools: [aSchool({ staff })] });
    await world.knows(TEACHER);
    const review = await world.keep(aReviewOwing(aMessage()));
    await world.worker.tick();
    expect(world.channel.tried).toEqual([]);
    expect(await world.stateOf(review)).toMatchObject({ is: 'dropped' });
  });

  it('when there is nothing to say, is dropped unsent', async () => {
    const world = await aWorld({ wording: { message: async () => undefined } });
    await world.knows(TEACHER);
    const review = await world.keep(aReviewOwing(aMessage()));
    await world.worker.tick();
    expect(world.channel.tried).toEqual([]);
    expect(await world.stateOf(review)).toMatchObject({ is: 'dropped' });
  });

  it('in the moment between the claim and the sending, is dropped unsent', async () => {
    const world = await aWorld();
    await world.knows(TEACHER);
    const review = await world.keep(aReviewOwing(aMessage()));
    // The answer comes in right after the worker's first commit, which is its claim.
    const put = world.store.put.bind(world.store);
    world.store.put = async (collection, document) => {
      const stored = await put(collection, document);
      const current = collection === 'reviews' ? await world.store.get('reviews', review.id) : undefined;
      if (current?.messages[0]?.state.is === 'sending' && !current.evidence[0]?.answer)
        await put('reviews', { ...current, evidence: [anEvidenceRequest({ answer })] });
      return stored;
    };
    await world.worker.tick();
    expect(world.channel.tried).toEqual([]);
    expect(await world.stateOf(review)).toMatchObject({ is: 'dropped' });
  });
});

describe('a message the channel does not take', () => {
  it('now: is tried again when the channel said, and no earlier', async () => {
    const world = await aWorld();
    await world.knows(TEACHER);
    const review = await world.keep(aReviewOwing(aMessage()));
    world.channel.fates.push(new TryLater(30 * SECOND));
    await world.worker.tick();
    expect(await world.stateOf(review)).toEqual({
      is: 'waiting',
      after: '2026-11-10T10:00:30.000Z',
      tries: 1,
    });
    world.clock.pass(29 * SECOND);
    await world.worker.tick();
    expect(world.channel.tried).toHaveLength(1);
    world.clock.pass(SECOND);
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['evidence-request']);
  });

  it('because it could not be worded: is tried again, and the others go out', async () => {
    let broken = true;
    const message = async () => {
      if (broken) throw new Error('text that must not be logged');
      return card('worded');
    };
    const world = await aWorld({ wording: { message } });
    await world.knows(TEACHER);
    const review = await world.keep(aReviewOwing(aMessage()));
    await world.worker.tick();
    expect(await world.stateOf(review)).toMatchObject({ is: 'waiting', after: '2026-11-10T10:01:00.000Z' });
    broken = false;
    world.clock.pass(MINUTE);
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['worded']);
  });

  it('does not stop those of others', async () => {
    const world = await aWorld({ timing: { call: 20 } });
    await world.knows(TEACHER);
    await world.knows(ASSISTANT);
    for (const n of [1, 2, 3, 4, 5, 6, 7]) {
      const message = aMessage({ key: `m${n}`, to: n === 7 ? ASSISTANT : TEACHER });
      await world.keep(aReviewOwing(message, { id: `review-${n}` }));
    }
    const bad: Record<string, Error> = {
      m2: new Error('odd'),
      m3: new TryLater(1000),
      m5: new Uncertain(),
    };
    world.channel.onSend = async (_, key) => {
      if (key === 'm1' || key === 'm4') await new Promise(() => undefined);
      if (bad[key]) throw bad[key];
    };
    await world.worker.tick();
    expect(world.channel.tried.toSorted()).toEqual(['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7']);
    expect(world.channel.arrived.map(({ key }) => key).sort()).toEqual(['m6', 'm7']);
  });
});

describe('a message nobody knows the fate of', () => {
  const uncertain = async (given: { fate: 'arrives-unanswered' | 'lost' | 'hangs'; readBack: boolean }) => {
    const world = await aWorld({ timing: { call: 20 } });
    await world.knows(TEACHER);
    const review = await world.keep(aReviewOwing(aMessage()));
    world.channel.readBack = given.readBack;
    world.channel.fates.push(given.fate);
    await world.worker.tick();
    expect(await world.stateOf(review)).toMatchObject({ is: 'sending' });
    world.clock.pass(2 * MINUTE - 1);
    await world.worker.tick();
    expect(await world.stateOf(review)).toMatchObject({ is: 'sending' });
    world.clock.pass(1);
    await world.worker.tick();
    return { world, review };
  };

  it.each(['arrives-unanswered', 'lost', 'hangs'] as const)(
    '(%s) is unconfirmed where the channel cannot be asked, and never sent again',
    async (fate) => {
      const { world, review } = await uncertain({ fate, readBack: false });
      expect(await world.stateOf(review)).toMatchObject({ is: 'unconfirmed' });
      world.clock.pass(3 * HOUR);
      await world.worker.tick();
      expect(world.channel.tried).toHaveLength(1);
    },
  );

  it('is sent, where it is found to have arrived', async () => {
    const { world, review } = await uncertain({ fate: 'arrives-unanswered', readBack: true });
    expect(await world.stateOf(review)).toMatchObject({ is: 'sent' });
    expect(world.channel.tried).toHaveLength(1);
  });

  it('is sent again, once, where it is found not to have arrived', async () => {
    const { world, review } = await uncertain({ fate: 'lost', readBack: true });
    world.clock.pass(MINUTE);
    await world.worker.tick();
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['evidence-request']);
    expect(await world.stateOf(review)).toMatchObject({ is: 'sent' });
  });

  it('stays so while the channel cannot be reached to ask', async () => {
    const world = await aWorld();
    await world.knows(TEACHER);
    const review = await world.keep(aReviewOwing(aMessage()));
    world.channel.fates.push('arrives-unanswered');
    world.channel.readBack = 'broken';
    await world.worker.tick();
    world.clock.pass(2 * MINUTE);
    await world.worker.tick();
    expect(await world.stateOf(review)).toMatchObject({ is: 'sending', tries: 2 });
    world.channel.readBack = true;
    world.clock.pass(2 * MINUTE);
    await world.worker.tick();
    expect(await world.stateOf(review)).toMatchObject({ is: 'sent' });
    expect(world.channel.tried).toHaveLength(1);
  });
});

describe('the log', () => {
  it('has no name, address or free text in it, whatever goes wrong', async () => {
    const secret = `${TEACHER} said something about Ada`;
    const slack = fakeChannel('slack');
    const world = await aWorld({ channels: [fakeChannel(), slack] });
    await world.knows(TEACHER, { userId: 'U1' });
    await world.store.put('contacts', teacherOn('slack'));
    for (const n of [1, 2, 3, 4, 5])
      await world.keep(aReviewOwing(aMessage({ key: `m${n}` }), { id: `r${n}` }));
    world.channel.fates.push(new Error(secret), new TryLater(1), new Unreachable('blocked'));
    slack.fates.push(new Error(secret), 'lost');
    slack.directory = 'broken';
    await world.worker.tick();
    world.clock.pass(2 * MINUTE);
    await world.worker.tick();
    expect(world.logged.length).toBeGreaterThan(5);
    expect(world.logged.join('\n')).not.toMatch(/@|teacher|Ada|oakfield/i);
  });
});
