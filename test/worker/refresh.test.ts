import { afterEach, describe, expect, it } from 'vitest';
import { TryLater, Uncertain } from '../../src/channels/channel.ts';
import { toMessage } from '../../src/channels/slack/translate.ts';
import { makeWording } from '../../src/conversation/message-wording.ts';
import type { Action, Review } from '../../src/domain/review/review.ts';
import { run } from '../../src/domain/review/run.ts';
import type { Command } from '../../src/domain/review/steps/index.ts';
import type { School } from '../../src/domain/school/school.ts';
import { localDate } from '../../src/domain/time.ts';
import type { CardMessage } from '../../src/presentation/message.ts';
import { elementsOf, lettersOf, ourWordsOf, validateAdaptive } from '../support/adaptive.ts';
import {
  ASSISTANT,
  anAction,
  anEvidenceAnswer,
  aPupil,
  aReview,
  aSchool,
  LEADER,
  SENCO,
  STAFF,
  TEACHER,
} from '../support/builders.ts';
import { testClock } from '../support/clock.ts';
import { memoryStore } from '../support/memory-store.ts';
import { checkMessage } from '../support/slack-block-kit.ts';
import { aWorld, type World } from './world.ts';

/** A Tuesday in term. */
const EIGHT = '2026-12-08T08:00:00.000Z';
const open: World[] = [];
afterEach(async () => {
  for (const world of open.splice(0)) await world.worker.stop();
});

const acting = (actions: readonly Action[], given: Partial<Review> = {}) =>
  aReview({
    stage: 'acting',
    actions,
    evidence: [],
    meeting: { date: '2026-11-24', time: '14:30', invitees: [] },
    ...given,
  });

const two = () => [
  anAction({ id: 'a1', what: 'Order the pens', due: '2026-12-08' }),
  anAction({ id: 'a2', what: 'Write home', due: '2026-12-07' }),
];

/** A school with the real wording, whose people have had their digests this morning. */
async function aMorning(review: Review, given: { school?: School; people?: readonly string[] } = {}) {
  const store = memoryStore();
  const clock = testClock(EIGHT);
  await store.put('schools', given.school ?? aSchool());
  await store.put('pupils', aPupil());
  await store.put('reviews', review);
  const world = await aWorld({ store, wording: makeWording({ store, clock }), timing: { poll: 20 } });
  open.push(world);
  world.clock.set(EIGHT);
  for (const who of given.people ?? [TEACHER]) await world.knows(who);
  await world.worker.tick();
  world.clock.set('2026-12-08T10:00:00.000Z');

  /** As the conversation does: decides, commits, and says so. */
  const does = async (command: Command, who = TEACHER) => {
    const now = await store.get('reviews', review.id);
    const school = await store.get('schools', 'oakfield');
    if (!now || !school) throw new Error('nothing there');
    let key = 0;
    const ran = run(now, command, { who, at: world.clock.now() }, school, () => `${command.type}${key++}`);
    if (!ran.ok) throw new Error(ran.refusal.say);
    await store.put('reviews', ran.review);
    world.worker.changed(review.id);
    await world.worker.tick();
  };
  const digestOf = (who = TEACHER) => world.digest(localDate(EIGHT), who);
  /** The digests they were sent. */
  const sentTo = (who = TEACHER) =>
    world.channel.arrived.filter(
      ({ contact, key }) => contact.email === who && key.startsWith('2026-12-08.'),
    );
  return { world, store, does, digestOf, sentTo };
}

const textOf = ({ card }: CardMessage) => {
  validateAdaptive(card);
  checkMessage(toMessage({ card, notification: 'x' }));
  return elementsOf(card)
    .flatMap((one) => (one.type === 'TextRun' || one.type === 'TextBlock' ? [String(one.text)] : []))
    .join('\n');
};
const titlesOf = ({ card }: CardMessage) =>
  elementsOf(card).flatMap((one) => (one.type === 'Action.Submit' ? [String(one.title)] : []));
const last = ({ world }: { world: World }) => {
  const found = world.channel.updated.at(-1);
  if (!found) throw new Error('nothing was updated');
  return found;
};

