import type { IncomingMessage } from 'node:http';
import type { Activity } from 'botbuilder';
import pTimeout from 'p-timeout';
import { type Route, readBody, sendJson } from '../../app/http.ts';
import type { Doorstep } from '../doorstep.ts';
import { LOOPBACK_HOSTS } from '../sent-file.ts';
import { isActivity } from './activity.ts';
import { mayCall } from './address.ts';
import type { Authenticated, TeamsAuthentication } from './authentication.ts';
import type { Answer } from './events.ts';
import { answered, codeOf, statusOf } from './faults.ts';
import type { TeamsLog } from './options.ts';

const BODY_LIMIT = 256 * 1024;
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** What the endpoint works with. */
export interface EndpointOptions {
  readonly authentication: TeamsAuthentication;
  /** Whether unsigned activities are taken, from this machine only. */
  readonly playground: boolean;
  readonly serviceHosts: readonly string[];
  readonly timeoutMs: number;
  readonly log: TeamsLog;
  readonly doorstep: Doorstep;
  /** Handles one verified activity; undefined while the bot isn't taking work. */
  readonly handler: () => ((sender: Authenticated, activity: Activity) => Promise<Answer>) | undefined;
}

/** `POST /api/messages`: whatever comes, only what Microsoft signed for this bot goes further. */
export function messagesRoute(options: EndpointOptions): Route {
  return {
    method: 'POST',
    path: '/api/messages',
    handle: async (request, response) => {
      if (options.handler() && options.doorstep.turnsAway(request, response)) return;
      const { status, body } = await answerTo(request, options);
      if (response.destroyed) return;
      if (body) sendJson(response, status, body);
      else response.writeHead(status).end();
    },
  };
}

async function answerTo(request: IncomingMessage, options: EndpointOptions): Promise<Answer> {
  const { serviceHosts, log, doorstep } = options;
  if (!options.handler()) return { status: 503 };
  doorstep.hasFailed(request);
  const found = await signedBy(request, options);
  if ('status' in found) return found;
  doorstep.wasGenuine(request);
  const { sender, activity } = found;
  if (!mayCall(activity.serviceUrl, serviceHosts)) {
    log('error', 'service url refused', { code: hostOf(activity.serviceUrl) });
    return { status: 403 };
  }
  // Asked again: the bot may have been stopped while this was read and checked.
  const handle = options.handler();
  if (!handle) return { status: 503 };
  try {
    return await handle(sender, activity);
  } catch (error) {
    log('error', 'not answered', answered(error));
    return { status: 500 };
  }
}

/** The activity, and who signed it; or why it goes no further. */
async function signedBy(
  request: IncomingMessage,
  options: EndpointOptions,
): Promise<Answer | { readonly sender: Authenticated; readonly activity: Activity }> {
  const { playground } = options;
  if (playground && !isFromPlayground(request)) return { status: 401 };
  const token = request.headers.authorization ?? '';
  if (!options.authentication.mayBeOurs(token)) return { status: 401 };
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return { status: 415 };
  const activity = parsed(await readBody(request, BODY_LIMIT));
  if (!isActivity(activity)) return { status: 400 };
  // Other channels are verified by other, weaker rules: none of them is ours.
  if (activity.channelId !== 'msteams') return { status: 401 };
  const sender = await authenticate(activity, token, options);
  return 'status' in sender ? sender : { sender, activity };
}

/** The playground is a program on this machine: no other machine, no name that points here, and no page in a browser. */
function isFromPlayground({ socket, headers }: IncomingMessage): boolean {
  const host = URL.parse(`http://${headers.host ?? ''}`)?.hostname ?? '';
  return LOOPBACK.has(socket.remoteAddress ?? '') && LOOPBACK_HOSTS.includes(host) && !headers.origin;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : 'none');

async function authenticate(
  activity: Activity,
  token: string,
  { authentication, timeoutMs, log }: EndpointOptions,
): Promise<Authenticated | { status: 401 | 503 }> {
  try {
    const checked = authentication.authenticateRequest(activity, token);
    const sender = await pTimeout(checked, { milliseconds: timeoutMs, message: false });
    if (sender) return sender;
    log('error', 'keys unavailable', { code: 'timeout' });
    return { status: 503 };
  } catch (error) {
    const unavailable = statusOf(error) === 500 || (error instanceof Error && error.name === 'FetchError');
    log(unavailable ? 'error' : 'warn', unavailable ? 'keys unavailable' : 'not authentic', {
      code: codeOf(error),
    });
    return { status: unavailable ? 503 : 401 };
  }
}
