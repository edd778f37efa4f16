import { chatOf, emailOf, type Person, SLACK_TEAM, userIdOf } from './chaos-school.ts';
import type { Answer, Call, Service } from './chaos-server.ts';

export const SLACK_TOKEN = 'xoxb-chaos';
const SCOPES = 'chat:write,im:history,im:write,users:read,users:read.email';
/** Slack may give fewer than it was asked for. */
const PAGE = 3;

/** A message Slack took. */
export interface SlackPost {
  readonly channel: string;
  /** Of its metadata. */
  readonly key: string;
  /** Its blocks, as they came. */
  readonly blocks: string;
}

interface Kept {
  readonly ts: string;
  readonly metadata: unknown;
}

/** As much of Slack as the bot needs to write to people: who they are, their private chats, what was said there. */
export function slackService(people: readonly Person[], onPost: (post: SlackPost) => void): Service {
  const chats = new Map<string, Kept[]>(people.map((person) => [chatOf(person), []]));
  let count = 0;

  const methods: Readonly<Record<string, (args: URLSearchParams) => object>> = {
    'auth.test': () => ({
      team_id: SLACK_TEAM,
      user_id: 'UBOT',
      bot_id: 'B1',
      url: 'https://school.example/',
    }),
    'users.info': (args) => userIn(people.find((one) => userIdOf(one) === args.get('user'))),
    'users.lookupByEmail': (args) => userIn(people.find((one) => emailOf(one) === args.get('email'))),
    'conversations.open': (args) => {
      const person = people.find((one) => userIdOf(one) === args.get('users'));
      return person ? { channel: { id: chatOf(person) } } : { error: 'user_not_found' };
    },
    'chat.postMessage': (args) => {
      const channel = args.get('channel') ?? '';
      const chat = chats.get(channel);
      if (!chat) return { error: 'channel_not_found' };
      const metadata: unknown = JSON.parse(args.get('metadata') ?? 'null');
      count += 1;
      const ts = `${count}.000100`;
      chat.unshift({ ts, metadata });
      onPost({ channel, key: keyOf(metadata), blocks: args.get('blocks') ?? '' });
      return { channel, ts };
    },
    'conversations.history': (args) => {
      const chat = chats.get(args.get('channel') ?? '');
      if (!chat) return { error: 'channel_not_found' };
      const from = Number(args.get('cursor') ?? 0);
      const page = chat.slice(from, from + PAGE);
      const told = args.get('include_all_metadata') === 'true';
      return {
        messages: page.map(({ ts, metadata }) => ({ type: 'message', ts, ...(told && { metadata }) })),
        response_metadata: { next_cursor: from + PAGE < chat.length ? String(from + PAGE) : '' },
      };
    },
  };

  return {
    act(call): Answer {
      const method = methods[methodOf(call)];
      if (call.bearer !== SLACK_TOKEN) return ok({ error: 'not_authed' });
      return ok(method ? method(new URLSearchParams(call.body)) : { error: 'unknown_method' });
    },
    chatOf: (call) =>
      methodOf(call) === 'chat.postMessage'
        ? (new URLSearchParams(call.body).get('channel') ?? '')
        : undefined,
  };
}

const methodOf = ({ path }: Call) => path.slice(path.lastIndexOf('/') + 1);

const ok = (body: object): Answer => ({
  status: 200,
  body: { ok: !('error' in body), ...body },
  headers: { 'x-oauth-scopes': SCOPES },
});

function userIn(person: Person | undefined): object {
  if (!person) return { error: 'users_not_found' };
  const user = {
    id: userIdOf(person),
    team_id: SLACK_TEAM,
    deleted: false,
    is_bot: false,
    is_email_confirmed: true,
    profile: { email: emailOf(person) },
  };
  return { user };
}

function keyOf(metadata: unknown): string {
  const { event_payload: payload } = (metadata ?? {}) as { event_payload?: { key?: unknown } };
  return String(payload?.key);
}
