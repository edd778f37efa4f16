import { describe, expect, it } from 'vitest';
import { bodyIn, isTaken } from '../../../src/channels/slack/body.ts';

const json = (body: object) => bodyIn('application/json', Buffer.from(JSON.stringify(body)));
const form = (fields: Record<string, string>) =>
  bodyIn('application/x-www-form-urlencoded', Buffer.from(new URLSearchParams(fields).toString()));
const interaction = (payload: object) => form({ payload: JSON.stringify(payload) });
const taken = (body: ReturnType<typeof bodyIn>) => body && isTaken(body);

describe('what Slack delivers', () => {
  it.each([
    ['a message', json({ event: { type: 'message' } })],
    ['a mention', json({ event: { type: 'app_mention' } })],
    ['somebody who opens the bot', json({ event: { type: 'app_home_opened' } })],
    ['a command, whatever a workspace calls it', form({ command: '/send-review', text: 'due' })],
    ['a button', interaction({ type: 'block_actions', actions: [{}] })],
    ['a search', interaction({ type: 'block_suggestion', action_id: 'who' })],
    ['a shortcut', interaction({ type: 'shortcut', callback_id: 'mine' })],
    ['a shortcut on a message', interaction({ type: 'message_action', callback_id: 'action' })],
    ['a window', interaction({ type: 'view_submission', view: {} })],
    ['its question whether the address is ours', json({ type: 'url_verification', challenge: 'x' })],
    ['its look whether we can be reached', form({ ssl_check: '1' })],
  ])('is taken: %s', (_, body) => {
    expect(taken(body)).toBe(true);
  });

  // Bolt holds each of them for three seconds, in case somebody takes it after all.
  it.each([
    ['another event', json({ event: { type: 'reaction_added' } })],
    [
      'an event with the marks of a button',
      json({ event: { type: 'x' }, type: 'block_actions', actions: [{}] }),
    ],
    ['a command without its stroke', form({ command: 'review', text: 'due' })],
    ['a button of another kind of message', interaction({ type: 'interactive_message', actions: [{}] })],
    ['a search of no input', interaction({ type: 'block_suggestion' })],
    ['a shortcut of no name', interaction({ type: 'shortcut' })],
    ['a window that was closed', interaction({ type: 'view_closed', view: {} })],
    ['nothing', json({})],
  ])('is refused at once: %s', (_, body) => {
    expect(taken(body)).toBe(false);
  });
});
