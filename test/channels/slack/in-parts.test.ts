import { describe, expect, it } from 'vitest';
import { makeTurn } from '../../../src/conversation/conversation.ts';
import type { Store } from '../../../src/store/store.ts';
import { anEvidenceRequest, aPupil, aReview, aSchool, aTarget, TEACHER } from '../../support/builders.ts';
import { testIds } from '../../support/ids.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { type SlackBot, slackBot } from '../../support/slack-bot.ts';
import { type SlackPerson, slackPerson } from '../../support/slack-client.ts';
import { soon } from '../../support/soon.ts';

/** So many targets make three windows. */
const OF_THREE = 40;
const SAM = 'sam@school.example';

/** A school with a plan of so many targets, of each of which a teacher was asked: more than a window of Slack has room for. */
async function aLongPlan(outcomes: number): Promise<Store> {
  const store = memoryStore();
  await store.put('schools', aSchool());
  await store.put('pupils', aPupil());
  const targets = Array.from({ length: outcomes }, (_, n) =>
    aTarget({ id: `t${n}`, text: `Target number ${n}` }),
  );
  await store.put('reviews', aReview({ targets, evidence: [anEvidenceRequest({ who: TEACHER })] }));
  return store;
}

/** The bot begins to answer from that store: as when it was started anew. */
function startsOn(store: Store, bot: SlackBot): void {
  const turn = makeTurn({ store, clock: bot.clock, ids: testIds(), committed: () => undefined });
  // They are a teacher of the made-up school.
  const as = { channel: 'sandbox', tenant: 'sandbox', account: TEACHER, email: TEACHER };
  bot.answers((inbound) => turn({ ...inbound, ...as }));
}

async function opensAll(sam: SlackPerson, isFolded: boolean): Promise<void> {
  await sam.command('mine', 'dm');
  await soon(async () => expect((await sam.messages()).at(-1)?.buttons.length).toBeGreaterThan(0));
  const [open = ''] = (await sam.messages()).at(-1)?.buttons ?? [];
  await sam.presses(open);
  await soon(() => expect(sam.modal()).toBeDefined());
  sam.fills({ strengths: 'Keen to read' });
  expect(sam.modal()?.buttons.includes('Add more')).toBe(isFolded);
  if (isFolded) await sam.presses('Add more');
  await soon(() => expect(sam.modal()?.submit).toBe('Send this part'));
}

/** Fills each box for text in the window with its own name, and chooses the first of each choice. */
function fillsAll(sam: SlackPerson): void {
  for (const id of Object.keys(sam.modal()?.values ?? {})) {
    for (const value of [`About ${id}`, 'yes', 'good', 'observation'])
      try {
        if (id !== 'link') sam.fills({ [id]: value });
        break;
      } catch {
        // It is a choice, and this is none of it.
      }
  }
}

const saidOf = async (store: Store) => {
  const review = (await store.all('reviews'))[0];
  return JSON.stringify(review?.evidence[0]?.answer ?? {});
};

describe('a form with more questions than a window has room for', () => {
  it('is asked in one window after the other, and taken once the last is sent', async () => {
    const bot = await slackBot();
    const sam = slackPerson(bot, SAM);
    const store = await aLongPlan(24);
    startsOn(store, bot);
    await opensAll(sam, false);
    expect(sam.modal()?.values.strengths).toBe('Keen to read');
    const first = Object.keys(sam.modal()?.values ?? {});
    fillsAll(sam);
    await sam.submits();
    await soon(() => expect(Object.keys(sam.modal()?.values ?? {})).not.toEqual(first));
    expect(bot.workspace.views).toHaveLength(2);
    expect(await saidOf(store)).toBe('{}');
    fillsAll(sam);
    await sam.submits();
    await soon(() => expect(sam.modal()).toBeUndefined());
    const said = await saidOf(store);
    expect(said).toContain('About strengths');
    for (const n of [0, 23]) expect(said).toContain(`"t${n}"`);
    expect(bot.workspace.refused).toEqual([]);
  });

  it('goes on after the bot was started anew: the first window is below, with all that was typed', async () => {
    const bot = await slackBot();
    const sam = slackPerson(bot, SAM);
    const store = await aLongPlan(18);
    startsOn(store, bot);
    await opensAll(sam, true);
    fillsAll(sam);
    await sam.submits();
    await soon(() => expect(bot.workspace.views).toHaveLength(2));
    startsOn(store, bot);
    fillsAll(sam);
    await sam.submits();
    // The first part is asked for once more; what it said is still in its own window.
    await soon(() => expect(sam.modal()?.words).toContain('what you typed there is still below'));
    expect(await saidOf(store)).toBe('{}');
    sam.closes();
    await sam.submits();
    await soon(() => expect(sam.modal()).toBeUndefined());
    const said = await saidOf(store);
    for (const one of ['About strengths', '"t17"']) expect(said).toContain(one);
  });

  it('of three parts: nothing is to be typed again, though the bot was started anew before the last was sent', async () => {
    const bot = await slackBot();
    const sam = slackPerson(bot, SAM);
    const store = await aLongPlan(OF_THREE);
    startsOn(store, bot);
    await opensAll(sam, false);
    for (const many of [2, 3]) {
      fillsAll(sam);
      await sam.submits();
      await soon(() => expect(bot.workspace.views).toHaveLength(many));
    }
    fillsAll(sam);
    startsOn(store, bot);
    await sam.submits();
    for (const _ of ['the second', 'the first']) {
      await soon(() => expect(sam.modal()?.title).toBe('Send it once more'));
      expect(await saidOf(store)).toBe('{}');
      sam.closes();
      await sam.submits();
    }
    await soon(() => expect(sam.modal()).toBeUndefined());
    const said = await saidOf(store);
    for (const one of ['About strengths', '"t0"', `"t${OF_THREE / 2}"`, `"t${OF_THREE - 1}"`])
      expect(said).toContain(one);
    expect(bot.workspace.refused).toEqual([]);
  });
});
