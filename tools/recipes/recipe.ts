import type { Edit } from './edit.ts';

/** One way in which the program is added to, as `docs/extending.md` tells it. */
export interface Recipe {
  readonly name: string;
  /** What is added, in a few words. */
  readonly adds: string;
  /** The source files it may touch: all under `src/`, `cards/` and `manifests/`, new or changed. */
  readonly limit: number;
  /** What is changed in files that are there. Its new files are in `tools/recipes/<name>/new/`, at their place, with `.txt` after their names. */
  readonly edits: readonly Edit[];
  /** The test files that hold pages made from the source: they write them anew. */
  readonly pages: readonly string[];
  /** The part of the suite that it must pass, besides its own test and the architecture's: test files or folders. */
  readonly suite: readonly string[];
}
