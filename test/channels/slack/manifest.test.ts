import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EVENTS } from '../../../src/channels/slack/listeners.ts';
import { slackManifestSchema } from '../../../tools/manifests/slack-schema.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../manifests/slack/${name}`, import.meta.url), 'utf8'));

const http = slackManifestSchema.parse(read('manifest.json'));
const socket = slackManifestSchema.parse(read('manifest-socket-mode.json'));

/** What each Web API method needs, from https://docs.slack.dev/reference/methods. */
const SCOPE: Readonly<Record<string, string | undefined>> = {
  'auth.test': undefined,
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.history': 'im:history',
  'conversations.open': 'im:write',
  'files.completeUploadExternal': 'files:write',
  'files.delete': 'files:write',
  'files.getUploadURLExternal': 'files:write',
  'users.info': 'users:read',
  'users.lookupByEmail': 'users:read.email',
  'views.open': undefined,
  'views.publish': undefined,
  'views.push': undefined,
  'views.update': undefined,
};

/** What each event needs, from https://docs.slack.dev/reference/events. */
const EVENT_SCOPE: Readonly<Record<string, string | undefined>> = {
  app_home_opened: undefined,
  'message.im': 'im:history',
  app_mention: 'app_mentions:read',
};

const source = globSync('src/channels/slack/*.ts')
  .map((name) => readFileSync(name, 'utf8'))
  .join('\n');
const called = [...source.matchAll(/client\.([a-z]+\.[a-zA-Z]+)\(/g)].map(([, method]) => method ?? '');

describe('the Slack manifest', () => {
  it('has the permission for every method that is called, and none that nothing needs', () => {
    expect(new Set(called)).toEqual(new Set(Object.keys(SCOPE)));
    const needed = [
      // users.info gives no e-mail address without it.
      'users:read.email',
      'commands',
      // A file's content is at its url_private, which is no method.
      'files:read',
      ...called.flatMap((method) => SCOPE[method] ?? []),
      ...Object.values(EVENT_SCOPE).flatMap((scope) => scope ?? []),
    ];
    expect(http.oauth_config.scopes.bot).toEqual([...new Set(needed)].sort());
  });

  it('subscribes to every event that is listened for, and no other', () => {
    const events = EVENTS.map((event) => (event === 'message' ? 'message.im' : event));
    expect(new Set(http.settings.event_subscriptions.bot_events)).toEqual(new Set(events));
    expect(Object.keys(EVENT_SCOPE).sort()).toEqual(events.toSorted());
  });

  it('lets people write to the bot, press its buttons and send its forms', () => {
    expect(http.features.app_home).toMatchObject({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(http.settings.interactivity.is_enabled).toBe(true);
    expect(http.features.slash_commands.map(({ command }) => command)).toEqual(['/review']);
  });

  it('has one address for all, which the bot listens on', () => {
    const { features, settings } = http;
    const addresses = [
      ...features.slash_commands.map(({ url }) => url),
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
      // Asked who fits what somebody types where a colleague is looked up.
      settings.interactivity.message_menu_options_url,
    ];
    expect(new Set(addresses)).toEqual(new Set(['https://YOUR-ADDRESS/slack/events']));
    expect(settings.socket_mode_enabled).toBe(false);
  });

  it('is the same for Socket Mode, but for the addresses', () => {
    const withoutAddresses: unknown = JSON.parse(
      JSON.stringify(http, (key, value: unknown) =>
        key === 'url' || key.endsWith('_url') ? undefined : key === 'socket_mode_enabled' ? true : value,
      ),
    );
    expect(socket).toEqual(withoutAddresses);
  });
});
