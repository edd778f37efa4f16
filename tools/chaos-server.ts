import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Fate } from './chaos-fates.ts';

/** A request to a chat. */
export interface Call {
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  readonly bearer: string | undefined;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A chat as the bot sees it. */
export interface Service {
  /** Does what is asked: what it takes, it has taken when it returns. */
  act(call: Call): Answer;
  /** The private chat a message is to go into; undefined for every other request. */
  chatOf(call: Call): string | undefined;
}

export interface FaultyServer {
  readonly url: string;
  /** How many messages are on their way in, or taken and not answered, at this moment. */
  readonly inHand: number;
  /** Messages that came before the Retry-After of an earlier answer was over. */
  readonly tooEarly: number;
  close(): Promise<void>;
}

interface Options {
  readonly fate: (isMessage: boolean) => Fate;
  /** How long the bot waits for an answer, in milliseconds. */
  readonly patienceMs: number;
  /** Milliseconds, by the clock that the bot goes by. */
  readonly now: () => number;
  /** Told of each message that comes, before anything becomes of it. */
  readonly onMessage: () => void;
  readonly onFate: (fate: Fate) => void;
}

// Long enough that a bot which doesn't wait is sure to be seen.
const RETRY_AFTER_S = { least: 10, most: 60 };
const LATENCY_MS = 15;

/** Serves a chat over HTTP on a port of its own, in which requests meet their fates. */
export async function startFaultyServer(service: Service, options: Options): Promise<FaultyServer> {
  const pausedUntil = new Map<string, number>();
  const inHand = new Set<ServerResponse>();
  let tooEarly = 0;

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await callOf(request);
    const chat = service.chatOf(call);
    if (chat !== undefined) noteMessage(chat, response);
    const fate = options.fate(chat !== undefined);
    options.onFate(fate);
    await setTimeout(Math.random() * LATENCY_MS);
    if (fate === 'taken-late') await setTimeout(options.patienceMs * (1.1 + Math.random() * 0.4));
    if (fate.startsWith('taken') || fate === 'answered') {
      const taken = service.act(call);
      await setTimeout(Math.random() * LATENCY_MS);
      return end(fate, response, taken);
    }
    end(fate, response, fate === '429' ? refusal(chat) : FAILURE);
  }

  function noteMessage(chat: string, response: ServerResponse): void {
    inHand.add(response);
    response.once('close', () => inHand.delete(response));
    if (options.now() < (pausedUntil.get(chat) ?? 0)) tooEarly += 1;
    options.onMessage();
  }

  function refusal(chat: string | undefined): Answer {
    const { least, most } = RETRY_AFTER_S;
    const seconds = least + Math.floor(Math.random() * (most - least));
    // From when it is sent: the bot reckons from when it hears of it.
    if (chat !== undefined) pausedUntil.set(chat, options.now() + seconds * 1000);
    return { status: 429, body: { ok: false }, headers: { 'retry-after': String(seconds) } };
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get inHand() {
      return inHand.size;
    },
    get tooEarly() {
      return tooEarly;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

const FAILURE: Answer = { status: 500, body: { ok: false } };

/** Says it to the bot; or cuts the line, or leaves it waiting until it goes by itself. */
function end(fate: Fate, response: ServerResponse, answer: Answer): void {
  if (fate.endsWith('cut')) return void response.destroy();
  if (fate.endsWith('hung')) return;
  const { status, body, headers = {} } = fate.endsWith('500') ? FAILURE : answer;
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function callOf(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { pathname } = new URL(request.url ?? '', 'http://chat');
  return {
    method: request.method ?? '',
    path: decodeURIComponent(pathname),
    bearer: /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1],
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
