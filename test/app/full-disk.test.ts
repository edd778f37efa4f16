import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slackChannel } from '../../src/channels/slack/slack.ts';
import { SAY } from '../../src/conversation/refusals.ts';
import { formIn } from '../../tools/crash-turns.ts';
import type { Answers } from '../journeys/story.ts';
import { startBot, type TestBot } from '../support/bot.ts';
import { openCard } from '../support/card-hands.ts';
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import { type SlackPlayer, slackPlayer } from '../support/slack-player.ts';
import { type SlackWorkspace, startSlackWorkspace } from '../support/slack-workspace.ts';
import { smallDisk } from '../support/small-disk.ts';
import { enrol, type TeamsPlayer, teamsAt, teamsPlayer } from '../support/teams-player.ts';

const KWAME = 'kwame.mensah@oakfield.example';
const EVIDENCE: Answers = {
  'First, the strengths: what is going well?': 'She tells stories.',
  'Progress on target 1': 'Good progress',
  'Progress on target 2': 'Some progress',
};
const disk = await smallDisk('1m');

/** Everything that is stored of reviews, to the letter. */
async function reviewFiles(): Promise<Map<string, string>> {
  const folder = join(disk.folder, 'data', 'reviews');
  const names = (await readdir(folder)).toSorted();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

/** In Teams are Priya and Ruth, in Slack is Kwame; Ruth and Kwame are asked for evidence. */
describe.skipIf(disk.missing !== undefined)('when the disk is full', () => {
  let connector: FakeConnector;
  let workspace: SlackWorkspace;
  let bot: TestBot;
  let priya: TeamsPlayer;
  let ruth: TeamsPlayer;
  let kwame: SlackPlayer;

  beforeAll(async () => {
    connector = await startFakeConnector();
    workspace = await startSlackWorkspace({ people: [KWAME] });
    const { botToken, signingSecret, apiUrl } = workspace;
    bot = await startBot({
      folder: join(disk.folder, 'data'),
      channels: (parts) => [
        teamsAt(connector, parts),
        slackChannel({ botToken, signingSecret, apiUrl, ...parts }),
      ],
    });
    const member = enrol(connector, bot.school);
    priya = teamsPlayer(bot, connector, member('Priya Shah'));
    ruth = teamsPlayer(bot, connector, member('Ruth Adeyemi'));
    kwame = slackPlayer({ url: bot.url, workspace }, KWAME, bot.settle);
    await ruth.installs();
    await priya.type('review start Ruby');
    await priya.press('Set it and ask');
    await bot.settle();
  });
  afterAll(async () => {
    await bot?.stop();
    await connector?.stop();
    await workspace?.close();
  });

  /** The token of the form in front of Ruth, and what stands in it. */
  function ruthsForm() {
    const card = ruth
      .messages()
      .findLast((message) => message.card && formIn(message.card, 'evidence'))?.card;
    if (!card) return expect.fail('Ruth has no form');
    return { once: formIn(card, 'evidence')?.send.once, values: Object.fromEntries(openCard(card).inputs) };
  }

  async function readiness(): Promise<[number, unknown]> {
    const answer = await fetch(`${bot.url}/readyz`);
    return [answer.status, await answer.json()];
  }

  const answersOf = async (who: string) => {
    const [review] = await bot.store.reviewsOf(bot.school.id);
    const entries = review?.history.filter(({ by, what }) => by === who && what === 'evidence-submitted');
    return { review, count: entries?.length };
  };

  it('people are told, keep what they typed, are answered, and send the same form again once there is room', async () => {
    await ruth.fill(EVIDENCE);
    await kwame.fill(EVIDENCE);
    const shown = ruthsForm();
    const before = await reviewFiles();
    await disk.fill();

    await ruth.press('Send my evidence');
    await ruth.sees(SAY.notStored);
    const again = ruthsForm();
    expect(again.once).toBe(shown.once);
    expect(again.values).toMatchObject({ strengths: 'She tells stories.' });
    await kwame.press('Send my evidence');
    await kwame.sees(SAY.notStored);
    expect(kwame.inputs()).toMatchObject({ strengths: 'She tells stories.' });
    expect(await reviewFiles()).toEqual(before);

    expect(await readiness()).toEqual([
      503,
      { status: 'not ready', trouble: { store: "the data folder can't be written (ENOSPC)" } },
    ]);
    await priya.type('review status Ruby');
    await priya.sees('Evidence: 0 of 2 answers in');
    await priya.type('review start Zara');
    await priya.press('Set it and ask');
    await priya.sees(SAY.notStored);

    await disk.free();
    expect(await readiness()).toEqual([200, { status: 'ready' }]);
    await ruth.press('Send my evidence');
    await ruth.sees('Thank you. Your evidence is saved, and the SENCO can see it.');
    await kwame.press('Send my evidence');
    await kwame.sees('Thank you. Your evidence is saved, and the SENCO can see it.');
    const { review, count } = await answersOf('ruth.adeyemi@oakfield.example');
    expect(count).toBe(1);
    expect((await answersOf(KWAME)).count).toBe(1);
    expect(review?.taken.filter((token) => token.startsWith(`${shown.once}#`))).toHaveLength(1);
    expect(bot.logged.join('')).not.toMatch(/Ruby|Thompson|stories|Ruth|@/);
  });
});
