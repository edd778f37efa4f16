import { describe, expect, it } from 'vitest';
import { Unreachable } from '../../src/channels/channel.ts';
import { aMessage, aSchool, SENCO, STRANGER, TEACHER } from '../support/builders.ts';
import { HOUR, MINUTE } from '../support/clock.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { aReviewOwing, aWorld, teacherOn } from './world.ts';

describe('of two channels', () => {
  it('the one they were seen on last is written to', async () => {
    const [teams, slack] = [fakeChannel('teams'), fakeChannel('slack')];
    const world = await aWorld({ channels: [teams, slack] });
    await world.store.put('contacts', teacherOn('teams', { seenAt: '2026-11-01T10:00:00.000Z' }));
    await world.store.put('contacts', teacherOn('slack', { seenAt: '2026-11-02T10:00:00.000Z' }));
    await world.keep(aReviewOwing(aMessage()));
    await world.worker.tick();
    expect([teams.tried.length, slack.tried.length]).toEqual([0, 1]);
  });

  it('the other is written to where they cannot be reached on that one', async () => {
    const [teams, slack] = [fakeChannel('teams'), fakeChannel('slack')];
    const world = await aWorld({ channels: [teams, slack] });
    const first = await world.store.put(
      'contacts',
      teacherOn('teams', { seenAt: '2026-11-02T10:00:00.000Z' }),
    );
    await world.store.put('contacts', teacherOn('slack'));
    const review = await world.keep(aReviewOwing(aMessage()));
    teams.fates.push(new Unreachable('blocked'));
    await world.worker.tick();
    expect(slack.tried).toEqual(['message-1']);
    expect(await world.stateOf(review)).toMatchObject({ is: 'sent' });
    expect((await world.store.get('contacts', first.id))?.unreachable).toEqual({
      since: world.clock.now(),
      why: 'blocked',
    });
  });

  it('one that is not running any more is passed over', async () => {
    const slack = fakeChannel('slack');
    const world = await aWorld({ channels: [slack] });
    await world.store.put('contacts', teacherOn('teams', { seenAt: '2026-11-02T10:00:00.000Z' }));
    await world.store.put('contacts', teacherOn('slack'));
    await world.keep(aReviewOwing(aMessage()));
    await world.worker.tick();
    expect(slack.tried).toEqual(['message-1']);
  });

  it('one of a chat that is none of the list is told nothing, though it is there and they are known on it', async () => {
    const pigeon = fakeChannel('carrier-pigeon');
    const world = await aWorld({ channels: [pigeon] });
    await world.store.put('contacts', teacherOn('carrier-pigeon'));
    pigeon.directory = new Map([[TEACHER, teacherOn('carrier-pigeon')]]);
    const review = await world.keep(aReviewOwing(aMessage()));
    await world.worker.tick();
    expect(pigeon.tried).toEqual([]);
    expect(await world.stateOf(review)).toMatchObject({ is: 'undeliverable', why: 'not-found' });
  });

  it('somebody of another tenant or workspace, by the same address, is not written to', async () => {
    const [teams, slack] = [fakeChannel('teams'), fakeChannel('slack')];
    const school = aSchool({ teamsTenantId: 'ours', slackTeamId: 'T-ours' });
    const world = await aWorld({ channels: [teams, slack], schools: [school] });
    await world.store.put('contacts', teacherOn('teams', { tenant: 'theirs' }));
    slack.directory = new Map([[TEACHER, teacherOn('slack', { tenant: 'T-theirs' })]]);
    const review = await world.keep(aReviewOwing(aMessage()));
    await world.worker.tick();
    expect([...teams.tried, ...slack.tried]).toEqual([]);
    expect(await world.stateOf(review)).toMatchObject({ is: 'undeliverable', why: 'not-found' });
    await world.store.put('contacts', teacherOn('teams', { tenant: 'ours' }));
    await world.worker.tick();
    expect(teams.arrived.map(({ contact }) => contact.tenant)).toEqual(['ours']);
  });
});

