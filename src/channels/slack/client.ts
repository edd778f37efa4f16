import { type Logger, LogLevel, WebClient } from '@slack/web-api';
import type { ChannelLog } from '../parts.ts';
import type { SlackOptions } from './options.ts';

/** Slack’s own client, made by `slackClient`. */
export type Client = WebClient;

/**
 * The SDK's own log, without its words: they may hold what was in a request. What matters is logged by us, with
 * its code.
 */
export function sdkLog(log: ChannelLog): Logger {
  return {
    debug: () => {},
    info: () => {},
    warn: () => log.warn('slack sdk warned'),
    error: () => log.warn('slack sdk reported an error'),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

/**
 * A client that sends every request once, waits for it a finite time and never holds others back because Slack asked
 * for less. Left alone, the SDK resends for half an hour, and so duplicates.
 */
export function slackClient(options: SlackOptions, requestMs: number): Client {
  return new WebClient(options.botToken, {
    ...(options.apiUrl ? { slackApiUrl: options.apiUrl } : {}),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: requestMs,
    logger: sdkLog(options.log),
  });
}
