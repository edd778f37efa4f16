import type { Files } from '../../../src/store/lowdb/files.ts';
import { AT_ONCE } from '../../support/at-once.ts';

/**
 * What a process does to a disk before it is killed: after so many writes, nothing more is done, nor tidied up. A kill leaves what was
 * written, flushed or not, so nothing is.
 */
export class DyingFiles implements Files {
  /** How many writes it has done. */
  done = 0;
  readonly #lives: number;
  readonly #die: () => never;

  /** Dies before the write after `lives`, by what `die` does. */
  constructor(lives = Number.POSITIVE_INFINITY, die: () => never = dead) {
    this.#lives = lives;
    this.#die = die;
  }

  async open(path: string, flags: 'wx' | 'r', mode?: number) {
    if (flags === 'wx') this.#live();
    const file = await AT_ONCE.open(path, flags, mode);
    return {
      writeFile: async (content: string | Uint8Array) => {
        this.#live();
        await file.writeFile(content);
      },
      sync: () => file.sync(),
      close: () => file.close(),
    };
  }

  rename: Files['rename'] = async (from, to) => {
    this.#live();
    await AT_ONCE.rename(from, to);
  };

  rm: Files['rm'] = async (path, options) => {
    this.#live();
    await AT_ONCE.rm(path, options);
  };

  mkdir: Files['mkdir'] = async (path, options) => {
    this.#live();
    return AT_ONCE.mkdir(path, options);
  };

  #live(): void {
    if (this.done >= this.#lives) this.#die();
    this.done += 1;
  }
}

function dead(): never {
  throw new Error('killed');
}
