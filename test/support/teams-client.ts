import { type FakeConnector, type FakeMember, inAnHour } from './fake-connector.ts';

/** What the bot answered one delivery with. */
interface Delivered {
  readonly status: number;
  readonly text: string;
}

/** A Teams client of the fake connector: people speak, press and install, and Teams delivers it, signed. */
export interface TeamsClient {
  /** Delivers an activity; `token` replaces the right one, '' sends none. */
  deliver(activity: object, token?: string): Promise<Delivered>;
  /** An activity of somebody's in their 1:1 chat; `given` replaces its parts. */
  activity(who: FakeMember, given?: object): Record<string, unknown>;
  says(who: FakeMember, text: string, given?: object): Promise<Delivered>;
  /** Presses a button with `send`, with what stands in the inputs, on the message `on`. */
  presses(who: FakeMember, on: string, send: object, inputs?: object): Promise<Delivered>;
  executes(who: FakeMember, on: string, send: object, inputs?: object): Promise<Delivered>;
  installs(who: FakeMember, given?: object): Promise<Delivered>;
}

export function teamsClient(connector: FakeConnector, botUrl: string): TeamsClient {
  let count = 0;
  const signed = () => connector.token({ exp: inAnHour() });

  const deliver: TeamsClient['deliver'] = async (activity, token) => {
    const response = await fetch(`${botUrl}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(token === '' ? {} : { authorization: `Bearer ${token ?? (await signed())}` }),
      },
      body: JSON.stringify(activity),
    });
    return { status: response.status, text: await response.text() };
  };

  const activity: TeamsClient['activity'] = (who, given = {}) => {
    count += 1;
    return {
      type: 'message',
      id: `a${count}`,
      channelId: 'msteams',
      serviceUrl: connector.url,
      timestamp: '2026-11-10T10:00:00.000Z',
      from: { id: who.id, name: who.name ?? '' },
      recipient: { id: `28:${connector.appId}`, name: 'SEND reviews' },
      conversation: {
        id: `chat:${who.id}`,
        conversationType: 'personal',
        tenantId: connector.tenantId,
      },
      channelData: { tenant: { id: connector.tenantId } },
      ...given,
    };
  };

  return {
    deliver,
    activity,
    says: (who, text, given = {}) => deliver(activity(who, { text, ...given })),
    presses: (who, on, send, inputs = {}) =>
      deliver(activity(who, { replyToId: on, value: { send, ...inputs } })),
    executes: (who, on, send, inputs = {}) =>
      deliver(
        activity(who, {
          type: 'invoke',
          name: 'adaptiveCard/action',
          replyToId: on,
          value: {
            action: { type: 'Action.Execute', verb: 'send', data: { send, ...inputs } },
            trigger: 'manual',
          },
        }),
      ),
    installs: (who, given = {}) =>
      deliver(activity(who, { type: 'installationUpdate', action: 'add', ...given })),
  };
}

/** An activity in a team's channel (or, with a type, in a group chat) that mentions the bot. */
export function inChannel(team = 'team-1', conversationType = 'channel'): object {
  return {
    conversation: {
      id: '19:channel@thread.tacv2;messageid=1',
      conversationType,
      isGroup: true,
      tenantId: 'school-tenant',
    },
    channelData: {
      tenant: { id: 'school-tenant' },
      ...(conversationType === 'channel' ? { team: { id: team } } : {}),
    },
  };
}
