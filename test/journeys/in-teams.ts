import type { Pupil } from '../../src/domain/school/pupil.ts';
import { instantAt } from '../../src/domain/time.ts';
import { afterwards } from '../support/afterwards.ts';
import { type BotOptions, startBot, type TestBot } from '../support/bot.ts';
import { type FakeConnector, type FakeMember, startFakeConnector } from '../support/fake-connector.ts';
import { inChannel, teamsClient } from '../support/teams-client.ts';
import { enrol, type TeamsPlayer, teamsAt, teamsPlayer } from '../support/teams-player.ts';
import type { LongStage } from './story.ts';

/** The made-up school in a tenant of Teams'. */
export interface SchoolInTeams {
  readonly bot: TestBot;
  /** Where Teams delivers to. */
  readonly at: { url: string; settle: () => Promise<void> };
  readonly connector: FakeConnector;
  readonly pupils: readonly Pupil[];
  member(name: string): FakeMember;
  player(name: string): TeamsPlayer;
}

/** The school in Teams. Kwame has the app only by the team he is in; the others in the story have added it. */
export async function aSchoolInTeams(
  deliveries = 1,
  folder?: string,
  noting: Pick<BotOptions, 'auditOf'> = {},
): Promise<SchoolInTeams> {
  const connector = await startFakeConnector();
  afterwards(() => connector.stop());
  const bot = await startBot({
    ...noting,
    ...(folder && { folder }),
    channels: (parts) => [teamsAt(connector, parts)],
  });
  const at = { url: bot.url, settle: bot.settle };
  const member = enrol(connector, bot.school);
  const players = new Map<string, TeamsPlayer>();
  const player = (name: string) => {
    const known = players.get(name) ?? teamsPlayer(at, connector, member(name), deliveries);
    players.set(name, known);
    return known;
  };
  for (const name of ['Priya Shah', 'Ruth Adeyemi']) await player(name).installs();
  connector.teams.set('infants', [member('Kwame Mensah').id]);
  const client = teamsClient(connector, bot.url);
  const added = [{ id: `28:${connector.appId}` }];
  const joined = { ...inChannel('infants'), type: 'conversationUpdate', membersAdded: added };
  await client.deliver(client.activity(member('Priya Shah'), joined));
  return { bot, at, connector, member, player, pupils: await bot.store.pupilsOf(bot.school.id) };
}

/** The stage of a story told there. */
export const stageInTeams = ({ bot, player }: SchoolInTeams): LongStage => ({
  player,
  nextSchoolMorning: bot.nextSchoolMorning,
  day: bot.day,
  until: (date) => bot.moveTo(instantAt(date, '09:00')),
});
