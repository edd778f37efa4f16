import { existsSync } from 'node:fs';
import { isLoopback, type LOG_LEVELS, type Variable, type Variables, variables } from './config-variables.ts';
import type { Instant } from './domain/time.ts';

interface SlackConfig {
  readonly botToken: string;
  readonly signingSecret: string;
  /** Set for Socket Mode. */
  readonly appToken?: string;
  /** Where Slack's API is, ending in /; set for an emulator or a proxy. */
  readonly apiUrl?: string;
}

/** `playground` takes activities without authentication, from this machine only. */
export type TeamsConfig =
  | { readonly mode: 'playground' }
  | {
      readonly mode: 'service';
      readonly appId: string;
      readonly tenantId: string;
      readonly type: 'SingleTenant' | 'UserAssignedMsi';
      /** A managed identity has none. */
      readonly password?: string;
    };

export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Config {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  readonly slack?: SlackConfig;
  readonly teams?: TeamsConfig;
  /** With no chat configured: the made-up school in a browser. */
  readonly sandbox: boolean;
  /** What the clock is to show at the start; only in the sandbox and the playground. */
  readonly sandboxNow?: Instant;
}

export interface ConfigProblem {
  readonly variable: string;
  /** What is wrong and what would be right; never the value, which may be a secret. */
  readonly message: string;
}

/** Something is wrong with the environment: all that is, in one go. */
export class ConfigFault extends Error {
  readonly problems: readonly ConfigProblem[];
  constructor(problems: readonly ConfigProblem[]) {
    super(
      ['The configuration is not right:', ...problems.map((p) => `  ${p.variable}: ${p.message}`)].join('\n'),
    );
    this.name = 'ConfigFault';
    this.problems = problems;
  }
}

/** The names of all variables that are read. */
export const VARIABLES = Object.keys(variables.shape) as readonly Variable[];

type Given = (variable: Variable) => boolean;

const SLACK = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'] as const;
const SLACK_EXTRA = ['SLACK_APP_TOKEN', 'SLACK_API_URL'] as const;
const TEAMS = ['MicrosoftAppId', 'MicrosoftAppType', 'MicrosoftAppTenantId'] as const;
const TEAMS_ALL = [...TEAMS, 'MicrosoftAppPassword'] as const;

function halfSets(given: Given, appType: string | undefined): ConfigProblem[] {
  const lacking = (needed: readonly Variable[], chat: string) =>
    needed
      .filter((variable) => !given(variable))
      .map((variable) => ({ variable, message: `missing; ${chat} needs it beside what is set already` }));
  const slack = [...SLACK, ...SLACK_EXTRA].some(given) ? lacking(SLACK, 'Slack') : [];
  const needed = appType === 'UserAssignedMsi' ? TEAMS : TEAMS_ALL;
  const teams = TEAMS_ALL.some(given) ? lacking(needed, 'Teams') : [];
  return [...slack, ...teams];
}

function unsafe(given: Given, env: NodeJS.ProcessEnv, host: string | undefined): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const say = (variable: Variable, message: string) => problems.push({ variable, message });
  const playground = env.TEAMS_PLAYGROUND === '1';
  const service = TEAMS_ALL.some(given);
  const slack = [...SLACK, ...SLACK_EXTRA].some(given);
  const sandbox = !playground && !service && !slack;
  const open = host !== undefined && !isLoopback(host);
  if (playground && open)
    say('HOST', 'write 127.0.0.1: the playground has no log-in, so it is for this machine only');
  if (playground && env.NODE_ENV === 'production')
    say(
      'TEAMS_PLAYGROUND',
      'leave it out: the playground has no log-in, and NODE_ENV says this is production',
    );
  if (playground && service)
    say(
      'TEAMS_PLAYGROUND',
      'leave it out, or the Microsoft… variables: the one has no log-in, the others are for it',
    );
  if (sandbox && open)
    say(
      'HOST',
      'write 127.0.0.1, or configure Slack or Teams: the sandbox has no log-in, so it is for this machine only',
    );
  if (given('SANDBOX_NOW') && (service || slack))
    say('SANDBOX_NOW', 'leave it out: real reviews go by the real time');
  return problems;
}

function toSlack(set: Variables): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret } = set;
  if (!botToken || !signingSecret) return undefined;
  return {
    botToken,
    signingSecret,
    ...(set.SLACK_APP_TOKEN && { appToken: set.SLACK_APP_TOKEN }),
    ...(set.SLACK_API_URL && { apiUrl: set.SLACK_API_URL }),
  };
}

function toTeams(set: Variables): TeamsConfig | undefined {
  if (set.TEAMS_PLAYGROUND) return { mode: 'playground' };
  const { MicrosoftAppId: appId, MicrosoftAppType: type, MicrosoftAppTenantId: tenantId } = set;
  if (!appId || !type || !tenantId) return undefined;
  const password = type === 'UserAssignedMsi' ? undefined : set.MicrosoftAppPassword;
  return { mode: 'service', appId, type, tenantId, ...(password && { password }) };
}

/**
 * What the environment says. An empty variable counts as not set.
 * @throws {ConfigFault} with everything that is wrong: a bad value, half a set of credentials, or something open to others that
 *   has no log-in.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const filled = Object.fromEntries(
    Object.entries(env).flatMap(([key, text]) => (text?.trim() ? [[key, text.trim()]] : [])),
  );
  const given: Given = (variable) => filled[variable] !== undefined;
  const parsed = variables.safeParse(filled);
  const bad = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => ({ variable: String(path[0]), message }));
  const host = bad.some(({ variable }) => variable === 'HOST') ? undefined : (filled.HOST ?? '127.0.0.1');
  const problems = [...bad, ...halfSets(given, filled.MicrosoftAppType), ...unsafe(given, filled, host)];
  if (!parsed.success || problems.length > 0) throw new ConfigFault(problems);

  const set = parsed.data;
  const slack = toSlack(set);
  const teams = toTeams(set);
  return {
    host: set.HOST,
    port: set.PORT,
    dataDir: set.DATA_DIR,
    logLevel: set.LOG_LEVEL,
    ...(slack && { slack }),
    ...(teams && { teams }),
    sandbox: !slack && !teams,
    ...(set.SANDBOX_NOW && { sandboxNow: set.SANDBOX_NOW }),
  };
}

/** The data folder alone, for commands that need no chat. */
export function readDataDir(env: NodeJS.ProcessEnv): string {
  return env.DATA_DIR?.trim() || './data';
}

/** Puts what a `.env` file in the current folder says into the environment, where that does not say it already. */
export function loadDotEnv(file = '.env'): void {
  if (existsSync(file)) process.loadEnvFile(file);
}
