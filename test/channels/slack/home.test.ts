import { describe, expect, it } from 'vitest';
import type { Inbound, Reply } from '../../../src/channels/channel.ts';
import { toHome } from '../../../src/channels/slack/home.ts';
import { Untranslatable } from '../../../src/channels/slack/limits.ts';
import type { CardMessage } from '../../../src/presentation/message.ts';
import { DAY } from '../../support/clock.ts';
import { type SlackBot, slackBot } from '../../support/slack-bot.ts';
import { formOf, input, messageOf, submit, words } from '../../support/slack-cards.ts';
import { slackPerson } from '../../support/slack-client.ts';
import { soon } from '../../support/soon.ts';

const SAM = 'sam@school.example';
const card = (text: string, ...buttons: [string, string][]): CardMessage =>
  messageOf(
    [words(text)],
    buttons.map(([title, what]) => submit(title, { do: what })),
  );
const fresh = (show: CardMessage): Reply => ({ kind: 'new', show });
const instead = (show: CardMessage): Reply => ({ kind: 'replace', show });
const form = formOf([input('Text', 'worked', { isRequired: true })], { send: { do: 'send' } });

/** A bot whose Home says what waits (`waiting`, as it is now), and what is due below it. */
async function botWithHome(more: (said: Inbound['said']) => Reply = () => fresh(card('Hello'))) {
  const bot = await slackBot();
  const now = { waiting: 'One thing waits' };
  bot.answers(({ said }) => {
    if (said.kind !== 'home') return more(said);
    const waits = card(now.waiting, ['Open it', 'open'], ['Answer', 'form'], ['Done', 'done']);
    return { ...fresh(waits), more: [card('Two reviews are due')] } as Reply;
  });
  return { bot, now, sam: slackPerson(bot, SAM) };
}
const published = ({ workspace }: SlackBot) =>
  workspace.calls.filter(({ method }) => method === 'views.publish').length;
const fine = ({ workspace }: SlackBot) => expect(workspace.refused).toEqual([]);
const inChat = async ({ messages }: ReturnType<typeof slackPerson>) =>
  (await messages()).map((one) => one.words);

describe('Home', () => {
  it('shows what waits and what is due when it is opened, and is published again only when that has changed', async () => {
    const { bot, now, sam } = await botWithHome();
    await sam.opens('home');
    await soon(() => expect(sam.home()?.words).toBe('One thing waits\nTwo reviews are due'));
    expect(sam.home()?.buttons).toEqual(['Open it', 'Answer', 'Done']);

    await sam.opens('home');
    await soon(() => expect(bot.heard.filter(({ said }) => said.kind === 'home')).toHaveLength(2));
    expect(published(bot)).toBe(1);

    now.waiting = 'Nothing waits';
    await sam.opens('home');
    await soon(() => expect(sam.home()?.words).toContain('Nothing waits'));
    expect(published(bot)).toBe(2);
    fine(bot);
  });

  it('is published anew for whoever has looked, where it shows what is kept no more', async () => {
    const { bot, now, sam } = await botWithHome();
    await sam.opens('home');
    await soon(() => expect(sam.home()?.words).toContain('One thing waits'));
    now.waiting = 'Nothing waits';
    bot.channel.forget?.();
    await soon(() => expect(sam.home()?.words).toContain('Nothing waits'));
    expect(published(bot)).toBe(2);
    fine(bot);
  });

  it('is each person’s own', async () => {
    const { bot, sam } = await botWithHome();
    await sam.opens('home');
    await soon(() => expect(sam.home()).toBeDefined());
    expect(bot.heard[0]).toMatchObject({ email: SAM, said: { kind: 'home' } });
    expect(slackPerson(bot, 'alex@school.example').home()).toBeUndefined();
  });

  it('keeps its place when a button opens a card: that stands in a window, and goes on there', async () => {
    const { bot, sam } = await botWithHome((said) =>
      said.kind === 'press' && said.data.do === 'open'
        ? instead(card('How it stands', ['Why', 'why']))
        : instead(card('The reason')),
    );
    await sam.opens('home');
    await soon(() => expect(sam.home()).toBeDefined());
    await sam.pressesAtHome('Open it');
    await soon(() => expect(sam.modal()?.words).toBe('How it stands'));
    await sam.presses('Why');
    await soon(() => expect(sam.modal()?.words).toBe('The reason'));
    expect(sam.home()?.words).toContain('One thing waits');
    expect(await inChat(sam)).not.toContain('How it stands');
    fine(bot);
  });

  it('has forms as a message has: the window says what came of it, and the Home what waits now', async () => {
    const { bot, now, sam } = await botWithHome((said) => {
      if (said.kind !== 'press') return fresh(card('Hello'));
      if (said.data.do === 'form') return fresh(form);
      now.waiting = 'Nothing waits';
      return instead(card(`Saved: ${said.values.worked}`));
    });
    await sam.opens('home');
    await soon(() => expect(sam.home()).toBeDefined());
    await sam.pressesAtHome('Answer');
    await soon(() => expect(sam.modal()?.title).toBe('A form'));
    sam.fills({ worked: 'Reading' });
    await sam.submits();
    expect(sam.modal()?.words).toBe('Saved: Reading');
    await soon(() => expect(sam.home()?.words).toContain('Nothing waits'));
    fine(bot);
  });

  it('shows in the chat what Slack opens no window for, so that nobody waits for nothing', async () => {
    const { bot, sam } = await botWithHome(() => instead(card('Done, thank you')));
    await sam.opens('home');
    await soon(() => expect(sam.home()).toBeDefined());
    bot.workspace.fail('views.open', { error: 'expired_trigger_id' }, 1);
    await sam.pressesAtHome('Done');
    await soon(async () => expect(await inChat(sam)).toContain('Done, thank you'));
  });

  it('that can’t be made says so, and is made when next opened', async () => {
    const { bot, sam } = await botWithHome();
    bot.answers(() => Promise.reject(new Error('full disk')));
    await sam.opens('home');
    await soon(() => expect(sam.home()?.words).toMatch(/could not be shown here/));
    bot.answers(() => fresh(card('One thing waits')));
    await sam.opens('home');
    await soon(() => expect(sam.home()?.words).toBe('One thing waits'));
  });

  it('that Slack does not take is published when it is next opened, though nothing has changed', async () => {
    const { bot, sam } = await botWithHome();
    bot.workspace.fail('views.publish', { status: 500 }, 1);
    await sam.opens('home');
    await soon(() => expect(bot.logged.join()).toContain('home not published'));
    await sam.opens('home');
    await soon(() => expect(sam.home()?.words).toContain('One thing waits'));
  });

  it('holds a hundred blocks, and what is below goes before what waits does', async () => {
    const long = messageOf(Array.from({ length: 60 }, (_, n) => words(`Line ${n}`)));
    expect(() => toHome([long, long])).toThrow(Untranslatable);
    const { bot, sam } = await botWithHome();
    bot.answers(() => ({ kind: 'new', show: long, more: [long] }));
    await sam.opens('home');
    await soon(() => expect(sam.home()?.words.split('\n')).toHaveLength(60));
    fine(bot);
  });
});