describe('somebody not heard from yet', () => {
  it('is found in the directory, and kept', async () => {
    const world = await aWorld();
    const contact = teacherOn('sandbox');
    world.channel.directory = new Map([[TEACHER, contact]]);
    await world.keep(aReviewOwing(aMessage()));
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['evidence-request']);
    expect(await world.store.get('contacts', contact.id)).toMatchObject({
      email: TEACHER,
      checkedAt: world.clock.now(),
    });
  });

  it('is not taken for the person a directory gives for another address', async () => {
    const world = await aWorld();
    world.channel.directory = new Map([[TEACHER, teacherOn('sandbox', { email: STRANGER })]]);
    const review = await world.keep(aReviewOwing(aMessage()));
    await world.worker.tick();
    expect(world.channel.tried).toEqual([]);
    expect(await world.stateOf(review)).toMatchObject({ is: 'undeliverable' });
  });

  it('is undeliverable; looked for again after an hour, not before', async () => {
    const world = await aWorld();
    const review = await world.keep(aReviewOwing(aMessage()));
    await world.worker.tick();
    expect(await world.stateOf(review)).toEqual({
      is: 'undeliverable',
      at: world.clock.now(),
      why: 'not-found',
      tries: 1,
    });
    world.channel.directory = new Map([[TEACHER, teacherOn('sandbox')]]);
    world.clock.pass(HOUR - 1);
    await world.worker.tick();
    expect(world.channel.asked).toHaveLength(1);
    world.clock.pass(1);
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['evidence-request']);
  });

  it('is reached at once when they are first heard from, also by a worker started since', async () => {
    const world = await aWorld();
    const review = await world.keep(aReviewOwing(aMessage()));
    await world.worker.tick();
    const restarted = world.another();
    await restarted.tick();
    world.clock.pass(1);
    await world.knows(TEACHER);
    await restarted.tick();
    expect(world.received(TEACHER)).toEqual(['evidence-request']);
    expect(await world.stateOf(review)).toMatchObject({ is: 'sent' });
  });

  it('but not at night', async () => {
    const world = await aWorld();
    await world.keep(aReviewOwing(aMessage()));
    await world.worker.tick();
    world.clock.at('2026-11-10', '20:00');
    await world.knows(TEACHER);
    await world.worker.tick();
    expect(world.channel.tried).toEqual([]);
    world.clock.at('2026-11-11', '08:00');
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['evidence-request']);
  });

  it('and a directory that cannot be asked: it waits, and is tried again soon', async () => {
    const world = await aWorld();
    world.channel.directory = 'broken';
    const review = await world.keep(aReviewOwing(aMessage()));
    await world.worker.tick();
    expect(await world.stateOf(review)).toMatchObject({ is: 'waiting', after: '2026-11-10T10:01:00.000Z' });
    world.channel.directory = new Map([[TEACHER, teacherOn('sandbox')]]);
    world.clock.pass(MINUTE);
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['evidence-request']);
  });
});

describe('somebody who cannot be reached', () => {
  it('is not tried again, until they are heard from; then what is owed goes out', async () => {
    const world = await aWorld();
    const contact = await world.knows(TEACHER);
    const review = await world.keep(aReviewOwing(aMessage()));
    world.channel.fates.push(new Unreachable('not-installed'));
    await world.worker.tick();
    expect(await world.stateOf(review)).toMatchObject({ is: 'undeliverable', why: 'not-installed' });
    world.clock.pass(3 * HOUR);
    await world.worker.tick();
    expect(world.channel.tried).toHaveLength(1);
    const { unreachable: _, ...marked } = (await world.store.get('contacts', contact.id)) ?? contact;
    await world.store.put('contacts', { ...marked, seenAt: world.clock.now() });
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['evidence-request']);
  });

  it('is not marked so when they were heard from while it was sent', async () => {
    const world = await aWorld();
    const contact = await world.knows(TEACHER);
    await world.keep(aReviewOwing(aMessage()));
    world.channel.fates.push(new Unreachable('not-installed'));
    world.channel.onSend = async () => {
      world.channel.onSend = () => undefined;
      await world.store.put('contacts', { ...contact, seenAt: world.clock.now() });
    };
    await world.worker.tick();
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['evidence-request']);
  });

  it('because they had gone, is tried again once the directory has them back', async () => {
    const world = await aWorld();
    const contact = await world.knows(TEACHER);
    await world.keep(aReviewOwing(aMessage()));
    world.channel.fates.push(new Unreachable('left'));
    await world.worker.tick();
    world.channel.directory = new Map([[TEACHER, { ...contact, version: 0 }]]);
    world.clock.pass(HOUR);
    await world.worker.tick();
    expect(world.received(TEACHER)).toEqual(['evidence-request']);
  });

  it('keeps nobody else from being reached', async () => {
    const world = await aWorld();
    await world.knows(SENCO);
    const gone = aMessage();
    const told = aMessage({ key: 'message-2', kind: 'all-answered', to: SENCO });
    await world.keep(aReviewOwing(gone, { messages: [gone, told], evidence: [] }));
    await world.keep(aReviewOwing(gone, { id: 'review-2' }));
    await world.worker.tick();
    expect(world.received(SENCO)).toEqual(['all-answered']);
  });
});
