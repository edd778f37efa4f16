import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { inspect } from 'node:util';
import { LRUCache } from 'lru-cache';
import { vi } from 'vitest';
import type { DataKeys } from '../../src/store/lowdb/data-keys.ts';
import { contentOf } from '../../src/store/lowdb/json-file.ts';

/**
 * Every byte of a folder that the program can open with these keys, and every file's name, as one text; of what stands under the name
 * `only` in it, where that is given.
 */
export async function bytesIn(folder: string, keys: DataKeys, only?: string): Promise<string> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (only !== undefined && !`${path}/`.startsWith(`${join(folder, only)}/`)) continue;
    found.push(entry.name);
    if (!entry.isFile() || entry.name === 'lock') continue;
    const raw = await readFile(path);
    found.push(raw.toString('utf8'));
    const from = path.slice(folder.length).split('/');
    const name = [from.at(-2), basename(entry.name, '.json')].join('/');
    for (const called of [name, basename(entry.name, '.json')])
      found.push(Buffer.from(await contentOf(path, called, keys).catch(() => raw)).toString('utf8'));
  }
  return found.join('\n');
}

/** From now on it is known who remembers anything in memory; what is returned reads all that they remember, as one text. */
export function remembering(): () => string {
  const kept = vi.spyOn(LRUCache.prototype, 'set');
  return () =>
    [...new Set(kept.mock.contexts as LRUCache<string, object>[])]
      .map((one) =>
        inspect(
          one.dump().map(([key, { value }]) => [key, value, textIn(value)]),
          WHOLE,
        ),
      )
      .join('\n');
}

const WHOLE = { depth: null, maxArrayLength: null, maxStringLength: null };

/** A file that was sent is bytes, which inspecting shows as numbers. */
const textIn = (value: unknown): string => {
  const bytes = value && typeof value === 'object' && 'bytes' in value ? value.bytes : undefined;
  return bytes instanceof Uint8Array ? Buffer.from(bytes).toString('utf8') : '';
};
