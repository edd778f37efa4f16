import { asPicture, download, FileNotRead, LARGEST_FILE, type SentFile } from '../sent-file.ts';
import type { SlackOptions } from './options.ts';

/** What Slack says of a file. */
interface SlackFile {
  readonly name?: string | null | undefined;
  readonly mimetype?: string | null | undefined;
  /** In bytes. */
  readonly size?: number | null | undefined;
  readonly url_private?: string | null | undefined;
}

/** A file as the conversation has it. */
export type FileOf = (file: SlackFile) => SentFile;

const SLACK_FILES = 'files.slack.com';

/** Files are fetched with the bot's token, so from Slack's own host alone (or from where its methods are, in a test). */
export function filesWith({ botToken, apiUrl }: SlackOptions, timeoutMs: number): FileOf {
  const hosts = [SLACK_FILES, ...(apiUrl ? [new URL(apiUrl).hostname] : [])];
  return ({ name, mimetype, size, url_private: url }) => ({
    name: name ?? '',
    ...asPicture(name ?? '', mimetype),
    async read() {
      if (size && size > LARGEST_FILE) throw new FileNotRead('too-large');
      if (!url) throw new FileNotRead('not-given');
      return download({ url, hosts, headers: { authorization: `Bearer ${botToken}` }, timeoutMs });
    },
  });
}
