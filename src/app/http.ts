import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pTimeout from 'p-timeout';

/** One path of the server. A handler answers every request it is given, whatever is in it, and does not reject. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** The exact path; or, ending in '/', everything below it ('/' alone is only the root). */
  readonly path: string;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void> | void;
}

/** Says what is wrong, in words for an IT manager, or undefined when nothing is. */
type HealthCheck = () => Promise<string | undefined>;

/** What the server is started with. */
export interface ServerOptions {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly routes: readonly Route[];
  /** What `GET /readyz` asks, by the name it reports it under: "store", or a chat's. */
  readonly health: Readonly<Record<string, HealthCheck>>;
  /** What `GET /readyz` mentions though it is no trouble. */
  readonly notes?: () => readonly string[];
  /** How long a client may take to send; shorter in tests. */
  readonly patience?: typeof PATIENCE;
  /** How long one check may take, in milliseconds, before it counts as trouble. */
  readonly healthTimeoutMs?: number;
  /** Told when a handler rejected. The path is the route's own, so it carries nobody's data; the error may. */
  readonly onFault?: (path: string, error: unknown) => void;
}

/** The server, listening. */
export interface RunningServer {
  readonly host: string;
  /** The port it really listens on. */
  readonly port: number;
  readonly url: string;
  /**
   * Takes no new connections, ends event streams, and resolves when every request in hand is answered, or after
   * `graceMs` milliseconds, when what is left is cut off. May be called more than once.
   */
  stop(graceMs?: number): Promise<void>;
}

/**
 * How long a client may take to send, in milliseconds: looked at every so often, whoever is slow is cut off within
 * fifteen seconds.
 */
export const PATIENCE = { headersMs: 10_000, requestMs: 13_000, lookedAtMs: 1_000 };

/** The body was longer than allowed. Thrown out of a handler, the answer is 413. */
class BodyTooLarge extends Error {
  constructor() {
    super('the request body is too large');
  }
}

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}

/** Answers with one line of plain text. */
export function sendText(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.end(`${text}\n`);
}

/**
 * The whole body of a request.
 * @throws {BodyTooLarge} when it is longer than `limit` bytes; an ordinary Error when the client went away.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > limit) return reject(new BodyTooLarge());
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) reject(new BodyTooLarge());
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('the request was broken off')));
  });
}

// A client that is still sending when it is refused needs a moment to read why before the line is cut.
function hangUpUnlessSent(request: IncomingMessage): void {
  if (request.complete) return;
  request.resume();
  const timer = setTimeout(() => request.destroy(), 1000);
  request.once('close', () => clearTimeout(timer));
}

async function checkAll(checks: ServerOptions['health'], timeoutMs: number): Promise<Record<string, string>> {
  const answers = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await checkOne(check, timeoutMs)] as const),
  );
  return Object.fromEntries(answers.filter((answer): answer is [string, string] => answer[1] !== undefined));
}

async function checkOne(check: HealthCheck, timeoutMs: number): Promise<string | undefined> {
  const fallback = () => `did not answer within ${timeoutMs} ms`;
  try {
    return await pTimeout(check(), { milliseconds: timeoutMs, fallback });
  } catch {
    return 'could not be checked';
  }
}

const matches = (route: Route, path: string) =>
  route.path === path || (route.path !== '/' && route.path.endsWith('/') && path.startsWith(route.path));

function pathOf(request: IncomingMessage): string | undefined {
  try {
    return new URL(request.url ?? '', 'http://server.invalid').pathname;
  } catch {
    return undefined;
  }
}

/**
 * Starts the one server of the bot: `routes`, `GET /healthz` (alive) and `GET /readyz` (200, or 503 naming what isn't
 * ready). Unknown paths are 404, other methods 405, too long a body 413, and a handler that rejects is 500 without
 * detail.
 * @throws when it can't listen (the port is taken, say).
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const inHand = new Set<ServerResponse>();
  let stopping: Promise<void> | undefined;

  const readyz = async (_request: IncomingMessage, response: ServerResponse) => {
    const trouble = await checkAll(options.health, options.healthTimeoutMs ?? 3000);
    if (stopping) trouble.server = 'is stopping';
    const ready = Object.keys(trouble).length === 0;
    const notes = options.notes?.() ?? [];
    sendJson(response, ready ? 200 : 503, {
      ...(ready ? { status: 'ready' } : { status: 'not ready', trouble }),
      ...(notes.length > 0 && { notes }),
    });
  };
  const routes: Route[] = [
    {
      method: 'GET',
      path: '/healthz',
      handle: (_, response) => sendJson(response, 200, { status: 'alive' }),
    },
    { method: 'GET', path: '/readyz', handle: readyz },
    ...options.routes,
  ];

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = pathOf(request);
    if (path === undefined) return sendText(response, 400, 'Bad request');
    const here = routes.filter((route) => matches(route, path));
    const route = here.find(({ method }) => method === request.method);
    if (here.length === 0) return sendText(response, 404, 'Not found');
    if (!route) {
      response.setHeader('allow', [...new Set(here.map(({ method }) => method))].join(', '));
      return sendText(response, 405, 'Method not allowed');
    }
    try {
      await route.handle(request, response);
    } catch (error) {
      if (!(error instanceof BodyTooLarge)) options.onFault?.(route.path, error);
      if (response.headersSent) return void response.destroy();
      if (error instanceof BodyTooLarge) return sendText(response, 413, 'Too large');
      sendText(response, 500, 'Something went wrong');
    }
  };

  const { headersMs, requestMs, lookedAtMs } = options.patience ?? PATIENCE;
  const server = createServer({ connectionsCheckingInterval: lookedAtMs }, (request, response) => {
    inHand.add(response);
    response.once('close', () => {
      inHand.delete(response);
      // Its connection was promised to be kept when nobody knew of the end yet.
      if (stopping) setImmediate(() => server.closeIdleConnections());
    });
    response.once('finish', () => hangUpUnlessSent(request));
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    if (stopping) response.setHeader('connection', 'close');
    answer(request, response).catch((error: unknown) => {
      options.onFault?.('server', error);
      response.destroy();
    });
  });
  server.headersTimeout = headersMs;
  server.requestTimeout = requestMs;
  server.keepAliveTimeout = 5_000;

  await listen(server, options);
  const { address, port, family } = server.address() as AddressInfo;
  const stop = (graceMs = 8000) => {
    stopping ??= drain(server, inHand, graceMs);
    return stopping;
  };
  return { host: address, port, url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`, stop };
}

function listen(server: Server, { host, port }: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function drain(server: Server, inHand: ReadonlySet<ServerResponse>, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    for (const response of inHand) {
      // An event stream never ends by itself: its reader connects again when the bot is back.
      if (String(response.getHeader('content-type')).startsWith('text/event-stream')) response.end();
      else if (!response.headersSent) response.setHeader('connection', 'close');
    }
    server.closeIdleConnections();
  });
}
