import { startServer } from '../../src/app/http.ts';
import { slackChannel } from '../../src/channels/slack/slack.ts';
import { BYSTANDER, SENCO, STRANGER } from '../../test/support/builders.ts';
import { testClock } from '../../test/support/clock.ts';
import { contactsInMemory } from '../../test/support/contacts-in-memory.ts';
import { World } from '../../test/support/matrix.ts';
import {
  commandOf,
  deliverEvent,
  deliverForm,
  deliverInteraction,
  eventOf,
  unique,
} from '../../test/support/slack-delivery.ts';
import { startSlackWorkspace } from '../../test/support/slack-workspace.ts';
import { attemptsOn, type Held, holds, knownOf } from './door.ts';
import { mutated, randomFrom } from './mutations.ts';

/**
 * Commands, events, presses and windows at the door for Slack, some signed by Slack for a colleague who was asked nothing or somebody of
 * the workspace on no list, some for the SENCO with a signature that does not hold.
 */
export async function slackDoor(payloads: number, seed: number): Promise<Held> {
  const workspace = await startSlackWorkspace({ people: [BYSTANDER, STRANGER, SENCO] });
  const { teamId } = workspace;
  const world = new World(undefined, { slackTeamId: teamId });
  const all = await attemptsOn(world);
  const log = () => undefined;
  const channel = slackChannel({
    botToken: workspace.botToken,
    signingSecret: workspace.signingSecret,
    apiUrl: workspace.apiUrl,
    clock: testClock(),
    log: { info: log, warn: log, error: log },
    contacts: contactsInMemory(),
  });
  const server = await startServer({ host: '127.0.0.1', port: 0, routes: channel.routes, health: {} });
  await channel.start(world.turn());
  const bot = { url: server.url, workspace };
  const [random, known] = [randomFrom(seed), knownOf(world)];
  const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)] as T;
  const people = [BYSTANDER, STRANGER].map((email) => workspace.userId(email));

  const pressOf = (user: string, data: object) => ({
    type: 'block_actions',
    user: { id: user, team_id: teamId },
    team: { id: teamId },
    trigger_id: unique(),
    channel: { id: workspace.channel },
    container: { type: 'message', message_ts: '1.1', channel_id: workspace.channel },
    actions: [
      {
        type: 'button',
        action_id: 'press-0',
        block_id: 'b',
        action_ts: unique(),
        value: JSON.stringify(data),
      },
    ],
  });
  const windowOf = (user: string, data: object) => ({
    type: 'view_submission',
    user: { id: user, team_id: teamId },
    team: { id: teamId },
    trigger_id: unique(),
    view: {
      id: 'V1',
      type: 'modal',
      hash: '1',
      callback_id: 'card',
      private_metadata: JSON.stringify({ send: data, origin: { channel: workspace.channel } }),
      state: { values: { why: { why: { type: 'plain_text_input', value: 'x' } } } },
    },
  });
  const shortcutOf = (user: string, words: string) => ({
    type: 'message_action',
    callback_id: 'action',
    trigger_id: unique(),
    user: { id: user, team_id: teamId },
    team: { id: teamId },
    channel: { id: workspace.channel },
    message: { type: 'message', user, text: words, ts: '1.1' },
    response_url: workspace.responseUrl(user, workspace.channel),
  });

  /** What comes of a payload, made strange but for whose it is: that is Slack's to say. */
  const strange = <T extends object>(payload: T, kept: object): T =>
    Object.assign(mutated(structuredClone(payload), random, known), kept);

  try {
    return await holds('Slack', payloads, world, () => {
      const outside = random() < 0.2;
      const user = outside ? workspace.userId(SENCO) : pick(people);
      const signed = outside ? pick([{ secret: 'another-secret-of-32-characters' }, { skew: -3_600 }]) : {};
      const said = pick(all);
      const words = said.kind === 'text' ? said.text : JSON.stringify(said.data);
      const data = said.kind === 'press' ? said.data : { do: words };
      const ways = [
        () => {
          const fields = strange(commandOf(workspace, user, words), { user_id: user });
          const texts = Object.entries(fields).map(([key, one]) => [
            key,
            typeof one === 'string' ? one : JSON.stringify(one),
          ]);
          return [fields, () => deliverForm(bot, Object.fromEntries(texts), signed)] as const;
        },
        () => {
          const type = pick(['message', 'app_mention', 'app_home_opened']);
          const event = { type, user, text: words, channel: 'D1', channel_type: 'im', tab: 'home' };
          const payload = strange(eventOf(workspace, event), {});
          if (payload.event && typeof payload.event === 'object') Object.assign(payload.event, { user });
          return [payload, () => deliverEvent(bot, payload, signed)] as const;
        },
        ...[pressOf(user, data), windowOf(user, data), shortcutOf(user, words)].map((one) => () => {
          const payload = strange(one, { user: { id: user, team_id: teamId } });
          return [payload, () => deliverInteraction(bot, payload, signed)] as const;
        }),
      ];
      const [payload, send] = pick(ways)();
      return {
        payload,
        knock: async () => {
          const called = workspace.calls.length;
          const response = await send();
          const text = await response.text();
          if (outside && response.status < 400)
            return { status: 599, out: 'it was taken without a signature' };
          // What Slack is told afterwards belongs to this payload or the next: all of it is looked at.
          return { status: response.status, out: text + JSON.stringify(workspace.calls.slice(called)) };
        },
      };
    });
  } finally {
    await Promise.all([server.stop(1_000), channel.stop()]);
    await workspace.close();
  }
}
