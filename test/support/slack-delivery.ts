import { createHmac } from 'node:crypto';
import type { SlackWorkspace, View } from './slack-workspace.ts';

/** Where the bot listens, and the workspace it is in. */
export interface BotAddress {
  readonly url: string;
  readonly workspace: SlackWorkspace;
  /** How often Slack delivers each thing, all at once; default once. */
  readonly deliveries?: number;
}

let counter = 0;
/** A name Slack would give: different every time. */
export const unique = () => {
  counter += 1;
  return `${Math.floor(Date.now() / 1000)}.${String(counter).padStart(6, '0')}`;
};

interface Signed {
  readonly secret?: string;
  /** Seconds from now. */
  readonly skew?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as Slack makes it: signed, to the bot's one address. Delivered more than once, the first answer counts. */
export async function deliver(
  { url, workspace, deliveries = 1 }: BotAddress,
  body: string,
  contentType: string,
  { secret = workspace.signingSecret, skew = 0, headers = {} }: Signed = {},
): Promise<Response> {
  const timestamp = String(Math.floor(Date.now() / 1000) + skew);
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const request = {
    method: 'POST',
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
      ...headers,
    },
    body,
  };
  const sent = Array.from({ length: deliveries }, () => fetch(`${url}/slack/events`, request));
  const [first, ...others] = await Promise.all(sent);
  await Promise.all(others.map((response) => response.arrayBuffer()));
  if (!first) throw new Error('nothing was delivered');
  return first;
}

const FORM = 'application/x-www-form-urlencoded';
export const deliverForm = (bot: BotAddress, fields: Record<string, string>, signed?: Signed) =>
  deliver(bot, new URLSearchParams(fields).toString(), FORM, signed);
export const deliverEvent = (bot: BotAddress, event: object, signed?: Signed) =>
  deliver(bot, JSON.stringify(event), 'application/json', signed);
export const deliverInteraction = (bot: BotAddress, payload: object, signed?: Signed) =>
  deliverForm(bot, { payload: JSON.stringify(payload) }, signed);

export function commandOf(workspace: SlackWorkspace, userId: string, text: string, more: object = {}) {
  return {
    command: '/review',
    text,
    user_id: userId,
    team_id: workspace.teamId,
    channel_id: workspace.channel,
    api_app_id: 'A1',
    trigger_id: unique(),
    response_url: workspace.responseUrl(userId, workspace.channel),
    ...more,
  };
}

export function eventOf(workspace: SlackWorkspace, event: object) {
  return {
    type: 'event_callback',
    team_id: workspace.teamId,
    api_app_id: 'A1',
    event_id: `Ev${unique()}`,
    event: { ts: unique(), ...event },
  };
}

/** A window's form, sent. */
/** @param below the windows it lies on, the first of all first */
export function submissionOf(base: object, view: View, values: object, below: readonly View[] = []) {
  return {
    ...base,
    type: 'view_submission',
    view: {
      id: view.id,
      type: 'modal',
      hash: view.hash,
      previous_view_id: below.at(-1)?.id ?? null,
      root_view_id: (below[0] ?? view).id,
      callback_id: 'card',
      external_id: view.externalId,
      private_metadata: view.privateMetadata,
      state: { values },
    },
  };
}
