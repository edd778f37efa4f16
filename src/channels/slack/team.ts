import type { Clock } from '../../app/ports.ts';
import type { Client } from './client.ts';
import { codeOf, OUR_OWN_FAULT } from './faults.ts';

/** The permissions the bot was given in manifests/slack/manifest.json, and can't do without. */
const NEEDED = ['chat:write', 'im:history', 'im:write', 'users:read', 'users:read.email'];
const GOOD_FOR_MS = 60_000;

type Known = { readonly teamId: string; readonly trouble: string | undefined; readonly at: number };

/** The workspace the bot is installed in, and whether Slack still knows the bot there. */
export class Team {
  readonly #client: Client;
  readonly #clock: Clock;
  #known: Known | undefined;
  #asking: Promise<Known> | undefined;

  constructor(client: Client, clock: Clock) {
    this.#client = client;
    this.#clock = clock;
  }

  /** The workspace's id. @throws when Slack was never reached, or refuses the bot. */
  async id(): Promise<string> {
    return (this.#known ?? (await this.#ask())).teamId;
  }

  /** Whether `id` is not this workspace's. While Slack can't be asked, nobody is taken for anybody, so this may say no. */
  async isOther(id: string | undefined): Promise<boolean> {
    const own = await this.id().catch(() => undefined);
    return own !== undefined && own !== id;
  }

  /** Undefined when Slack takes the bot's token; else what is wrong. Asked of Slack at most once a minute. */
  async trouble(): Promise<string | undefined> {
    const fresh = this.#known && Date.parse(this.#clock.now()) - this.#known.at < GOOD_FOR_MS;
    try {
      return (fresh && this.#known ? this.#known : await this.#ask()).trouble;
    } catch (error) {
      return inWords(codeOf(error));
    }
  }

  /** Told of a failure: when it is of the bot's own token, the next `trouble()` asks Slack again. */
  failed(error: unknown): void {
    if (this.#known && OUR_OWN_FAULT.has(codeOf(error))) this.#known = { ...this.#known, at: 0 };
  }

  #ask(): Promise<Known> {
    this.#asking ??= this.#authTest().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #authTest(): Promise<Known> {
    const answer = await this.#client.auth.test();
    if (!answer.team_id) throw new Error('auth.test names no workspace');
    const scopes = answer.response_metadata?.scopes;
    const missing = scopes ? NEEDED.filter((one) => !scopes.includes(one)) : [];
    const trouble =
      missing.length === 0
        ? undefined
        : `The Slack app lacks the permission ${missing.join(', ')}: update it from the manifest and install it again.`;
    this.#known = { teamId: answer.team_id, trouble, at: Date.parse(this.#clock.now()) };
    return this.#known;
  }
}

function inWords(code: string): string {
  if (!OUR_OWN_FAULT.has(code)) return `Slack can't be reached (${code}).`;
  return `Slack refuses the bot (${code}): set SLACK_BOT_TOKEN anew from the app's "OAuth & Permissions" page.`;
}
