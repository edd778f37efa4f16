import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type DataKey, type DataKeys, KEY_ID, keyCalled } from './data-keys.ts';
import { Unreadable } from './unreadable.ts';

/*
 * How what is stored is encrypted: a file holds JSON that says so, which key it takes, and what the file is called. The name is
 * bound to what is encrypted, so that a file put under another name is found out. A key is random, and so is each file's vector:
 * 96 bits are enough for the thousands of millions of writes that the cipher's rules allow under one key.
 */

const CIPHER = 'aes-256-gcm';
const VECTOR_BYTES = 12;
const TAG_BYTES = 16;

const envelopeSchema = z.strictObject({
  encrypted: z.literal('AES-256-GCM'),
  key: z.string().regex(KEY_ID),
  name: z.string(),
  vector: z.base64(),
  tag: z.base64(),
  content: z.base64(),
});
type Envelope = z.infer<typeof envelopeSchema>;

/** A file is encrypted with a key that was not given. */
export class KeyMissing extends Error {
  readonly key: string;

  constructor(key: string) {
    super(`encrypted with the data key ${key}`);
    this.key = key;
  }
}

/** What was in an encrypted file. */
interface Opened {
  /** What the file was called when it was written. */
  readonly name: string;
  readonly content: Uint8Array;
}

/**
 * `content` as it stands in the file called `name` ("pupils/abc", "old-ids"): encrypted, where there is a key to do so with.
 */
export function sealed(
  content: string | Uint8Array,
  name: string,
  { current }: DataKeys,
): string | Uint8Array {
  return current ? sealedWith(current, content, name) : content;
}

function sealedWith(key: DataKey, content: string | Uint8Array, name: string): string {
  const vector = randomBytes(VECTOR_BYTES);
  const cipher = createCipheriv(CIPHER, key.secret, vector, { authTagLength: TAG_BYTES });
  cipher.setAAD(boundTo(key.id, name));
  const hidden = Buffer.concat([cipher.update(content), cipher.final()]);
  const envelope: Envelope = {
    encrypted: 'AES-256-GCM',
    key: key.id,
    name,
    vector: vector.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    content: hidden.toString('base64'),
  };
  return `${JSON.stringify(envelope)}\n`;
}

// Neither can hold a line's end, so no two pairs look the same.
const boundTo = (key: string, name: string) => Buffer.from(`${key}\n${name}`);

/** The id of the key that a file's JSON says it is encrypted with; undefined where it says nothing of the kind. */
export function keyOf(found: unknown): string | undefined {
  if (!saysSo(found)) return undefined;
  const envelope = envelopeSchema.safeParse(found);
  if (envelope.success) return envelope.data.key;
  throw new Unreadable({ what: 'is encrypted, and not whole' });
}

// Nothing else that is stored has this field.
const saysSo = (found: unknown): boolean =>
  typeof found === 'object' && found !== null && Object.hasOwn(found, 'encrypted');

/**
 * Opens what a file's JSON holds. Undefined: it is not encrypted.
 * @throws {KeyMissing} it takes another key; {Unreadable} it was changed since, or is torn.
 */
export function opened(found: unknown, keys: DataKeys): Opened | undefined {
  const id = keyOf(found);
  if (id === undefined) return undefined;
  const { name, vector, tag, content } = envelopeSchema.parse(found);
  const key = keyCalled(id, keys);
  if (!key) throw new KeyMissing(id);
  try {
    const decipher = createDecipheriv(CIPHER, key.secret, Buffer.from(vector, 'base64'), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(boundTo(id, name)).setAuthTag(Buffer.from(tag, 'base64'));
    return { name, content: Buffer.concat([decipher.update(content, 'base64'), decipher.final()]) };
  } catch {
    throw new Unreadable({ what: 'was changed after it was encrypted' });
  }
}
