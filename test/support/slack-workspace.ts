import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkMessage } from './slack-block-kit.ts';
import { BOT_TOKEN, SLACK_TOKEN, startEmulator } from './slack-emulator.ts';
import { answerJson, bodyOf, parseArgs, refusal } from './slack-wire.ts';

/**
 * A Slack workspace on this machine: emulate does Slack's methods, and before it stands what emulate lacks: windows and
 * messages to one person can be looked at, response_urls work, Block Kit is checked as Slack would check it, and any
 * method can be made to fail. Point the bot's SLACK_API_URL at `apiUrl`.
 */
export interface SlackWorkspace {
  readonly apiUrl: string;
  readonly botToken: string;
  readonly signingSecret: string;
  readonly teamId: string;
  /** A channel the bot and everybody are in. */
  readonly channel: string;
  /** Every call the bot made, in order. */
  readonly calls: readonly ApiCall[];
  /** What the bot sent and Slack would have refused: should stay empty. */
  readonly refused: readonly string[];
  /** Messages shown to one person only, as they stand. */
  readonly ephemerals: readonly Ephemeral[];
  /** The windows open, the bottom one of each person first. */
  readonly views: readonly View[];
  /** What each person's Home shows, by their id. */
  readonly homes: ReadonlyMap<string, Home>;
  userId(email: string): string;
  /** Changes what the directory says of somebody from now on. */
  amend(email: string, change: object): void;
  /** The next `times` calls of `method` (all, by default) are answered by `answer`; 'drop' hangs up, 'hang' says nothing. */
  fail(method: string, answer: Failure, times?: number): void;
  mend(): void;
  /** Goes up with whatever may change what somebody sees there, and with each call that the bot makes. */
  changes(): number;
  /** How many calls of the bot are not answered yet. */
  unanswered(): number;
  /** Calls a method as Slack itself, or somebody else, would: neither recorded nor failed. */
  api(method: string, args: object, token?: string): Promise<ApiAnswer>;
  trigger(userId: string, viewId?: string): Promise<string>;
  /** An address for answers to something done in a channel; `ephemeral` if on a message shown to one person. */
  responseUrl(userId: string, channel: string, ephemeral?: string): string;
  closeView(id: string): void;
  close(): Promise<void>;
}

interface ApiCall {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly at: number;
}
export type Failure =
  | { readonly error: string }
  | { readonly status: number; readonly headers?: Record<string, string> }
  | 'drop'
  | 'hang';
interface ApiAnswer {
  readonly ok: boolean;
  readonly error?: string;
  readonly [key: string]: unknown;
}
export interface Block {
  readonly type: string;
  readonly block_id?: string;
  readonly [key: string]: unknown;
}
interface Ephemeral {
  readonly id: string;
  readonly userId: string;
  readonly channel: string;
  text: string;
  blocks: readonly Block[];
}
export interface View {
  readonly id: string;
  readonly userId: string;
  hash: string;
  title: string;
  submit: string | undefined;
  clearOnClose: boolean;
  privateMetadata: string;
  externalId: string;
  blocks: readonly Block[];
}

interface Home {
  readonly id: string;
  readonly hash: string;
  readonly private_metadata: string;
  readonly blocks: readonly Block[];
}

interface RawView {
  readonly id: string;
  readonly user_id?: string;
  readonly hash: string;
  readonly title: { readonly text: string };
  readonly submit?: { readonly text: string } | null;
  readonly clear_on_close?: boolean;
  readonly private_metadata: string;
  readonly external_id?: string;
  readonly blocks: readonly Block[];
}

export interface WorkspaceOptions {
  /** E-mail addresses of the workspace's people. */
  readonly people: readonly string[];
}

/** Methods by which nothing changes. */
const READS = /^(conversations\.(history|open|list|members|info)|users\.|auth\.|team\.|files\.list)/;

