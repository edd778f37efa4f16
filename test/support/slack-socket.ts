import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What emulate lacks of Socket Mode: a line to the bot, on which Slack delivers and the bot acknowledges. */
export interface SocketServer {
  /** As the workspace's, with `apps.connections.open` for the app token 'xapp-test'. */
  readonly apiUrl: string;
  readonly acknowledged: readonly string[];
  connections(): number;
  deliver(type: string, envelopeId: string, payload: object): void;
  /** Cuts the line. */
  hangUp(): void;
  close(): Promise<void>;
}

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** A text frame from server to client: never masked. */
function frame(text: string): Buffer {
  const body = Buffer.from(text);
  const head =
    body.length < 126
      ? Buffer.from([0x81, body.length])
      : Buffer.from([0x81, 126, body.length >> 8, body.length & 0xff]);
  return Buffer.concat([head, body]);
}

/** The whole frames at the start of `data`, unmasked, and what is left. */
function frames(data: Buffer): { frames: { opcode: number; text: string }[]; rest: Buffer } {
  const found: { opcode: number; text: string }[] = [];
  let rest = data;
  for (;;) {
    if (rest.length < 6) return { frames: found, rest };
    const short = (rest[1] ?? 0) & 0x7f;
    const start = short === 126 ? 4 : 2;
    const length = short === 126 ? rest.readUInt16BE(2) : short;
    if (rest.length < start + 4 + length) return { frames: found, rest };
    const mask = rest.subarray(start, start + 4);
    const body = rest.subarray(start + 4, start + 4 + length).map((byte, at) => byte ^ (mask[at % 4] ?? 0));
    found.push({ opcode: (rest[0] ?? 0) & 0x0f, text: Buffer.from(body).toString() });
    rest = rest.subarray(start + 4 + length);
  }
}

export async function startSocketServer(apiUrl: string): Promise<SocketServer> {
  const acknowledged: string[] = [];
  let line: Socket | undefined;
  let connections = 0;
  let url = '';
  const server = createServer(async (request, response) => {
    const method = (request.url ?? '').replace('/api/', '');
    response.setHeader('content-type', 'application/json');
    if (method === 'apps.connections.open') {
      const good = request.headers.authorization === 'Bearer xapp-test';
      response.end(
        JSON.stringify(
          good ? { ok: true, url: `ws${url.slice(4)}/line` } : { ok: false, error: 'invalid_auth' },
        ),
      );
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const headers = { authorization, 'content-type': type };
    const answer = await fetch(`${apiUrl}${method}`, {
      method: 'POST',
      headers,
      body: Buffer.concat(chunks),
    });
    response.end(await answer.text());
  });
  server.on('upgrade', (request, socket: Socket) => {
    const key = `${request.headers['sec-websocket-key']}${MAGIC}`;
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${createHash('sha1').update(key).digest('base64')}\r\n\r\n`,
    );
    connections += 1;
    line = socket;
    let data: Buffer = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      const read = frames(Buffer.concat([data, chunk]));
      data = read.rest;
      for (const { opcode, text } of read.frames) {
        if (opcode === 8) socket.end(Buffer.from([0x88, 0]));
        if (opcode === 1) acknowledged.push((JSON.parse(text) as { envelope_id: string }).envelope_id);
      }
    });
    socket.write(frame(JSON.stringify({ type: 'hello' })));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    apiUrl: `${url}/api/`,
    acknowledged,
    connections: () => connections,
    deliver: (type, envelope_id, payload) =>
      void line?.write(frame(JSON.stringify({ type, envelope_id, payload, accepts_response_payload: true }))),
    hangUp: () => void line?.destroy(),
    async close() {
      line?.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
