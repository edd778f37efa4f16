import type { Clock } from '../../app/ports.ts';
import type { Doorstep } from '../doorstep.ts';
import type { ChannelLog, Contacts } from '../parts.ts';

/** What the bot in one workspace is made of. */
export interface SlackOptions {
  readonly botToken: string;
  /** Needed unless `appToken` is given. */
  readonly signingSecret?: string;
  /** Given, Socket Mode is used: Slack is called, and nothing is listened for. */
  readonly appToken?: string;
  /** Where Slack's methods are, ending in '/', when not at Slack. */
  readonly apiUrl?: string;
  readonly contacts: Contacts;
  /** Left out, one that takes no proxy's word. */
  readonly doorstep?: Doorstep;
  readonly clock: Clock;
  readonly log: ChannelLog;
  /** Milliseconds Slack gives us, less what the way there and back takes. Shorter ones make tests quick. */
  readonly patience?: Partial<Patience>;
}

/** How long things may take, in milliseconds. */
export interface Patience {
  /** How long after a press its window may still be opened; Slack allows 3,000 in all. Default 1,500. */
  readonly openMs: number;
  /** How long an answer may take before the window says that it is still being saved. Default 2,500 of Slack's 3,000. */
  readonly saveMs: number;
  /** How long one request to Slack may take. Default 10,000. */
  readonly requestMs: number;
  /** How long fetching a file may take. Default 20,000. */
  readonly fileMs: number;
}

/** How long things may take where nothing else is said. */
export const PATIENCE: Patience = { openMs: 1500, saveMs: 2500, requestMs: 10_000, fileMs: 20_000 };