export async function startSlackWorkspace({ people }: WorkspaceOptions): Promise<SlackWorkspace> {
  const emulator = await startEmulator(people);
  const calls: ApiCall[] = [];
  const refused: string[] = [];
  const ephemerals: Ephemeral[] = [];
  const views: View[] = [];
  const homes = new Map<string, Home>();
  const amended = new Map<string, object>();
  const failures: { method: string; answer: Failure; left: number }[] = [];
  const urls = new Map<
    string,
    { userId: string; channel: string; ephemeral: string | undefined; uses: number }
  >();
  let made = 0;
  let changes = 0;
  let unanswered = 0;
  let closed: Promise<void> | undefined;
  let url = '';

  const api = async (method: string, args: object, token = SLACK_TOKEN): Promise<ApiAnswer> => {
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
    const answer = (await response.json()) as ApiAnswer;
    noteView(method, args, answer);
    if (!READS.test(method)) changes += 1;
    const user = answer.user as { readonly id?: string } | undefined;
    const change = user?.id ? amended.get(user.id) : undefined;
    return change ? { ...answer, user: { ...user, ...change } } : answer;
  };

  // emulate's answer does not say whose the window is, so the trigger's owner is remembered.
  const triggers = new Map<string, string>();
  const noteView = (method: string, args: object, answer: ApiAnswer) => {
    if (!answer.ok || !method.startsWith('views.') || !answer.view) return;
    const raw = answer.view as RawView;
    if (method === 'views.publish') {
      homes.set(String((args as { user_id?: unknown }).user_id), raw);
      return;
    }
    const known = views.find(({ id }) => id === raw.id);
    const looks = {
      hash: raw.hash,
      title: raw.title.text,
      submit: raw.submit?.text,
      clearOnClose: raw.clear_on_close === true,
      privateMetadata: raw.private_metadata,
      externalId: raw.external_id ?? '',
      blocks: raw.blocks,
    };
    if (known) Object.assign(known, looks);
    else {
      const userId = triggers.get(String((args as { trigger_id?: unknown }).trigger_id)) ?? '';
      views.push({ id: raw.id, userId, ...looks });
    }
  };

  const failing = (method: string): Failure | undefined => {
    const failure = failures.find((one) => one.method === method && one.left > 0);
    if (failure) failure.left -= 1;
    return failure?.answer;
  };

  const onApi = async (method: string, request: IncomingMessage, response: ServerResponse) => {
    const args = parseArgs(await bodyOf(request), String(request.headers['content-type']));
    calls.push({ method, args, at: performance.now() });
    const failure = failing(method);
    if (failure === 'drop') return void request.socket.destroy();
    if (failure === 'hang') return;
    if (failure && 'status' in failure) {
      return void response.writeHead(failure.status, failure.headers).end('no');
    }
    if (failure) return answerJson(response, { ok: false, ...failure });
    const wrong = refusal(method, args);
    if (wrong) {
      refused.push(wrong);
      return answerJson(response, { ok: false, error: 'invalid_blocks' });
    }
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const answer = await api(method, args, token);
    if (answer.ok && method === 'chat.postEphemeral') {
      addEphemeral(String(args.user), String(args.channel), args);
    }
    answerJson(response, answer);
  };

  const addEphemeral = (userId: string, channel: string, { text, blocks }: Record<string, unknown>) => {
    made += 1;
    const id = `e${made}`;
    ephemerals.push({ id, userId, channel, text: String(text), blocks: blocks as Block[] });
  };

  /** As hooks.slack.com: five uses, a new message to one person or in the place of the one it came with. */
  const onResponse = async (key: string, request: IncomingMessage, response: ServerResponse) => {
    const body = JSON.parse(await bodyOf(request)) as Record<string, unknown>;
    calls.push({ method: 'response_url', args: body, at: performance.now() });
    const failure = failing('response_url');
    if (failure === 'drop') return void request.socket.destroy();
    if (failure && typeof failure === 'object' && 'status' in failure) {
      return void response.writeHead(failure.status).end('no');
    }
    const target = urls.get(key);
    if (!target || target.uses >= 5) return void response.writeHead(404).end('used_url');
    target.uses += 1;
    try {
      checkMessage({ text: body.text, blocks: body.blocks });
    } catch (error) {
      refused.push(`response_url: ${String(error)}`);
      return void response.writeHead(400).end('invalid_blocks');
    }
    const replaced = ephemerals.find(({ id }) => id === target.ephemeral);
    if (body.replace_original === true && replaced) {
      Object.assign(replaced, { text: body.text, blocks: body.blocks });
    } else if (body.response_type === 'ephemeral') addEphemeral(target.userId, target.channel, body);
    else refused.push('response_url: shown to the whole channel');
    answerJson(response, { ok: true });
  };

  const server = createServer((request, response) => {
    const path = request.url ?? '';
    changes += 1;
    unanswered += 1;
    response.once('close', () => {
      unanswered -= 1;
    });
    const work = path.startsWith('/api/')
      ? onApi(path.slice('/api/'.length), request, response)
      : onResponse(path.slice('/respond/'.length), request, response);
    work.catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const members = (await api('users.list', {})).members as { id: string; profile: { email: string } }[];
  const channels = (await api('conversations.list', {})).channels as { id: string; name: string }[];
  const channel = channels.find(({ name }) => name === 'staffroom')?.id ?? '';
  await api('conversations.invite', { channel, users: 'UBOT' });
  const userId = (email: string) => {
    const id = members.find(({ profile }) => profile.email === email)?.id;
    if (!id) throw new Error(`nobody in the workspace has ${email}`);
    return id;
  };

  return {
    apiUrl: `${url}/api/`,
    botToken: BOT_TOKEN,
    signingSecret: 'a-signing-secret-of-the-tests',
    teamId: 'T000000001',
    channel,
    calls,
    refused,
    ephemerals,
    views,
    homes,
    userId,
    amend: (email, change) => void amended.set(userId(email), change),
    fail: (method, answer, times = Number.POSITIVE_INFINITY) =>
      void failures.push({ method, answer, left: times }),
    mend: () => void failures.splice(0),
    changes: () => changes,
    unanswered: () => unanswered,
    api,
    async trigger(who, viewId) {
      const answer = await api('views.generateTriggerId', {
        user_id: who,
        ...(viewId ? { view_id: viewId } : {}),
      });
      const id = String(answer.trigger_id);
      triggers.set(id, who);
      return id;
    },
    responseUrl(who, where, ephemeral) {
      made += 1;
      urls.set(`r${made}`, { userId: who, channel: where, ephemeral, uses: 0 });
      return `${url}/respond/r${made}`;
    },
    closeView: (id) => {
      const index = views.findIndex((one) => one.id === id);
      if (index >= 0) views.splice(index, 1);
    },
    close() {
      closed ??= (async () => {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
        await emulator.close();
      })();
      return closed;
    },
  };
}
