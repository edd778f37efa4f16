import { SocketModeReceiver } from '@slack/bolt';
import { sdkLog } from './client.ts';
import { codeOf } from './faults.ts';
import type { SlackOptions } from './options.ts';

const SHORTEST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 30_000;

/**
 * A Socket Mode connection that is kept up: when it is lost, or can't be had, it is tried again, ever less often.
 * The SDK's own reconnecting ends the process when Slack refuses it once.
 */
export class Socket {
  readonly receiver: SocketModeReceiver;
  readonly #log: SlackOptions['log'];
  #fault: string | undefined = 'connecting';
  #stopping = false;
  #wake: (() => void) | undefined;
  #running: Promise<void> | undefined;
  #lost: () => void = () => {};

  constructor(options: SlackOptions, appToken: string, requestMs: number) {
    this.#log = options.log;
    const clientOptions = {
      ...(options.apiUrl ? { slackApiUrl: options.apiUrl } : {}),
      retryConfig: { retries: 0 },
      timeout: requestMs,
    };
    this.receiver = new SocketModeReceiver({
      appToken,
      autoReconnectEnabled: false,
      installerOptions: { clientOptions },
      logger: sdkLog(options.log),
    });
    this.receiver.client.on('close', () => this.#lost());
  }

  /** Begins to connect; does not wait for it, since Slack may be away for a while. */
  start(): void {
    this.#running = this.#keepUp();
  }

  /** Takes nothing more; what Slack delivers from now on is not acknowledged, and so delivered again. */
  deafen(): void {
    this.#stopping = true;
    this.receiver.client.removeAllListeners('slack_event');
  }

  async stop(): Promise<void> {
    this.deafen();
    this.#wake?.();
    if (!this.#running) return;
    await this.receiver.client.disconnect();
    await this.#running;
  }

  /** Undefined when connected; else what is wrong. */
  trouble(): string | undefined {
    if (this.#fault === undefined) return undefined;
    return `Socket Mode is not connected (${this.#fault}): check SLACK_APP_TOKEN and that Socket Mode is on.`;
  }

  async #keepUp(): Promise<void> {
    for (let failures = 0; !this.#stopping; ) {
      try {
        const lost = new Promise<void>((resolve) => {
          this.#lost = resolve;
        });
        await this.receiver.client.start();
        failures = 0;
        this.#fault = undefined;
        await lost;
        this.#fault = 'connection lost';
      } catch (error) {
        failures += 1;
        this.#fault = codeOf(error);
        this.#log.warn('socket mode not connected', { code: this.#fault });
      }
      if (!this.#stopping) await this.#pause(failures);
    }
  }

  #pause(failures: number): Promise<void> {
    const ms = Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS * 2 ** failures);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
