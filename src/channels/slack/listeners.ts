import { App, type Receiver } from '@slack/bolt';
import type { PlainTextOption } from '@slack/types';
import { sdkLog } from './client.ts';
import { codeOf } from './faults.ts';
import type { Inbox } from './inbox.ts';
import type { SlackOptions } from './options.ts';
import type { Searches } from './searches.ts';
import type { Team } from './team.ts';

/** The events the bot listens for; the manifest subscribes to them (`message` there as `message.im`). */
export const EVENTS = ['message', 'app_mention', 'app_home_opened'] as const;

/**
 * Hands everything that comes to `receiver` to the inbox, having told Slack that it came; but a sent form's window is
 * told by the inbox, when it knows what became of it; and a search is told who fits. `counted` is given all work in hand. What says that it is of another
 * workspace than the bot is in, or of none, goes no further.
 */
export function listen(
  receiver: Receiver,
  options: SlackOptions,
  team: Pick<Team, 'isOther'>,
  { inbox, searches }: { readonly inbox: Inbox; readonly searches: Searches },
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
  const isOther = async (from: string | undefined) => {
    const other = await team.isOther(from);
    if (other) options.log.warn('of another workspace');
    return other;
  };
  const ours = (from: string | undefined, work: () => Promise<void>): Promise<void> =>
    counted(isOther(from).then((other) => (other ? undefined : work())));
  for (const event of EVENTS) app.event(event, ({ body }) => ours(body.team_id, () => take[event](body)));
  app.shortcut(/^/, async ({ ack, body }) => {
    await ack();
    await ours(body.team?.id, () => inbox.shortcut(body));
  });
  // Whatever the command is called there: a workspace may have another /review.
  app.command(/^\//, async ({ ack, body }) => {
    await ack();
    await ours(body.team_id, () => inbox.command(body));
  });
  app.action({ type: 'block_actions' }, async ({ ack, body }) => {
    await ack();
    await ours(body.team?.id, () => inbox.press(body));
  });
  app.options<'block_suggestion'>(/^/, async ({ ack, body }) => {
    let options: PlainTextOption[] = [];
    await ours(body.team?.id, async () => {
      options = await searches.answer(body);
    });
    await ack({ options });
  });
  app.view({ type: 'view_submission' }, ({ ack, body }) =>
    counted(
      isOther(body.team?.id).then((other) =>
        other ? ack() : inbox.submission(body, (answer) => (answer ? ack(answer) : ack())),
      ),
    ),
  );
}