describe('a digest whose items are answered', () => {
  it('shows what is done in words, and what is open with its buttons', async () => {
    const morning = await aMorning(acting(two()));
    const [sent] = morning.sentTo();
    expect(sent && textOf(sent.message)).toContain('First: your action, 1 day late. Press “Done”.');
    await morning.does({ type: 'complete-action', id: 'a2', what: 'Sent', helped: 'yes' });
    const { ref, message } = last(morning);
    const digest = await morning.digestOf();
    expect(digest?.state).toMatchObject({ is: 'sent', where: { ref } });
    const text = textOf(message);
    expect(text).toMatch(
      /Your action, today. Press “Done”. 1 settled since this morning.[\s\S]*Order the pens/,
    );
    expect(text).toMatch(/Settled\n✓ Done\n: Write home\n · Ada Example$/);
    expect(titlesOf(message)).toEqual(['Done', 'Need more time', 'Not mine', 'Can’t be done']);
    await morning.does({ type: 'extend-action', id: 'a1', to: '2026-12-15', why: 'Ill' });
    const all = textOf(last(morning).message);
    expect(all).toContain('All of it is settled. Thank you!');
    expect(all).toMatch(/✓ Moved to Tue 15 Dec 2026\n: Order the pens/);
    expect(titlesOf(last(morning).message)).toEqual(['Open']);
    expect(morning.sentTo()).toHaveLength(1);
    expect(morning.world.channel.updated).toHaveLength(2);
  });

  it.each([
    [{ type: 'disown-action', id: 'a1', why: 'No' }, TEACHER, /✓ Handed back: the SENCO finds it an owner/],
    [{ type: 'cannot-do-action', id: 'a1', why: 'No' }, TEACHER, /✓ Can’t be done: the SENCO decides/],
    [{ type: 'withdraw-action', id: 'a1', why: 'No' }, SENCO, /✓ Not to be done any more[\s\S]*by Mel Senco/],
    [
      { type: 'complete-action', id: 'a1', what: 'x', helped: 'no' },
      SENCO,
      /✓ Done\n: Order the pens\n · Ada Example · by Mel Senco/,
    ],
    [
      { type: 'reassign-action', id: 'a1', owner: ASSISTANT },
      SENCO,
      /✓ It is with a colleague now[\s\S]*with Ann Assistant/,
    ],
  ] as const)('%o by %s', async (command, who, words) => {
    const morning = await aMorning(acting(two()));
    await morning.does(command, who);
    expect(textOf(last(morning).message)).toMatch(words);
    expect(morning.sentTo()).toHaveLength(1);
  });

  it('says nothing more of what is no longer theirs to see', async () => {
    const morning = await aMorning(
      acting([anAction({ id: 'a1', what: 'Order the pens', due: '2026-12-08' })]),
    );
    await morning.does({ type: 'reassign-action', id: 'a1', owner: ASSISTANT }, SENCO);
    const text = textOf(last(morning).message);
    expect(text).toContain('✓ It is with a colleague now');
    expect(text).not.toMatch(/Order the pens|Ada|Ann/);
  });

  it('of evidence, answered, says so', async () => {
    const review = aReview({
      evidence: [{ who: TEACHER, askedAt: EIGHT, dueBy: '2026-12-08', revision: 0 }],
      meeting: { date: '2026-12-15', time: '14:30', invitees: [] },
    });
    const morning = await aMorning(review);
    await morning.does({ type: 'submit-evidence', revision: 0, said: anEvidenceAnswer() });
    expect(textOf(last(morning).message)).toContain('✓ Answered');
  });

  it('of what others are long overdue with, too: worded as help, and settled when it is', async () => {
    const late = anAction({ id: 'a1', what: 'Order the pens', due: '2026-11-30' });
    const morning = await aMorning(acting([late]), { people: [SENCO] });
    const [sent] = morning.sentTo(SENCO);
    const text = sent ? textOf(sent.message) : '';
    expect(text).toMatch(
      /A colleague may need a hand with this action\.[\s\S]*Tom Teacher\n may need a hand with this action: Order the pens/,
    );
    expect(text).toContain('6 school days past its date');
    await morning.does({ type: 'complete-action', id: 'a1', what: 'x', helped: 'yes' });
    expect(textOf(last(morning).message)).toMatch(
      /✓ Done\n: Order the pens\n · Ada Example · by Tom Teacher/,
    );
  });

  it('offers to give away all that somebody who is away has', async () => {
    const absent = { from: '2026-12-07', until: '2026-12-18' };
    const staff = STAFF.map((one) => (one.email === TEACHER ? { ...one, absent } : one));
    const morning = await aMorning(acting(two()), { school: aSchool({ staff }), people: [SENCO, LEADER] });
    const [sent] = morning.sentTo(SENCO);
    expect(sent && titlesOf(sent.message)).toEqual([
      'Find a new owner',
      'Give all of theirs',
      'Find a new owner',
    ]);
    await morning.does({ type: 'reassign-action', id: 'a1', owner: ASSISTANT }, SENCO);
    expect(textOf(last(morning).message)).toMatch(/✓ It is with a colleague now[\s\S]*with Ann Assistant/);
  });
});

