import { describe, expect, it } from 'vitest';
import { download, FileNotRead, LARGEST_FILE } from '../../src/channels/sent-file.ts';
import { startFileHost } from '../support/file-host.ts';

const here = { hosts: ['127.0.0.1'], timeoutMs: 5_000 };
const why = async (work: Promise<unknown>) => {
  const error = await work.catch((reason: unknown) => reason);
  return error instanceof FileNotRead ? error.why : error;
};

describe('a file that somebody sent', () => {
  it('is fetched to the byte, with what the chat asks for', async () => {
    const host = await startFileHost();
    const bytes = Uint8Array.from({ length: 70_000 }, (_, n) => n % 256);
    const headers = { authorization: 'Bearer of-the-bot' };
    expect(await download({ ...here, url: host.keep(bytes), headers })).toEqual(Buffer.from(bytes));
    expect(host.authorizations).toEqual(['Bearer of-the-bot']);
  });

  it('may have ten megabytes and no more, whatever its size was said to be', async () => {
    const host = await startFileHost();
    const whole = await download({ ...here, url: host.keep(new Uint8Array(LARGEST_FILE)) });
    expect(whole).toHaveLength(LARGEST_FILE);
    expect(await why(download({ ...here, url: host.keep(new Uint8Array(LARGEST_FILE + 1)) }))).toBe(
      'too-large',
    );
  });

  it.each([
    ['another host', 'http://127.0.0.1:9/a', ['files.slack.com']],
    ['a host that ends like the chat’s', 'https://evilsharepoint.com/a', ['.sharepoint.com']],
    ['the chat’s host in the user’s place', 'https://files.slack.com@evil.example/a', ['files.slack.com']],
    ['no TLS', 'http://files.slack.com/a', ['files.slack.com']],
    ['another scheme', 'file:///etc/passwd', ['127.0.0.1']],
    ['no address', 'not an address', ['127.0.0.1']],
    ['nobody there', 'http://127.0.0.1:9/a', ['127.0.0.1']],
  ])('is not fetched from %s', async (_what, url, hosts) => {
    expect(await why(download({ url, hosts, timeoutMs: 2_000 }))).toBe('not-given');
  });

  it('is not followed to where the chat’s host sends on, nor taken from an error', async () => {
    const host = await startFileHost();
    const url = host.keep('elsewhere');
    expect(await why(download({ ...here, url: url.replace(/file-1$/, 'moved') }))).toBe('not-given');
    expect(await why(download({ ...here, url: url.replace(/file-1$/, 'gone') }))).toBe('not-given');
    expect(host.authorizations).toHaveLength(2);
  });
});
