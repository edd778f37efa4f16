import { createEmulator, type Emulator } from 'emulate';

export const BOT_TOKEN = 'xoxb-test-bot';
/** For what Slack itself does, and what tests look at. */
export const SLACK_TOKEN = 'xoxp-test-slack-itself';
const SCOPES = [
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'im:history',
  'im:write',
  'users:read',
  'users:read.email',
  'app_mentions:read',
];

/** emulate's Slack, with these people by e-mail address, and the bot installed with the manifest's scopes. */
export function startEmulator(people: readonly string[]): Promise<Emulator> {
  return createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        team: { name: 'Test school' },
        users: people.map((email) => ({ name: email.replaceAll(/\W/g, '-'), real_name: email, email })),
        channels: [{ name: 'staffroom' }],
        oauth_apps: [
          {
            app_id: 'A1',
            client_id: 'c',
            client_secret: 's',
            name: 'bot',
            redirect_uris: [],
            bot_id: 'B1',
            bot_user_id: 'UBOT',
            bot_name: 'bot',
          },
        ],
        tokens: [
          {
            token: BOT_TOKEN,
            type: 'bot',
            user_id: 'UBOT',
            app_id: 'A1',
            bot_id: 'B1',
            bot_user_id: 'UBOT',
            scopes: SCOPES,
          },
          { token: SLACK_TOKEN, type: 'test', user_id: 'U000000001', app_id: 'A1', bot_id: 'B1' },
        ],
        strict_scopes: true,
      },
    },
  });
}
