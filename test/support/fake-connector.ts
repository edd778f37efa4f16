import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { CredentialsFactory, Endpoints } from '../../src/channels/teams/authentication.ts';

/** What Teams' directory says of somebody. */
export interface FakeMember {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  readonly userPrincipalName?: string;
  readonly tenantId?: string;
  readonly userRole?: string | undefined;
}

interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A message in a conversation, as it stands after its updates. */
interface Posted {
  readonly id: string;
  readonly conversation: string;
  readonly updates: number;
  readonly activity: Readonly<Record<string, unknown>>;
}

/** How a request is to fail: an answer, or none. `drop` cuts the line after the request has arrived. */
export type Fault =
  | { readonly status: number; readonly code?: string; readonly retryAfter?: number }
  | 'drop'
  | 'hang';

type PrivateKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

export interface FakeConnector {
  readonly url: string;
  readonly appId: string;
  readonly tenantId: string;
  readonly endpoints: Endpoints;
  readonly credentials: CredentialsFactory;
  /** Everything asked of it but keys and tokens, in order, whatever it answered. */
  readonly requests: Recorded[];
  /** Messages that arrived, by conversation and in order; also those whose answer was lost. */
  readonly posted: Posted[];
  /** The directory, by user id; and teams, by team id, as user ids. */
  readonly members: Map<string, FakeMember>;
  readonly teams: Map<string, string[]>;
  /** How many members one page of a roster holds. */
  pageSize: number;
  /** Lets requests fail whose "METHOD /path" matches: the next one, or `times`. */
  failOn(request: RegExp, fault: Fault, times?: number): void;
  /** Lets nothing fail any more. */
  heal(): void;
  /** Takes requests without a token, as the Agents Playground does. */
  takesAnybody: boolean;
  /** Gives out no tokens any more, or again. */
  refuseTokens(refuse: boolean): void;
  /** A token as Microsoft's channel signs it; `claims` replace its own, undefined takes one away. */
  token(claims?: JWTPayload): Promise<string>;
  /** What the published key is endorsed for from now on; undefined: nothing is said of it. */
  endorse(chats: readonly string[] | undefined): void;
  /** Keys the OpenID document names, and one it doesn't. */
  readonly keys: { readonly own: PrivateKey; readonly foreign: PrivateKey };
  stop(): Promise<void>;
}

const ISSUER = 'https://api.botframework.com';
// Made once: they take their time.
const keyPairs = Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);

