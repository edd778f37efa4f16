import { App, type Receiver } from '@slack/bolt';
import { sdkLog } from './client.ts';
import { codeOf } from './faults.ts';
import type { Inbox } from './inbox.ts';
import type { SlackOptions } from './options.ts';

/** The events the bot listens for; the manifest subscribes to them (`message` there as `message.im`). */
export const EVENTS = ['message', 'app_mention', 'app_home_opened'] as const;

/**
 * Hands everything that comes to `receiver` to the inbox, having told Slack that it came; but a sent form's window is
 * told by the inbox, when it knows what became of it. `counted` is given all work in hand.
 */
export function listen(
  receiver: Receiver,
  options: SlackOptions,
  inbox: Inbox,
  counted: (work: Promise<void>) => Promise<void>,
): void {
  const take: Readonly<Record<(typeof EVENTS)[number], (body: unknown) => Promise<void>>> = {
    message: (body) => inbox.event(body),
    app_mention: (body) => inbox.event(body),
    app_home_opened: (body) => inbox.opened(body),
  };
  const app = new App({
    receiver,
    // Who the bot itself is makes no difference to the inbox, so nothing is asked of Slack here.
    authorize: async () => ({ botToken: options.botToken }),
    ignoreSelf: false,
    convoStore: false,
    logger: sdkLog(options.log),
  });
  app.error(async (error) => {
    options.log.error('slack listener failed', { code: codeOf(error.original ?? error) });
    // Swallowed here, Slack would never be answered, and would not deliver it again.
    throw error;
  });
  for (const event of EVENTS) app.event(event, ({ body }) => counted(take[event](body)));
  app.shortcut(/^/, async ({ ack, body }) => {
    await ack();
    await counted(inbox.shortcut(body));
  });
  // Whatever the command is called there: a workspace may have another /review.
  app.command(/^\//, async ({ ack, body }) => {
    await ack();
    await counted(inbox.command(body));
  });
  app.action({ type: 'block_actions' }, async ({ ack, body }) => {
    await ack();
    await counted(inbox.press(body));
  });
  app.view({ type: 'view_submission' }, ({ ack, body }) =>
    counted(inbox.submission(body, (answer) => (answer ? ack(answer) : ack()))),
  );
}
