import type { Socket } from 'node:net';
import { z } from 'zod';

/** The first thing a script says: what it wants done. */
export const requestSchema = z.strictObject({
  command: z.string().max(40),
  input: z.unknown(),
  /** Who runs the script, as they are called on the machine. */
  who: z.string().max(100).exactOptional(),
});
/** What a person answered, or that a file has come; null where nobody is there, and where it has not. */
export const answerSchema = z.strictObject({ answer: z.string().max(10_000).nullable() });
/** What the running bot says to a script, in its order; `end` is the exit code, and the last. */
export const fromBotSchema = z.union([
  z.strictObject({ say: z.string() }),
  z.strictObject({ complain: z.string() }),
  z.strictObject({ ask: z.string() }),
  z.strictObject({ hand: z.strictObject({ name: z.string().max(200), text: z.string() }) }),
  z.strictObject({ progress: z.tuple([z.number(), z.number()]) }),
  z.strictObject({ end: z.number().int().min(0).max(255) }),
]);
export type FromBot = z.infer<typeof fromBotSchema>;

/** The other side said what is none of the above, or far too much. */
export class BadFrame extends Error {}

/** Says one thing to the other side: a line of JSON. To one that has gone it is lost. */
export function sendFrame(socket: Socket, frame: object): void {
  if (socket.writable) socket.write(`${JSON.stringify(frame)}\n`);
}

/**
 * What the other side says, one thing after another, until it hangs up.
 * @param limit in bytes, of one frame.
 * @throws {BadFrame} for what is no JSON, or longer than that.
 */
export async function* framesOf(socket: Socket, limit: number): AsyncGenerator<unknown> {
  let parts: Buffer[] = [];
  let length = 0;
  // Who said what is none of it is still to hear so.
  const chunks: AsyncIterable<Buffer> = socket.iterator({ destroyOnReturn: false });
  for await (const chunk of chunks) {
    let rest = chunk;
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
      yield parsed(Buffer.concat([...parts, rest.subarray(0, at)]));
      parts = [];
      length = 0;
      rest = rest.subarray(at + 1);
    }
    parts.push(rest);
    length += rest.length;
    if (length > limit) throw new BadFrame('too long');
  }
}

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    throw new BadFrame('no JSON');
  }
}
