import { randomBytes } from 'node:crypto';
import type { Found } from '../examine.ts';
import type { Collection } from '../store.ts';
import { UPGRADES } from '../upgrades/index.ts';
import type { Upgrade } from '../upgrades/upgrade.ts';
import { type DataKeys, NO_KEYS } from './data-keys.ts';
import { type Files, realFiles } from './files.ts';

/** A document that was moved out of the way. */
export interface SetAside {
  readonly collection: Collection;
  readonly id: string;
  /** Where it is now. */
  readonly file: string;
  /** The fields at fault; none where the file as a whole could not be read. */
  readonly fields: readonly string[];
}

/** What was stored in an older format, and is in today's now. */
export interface BroughtUp {
  /** Every document as it stood before. */
  readonly was: readonly Found[];
  readonly from: number;
  readonly to: number;
  /** The folder in which what was there before is kept. */
  readonly backup: string;
}

/** What a store is opened with; what is left out is as for real. */
export interface Options {
  /** How files are written; in a test, with faults. */
  readonly files: Files;
  /** What documents are encrypted with; where there are none, they are not. */
  readonly keys: DataKeys;
  readonly upgrades: readonly Upgrade[];
  /** What an upgrade makes new ids with. */
  readonly secret: string;
  /** For the names of backups, and of the folder for what is set aside. */
  readonly now: () => Date;
  /** Told of the documents that could not be read and were set aside. */
  readonly onSetAside: (documents: readonly SetAside[]) => void;
  /** Told of the collections whose folders were missing, and are begun anew. */
  readonly onMissing: (collections: readonly Collection[]) => void;
  /** Told of documents that are not encrypted though others are: put there by hand, or by a start that was cut short over it. */
  readonly onPlain: (documents: readonly Pick<SetAside, 'collection' | 'id'>[]) => void;
  /** Told once all that is stored was brought up to the format of today. */
  readonly onUpgraded: (upgrade: BroughtUp) => void;
}

/** The options with those left out as they are for real. */
export function withDefaults(given: Partial<Options>): Options {
  return {
    files: realFiles,
    keys: NO_KEYS,
    upgrades: UPGRADES,
    secret: randomBytes(32).toString('hex'),
    now: () => new Date(),
    onSetAside: () => undefined,
    onMissing: () => undefined,
    onPlain: () => undefined,
    onUpgraded: () => undefined,
    ...given,
  };
}
