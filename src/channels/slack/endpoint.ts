import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTPReceiver, isValidSlackRequest } from '@slack/bolt';
import { type Route, readBody, sendText } from '../../app/http.ts';
import type { Doorstep } from '../doorstep.ts';
import type { ChannelLog } from '../parts.ts';
import { bodyIn, isTaken } from './body.ts';
import { sdkLog } from './client.ts';

/** Where Slack delivers events, commands and presses. */
const SLACK_PATH = '/slack/events';
const LONGEST_BODY = 256 * 1024;
const FIVE_MINUTES = 5 * 60;

/** What the door goes by. */
interface Wanted {
  readonly signingSecret: string;
  readonly log: ChannelLog;
  readonly doorstep: Doorstep;
}

/** What Slack’s requests come in by: Bolt’s receiver, and the route that leads to it. */
export interface Endpoint {
  readonly receiver: HTTPReceiver;
  readonly route: Route;
}

/**
 * Bolt's receiver behind our own server. Bolt checks signatures but takes timestamps of any future, and falls over some
 * bodies outside its own error handling: so size, time, signature and shape are checked here, before it.
 * `open` says whether work is taken now; Slack delivers again what is refused with 503. `counted` is given all work
 * in hand: Bolt's own is, from before its listeners begin until Slack is answered.
 */
export function makeEndpoint(
  { signingSecret, log, doorstep }: Wanted,
  open: () => boolean,
  counted: (work: Promise<void>) => Promise<void>,
): Endpoint {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: SLACK_PATH, logger: sdkLog(log) });
  const refuse = (response: ServerResponse, status: number, why: string) => {
    log.warn('slack request refused', { code: why });
    sendText(response, status, 'Refused');
  };
  const signedBody = async (request: IncomingMessage, response: ServerResponse) => {
    doorstep.hasFailed(request);
    if (!isTimely(request)) return refuse(response, 401, 'timestamp');
    const body = await readBody(request, LONGEST_BODY);
    if (!isSigned(request, body, signingSecret)) return refuse(response, 401, 'signature');
    doorstep.wasGenuine(request);
    return body;
  };
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    if (!open()) return sendText(response, 503, 'Not taking work');
    if (doorstep.turnsAway(request, response)) return;
    const body = await signedBody(request, response);
    if (!body) return;
    const said = bodyIn(request.headers['content-type'], body);
    if (!said) return refuse(response, 400, 'malformed');
    if (!isTaken(said)) return refuse(response, 404, 'kind');
    if (!open()) return sendText(response, 503, 'Not taking work');
    counted(new Promise((resolve) => response.once('close', resolve)));
    // Bolt takes the body from here instead of reading the spent stream.
    receiver.requestListener(Object.assign(request, { rawBody: body }), response);
  };
  return { receiver, route: { method: 'POST', path: SLACK_PATH, handle } };
}

/** Whether it says that it is of now: looked at before anything of it is read. */
function isTimely({ headers }: IncomingMessage): boolean {
  const timestamp = headers['x-slack-request-timestamp'];
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return false;
  // Only the machine's own clock will do: whoever replays old requests does not wait for a clock of ours.
  return Math.abs(Number(timestamp) - Date.now() / 1000) <= FIVE_MINUTES;
}

function isSigned(request: IncomingMessage, body: Buffer, signingSecret: string): boolean {
  const signature = request.headers['x-slack-signature'];
  const timestamp = request.headers['x-slack-request-timestamp'];
  if (typeof signature !== 'string') return false;
  return isValidSlackRequest({
    signingSecret,
    body: body.toString(),
    headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(timestamp) },
  });
}
