import type { Parts } from './app.ts';
import { slackChannel } from './channels/slack/slack.ts';
import { type TeamsIdentity, type TeamsLog, teamsChannel } from './channels/teams/teams.ts';
import type { TeamsConfig } from './config.ts';
import type { Log } from './log.ts';

function identityOf(teams: TeamsConfig): TeamsIdentity {
  if (teams.mode === 'playground') return { kind: 'playground' };
  const { appId, tenantId, type, password } = teams;
  if (type === 'UserAssignedMsi') return { kind: 'app', appId, tenantId, type };
  return { kind: 'app', appId, tenantId, type, password: password ?? '' };
}

const teamsLog =
  (log: Log): TeamsLog =>
  (level, event, { code, status }) =>
    log[level](event as Lowercase<string>, {
      channel: 'teams',
      ...(code === undefined ? {} : { code: String(code) }),
      ...(typeof status === 'number' ? { status } : {}),
    });

/** The real chats that the configuration asks for; a third one is a folder in `channels/` and a line here. */
export function configuredChannels({
  config,
  clock,
  log,
}: Pick<Parts, 'config' | 'clock' | 'log'>): Parts['channels'] {
  const { slack, teams } = config;
  return ({ contacts }) => [
    ...(slack ? [slackChannel({ ...slack, contacts, clock, log })] : []),
    ...(teams ? [teamsChannel({ identity: identityOf(teams), contacts, clock, log: teamsLog(log) })] : []),
  ];
}
