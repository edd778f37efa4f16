import { z } from 'zod';
import { asPicture, download, FileNotRead, type SentFile } from '../sent-file.ts';

/** What stands beside a message: a file, a picture, or what was typed once more as HTML. */
interface Attachment {
  readonly contentType?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly content?: unknown;
}

/** An attachment as the conversation has it; undefined for one that is no file. */
export type FileOf = (attachment: Attachment) => SentFile | undefined;

const FILE = 'application/vnd.microsoft.teams.file.download.info';
/** Where OneDrive and SharePoint keep what is sent in a chat. */
const FILE_HOSTS = ['.sharepoint.com'];
const content = z.looseObject({ downloadUrl: z.string() });

/** Files are fetched from an address that is good for a few minutes and needs no token, so the bot's own goes nowhere. */
export function filesFrom(hosts: readonly string[] = FILE_HOSTS, timeoutMs: number): FileOf {
  return ({ contentType, name, content: given }) => {
    if (contentType !== FILE && !contentType?.startsWith('image/')) return undefined;
    return {
      name: name ?? '',
      ...asPicture(name ?? '', contentType),
      async read() {
        const { data } = content.safeParse(given);
        if (!data || contentType !== FILE) throw new FileNotRead('not-given');
        return download({ url: data.downloadUrl, hosts, timeoutMs });
      },
    };
  };
}
