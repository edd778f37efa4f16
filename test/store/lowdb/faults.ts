import type { Files } from '../../../src/store/lowdb/files.ts';
import { realFiles } from '../../../src/store/lowdb/files.ts';

/** The steps of a commit, in order, by which a fault is told where to strike. */
export type StepName =
  | 'open'
  | 'write'
  | 'flush'
  | 'close'
  | 'rename'
  | 'open folder'
  | 'flush folder'
  | 'close folder';

/** A real file system which notes each step, and fails where a test says. */
export class FaultyFiles implements Files {
  readonly steps: string[] = [];
  /** While this has not resolved, no file takes another's place. */
  held: Promise<void> = Promise.resolve();
  #failing = new Map<StepName, number>();

  /** Fails the next `times` steps of this name, as a full or dying disk would. */
  fail(step: StepName, times = 1): void {
    this.#failing.set(step, times);
  }

  /** From here on nothing fails. */
  heal(): void {
    this.#failing.clear();
  }

  async open(path: string, flags: 'wx' | 'r', mode?: number) {
    const what = flags === 'r' ? ' folder' : '';
    this.#step(`open${what}` as StepName);
    const file = await realFiles.open(path, flags, mode);
    return {
      writeFile: async (text: string | Uint8Array) => {
        // As a disk that fills up does it: half of it is written, then no more.
        if (this.#failing.has('write')) await file.writeFile(text.slice(0, text.length / 2));
        this.#step('write');
        await file.writeFile(text);
      },
      sync: async () => {
        this.#step(`flush${what}` as StepName);
        await file.sync();
      },
      close: async () => {
        await file.close();
        this.#step(`close${what}` as StepName);
      },
    };
  }

  async rename(from: string, to: string): Promise<void> {
    this.#step('rename');
    await this.held;
    await realFiles.rename(from, to);
  }

  rm: Files['rm'] = (path, options) => realFiles.rm(path, options);
  mkdir: Files['mkdir'] = (path, options) => realFiles.mkdir(path, options);

  #step(name: StepName): void {
    this.steps.push(name);
    const left = this.#failing.get(name);
    if (left === undefined) return;
    if (left > 1) this.#failing.set(name, left - 1);
    else this.#failing.delete(name);
    throw Object.assign(new Error(`ENOSPC: no space left on device, ${name}`), { code: 'ENOSPC' });
  }
}
