/** The most a file may hold that somebody sends: ten megabytes. */
export const LARGEST_FILE = 10 * 1024 * 1024;

/** A file somebody sent. What is in it is fetched only when it is asked for, and kept nowhere. */
export interface SentFile {
  /** As the person has it; it may name a child. */
  readonly name: string;
  /** Whether it is a picture, as far as the chat or its name says. */
  readonly picture?: boolean;
  /** What is in it. @throws {FileNotRead} */
  read(): Promise<Uint8Array>;
}

const PICTURES = /\.(?:png|jpe?g|gif|heic|heif|webp|bmp|tiff?|svg)$/i;

/** `picture` of a file of this name, and of this type where the chat says one. */
export const asPicture = (name: string, type?: string | null): Pick<SentFile, 'picture'> =>
  type?.startsWith('image/') || PICTURES.test(name) ? { picture: true } : {};

// Reports, letters, recordings and messages, as their names say: no records system exports a list of pupils as one.
const NEVER_A_LIST = /\.(?:docx?|odt|rtf|pages|pdf|pptx?|mp[34]|m4a|mov|wav|eml|msg)$/i;

/** Whether it may be a list of pupils: no picture, and no report or recording, as far as the chat or its name says. */
export const mayBeList = ({ name, picture }: SentFile): boolean => !picture && !NEVER_A_LIST.test(name);

/** A file could not be fetched: it is too large, or the chat does not give it. */
export class FileNotRead extends Error {
  readonly why: 'too-large' | 'not-given';
  constructor(why: 'too-large' | 'not-given') {
    super(`file not read: ${why}`);
    this.why = why;
  }
}

/** Where a file may be fetched from. */
export interface Download {
  readonly url: string;
  /** The hosts it may be on; one that begins with a dot stands for all below it. Only loopback ones may do without TLS. */
  readonly hosts: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly timeoutMs: number;
}

/** This machine, as a URL names it: where a chat's server is in a test, and the Playground. */
export const LOOPBACK_HOSTS: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

function allowed(url: string, hosts: readonly string[]): URL | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed) return undefined;
  const { hostname, protocol } = parsed;
  const listed = hosts.some((host) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host));
  const safe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK_HOSTS.includes(hostname));
  return listed && safe ? parsed : undefined;
}

/**
 * Fetches a file from the chat's own host, following no redirects, up to `LARGEST_FILE` bytes.
 * @throws {FileNotRead}
 */
export async function download({ url, hosts, headers = {}, timeoutMs }: Download): Promise<Uint8Array> {
  const from = allowed(url, hosts);
  if (!from) throw new FileNotRead('not-given');
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(from, { headers, redirect: 'error', signal });
    if (!response.ok || !response.body) throw new FileNotRead('not-given');
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > LARGEST_FILE) throw new FileNotRead('too-large');
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof FileNotRead ? error : new FileNotRead('not-given');
  }
  return Buffer.concat(chunks);
}
