import { isIP } from 'node:net';
import { z } from 'zod';
import { readProxies } from '../channels/client-address.ts';
import { type Instant, instantAt, isLocalDate, isLocalTime } from '../domain/time.ts';
import { SHORTEST_KEY } from '../records/audit/key.ts';
import { type DataKey, readKey } from '../store/lowdb/data-keys.ts';
import { COPIES_KEPT_DAYS } from '../store/lowdb/old-copies.ts';
import { read } from './environment.ts';

/** How much is logged, from the least to the most. */
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const isHost = (host: string) =>
  isIP(host) !== 0 || /^(?!.*\.\.)[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(host);

function readSchoolTime(text: string): Instant | undefined {
  const [date = '', time = '', ...rest] = text.split('T');
  return rest.length === 0 && isLocalDate(date) && isLocalTime(time) ? instantAt(date, time) : undefined;
}

function readKeys(text: string): readonly DataKey[] | undefined {
  const keys = text.split(',').flatMap((one) => readKey(one.trim()) ?? []);
  return keys.length === text.split(',').length ? keys : undefined;
}

const HOW = 'npm run store -- new-key makes one';

/**
 * The variables that are read whatever the chat, what may stand in each, and what .env.example says of it; a chat's own
 * are in its definition.
 */
export const variables = z.object({
  HOST: read(
    (text) => (isHost(text) ? text : undefined),
    'write an address or name of this machine, as 127.0.0.1 or 0.0.0.0',
  )
    .default('127.0.0.1')
    .describe(
      'Where the bot listens. 127.0.0.1 is this machine only; the sandbox and the playground refuse anything else.',
    ),
  PORT: read(
    (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
    'write a number from 0 (any free port) to 65535',
  )
    .default(3978)
    .describe('0 takes any free port.'),
  TRUSTED_PROXIES: read(
    readProxies,
    'write addresses or networks of your proxies with commas between, as 127.0.0.1,10.0.0.0/8',
  )
    .optional()
    .describe(
      'Your reverse proxies, as addresses or networks with commas between (127.0.0.1,10.0.0.0/8): what they say in X-Forwarded-For of where\na request comes from is taken. Without it all that a proxy passes on counts as from one place.',
    ),
  DATA_DIR: z
    .string()
    .default('./data')
    .describe(
      'Where everything is kept. Back it up (npm run store -- backup FOLDER, with the bot stopped); let nobody else read it.',
    ),
  DATA_KEY: read(readKey, `write 32 bytes in base64: ${HOW}`)
    .optional()
    .describe(
      'Encrypts everything that is kept: 32 bytes in base64 (npm run store -- new-key makes one). Without it what is kept can’t be read\nagain: keep a copy where this file is not, and not beside the data.',
    ),
  DATA_KEY_OLD: read(readKeys, `write keys as DATA_KEY has them, with commas between: ${HOW}`)
    .optional()
    .describe(
      'Keys that DATA_KEY had before, with commas between, until npm run store -- rekey has encrypted everything with the new one.',
    ),
  AUDIT_KEY: read(
    (text) => (text.length >= SHORTEST_KEY ? text : undefined),
    `write at least ${SHORTEST_KEY} letters and digits, as “openssl rand -hex 32” makes them`,
  )
    .optional()
    .describe(
      'What the trail of who saw and did what is sealed with: at least 32 letters and digits, kept apart from DATA_DIR. Without it\na file beside DATA_DIR (./data.audit-key) is made at the first start. Keep either safe: no other key goes on with that trail.',
    ),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, `write one of ${LOG_LEVELS.join(', ')}`)
    .default('info')
    .describe(
      'fatal, error, warn, info, debug, trace or silent. Logs never hold names or what anybody wrote.',
    ),
  RETENTION: z
    .enum(['daily'], 'write daily, or leave it out')
    .optional()
    .describe(
      'daily removes by itself what is kept no longer, whatever the schools have set; else that is asked for (npm run retention).',
    ),
  COPIES_KEPT_DAYS: read(
    (text) => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined),
    'write a number of days, from 1 to 9999',
  )
    .default(COPIES_KEPT_DAYS)
    .describe(
      'For how many days backups of ours, and what was set aside, stay in DATA_DIR; then they are removed, whatever is in them.',
    ),
  SANDBOX_NOW: read(readSchoolTime, 'write a day and time at school, as 2026-11-23T08:30')
    .optional()
    .describe(
      'To try things out: what the clock shows at the start, at school, as 2026-11-23T08:30. Only in the sandbox and the\nplayground.',
    ),
});
