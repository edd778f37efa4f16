import type { StoredFault } from '../damaged.ts';

/** What is wrong with a file, but for its name. */
type Wrong = Pick<StoredFault, 'field' | 'what' | 'remedy'>;

/** A file does not hold what it should. Says what is wrong, and never what is in it. */
export class Unreadable extends Error {
  readonly wrong: Wrong;

  constructor(wrong: Wrong) {
    super(wrong.what);
    this.wrong = wrong;
  }
}
