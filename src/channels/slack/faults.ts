import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import type { UnreachableReason } from '../../domain/school/contact.ts';
import { TryLater, Uncertain, Unreachable } from '../channel.ts';
import { Untranslatable } from './limits.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** What went wrong, as a short code for the log. */
export function codeOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  if (error instanceof WebAPIRateLimitedError) return 'ratelimited';
  if (error instanceof WebAPIHTTPError) return `http-${error.statusCode}`;
  if (error instanceof WebAPIRequestError) return networkCode(error.original);
  if (error instanceof Untranslatable) return `card-${error.code}`;
  return error instanceof Error ? error.constructor.name : 'unknown';
}

/** The code of a failed connection, as ECONNRESET: fetch hides it in what caused its error. */
function networkCode(error: unknown): string {
  if (!(error instanceof Error)) return 'network';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? error.name : networkCode(error.cause);
}

/** Slack's answers that mean this person is not reached by trying again. */
const UNREACHABLE: Readonly<Record<string, UnreachableReason>> = {
  user_disabled: 'left',
  user_not_found: 'not-found',
  users_not_found: 'not-found',
  user_not_visible: 'not-found',
  channel_not_found: 'not-found',
  not_in_channel: 'not-found',
  is_archived: 'not-found',
  cannot_dm_bot: 'not-found',
  restricted_action: 'blocked',
  messages_tab_disabled: 'blocked',
};

/** Slack's answers that mean our own token or app is at fault, whomever we write to. */
export const OUR_OWN_FAULT: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'token_expired',
  'token_revoked',
  'missing_scope',
  'not_allowed_token_type',
  'no_permission',
  'org_login_required',
  'team_access_not_granted',
  'ekm_access_denied',
]);

// Slack says of these that part of the work may have been done.
const MAYBE_DONE = new Set(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable']);

// Failures in which no connection was made, so that nothing can have been sent.
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * What a failed chat.postMessage means, in the port's words. What is not known to have failed is `Uncertain`.
 */
export function sendFault(error: unknown): Unreachable | TryLater | Uncertain {
  if (error instanceof Unreachable || error instanceof TryLater || error instanceof Uncertain) return error;
  if (error instanceof WebAPIRateLimitedError) return new TryLater(error.retryAfter * SECOND);
  const code = codeOf(error);
  if (error instanceof WebAPIPlatformError) return refusal(code);
  // A card that can't be shown never left; it will fit, or not, when it is worded anew.
  if (error instanceof Untranslatable) return new TryLater(30 * MINUTE);
  if (error instanceof WebAPIHTTPError && error.statusCode < 500 && error.statusCode !== 408) {
    return new TryLater(MINUTE);
  }
  return NEVER_CONNECTED.has(code) ? new TryLater(30 * SECOND) : new Uncertain(`slack: ${code}`);
}

function refusal(code: string): Unreachable | TryLater | Uncertain {
  const why = UNREACHABLE[code];
  if (why) return new Unreachable(why);
  if (MAYBE_DONE.has(code)) return new Uncertain(`slack: ${code}`);
  return new TryLater(code === 'ratelimited' ? MINUTE : 10 * MINUTE);
}

/** What a failure before anything was sent means: the same, but nothing is uncertain. */
export function beforeSendingFault(error: unknown): Unreachable | TryLater {
  const fault = sendFault(error);
  return fault instanceof Uncertain ? new TryLater(30 * SECOND) : fault;
}
