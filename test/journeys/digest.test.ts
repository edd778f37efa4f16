import { afterAll, describe, expect, it } from 'vitest';
import { CHANNELS, type ChannelName } from '../../src/channels/index.ts';
import { sandboxChannel } from '../../src/channels/sandbox/sandbox.ts';
import { slackChannel } from '../../src/channels/slack/slack.ts';
import { startBot, type TestBot } from '../support/bot.ts';
import { anAction, aReview } from '../support/builders.ts';
import { startFakeConnector } from '../support/fake-connector.ts';
import { sandboxPlayer } from '../support/sandbox-player.ts';
import { slackPlayer } from '../support/slack-player.ts';
import { startSlackWorkspace } from '../support/slack-workspace.ts';
import { enrol, teamsAt, teamsPlayer } from '../support/teams-player.ts';
import type { Player } from './story.ts';

const PRIYA = 'priya.shah@oakfield.example';
const RUTH = 'ruth.adeyemi@oakfield.example';

const WHAT = ['Order the pens', 'Write home'] as const;

const endings: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const end of endings) await end();
});

interface Reader extends Player {
  reads(): Promise<readonly string[]> | readonly string[];
}
interface Place {
  readonly bot: TestBot;
  readonly ruth: Reader;
  readonly priya: Player;
}

const PLACES: Readonly<Record<ChannelName, () => Promise<Place>>> = {
  async slack() {
    const workspace = await startSlackWorkspace({ people: [PRIYA, RUTH] });
    endings.push(() => workspace.close());
    const { botToken, signingSecret, apiUrl } = workspace;
    const bot = await startBot({
      channels: (parts) => [slackChannel({ botToken, signingSecret, apiUrl, ...parts })],
    });
    const player = (email: string) => slackPlayer({ url: bot.url, workspace }, email, bot.settle);
    return { bot, ruth: player(RUTH), priya: player(PRIYA) };
  },
  async teams() {
    const connector = await startFakeConnector();
    endings.push(() => connector.stop());
    const bot = await startBot({ channels: (parts) => [teamsAt(connector, parts)] });
    const member = enrol(connector, bot.school);
    const ruth = teamsPlayer(bot, connector, member('Ruth Adeyemi'));
    const priya = teamsPlayer(bot, connector, member('Priya Shah'));
    for (const player of [ruth, priya]) await player.installs();
    return { bot, ruth, priya };
  },
  async sandbox() {
    const bot = await startBot({
      channels: ({ clock, ids }) => [
        sandboxChannel({
          ids,
          clock: { now: clock.now, moveTo: async () => undefined },
          people: async () =>
            [PRIYA, RUTH].map((email) => ({
              email,
              name: email,
              role: 'staff',
              toDo: 0,
              school: 'Oakfield',
            })),
          nextSchoolMorning: async () => clock.now(),
          isOwn: false,
          beginOwn: async () => undefined,
        }),
      ],
    });
    const player = (email: string) => sandboxPlayer(bot.url, email);
    return { bot, ruth: player(RUTH), priya: player(PRIYA) };
  },
};

const done = async (player: Player, what: string) => {
  await player.fill({ 'What was done?': what, 'Did it help?': 'Yes' });
  await player.press('It is done');
};

describe.each(CHANNELS)('the day’s digest in $title', ({ name }) => {
  const newPlace = PLACES[name];
  it('is kept up to date in its place as it is answered, by whomever', async () => {
    const { bot, ruth, priya } = await newPlace();
    const [pupil] = await bot.store.pupilsOf(bot.school.id);
    if (!pupil) throw new Error('no pupil');
    const due = bot.day(1);
    await bot.store.put(
      'reviews',
      aReview({
        ...{ stage: 'acting', schoolId: bot.school.id, pupilId: pupil.id, lead: PRIYA, evidence: [] },
        actions: [
          anAction({ id: 'a1', what: WHAT[0], owner: RUTH, due }),
          anAction({ id: 'a2', what: WHAT[1], owner: RUTH, due }),
          anAction({ id: 'a3', what: 'Later', owner: RUTH, due: bot.day(60) }),
        ],
      }),
    );
    await bot.nextSchoolMorning();
    await ruth.sees(/First: your action, today\. Press “Done”/);
    const digests = async () => (await ruth.reads()).filter((text) => text.includes('What’s due'));
    expect(await digests()).toHaveLength(1);

    await ruth.press('Done');
    await done(ruth, 'A letter went');
    await bot.settle();
    const stored = await bot.store.get('reviews', 'review-1');
    const [first = '', second = ''] =
      stored?.actions.find(({ done }) => done)?.id === 'a1' ? WHAT : WHAT.toReversed();
    await ruth.sees(
      new RegExp(`1 settled since this morning[\\s\\S]*${second}[\\s\\S]*✓ Done[\\s\\S]*${first}`),
    );
    expect(await digests()).toHaveLength(1);

    await priya.type('review actions Ruth');
    await priya.press('Open', second);
    await priya.press('Done');
    await done(priya, 'They came');
    await bot.settle();
    await ruth.sees(new RegExp(`All of it is settled. Thank you![\\s\\S]*${second}[\\s\\S]*by Priya Shah`));
    expect(await digests()).toHaveLength(1);
  });
});
