import { createHash } from 'node:crypto';

/** A key that documents are encrypted with. */
export interface DataKey {
  /** What the key is called, in each document it encrypted and in what is said of it: it does not give the key away. */
  readonly id: string;
  /** 32 bytes. */
  readonly secret: Uint8Array;
}

/** The keys a data folder is opened with. */
export interface DataKeys {
  /** What is written is encrypted with this one; where there is none it is written as it is. */
  readonly current?: DataKey;
  /** What was written before may be encrypted with these, too. */
  readonly older: readonly DataKey[];
}

/** Nothing is encrypted. */
export const NO_KEYS: DataKeys = { older: [] };

const BYTES = 32;
const BASE64 = /^[A-Za-z0-9+/_-]{43}=?$/;
/** What a key's id looks like. */
export const KEY_ID = /^[0-9a-f]{8}$/;

/** A key from how it is written: 32 bytes in base64, of either alphabet. Undefined where the text is none. */
export function readKey(text: string): DataKey | undefined {
  if (!BASE64.test(text)) return undefined;
  const secret = Buffer.from(text, 'base64');
  if (secret.length !== BYTES) return undefined;
  const id = createHash('sha256').update('send-review-bot data key\n').update(secret).digest('hex');
  return { id: id.slice(0, 8), secret };
}

/** The key of that id among those given. */
export function keyCalled(id: string, { current, older }: DataKeys): DataKey | undefined {
  return [...(current ? [current] : []), ...older].find((key) => key.id === id);
}
