import { describe, expect, it } from 'vitest';
import type { SlackPlayer } from '../support/slack-player.ts';
import { aSchoolInSlack, stageInSlack } from './in-slack.ts';
import { aSchoolInTeams, stageInTeams } from './in-teams.ts';
import { schoolAtNoChat } from './no-chat.ts';
import { counting, type Hands, shortestReview } from './shortest-story.ts';
import type { Player } from './story.ts';

/** What the shortest way through a review took in a chat. */
interface Figures extends Hands {
  /** How many buttons can be pressed in the SENCO’s chat with the bot when it is over. */
  readonly live: number;
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const SENCO = 'Priya Shah';
const MOST_FIELDS = 17;
const MOST_PRESSES = 16;
/** So many buttons that can still be pressed may be left in her chat. */
const MOST_LIVE = 15;

async function atNoChat(): Promise<Figures> {
  const school = await schoolAtNoChat();
  const { stage, hands } = counting(school);
  await shortestReview(stage);
  if (process.env.SHOW)
    console.log(
      school
        .player(SENCO)
        .reads()
        .map((r, i) => `#### ${i} [${school.player(SENCO).buttons()[i]}]\n${r}`)
        .join('\n'),
    );
  return { ...hands, live: sum(school.player(SENCO).buttons()) };
}

async function inSlack(): Promise<Figures> {
  const school = await aSchoolInSlack();
  const openings = (player: Player) => (player as SlackPlayer).openings();
  const { stage, hands } = counting(stageInSlack(school), openings);
  await shortestReview(stage);
  const chat = await school.player(SENCO).person.messages();
  return { ...hands, live: sum(chat.map(({ buttons }) => buttons.length)) };
}

async function inTeams(): Promise<Figures> {
  const school = await aSchoolInTeams();
  const { stage, hands } = counting(stageInTeams(school));
  await shortestReview(stage);
  return { ...hands, live: sum(school.player(SENCO).buttons()) };
}

const row = (chat: string, { presses, fields, live }: Figures) =>
  `| ${chat} | ${presses.length} | ${fields.length} | ${live} |`;

/** The page of figures, with what was pressed and filled in. */
const pageOf = (sandbox: Figures, slack: Figures, teams: Figures) => `# What a review takes

One SEN Support review, from "Start" until its last action is done, with nothing done that need not be: two targets, two
colleagues asked, both families' and pupil's views, one provision, one action. Counted over everybody who takes part. A field
counts when somebody has to fill it in: one that stands there already, or may be left out, does not. Buttons are those that
can still be pressed in the SENCO's chat when the review is over.

This page is made by \`npm run count\`, and a test keeps it true.

| chat | presses | fields filled in | buttons left |
|---|---|---|---|
${[row('sandbox', sandbox), row('Slack', slack), row('Teams', teams)].join('\n')}

## Presses

${sandbox.presses.map((what) => `- ${what}`).join('\n')}

In Slack, besides: ${slack.presses.filter((what) => !sandbox.presses.includes(what)).length > 0 ? 'a window is opened for what stands in the message elsewhere.' : 'nothing.'}

## Fields

${sandbox.fields.map((what) => `- ${what}`).join('\n')}
`;

describe('the shortest way through a SEN Support review', () => {
  it('takes few presses and few fields, and leaves few buttons behind', async () => {
    const [sandbox, slack, teams] = [await atNoChat(), await inSlack(), await inTeams()];
    for (const { fields } of [sandbox, slack, teams]) expect(fields.length).toBeLessThanOrEqual(MOST_FIELDS);
    for (const { live } of [sandbox, slack, teams]) expect(live).toBeLessThanOrEqual(MOST_LIVE);
    // In Slack two colleagues open the window that elsewhere stands in their message.
    for (const { presses } of [sandbox, slack, teams])
      expect(presses.length).toBeLessThanOrEqual(MOST_PRESSES);
    await expect(pageOf(sandbox, slack, teams)).toMatchFileSnapshot('../../docs/what-a-review-takes.md');
  });
});
