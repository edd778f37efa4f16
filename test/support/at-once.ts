import * as disk from 'node:fs';
import type { Files } from '../../src/store/lowdb/files.ts';

/**
 * The file system, asked without waiting and never to flush: where a test is not about disks, most of what a write
 * takes is its way through Node's threads and back.
 */
export const AT_ONCE: Files = {
  async open(path, flags, mode) {
    // A folder is only ever opened to be flushed.
    if (flags === 'r')
      return { writeFile: async () => undefined, sync: async () => undefined, close: async () => undefined };
    const file = disk.openSync(path, flags, mode);
    return {
      writeFile: async (content) => disk.writeFileSync(file, content),
      sync: async () => undefined,
      close: async () => disk.closeSync(file),
    };
  },
  rename: async (from, to) => disk.renameSync(from, to),
  rm: async (path, options) => disk.rmSync(path, options),
  mkdir: async (path, options) => disk.mkdirSync(path, options),
};
