import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterwards } from './afterwards.ts';

/** Where a chat keeps the files that people send. */
export interface FileHost {
  /** Keeps a file; resolves to its address. */
  keep(content: string | Uint8Array): string;
  /** An address at which a file can be put, and what was put there last. */
  readonly drop: {
    readonly url: string;
    readonly content: string | undefined;
    readonly range: string | undefined;
  };
  /** The `authorization` of each request, in order. */
  readonly authorizations: readonly (string | undefined)[];
}

/** A host for files on this machine, gone at the end of the test. */
export async function startFileHost(): Promise<FileHost> {
  const kept = new Map<string, string | Uint8Array>();
  const authorizations: (string | undefined)[] = [];
  let dropped: { content: string; range: string | undefined } | undefined;
  const server = createServer((request, response) => {
    if (request.method === 'PUT' && request.url === '/drop') {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      return void request.on('end', () => {
        const range = request.headers['content-range'];
        dropped = { content: Buffer.concat(chunks).toString(), range };
        response.writeHead(201).end();
      });
    }
    authorizations.push(request.headers.authorization);
    const content = kept.get(request.url ?? '');
    if (request.url === '/moved') response.writeHead(302, { location: '/file-1' }).end();
    else if (content === undefined) response.writeHead(404).end();
    else response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterwards(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    authorizations,
    get drop() {
      return { url: `${url}/drop`, content: dropped?.content, range: dropped?.range };
    },
    keep(content) {
      const path = `/file-${kept.size + 1}`;
      kept.set(path, content);
      return url + path;
    },
  };
}
