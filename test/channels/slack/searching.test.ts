import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { LIMITS, Untranslatable } from '../../../src/channels/slack/limits.ts';
import { toModal } from '../../../src/channels/slack/translate.ts';
import { checkModal } from '../../support/slack-block-kit.ts';
import { slackBot } from '../../support/slack-bot.ts';
import { choices, formOf, input } from '../../support/slack-cards.ts';
import { deliverInteraction } from '../../support/slack-delivery.ts';

const search = (more: object = {}) =>
  input('ChoiceSet', 'ask_named', {
    ...{ style: 'filtered', choices: [], placeholder: 'Type a name' },
    ...{ 'choices.data': { type: 'Data.Query', dataset: 'do=find' }, ...more },
  });
const elementOf = (more: object) => {
  const modal = toModal(formOf([search(more)]), { origin: {} });
  checkModal(modal);
  const block = modal.blocks.at(-1) as KnownBlock | undefined;
  return block?.type === 'input' ? block.element : undefined;
};

describe('a search in a window', () => {
  it('is asked of the bot from the first letter on, of one or of several, with those who are chosen in it', () => {
    const placeholder = { type: 'plain_text', text: 'Type a name', emoji: false };
    expect(elementOf({})).toEqual({
      ...{ type: 'external_select', action_id: 'ask_named', min_query_length: 1, placeholder },
    });
    expect(elementOf({ choices: choices('a'), value: 'a' })).toMatchObject({
      initial_option: { value: 'a' },
    });
    expect(elementOf({ choices: choices('a', 'b'), value: 'a,b', isMultiSelect: true })).toMatchObject({
      type: 'multi_external_select',
      initial_options: [{ value: 'a' }, { value: 'b' }],
    });
  });

  it.each([
    ['that asks nothing', { 'choices.data': undefined }],
    ['that asks something else', { 'choices.data': { type: 'Data.Other', dataset: 'x' } }],
    ['of a list', { style: 'compact', choices: choices('a') }],
  ])('is none, given one %s', (_, more) => {
    expect(() => elementOf(more)).toThrow(Untranslatable);
  });
});

const typing = (bot: Awaited<ReturnType<typeof slackBot>>, more: object = {}) => ({
  type: 'block_suggestion',
  user: { id: bot.workspace.userId('sam@school.example'), team_id: bot.workspace.teamId },
  team: { id: bot.workspace.teamId },
  api_app_id: 'A1',
  action_id: 'ask_named',
  block_id: 'ask_named',
  value: 'zo',
  view: { id: 'V1', private_metadata: JSON.stringify({ send: { do: 'submit', form: 'f' }, origin: {} }) },
  ...more,
});
const offered = async (response: Response) => [response.status, await response.json()];

describe('what is typed into it', () => {
  it.each([
    ['of another workspace', { team: { id: 'TELSEWHERE' } }],
    ['of no workspace', { team: null }],
    ['of nobody', { user: {} }],
    ['in no window', { view: undefined }],
    ['in a window that carries nothing', { view: { id: 'V1', private_metadata: '' } }],
    ['in a window of somebody else’s making', { view: { id: 'V1', private_metadata: '{"send":[1]}' } }],
    ['in an input without a name', { action_id: '' }],
    ['in an input whose name is too long', { action_id: 'x'.repeat(256) }],
    ['that is no text', { value: { $gt: '' } }],
  ])('is answered with nobody, and looked up for nobody, given it is %s', async (_, more) => {
    const bot = await slackBot();
    bot.searches.finds(async () => [{ title: 'Zoë Carr', value: 'zoe@school.example' }]);
    const answer = await deliverInteraction(bot, typing(bot, more));
    expect(await offered(answer)).toEqual([200, { options: [] }]);
    expect(bot.searches.heard).toEqual([]);
    expect(await offered(await deliverInteraction(bot, typing(bot)))).toMatchObject([200, { options: [{}] }]);
  });

  it('is refused without Slack’s signature', async () => {
    const bot = await slackBot();
    const response = await deliverInteraction(bot, typing(bot), { secret: 'not-the-secret' });
    expect(response.status).toBe(401);
    expect(bot.searches.heard).toEqual([]);
  });

  it('is answered with as many as Slack takes, and with nobody where one would not fit', async () => {
    const bot = await slackBot();
    const many = Array.from({ length: LIMITS.options + 1 }, (_, at) => ({
      title: `T ${at}`,
      value: `v${at}`,
    }));
    bot.searches.finds(async () => many);
    const full = await deliverInteraction(bot, typing(bot));
    expect((await full.json()) as object).toMatchObject({ options: { length: LIMITS.options } });
    bot.searches.finds(async () => [{ title: 'x'.repeat(76), value: 'v' }]);
    expect(await offered(await deliverInteraction(bot, typing(bot)))).toEqual([200, { options: [] }]);
    expect(bot.logged.join()).toContain('search not answered');
  });
});
