import { expect } from 'vitest';
import { configuredChannels } from '../../src/app/chats.ts';
import { readConfig } from '../../src/app/config.ts';
import type { Pupil } from '../../src/domain/school/pupil.ts';
import { instantAt } from '../../src/domain/time.ts';
import { afterwards } from '../support/afterwards.ts';
import { type BotOptions, startBot, type TestBot } from '../support/bot.ts';
import { type SlackPlayer, slackPlayer } from '../support/slack-player.ts';
import { type SlackWorkspace, startSlackWorkspace } from '../support/slack-workspace.ts';
import type { LongStage } from './story.ts';

/** The made-up school in a workspace of Slack's. */
export interface SchoolInSlack {
  readonly bot: TestBot;
  readonly workspace: SlackWorkspace;
  readonly pupils: readonly Pupil[];
  player(name: string): SlackPlayer;
}

const FOLK = [
  ...['priya.shah', 'helen.whitaker', 'tom.bradley', 'aisha.khan'],
  ...['ruth.adeyemi', 'kwame.mensah', 'janet.holroyd', 'mei.chan'],
];

interface Given extends Pick<BotOptions, 'auditOf'> {
  /** How often Slack delivers each thing. */
  readonly deliveries?: number;
  /** How people type: `/review …` in their private chat or in a channel, or as a message to the bot. */
  readonly how?: 'dm' | 'channel' | 'message';
  /** Who is in the workspace besides the school's staff, by address. */
  readonly others?: readonly string[];
}

/** The school in Slack, configured as for a real workspace. Nobody there has written to the bot yet. */
export async function aSchoolInSlack({
  deliveries = 1,
  how = 'dm',
  others = [],
  ...noting
}: Given = {}): Promise<SchoolInSlack> {
  const people = [...FOLK.map((name) => `${name}@oakfield.example`), ...others];
  const workspace = await startSlackWorkspace({ people });
  afterwards(() => workspace.close());
  const config = readConfig({
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_SIGNING_SECRET: workspace.signingSecret,
    SLACK_API_URL: workspace.apiUrl,
  });
  const bot = await startBot({
    channels: configuredChannels(config),
    ...noting,
  });
  const players = new Map<string, SlackPlayer>();
  const player = (name: string) => {
    const { email } = bot.school.staff.find((one) => one.name === name) ?? expect.fail(name);
    const address = { url: bot.url, workspace, deliveries };
    const known = players.get(name) ?? slackPlayer(address, email, bot.settle, how);
    players.set(name, known);
    return known;
  };
  return { bot, workspace, player, pupils: await bot.store.pupilsOf(bot.school.id) };
}

/** The stage of a story told there. */
export const stageInSlack = ({ bot, player }: SchoolInSlack): LongStage => ({
  player,
  nextSchoolMorning: bot.nextSchoolMorning,
  day: bot.day,
  until: (date) => bot.moveTo(instantAt(date, '09:00')),
});
