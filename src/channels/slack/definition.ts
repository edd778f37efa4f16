import { z } from 'zod';
import { isLoopback, matching, read } from '../../app/environment.ts';
import { defineChannel, isAnySet, missing } from '../definition.ts';
import { COMMAND } from './command.ts';

function readApiUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(host));
  if (!safe || url.username || url.password || url.search || url.hash) return undefined;
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

const variables = {
  SLACK_BOT_TOKEN: matching(/^xoxb-[\w-]+$/, "write the app's Bot User OAuth Token, which begins with xoxb-")
    .optional()
    .describe('OAuth & Permissions: Bot User OAuth Token, xoxb-…'),
  SLACK_SIGNING_SECRET: matching(
    /^(?!xox|xapp)[\w-]{16,}$/,
    "write the app's Signing Secret, from its Basic Information page",
  )
    .optional()
    .describe('Basic Information: Signing Secret'),
  SLACK_APP_TOKEN: matching(
    /^xapp-[\w-]+$/,
    'write an app-level token, which begins with xapp-, or leave it out to receive over HTTP',
  )
    .optional()
    .describe(
      'Basic Information: App-Level Token, xapp-…, with connections:write. Set it for Socket Mode, which needs no public address.',
    ),
  SLACK_API_URL: read(
    readApiUrl,
    'write an https:// address (http:// on this machine only), or leave it out for Slack itself',
  )
    .optional()
    .describe('Only for an emulator on this machine (http://127.0.0.1:4003/api/) or a proxy (https://…).'),
};

const NO_WORKSPACE = "not a Slack workspace's id; write it as T0123ABCD, or leave it out";

const title = 'Slack';
const all = Object.keys(variables);
const needed = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'];

/** Slack, in one workspace. */
export const slack = defineChannel({
  name: 'slack',
  title,
  setUp: "the first two are needed, both from your app's pages at api.slack.com/apps",
  variables,
  command: COMMAND,
  // What Slack allows a channel.
  rates: { conversation: [{ most: 1, perMs: 1_000 }], tenant: [] },
  tenant: {
    key: 'slackTeamId',
    schema: z.string(NO_WORKSPACE).regex(/^[TE][A-Z0-9]{5,}$/, NO_WORKSPACE),
  },
  serves: (env) => (isAnySet(env, all) ? ['real'] : []),
  problems: (env) => missing(env, { all, needed, title }),
  settings(set) {
    const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret } = set;
    if (!botToken || !signingSecret) return undefined;
    return {
      botToken,
      signingSecret,
      ...(set.SLACK_APP_TOKEN && { appToken: set.SLACK_APP_TOKEN }),
      ...(set.SLACK_API_URL && { apiUrl: set.SLACK_API_URL }),
    };
  },
  async make(settings, { contacts, clock, log, doorstep }) {
    const { slackChannel } = await import('./slack.ts');
    return slackChannel({ ...settings, contacts, clock, log, doorstep });
  },
});
