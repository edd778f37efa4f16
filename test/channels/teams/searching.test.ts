import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { JO, startTeamsBot, type TeamsBot } from '../../support/teams-bot.ts';
import { inChannel } from '../../support/teams-client.ts';

const ZOE = { title: 'Zoë Carr', value: 'zoe@oakfield.example' };

let bot: TeamsBot;
beforeAll(async () => {
  bot = await startTeamsBot();
  bot.searches.finds(async () => [ZOE]);
});
beforeEach(() => {
  bot.connector.posted.length = 0;
});

const value = { queryText: 'zo', queryOptions: { skip: 0, top: 15 }, dataset: 'do=find&form=f&input=i' };
const typing = (more: object = {}) =>
  bot.client.activity(JO, { type: 'invoke', name: 'application/search', value, ...more });
const results = async (activity: object, token?: string) => {
  const { status, text } = await bot.client.deliver(activity, token);
  return [status, text === '' ? undefined : JSON.parse(text).value.results];
};

describe('what is typed into a search of a card in Teams', () => {
  it('is looked up for whoever types it, and answered in the chat by nothing else', async () => {
    expect(await results(typing())).toEqual([200, [ZOE]]);
    expect(bot.searches.heard.at(-1)).toMatchObject({
      ...{ email: 'jo.teacher@oakfield.example', typed: 'zo' },
      asks: { do: 'find', form: 'f', input: 'i' },
    });
    expect(bot.connector.posted).toEqual([]);
    expect(bot.turns).toEqual([]);
  });

  it.each([
    ['of another tenant', () => ({ channelData: { tenant: { id: 'elsewhere' } } })],
    ['in a channel, where no form of ours is', () => inChannel()],
    ['in a group chat', () => inChannel('', 'groupChat')],
    ['that asks for nothing', () => ({ value: { ...value, dataset: '' } })],
    ['that is no text', () => ({ value: { ...value, queryText: { $gt: '' } } })],
    ['without a value', () => ({ value: undefined })],
    ['that is null', () => ({ value: null })],
  ])('is answered with nobody, and looked up for nobody, given it is one %s', async (_, more) => {
    const before = bot.searches.heard.length;
    expect(await results(typing(more()))).toEqual([200, []]);
    expect(bot.searches.heard).toHaveLength(before);
    expect(bot.connector.posted).toEqual([]);
  });

  it('is refused without Microsoft’s signature', async () => {
    const before = bot.searches.heard.length;
    expect(await results(typing(), '')).toEqual([401, undefined]);
    expect(bot.searches.heard).toHaveLength(before);
  });

  it('of a guest is theirs who have no address: the conversation finds nobody for them', async () => {
    const guest = { ...JO, id: '29:guest-1', userPrincipalName: 'jo_home.example#EXT#@school.example' };
    bot.connector.members.set(guest.id, guest);
    const activity = bot.client.activity(guest, { type: 'invoke', name: 'application/search', value });
    await bot.client.deliver(activity);
    expect(bot.searches.heard.at(-1)).toMatchObject({ account: '29:guest-1', email: undefined });
  });
});
