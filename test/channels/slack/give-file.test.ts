import { expect, it } from 'vitest';
import type { Client } from '../../../src/channels/slack/client.ts';
import { giveFile, uploadHosts } from '../../../src/channels/slack/give-file.ts';

const FILE = { name: 'record-1.html', type: 'text/html', bytes: new Uint8Array([1]) };

it.each([
  ['https://files.slack.com.evil.example/upload/v1/x'],
  ['https://files.slack.com@evil.example/upload/v1/x'],
  ['http://files.slack.com/upload/v1/x'],
  ['http://127.0.0.1:1/upload/v1/x'],
  ['not an address'],
  [undefined],
])('a file goes to Slack’s own host, and not to %s', async (upload_url) => {
  const completed: unknown[] = [];
  const files = {
    getUploadURLExternal: async () => ({ ok: true, upload_url, file_id: 'F1' }),
    completeUploadExternal: async (given: unknown) => completed.push(given),
  };
  const client = { files } as unknown as Client;
  const how = { hosts: uploadHosts(undefined), timeoutMs: 1000 };
  await expect(giveFile(client, 'D1', FILE, how)).rejects.toThrow('upload_url: not of Slack');
  expect(completed).toEqual([]);
});
