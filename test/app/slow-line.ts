import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterwards } from '../support/afterwards.ts';

/** A line to Teams on which nothing is updated until it is let through. */
export interface SlowLine {
  /** To be given as the service URL. */
  readonly url: string;
  /** Resolves when the bot waits for something to be let through. */
  readonly waiting: Promise<void>;
  letThrough(): void;
}

/** A slow line to the connector at `target`, gone when the test file is done. */
export async function slowLine(target: string): Promise<SlowLine> {
  const waiting = Promise.withResolvers<void>();
  const through = Promise.withResolvers<void>();

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '' } = request;
    if (method === 'PUT') {
      waiting.resolve();
      await through.promise;
    }
    const body = method === 'GET' ? null : Buffer.concat(chunks);
    const answer = await fetch(target + url, {
      method,
      body,
      headers: { 'content-type': 'application/json' },
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  }

  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterwards(async () => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    waiting: waiting.promise,
    letThrough: () => through.resolve(),
  };
}