/** The Bot Framework as far as the bot sees it: keys, tokens, conversations and rosters, on a port of its own. */
export async function startFakeConnector(
  appId = '11111111-2222-3333-4444-555555555555',
  tenantId = 'school-tenant',
): Promise<FakeConnector> {
  const [own, foreign] = await keyPairs;
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'key-1' };
  let endorsements: readonly string[] | undefined = ['msteams'];
  const bearer = 'token-of-the-bot';
  const requests: Recorded[] = [];
  const posted: Posted[] = [];
  const members = new Map<string, FakeMember>();
  const teams = new Map<string, string[]>();
  let faults: { request: RegExp; fault: Fault; times: number }[] = [];
  let refusing = false;
  let count = 0;

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', url);
    const path = decodeURIComponent(pathname);
    const method = request.method ?? '';
    const text = await read(request);
    if (path === '/openid') return json(response, 200, { issuer: ISSUER, jwks_uri: `${url}/keys` });
    if (path === '/keys') return json(response, 200, { keys: [{ ...jwk, endorsements }] });
    if (path === '/token') return json(response, refusing ? 401 : 200, { access_token: bearer });
    const body = text === '' ? {} : JSON.parse(text);
    requests.push({ method, path, body });
    const authentic = request.headers.authorization === `Bearer ${bearer}`;
    if (!authentic && !connector.takesAnybody) return refuse(response, { status: 401 });
    const fault = takeFault(`${method} ${path}`);
    // What is lost on the way back did arrive.
    if (fault === undefined || typeof fault === 'string') {
      const result = act(method, path, body, searchParams);
      if (fault === undefined) return json(response, result.status, result.body);
      return fault === 'drop' ? void request.socket.destroy() : undefined;
    }
    refuse(response, fault);
  }

  function takeFault(request: string): Fault | undefined {
    const found = faults.find((fault) => fault.request.test(request));
    if (!found) return undefined;
    found.times -= 1;
    faults = faults.filter(({ times }) => times > 0);
    return found.fault;
  }

  function act(method: string, path: string, body: Recorded['body'], query: URLSearchParams) {
    if (method === 'POST' && path === '/v3/conversations')
      return { status: 201, body: { id: chatWith(body) } };
    const [, conversation = '', what, id] =
      /^\/v3\/conversations\/([^/]+)\/(activities|members|pagedmembers)(?:\/(.+))?$/.exec(path) ?? [];
    if (what === 'members') return found(members.get(id ?? ''));
    if (what === 'pagedmembers') return page(conversation, query.get('continuationToken'));
    if (what === 'activities' && method === 'POST') return post(conversation, body);
    if (what === 'activities' && method === 'PUT') return update(id ?? '', body);
    if (what === 'activities' && method === 'DELETE') return takeAway(id ?? '');
    return found(undefined);
  }

  const found = (body: object | undefined) =>
    body ? { status: 200, body } : { status: 404, body: { error: { code: 'ConversationNotFound' } } };

  function chatWith(body: Recorded['body']): string {
    const [member] = Array.isArray(body.members) ? body.members : [];
    return `chat:${member?.id}`;
  }

  function page(team: string, from: string | null) {
    const start = Number(from ?? 0);
    const ids = teams.get(team);
    if (!ids) return found(undefined);
    const end = start + connector.pageSize;
    return found({
      members: ids.slice(start, end).map((id) => members.get(id)),
      ...(end < ids.length ? { continuationToken: String(end) } : {}),
    });
  }

  function post(conversation: string, activity: Recorded['body']) {
    count += 1;
    posted.push({ id: `m${count}`, conversation, updates: 0, activity });
    return { status: 201, body: { id: `m${count}` } };
  }

  function update(id: string, activity: Recorded['body']) {
    const index = posted.findIndex((message) => message.id === id);
    const before = posted[index];
    if (!before) return found(undefined);
    posted[index] = { ...before, activity, updates: before.updates + 1 };
    return { status: 200, body: { id } };
  }

  function takeAway(id: string) {
    const index = posted.findIndex((message) => message.id === id);
    if (index < 0) return found(undefined);
    posted.splice(index, 1);
    return { status: 200, body: {} };
  }

  const connector: FakeConnector = {
    url,
    appId,
    tenantId,
    requests,
    posted,
    members,
    teams,
    pageSize: 2,
    takesAnybody: false,
    keys: { own: own.privateKey, foreign: foreign.privateKey },
    endpoints: {
      ToChannelFromBotLoginUrl: `${url}/login`,
      ToChannelFromBotOAuthScope: ISSUER,
      ToBotFromChannelTokenIssuer: ISSUER,
      OAuthUrl: url,
      ToBotFromChannelOpenIdMetadataUrl: `${url}/openid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${url}/openid`,
    },
    credentials: credentials(url, appId),
    failOn: (request, fault, times = 1) => void faults.push({ request, fault, times }),
    heal: () => {
      faults = [];
    },
    endorse(chats) {
      endorsements = chats;
    },
    refuseTokens: (refuse) => {
      refusing = refuse;
    },
    token: (claims = {}) =>
      new SignJWT({ iss: ISSUER, aud: appId, serviceurl: url, exp: inAnHour(), ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
        .sign(own.privateKey),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return connector;
}

export const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;

/** Asks the fake for tokens over HTTP, as the SDK asks Microsoft Entra (which it does over TLS only). */
function credentials(url: string, appId: string): CredentialsFactory {
  const getToken = async () => {
    const response = await fetch(`${url}/token`, { method: 'POST' });
    if (!response.ok) throw new Error('no token');
    const { access_token } = (await response.json()) as { access_token: string };
    return access_token;
  };
  const speaker = {
    getToken,
    async signRequest<R extends { headers: { set(name: string, value: string): unknown } }>(request: R) {
      request.headers.set('authorization', `Bearer ${await getToken()}`);
      return request;
    },
  };
  return {
    isValidAppId: async (id) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => speaker,
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function refuse(response: ServerResponse, fault: Exclude<Fault, string>): void {
  if (fault.retryAfter !== undefined) response.setHeader('retry-after', String(fault.retryAfter));
  json(response, fault.status, { error: { code: fault.code ?? 'Refused', message: 'refused by the test' } });
}