describe('a greeting', () => {
  it.each(['home', 'messages'] as const)(
    'stands in the chat of who opens the bot at %s for the first time, once',
    async (tab) => {
      const { bot, sam } = await botWithHome();
      await Promise.all([sam.opens(tab), sam.opens(tab)]);
      await soon(async () => expect(await inChat(sam)).toEqual(['Hello']));
      bot.clock.pass(30 * DAY);
      await sam.opens('messages');
      await sam.opens('home');
      await soon(() => expect(sam.home()).toBeDefined());
      expect(await inChat(sam)).toEqual(['Hello']);
      expect(bot.heard.filter(({ said }) => said.kind === 'greeting')).toHaveLength(1);
    },
  );

  it('is not for who has used the bot before', async () => {
    const { bot, sam } = await botWithHome((said) => fresh(card(said.kind === 'greeting' ? 'Hello' : 'Due')));
    await sam.command('due', 'dm');
    await soon(async () => expect(await inChat(sam)).toEqual(['Due']));
    await sam.opens('messages');
    await sam.opens('home');
    await soon(() => expect(sam.home()).toBeDefined());
    expect(await inChat(sam)).toEqual(['Due']);
    fine(bot);
  });
});

describe('a shortcut', () => {
  it('shows what waits on one, in a window, wherever one is', async () => {
    const { bot, sam } = await botWithHome((said) =>
      fresh(card('text' in said && said.text === 'mine' ? 'One thing waits' : 'Nothing')),
    );
    await sam.chooses('waiting');
    await soon(() => expect(sam.modal()?.words).toBe('One thing waits'));
    expect(sam.ephemerals()).toEqual([]);
    expect(await inChat(sam)).toEqual([]);
    fine(bot);
  });

  it('on a message hands over its words as people read them, and answers that person only', async () => {
    const { bot, sam } = await botWithHome((said) => fresh(said.kind === 'message' ? form : card('Nothing')));
    await sam.chooses('action', '<@U0123> could you order the desk &amp; chair?');
    await soon(() => expect(sam.modal()?.title).toBe('A form'));
    expect(bot.heard.at(-1)?.said).toEqual({
      kind: 'message',
      text: '@colleague could you order the desk & chair?',
    });
    sam.fills({ worked: 'x' });
    bot.answers(() => instead(card('Added')));
    await sam.submits();
    expect(sam.modal()?.words).toBe('Added');
    expect(sam.ephemerals()).toEqual([]);
    fine(bot);
  });

  it('too late for a window is answered in the private chat', async () => {
    const bot = await slackBot({ patience: { openMs: 0 } });
    bot.answers(() => fresh(card('One thing waits')));
    const sam = slackPerson(bot, SAM);
    await sam.chooses('waiting');
    await soon(async () => expect(await inChat(sam)).toEqual(['One thing waits']));
  });
});
