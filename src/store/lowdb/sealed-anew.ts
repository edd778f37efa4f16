import type { DataKeys } from './data-keys.ts';
import { KeyMissing, keyOf, opened, sealed } from './sealed.ts';
import { Unreadable } from './unreadable.ts';

/** Which files are encrypted anew: those that never were, or those with an older key, too. */
export type Which = 'plain' | 'plain-or-older';

/** What a file is to hold instead, or the key it takes, which was not given; nothing, where it stays as it is. */
type Anew = { readonly content?: string | Uint8Array } | { readonly needs: string };

/**
 * What the file called `name`, which holds `bytes`, is to hold from now on. One that is damaged stays as it is where it was
 * encrypted; where it never was, it is encrypted with its damage, since there may be a child in it all the same.
 */
export function writtenAnew(bytes: Uint8Array, name: string, keys: DataKeys, which: Which): Anew {
  const found = jsonIn(bytes);
  try {
    const key = keyOf(found);
    if (key === undefined) return { content: sealed(bytes, name, keys) };
    if (which === 'plain' || key === keys.current?.id) return {};
    const within = opened(found, keys);
    // A file of another name keeps its own: else one that was moved would pass for what it was moved to.
    return within ? { content: sealed(within.content, within.name, keys) } : {};
  } catch (error) {
    if (error instanceof KeyMissing) return { needs: error.key };
    if (error instanceof Unreadable) return {};
    throw error;
  }
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
