import type { Parts } from '../src/app/app.ts';
import type { Log } from '../src/app/log.ts';
import type { Clock } from '../src/app/ports.ts';
import type { RoutedChannel } from '../src/channels/definition.ts';
import { slackChannel } from '../src/channels/slack/slack.ts';
import { teamsLog } from '../src/channels/teams/options.ts';
import { teamsChannel } from '../src/channels/teams/teams.ts';
import type { Orders } from './chaos-life.ts';
import { naive } from './chaos-naive.ts';
import { TEAMS_TENANT } from './chaos-school.ts';
import { SLACK_TOKEN } from './chaos-slack.ts';
import { TEAMS_TOKEN } from './chaos-teams.ts';

/** A token without asking anybody: the SDK keeps it for an hour. */
const credentials = {
  getToken: async () => TEAMS_TOKEN,
  async signRequest<R extends { headers: { set(name: string, value: string): unknown } }>(request: R) {
    request.headers.set('authorization', `Bearer ${TEAMS_TOKEN}`);
    return request;
  },
};

/** The real channels, pointed at the fake chats; or, for the control, at their naive selves. */
export function chaosChannels(
  { slackUrl, teamsUrl, patienceMs, naive: isNaive }: Orders,
  { contacts }: Parameters<Parts['channels']>[0],
  clock: Clock,
  log: Log,
): readonly RoutedChannel[] {
  const both = [
    slackChannel({
      botToken: SLACK_TOKEN,
      signingSecret: 'not used',
      apiUrl: `${slackUrl}/api/`,
      contacts,
      clock,
      log,
      patience: { requestMs: patienceMs },
    }),
    teamsChannel({
      identity: {
        kind: 'app',
        appId: 'the-bot',
        tenantId: TEAMS_TENANT,
        type: 'SingleTenant',
        password: 'not used',
      },
      contacts,
      clock,
      log: teamsLog(log),
      serviceHosts: ['127.0.0.1'],
      timeoutMs: patienceMs,
      endpoints: {
        ToChannelFromBotLoginUrl: `${teamsUrl}/login`,
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
        OAuthUrl: teamsUrl,
        ToBotFromChannelOpenIdMetadataUrl: `${teamsUrl}/openid`,
        ToBotFromEmulatorOpenIdMetadataUrl: `${teamsUrl}/openid`,
      },
      credentials: {
        isValidAppId: async () => true,
        isAuthenticationDisabled: async () => false,
        createCredentials: async () => credentials,
      },
    }),
  ];
  return isNaive ? both.map((channel) => naive(channel)) : both;
}
