import type { Parts, RoutedChannel } from './app.ts';
import type { TeamsIdentity, TeamsLog } from './channels/teams/teams.ts';
import type { Config, TeamsConfig } from './config.ts';
import type { Log } from './log.ts';
import type { Clock } from './ports.ts';

function identityOf(teams: TeamsConfig): TeamsIdentity {
  if (teams.mode === 'playground') return { kind: 'playground' };
  const { appId, tenantId, type, password } = teams;
  if (type === 'UserAssignedMsi') return { kind: 'app', appId, tenantId, type };
  return { kind: 'app', appId, tenantId, type, password: password ?? '' };
}

const teamsLog =
  (log: Log): TeamsLog =>
  (level, event, { code, status, count, error }) =>
    log[level](event, {
      channel: 'teams',
      ...(code !== undefined && { code }),
      ...(status !== undefined && { status }),
      ...(count !== undefined && { count }),
      ...(error !== undefined && { error }),
    });

/**
 * The real chats that the configuration asks for; a third one is a folder in `channels/` and a line here. Only those are
 * loaded: their SDKs take longer than all the rest.
 */
export function configuredChannels({
  config,
  clock,
  log,
}: {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
}): Parts['channels'] {
  const { slack, teams } = config;
  return async ({ contacts }) => {
    const channels: RoutedChannel[] = [];
    if (slack) {
      const { slackChannel } = await import('./channels/slack/slack.ts');
      channels.push(slackChannel({ ...slack, contacts, clock, log }));
    }
    if (teams) {
      const { teamsChannel } = await import('./channels/teams/teams.ts');
      channels.push(teamsChannel({ identity: identityOf(teams), contacts, clock, log: teamsLog(log) }));
    }
    return channels;
  };
}
