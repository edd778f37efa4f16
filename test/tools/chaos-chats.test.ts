import { describe, expect, it, onTestFinished } from 'vitest';
import type { Fate } from '../../tools/chaos-fates.ts';
import { chatOf, type Person, userIdOf } from '../../tools/chaos-school.ts';
import { startFaultyServer } from '../../tools/chaos-server.ts';
import { SLACK_TOKEN, type SlackPost, slackService } from '../../tools/chaos-slack.ts';
import { TEAMS_TOKEN, type TeamsPost, teamsService } from '../../tools/chaos-teams.ts';

const SAM: Person = { id: 'slack001', chat: 'slack' };
const TIM: Person = { id: 'teams001', chat: 'teams' };
/** How long the chats believe that the bot waits; and how long it does, for what is never answered. */
const PATIENCE_MS = 400;
const WAIT_MS = 100;

/** Both chats, whose every request meets the fate that is set; the time only moves when it is set. */
async function chats() {
  const posts: { slack: SlackPost[]; teams: TeamsPost[] } = { slack: [], teams: [] };
  const set = { fate: 'answered' as Fate, now: 0 };
  const options = {
    fate: () => set.fate,
    patienceMs: PATIENCE_MS,
    now: () => set.now,
    onMessage: () => {},
    onFate: () => {},
  };
  const slack = await startFaultyServer(
    slackService([SAM], (post) => posts.slack.push(post)),
    options,
  );
  const teams = await startFaultyServer(
    teamsService([TIM], (post) => posts.teams.push(post)),
    options,
  );
  onTestFinished(async () => {
    await Promise.all([slack.close(), teams.close()]);
  });
  return { posts, set, slack, teams };
}
/** Where to, as whom, and what. */
type Asked = readonly [url: string, token: string, body: string | URLSearchParams];
type Chats = Awaited<ReturnType<typeof chats>>;

/** What a client hears: a status, 'cut', or 'nothing' within `wait` milliseconds. */
async function hears([url, token, body]: Asked, wait = 10_000): Promise<number | string> {
  const headers = { authorization: `Bearer ${token}` };
  try {
    return (await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(wait) })).status;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'nothing' : 'cut';
  }
}

const slackMethod = ({ slack }: Chats, method: string, args: Record<string, string>) =>
  [`${slack.url}/api/${method}`, SLACK_TOKEN, new URLSearchParams(args)] as const;
const posting = (all: Chats, key = 'k1') =>
  slackMethod(all, 'chat.postMessage', {
    channel: chatOf(SAM),
    blocks: '[]',
    metadata: JSON.stringify({ event_type: 'x', event_payload: { key } }),
  });
const sending = ({ teams }: Chats) =>
  [`${teams.url}/v3/conversations/${encodeURIComponent(chatOf(TIM))}/activities`, TEAMS_TOKEN, '{}'] as const;

const FATES: readonly (readonly [Fate, { readonly taken: boolean; readonly hears: number | string }])[] = [
  ['taken-then-cut', { taken: true, hears: 'cut' }],
  ['taken-then-500', { taken: true, hears: 500 }],
  ['taken-then-hung', { taken: true, hears: 'nothing' }],
  ['taken-late', { taken: true, hears: 'nothing' }],
  ['cut', { taken: false, hears: 'cut' }],
  ['500', { taken: false, hears: 500 }],
  ['429', { taken: false, hears: 429 }],
  ['hung', { taken: false, hears: 'nothing' }],
];

describe('the chats of a chaos run', () => {
  it('given nothing goes wrong, take a message and say so', async () => {
    const all = await chats();
    expect(await hears(posting(all))).toBe(200);
    expect(await hears(sending(all))).toBe(201);
    expect(all.posts.slack).toEqual([{ channel: chatOf(SAM), key: 'k1', blocks: '[]' }]);
    expect(all.posts.teams).toEqual([{ conversation: chatOf(TIM), activity: '{}' }]);
  });

  it.each(FATES)(
    'given the fate %s, take a message or not, and let the bot hear as much',
    async (fate, as) => {
      const all = await chats();
      all.set.fate = fate;

      const wait = as.hears === 'nothing' ? WAIT_MS : undefined;
      expect(await hears(posting(all), wait)).toBe(as.hears);
      expect(await hears(sending(all), wait)).toBe(as.hears);

      const count = as.taken ? 1 : 0;
      await expect.poll(() => all.posts.slack.length).toBe(count);
      await expect.poll(() => all.posts.teams.length).toBe(count);
    },
  );

  it('given a late one, take it only when the bot has given up', async () => {
    const all = await chats();
    all.set.fate = 'taken-late';
    expect(await hears(posting(all), WAIT_MS)).toBe('nothing');
    expect(all.posts.slack).toEqual([]);
    await expect.poll(() => all.posts.slack.length).toBe(1);
  });

  it('given a message before a Retry-After is over, notice it; after that, not', async () => {
    const all = await chats();
    all.set.fate = '429';
    await hears(sending(all));
    all.set.fate = 'answered';

    await hears(sending(all));
    expect(all.teams.tooEarly).toBe(1);
    all.set.now = 60_000;
    await hears(sending(all));
    expect(all.teams.tooEarly).toBe(1);
  });

  it('given a wrong token or an unknown chat, take nothing', async () => {
    const all = await chats();
    const [slackUrl, , message] = posting(all);
    const [teamsUrl, , activity] = sending(all);
    await hears([slackUrl, 'another', message]);
    expect(await hears([teamsUrl, 'another', activity])).toBe(401);
    expect(await hears([`${all.teams.url}/v3/conversations/x/activities`, TEAMS_TOKEN, '{}'])).toBe(404);
    expect(all.posts).toEqual({ slack: [], teams: [] });
  });

  it('given messages in Slack, show them by their keys, the newest first, page by page', async () => {
    const all = await chats();
    for (const key of ['k1', 'k2', 'k3', 'k4']) await hears(posting(all, key));
    const keys: unknown[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const channel = chatOf(SAM);
      const [url, token, body] = slackMethod(all, 'conversations.history', {
        channel,
        cursor,
        include_all_metadata: 'true',
      });
      const answer = await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body,
      });
      const page = (await answer.json()) as {
        messages: { metadata: { event_payload: { key: string } } }[];
        response_metadata: { next_cursor: string };
      };
      keys.push(...page.messages.map(({ metadata }) => metadata.event_payload.key));
      cursor = page.response_metadata.next_cursor || undefined;
    }
    expect(keys).toEqual(['k4', 'k3', 'k2', 'k1']);
  });

  it('given somebody whose chat is not open, open it', async () => {
    const all = await chats();
    const [url, token, body] = slackMethod(all, 'conversations.open', { users: userIdOf(SAM) });
    const inSlack = await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body });
    expect(await inSlack.json()).toMatchObject({ ok: true, channel: { id: chatOf(SAM) } });
    const inTeams = await fetch(`${all.teams.url}/v3/conversations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TEAMS_TOKEN}` },
      body: JSON.stringify({ members: [{ id: userIdOf(TIM) }] }),
    });
    expect(await inTeams.json()).toEqual({ id: chatOf(TIM) });
  });
});