describe('keeping digests up to date', () => {
  const done = { type: 'complete-action', id: 'a2', what: 'x', helped: 'yes' } as const;

  it('changes nothing that would look the same, and nobody else’s', async () => {
    const morning = await aMorning(acting(two()), { people: [TEACHER, ASSISTANT, SENCO] });
    await morning.does({ type: 'correct-record', part: 'Targets', words: 'Two, not three' }, SENCO);
    expect(morning.world.channel.updated).toEqual([]);
    await morning.does(done);
    await morning.does({ type: 'correct-record', part: 'Targets', words: 'Three after all' }, SENCO);
    expect(morning.world.channel.updated).toHaveLength(1);
  });

  it('never brings anything back, adds nothing new, and sends nothing', async () => {
    const morning = await aMorning(acting(two()));
    await morning.does(
      {
        type: 'add-action',
        id: 'a9',
        what: 'Something new',
        owner: TEACHER,
        due: '2026-12-09',
        howWeWillKnow: 'x',
      },
      SENCO,
    );
    await morning.does(done);
    expect(textOf(last(morning).message)).not.toContain('Something new');
    expect(morning.sentTo()).toHaveLength(1);
  });

  it('is of today’s only', async () => {
    const morning = await aMorning(acting(two()));
    morning.world.clock.set('2026-12-09T07:00:00.000Z');
    await morning.does(done);
    expect(morning.world.channel.updated).toEqual([]);
  });

  it('is best effort: what can’t be changed is logged without a name, and goes on next time', async () => {
    const morning = await aMorning(acting(two()));
    morning.world.channel.updateFates.push(new Uncertain('Tom Teacher'), new TryLater(3_600_000));
    await morning.does(done);
    expect(morning.world.channel.updated).toEqual([]);
    expect(morning.world.logged.join('\n')).toContain('digest not refreshed');
    expect(morning.world.logged.join('\n')).not.toMatch(/Tom|Ada|pens/);
    await morning.does({ type: 'extend-action', id: 'a1', to: '2026-12-15', why: 'Ill' });
    expect(morning.world.channel.updated).toEqual([]);
    morning.world.worker.changed('review-1');
    await morning.world.worker.tick();
    expect(textOf(last(morning).message)).toContain('All of it is settled');
    expect((await morning.digestOf())?.state).toMatchObject({ is: 'sent' });
  });

  it('tries again soon where a chat asks for a moment', async () => {
    const morning = await aMorning(acting(two()));
    morning.world.channel.updateFates.push(new TryLater(0));
    await morning.does(done);
    await morning.world.worker.tick();
    expect(textOf(last(morning).message)).toContain('✓ Done');
  });

  it('knows what is settled while the digest is on its way', async () => {
    const store = memoryStore();
    const clock = testClock(EIGHT);
    await store.put('schools', aSchool());
    await store.put('pupils', aPupil());
    const review = await store.put('reviews', acting(two()));
    const world = await aWorld({ store, wording: makeWording({ store, clock }) });
    open.push(world);
    world.clock.set(EIGHT);
    await world.knows(TEACHER);
    world.channel.onSend = async () => {
      const at = world.clock.now();
      const ran = run(review, done, { who: TEACHER, at }, aSchool(), () => 'key');
      if (ran.ok) await store.put('reviews', ran.review);
      world.worker.changed(review.id);
      await new Promise((resolve) => setImmediate(resolve));
    };
    await world.worker.tick();
    expect(world.channel.updated).toHaveLength(1);
    expect(textOf(last({ world }).message)).toMatch(/✓ Done\n: Write home/);
  });

  it('is of the person it was sent to: not of whoever has their chat now, nor of somebody who left', async () => {
    const morning = await aMorning(acting(two()));
    const [sent] = morning.sentTo();
    const contact = await morning.store.get('contacts', sent?.contact.id ?? '');
    if (!contact) throw new Error('no contact');
    const other = await morning.store.put('contacts', { ...contact, email: ASSISTANT });
    await morning.does(done);
    expect(morning.world.channel.updated).toEqual([]);
    await morning.store.put('contacts', { ...other, email: TEACHER });
    const school = await morning.store.get('schools', 'oakfield');
    if (!school) throw new Error('no school');
    const staff = school.staff.map((one) => (one.email === TEACHER ? { ...one, left: '2026-12-08' } : one));
    await morning.store.put('schools', { ...school, staff });
    morning.world.worker.changed('review-1');
    await morning.world.worker.tick();
    expect(morning.world.channel.updated).toEqual([]);
  });
});

it('names nobody where a locked phone shows it', async () => {
  const morning = await aMorning(acting(two()));
  await morning.does({ type: 'complete-action', id: 'a2', what: 'x', helped: 'yes' });
  const { message } = last(morning);
  for (const text of [message.notification, ...ourWordsOf(message.card)])
    expect(text).not.toMatch(/Ada|Tom|pens/);
  expect(lettersOf(message.card)).toContain('Ada Example');
});
