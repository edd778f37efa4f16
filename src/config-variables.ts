import { isIP } from 'node:net';
import { z } from 'zod';
import { type Instant, instantAt, isLocalDate, isLocalTime } from './domain/time.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Whether a host is this machine only. */
export const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

const isHost = (host: string) =>
  isIP(host) !== 0 || /^(?!.*\.\.)[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(host);

function readApiUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(host));
  if (!safe || url.username || url.password || url.search || url.hash) return undefined;
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

function readSchoolTime(text: string): Instant | undefined {
  const [date = '', time = '', ...rest] = text.split('T');
  return rest.length === 0 && isLocalDate(date) && isLocalTime(time) ? instantAt(date, time) : undefined;
}

const read = <T>(parse: (text: string) => T | undefined, otherwise: string) =>
  z.string().transform((text, context) => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.issues.push({ code: 'custom', message: otherwise, input: '' });
    return z.NEVER;
  });
const matching = (pattern: RegExp, otherwise: string) =>
  read((text) => (pattern.test(text) ? text : undefined), otherwise);
const guid = (whose: string) =>
  z.guid(`write ${whose}, as 01234567-89ab-cdef-0123-456789abcdef`).toLowerCase().optional();

/** Every variable that is read, and what may stand in it. */
export const variables = z.object({
  HOST: read(
    (text) => (isHost(text) ? text : undefined),
    'write an address or name of this machine, as 127.0.0.1 or 0.0.0.0',
  ).default('127.0.0.1'),
  PORT: read(
    (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
    'write a number from 0 (any free port) to 65535',
  ).default(3978),
  DATA_DIR: z.string().default('./data'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `write one of ${LOG_LEVELS.join(', ')}`).default('info'),
  SLACK_BOT_TOKEN: matching(
    /^xoxb-[\w-]+$/,
    "write the app's Bot User OAuth Token, which begins with xoxb-",
  ).optional(),
  SLACK_SIGNING_SECRET: matching(
    /^(?!xox|xapp)[\w-]{16,}$/,
    "write the app's Signing Secret, from its Basic Information page",
  ).optional(),
  SLACK_APP_TOKEN: matching(
    /^xapp-[\w-]+$/,
    'write an app-level token, which begins with xapp-, or leave it out to receive over HTTP',
  ).optional(),
  SLACK_API_URL: read(
    readApiUrl,
    'write an https:// address (http:// on this machine only), or leave it out for Slack itself',
  ).optional(),
  MicrosoftAppId: guid("the bot's application (client) id"),
  MicrosoftAppPassword: matching(/^\S+$/, 'write the client secret, which has no spaces').optional(),
  MicrosoftAppType: z
    .enum(['SingleTenant', 'UserAssignedMsi'], {
      error: ({ input }) =>
        input === 'MultiTenant'
          ? 'Microsoft no longer takes new multi-tenant bots, and this one serves one organisation; write SingleTenant or UserAssignedMsi'
          : 'write SingleTenant or UserAssignedMsi',
    })
    .optional(),
  MicrosoftAppTenantId: guid("the organisation's Microsoft 365 tenant id"),
  TEAMS_PLAYGROUND: z
    .enum(['0', '1'], 'write 1, or leave it out')
    .transform((text) => text === '1')
    .default(false),
  SANDBOX_NOW: read(readSchoolTime, 'write a day and time at school, as 2026-11-23T08:30').optional(),
});
export type Variables = z.output<typeof variables>;
export type Variable = keyof Variables;
