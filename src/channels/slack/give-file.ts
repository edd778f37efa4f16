import type { PrivateFile } from '../private-file.ts';
import { LOOPBACK_HOSTS } from '../sent-file.ts';
import type { Client } from './client.ts';

/** Where Slack takes files. */
const UPLOAD_HOST = 'files.slack.com';

/** The hosts files may go to: Slack's; or, where its methods are on this machine (in a test), this machine. */
export function uploadHosts(apiUrl: string | undefined): readonly string[] {
  const host = apiUrl ? new URL(apiUrl).hostname : UPLOAD_HOST;
  return LOOPBACK_HOSTS.includes(host) ? LOOPBACK_HOSTS : [host];
}

/**
 * Uploads a file into a private chat, by the three calls that Slack's `files.uploadV2` stands for: made one by one, so that the file goes
 * to Slack's own host alone, each once and within `timeoutMs`.
 * @throws Slack's own errors; Error where the address it gives is another's, or the file is not taken there.
 */
export async function giveFile(
  client: Client,
  channel: string,
  { name, type, bytes, stands }: PrivateFile,
  { hosts, timeoutMs }: { readonly hosts: readonly string[]; readonly timeoutMs: number },
): Promise<void> {
  const { upload_url: url = '', file_id: id = '' } = await client.files.getUploadURLExternal({
    filename: name,
    length: bytes.length,
  });
  if (!mayUpload(url, hosts)) throw new Error('upload_url: not of Slack');
  // Before a byte of it is there: whatever comes then, it can be removed.
  await stands?.({ file: id });
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': type },
    body: Buffer.from(bytes),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error(`upload_url: ${response.status}`);
  await response.body?.cancel();
  await client.files.completeUploadExternal({ files: [{ id, title: name }], channel_id: channel });
}

function mayUpload(url: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  if (username !== '' || password !== '' || !hosts.includes(hostname)) return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK_HOSTS.includes(hostname));
}
