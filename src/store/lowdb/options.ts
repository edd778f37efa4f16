import type { Collection } from '../store.ts';
import { UPGRADES } from '../upgrades/index.ts';
import type { Upgrade } from '../upgrades/upgrade.ts';
import { type Files, realFiles } from './files.ts';

/** A document that was moved out of the way. */
export interface SetAside {
  readonly collection: Collection;
  readonly id: string;
  /** Where it is now. */
  readonly file: string;
}

/** What a store is opened with; what is left out is as for real. */
export interface Options {
  /** How files are written; in a test, with faults. */
  readonly files: Files;
  readonly upgrades: readonly Upgrade[];
  /** For the names of backups, and of the folder for what is set aside. */
  readonly now: () => Date;
  /** Told of the documents that could not be read and were set aside. */
  readonly onSetAside: (documents: readonly SetAside[]) => void;
}

/** The options with those left out as they are for real. */
export function withDefaults(given: Partial<Options>): Options {
  return {
    files: realFiles,
    upgrades: UPGRADES,
    now: () => new Date(),
    onSetAside: () => undefined,
    ...given,
  };
}
