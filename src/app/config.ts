import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { TrustedProxies } from '../channels/client-address.ts';
import type { ChannelDefinition, ConfiguredChat, SchoolServed } from '../channels/definition.ts';
import { CHANNELS } from '../channels/index.ts';
import type { Instant } from '../domain/time.ts';
import { type DataKeys, NO_KEYS } from '../store/lowdb/data-keys.ts';
import { type LOG_LEVELS, variables } from './config-variables.ts';
import { type ConfigProblem, type Environment, isLoopback } from './environment.ts';

/** How much is logged. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the environment says, checked. */
export interface Config {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** In front of it, whose word on where a request comes from is taken. */
  readonly trustedProxies?: TrustedProxies;
  readonly dataDir: string;
  /** What everything in it is encrypted with. */
  readonly keys: DataKeys;
  /** For how many days copies of what is stored stay in it. */
  readonly copiesKeptDays: number;
  /** What the audit is sealed with; left out, a file beside the data folder has it. */
  readonly auditKey?: string;
  readonly logLevel: LogLevel;
  /** Whether what a school keeps no longer is removed by itself, whatever the schools have set. */
  readonly retention?: 'daily';
  /** The chats that the environment asks for, at least one. */
  readonly chats: readonly ConfiguredChat[];
  /** Which school they are for; the made-up one, when one of them is. */
  readonly school: SchoolServed;
  /** What the clock is to show at the start; only where the school is made up. */
  readonly sandboxNow?: Instant;
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
export const VARIABLES: readonly string[] = [
  ...Object.keys(variables.shape),
  ...CHANNELS.flatMap((chat) => Object.keys(chat.variables)),
];

/** The chats that are asked for; where none is, what stands in for them. */
function askedFor(env: Environment): readonly ChannelDefinition[] {
  const all: readonly ChannelDefinition[] = CHANNELS;
  const asked = all.filter((chat) => !chat.fallback && chat.serves(env).length > 0);
  return asked.length > 0 ? asked : all.filter(({ fallback }) => fallback);
}

function badValues(env: Environment): readonly ConfigProblem[] {
  const schemas = [variables, ...CHANNELS.map((chat) => z.object(chat.variables))];
  const issues = schemas.flatMap((schema) => schema.safeParse(env).error?.issues ?? []);
  return issues.map(({ path, message }) => ({ variable: String(path[0]), message }));
}

const NO_CURRENT = 'set DATA_KEY too: without it what is written would not be encrypted';

/** The keys that the environment has. */
function keysIn({ DATA_KEY, DATA_KEY_OLD = [] }: Keys): DataKeys {
  return DATA_KEY ? { current: DATA_KEY, older: DATA_KEY_OLD } : NO_KEYS;
}
type Keys = Pick<z.output<typeof variables>, 'DATA_KEY' | 'DATA_KEY_OLD'>;

function withoutCurrent(env: Environment): readonly ConfigProblem[] {
  return env.DATA_KEY_OLD && !env.DATA_KEY ? [{ variable: 'DATA_KEY_OLD', message: NO_CURRENT }] : [];
}

/** What would let in others than this machine where there is no log-in, or would move the clock of real reviews. */
function unsafe(env: Environment, host: string, serves: readonly SchoolServed[]): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const say = (variable: string, message: string) => problems.push({ variable, message });
  const isOpen = !isLoopback(host);
  const others = CHANNELS.flatMap(({ fallback, title }) => (fallback ? [] : [title])).join(' or ');
  if (isOpen && serves.includes('made-up'))
    say('HOST', 'write 127.0.0.1: the playground has no log-in, so it is for this machine only');
  if (isOpen && serves.includes('made-up-anew')) {
    say(
      'HOST',
      `write 127.0.0.1, or configure ${others}: the sandbox has no log-in, so it is for this machine only`,
    );
  }
  if (serves.includes('made-up-anew') && env.NODE_ENV === 'production') {
    say(
      'NODE_ENV',
      `configure ${others}, or leave it out: it says production, and with no chat only the sandbox could start`,
    );
  }
  if (env.SANDBOX_NOW !== undefined && serves.includes('real'))
    say('SANDBOX_NOW', 'leave it out: real reviews go by the real time');
  return problems;
}

