import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { readBody, sendJson } from '../../app/http.ts';

const LIMIT = 256 * 1024;

/** Why a request is refused: the status it is answered with, and a sentence for the page. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

const isLoopbackAddress = (address: string | undefined) =>
  address === '::1' || /^(::ffff:)?127\./.test(address ?? '');
const isLoopbackHost = (host: string | undefined) =>
  /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i.test(host ?? '');

/**
 * Anyone who reaches the sandbox may be any of its people, so only this machine reaches it: no other machine, no name
 * that somebody else's DNS points here, and nothing that another site's page sends from this machine's browser.
 * @throws {Refused}
 */
function checkSource(request: IncomingMessage): void {
  const { host, origin } = request.headers;
  if (!isLoopbackAddress(request.socket.remoteAddress) || !isLoopbackHost(host)) {
    throw new Refused(403, 'The sandbox can only be opened on the machine it runs on, at its own address.');
  }
  const own = origin === `http://${host}`;
  const needed = request.method === 'POST' || origin !== undefined;
  if (needed && !own) throw new Refused(403, 'The sandbox only answers its own page.');
}

/** Guards a handler: what comes from elsewhere, or is refused inside, is answered with the sentence why. */
export function guarded(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void,
) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      checkSource(request);
      await handle(request, response);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      sendJson(response, error.status, { error: error.message });
    }
  };
}

/**
 * The JSON body of a request, checked.
 * @throws {Refused} when it isn't JSON, or not what `schema` wants; {BodyTooLarge} over `limit` bytes (256 KB).
 */
export async function readJson<Schema extends z.ZodType>(
  request: IncomingMessage,
  schema: Schema,
  limit = LIMIT,
): Promise<z.infer<Schema>> {
  // Another site's page can't send this type without asking first, and is never told yes.
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw new Refused(415, 'Only application/json is taken here.');
  }
  const body = await readBody(request, limit);
  const parsed = schema.safeParse(parseJson(body.toString('utf8')));
  if (!parsed.success) throw new Refused(400, 'That is not something this page sends.');
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
