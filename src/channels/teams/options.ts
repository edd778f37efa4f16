import type { Clock } from '../../app/ports.ts';
import type { Doorstep } from '../doorstep.ts';
import type { ChannelLog, Contacts } from '../parts.ts';
import type { CredentialsFactory, Endpoints } from './authentication.ts';
import type { TeamsIdentity } from './identity.ts';

/**
 * Told what happened: an event in the program's own words, and codes and counts beside it; never a name, never what
 * anybody wrote. `error` is what was thrown: its message may quote people and is not for writing down.
 */
export type TeamsLog = (
  level: 'info' | 'warn' | 'error',
  event: Lowercase<string>,
  fields: {
    readonly code?: string;
    readonly status?: number;
    readonly count?: number;
    readonly error?: unknown;
  },
) => void;

/** The program's log, told under the chat's name. */
export const teamsLog =
  (log: ChannelLog): TeamsLog =>
  (level, event, fields) =>
    log[level](event, { channel: 'teams', ...fields });

/** What the Teams channel is made of. */
export interface TeamsOptions {
  readonly identity: TeamsIdentity;
  readonly contacts: Contacts;
  /** Left out, one that takes no proxy's word. */
  readonly doorstep?: Doorstep;
  readonly clock: Clock;
  readonly log: TeamsLog;
  /**
   * Hosts the bot's token may be sent to; default Microsoft's, or this machine in the playground. Only loopback
   * hosts may be spoken to without TLS.
   */
  readonly serviceHosts?: readonly string[];
  /** Hosts that files people send are fetched from; default SharePoint's. */
  readonly fileHosts?: readonly string[];
  /** Hosts that files people have asked for are put on; default SharePoint's. */
  readonly uploadHosts?: readonly string[];
  /** How long one request to Teams may take, in milliseconds; default 10,000. */
  readonly timeoutMs?: number;
  /** All of the Bot Framework's endpoints, where they are not Microsoft's own. */
  readonly endpoints?: Endpoints;
  /** Where tokens come from, when not from Microsoft Entra. */
  readonly credentials?: CredentialsFactory;
}