/**
 * What the environment says. An empty variable counts as not set.
 * @throws {ConfigFault} with everything that is wrong: a bad value, half a set of credentials, or something open to others that
 *   has no log-in.
 */
export function readConfig(variablesSet: NodeJS.ProcessEnv): Config {
  const env = withoutEmpty(variablesSet);
  const own = variables.safeParse(env);
  const chats = askedFor(env);
  const serves = chats.flatMap((chat) => chat.serves(env));
  const bad = badValues(env);
  const host = bad.some(({ variable }) => variable === 'HOST') ? undefined : env.HOST;
  const problems = [
    ...bad,
    ...withoutCurrent(env),
    ...CHANNELS.flatMap((chat) => chat.problems(env)),
    ...unsafe(env, host ?? '127.0.0.1', serves),
  ];
  if (!own.success || problems.length > 0) throw new ConfigFault(problems);
  const {
    HOST,
    PORT,
    TRUSTED_PROXIES,
    DATA_DIR,
    COPIES_KEPT_DAYS,
    LOG_LEVEL,
    RETENTION,
    SANDBOX_NOW,
    AUDIT_KEY,
  } = own.data;
  return {
    host: HOST,
    port: PORT,
    dataDir: DATA_DIR,
    keys: keysIn(own.data),
    copiesKeptDays: COPIES_KEPT_DAYS,
    logLevel: LOG_LEVEL,
    chats: chats.map((chat) => chat.configure(env)),
    school: serves.find((one) => one !== 'real') ?? 'real',
    ...(TRUSTED_PROXIES && { trustedProxies: TRUSTED_PROXIES }),
    ...(RETENTION && { retention: RETENTION }),
    ...(AUDIT_KEY && { auditKey: AUDIT_KEY }),
    ...(SANDBOX_NOW && { sandboxNow: SANDBOX_NOW }),
  };
}

const withoutEmpty = (env: NodeJS.ProcessEnv): Environment =>
  Object.fromEntries(
    Object.entries(env).flatMap(([key, text]) => (text?.trim() ? [[key, text.trim()]] : [])),
  );

/** The data folder alone. */
export function readDataDir(env: NodeJS.ProcessEnv): string {
  return env.DATA_DIR?.trim() || './data';
}

const ofData = variables.pick({
  DATA_DIR: true,
  DATA_KEY: true,
  DATA_KEY_OLD: true,
  AUDIT_KEY: true,
  COPIES_KEPT_DAYS: true,
});

/** The data folder and the keys to it, for commands that need no chat. @throws {ConfigFault} a key is none. */
export function readDataFolder(
  variablesSet: NodeJS.ProcessEnv,
): Pick<Config, 'dataDir' | 'keys' | 'auditKey' | 'copiesKeptDays'> {
  const env = withoutEmpty(variablesSet);
  const read = ofData.safeParse(env);
  const bad = read.error?.issues.map(({ path, message }) => ({ variable: String(path[0]), message })) ?? [];
  const problems = [...bad, ...withoutCurrent(env)];
  if (!read.success || problems.length > 0) throw new ConfigFault(problems);
  const { DATA_DIR, AUDIT_KEY, COPIES_KEPT_DAYS: copiesKeptDays } = read.data;
  return {
    dataDir: DATA_DIR,
    keys: keysIn(read.data),
    copiesKeptDays,
    ...(AUDIT_KEY && { auditKey: AUDIT_KEY }),
  };
}

/** Puts what a `.env` file in the current folder says into the environment, where that does not say it already. */
export function loadDotEnv(file = '.env'): void {
  if (existsSync(file)) process.loadEnvFile(file);
}
