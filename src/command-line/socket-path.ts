import { join, relative, resolve } from 'node:path';

/** Longer names do not fit into the system's own field for them (104 bytes on macOS, 108 on Linux). */
const LONGEST = 100;

/**
 * Where the running bot listens for commands: a socket in the data folder, so that whoever may write there, and nobody else,
 * may give them. Undefined where there can be none: on Windows, or where the folder's name is too long.
 */
export function socketPath(dataDir: string): string | undefined {
  if (process.platform === 'win32') return undefined;
  const path = join(resolve(dataDir), 'commands', 'socket');
  const shorter = relative(process.cwd(), path);
  return [path, shorter].find((one) => Buffer.byteLength(one) <= LONGEST);
}
