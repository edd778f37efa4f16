import type { LocalDate } from '../../domain/time.ts';

/** How long the entries of a school are kept; of those that belong to none, where it is undefined. */
export type KeptBy = (school: string | undefined) => {
  /** The first day that is kept. */
  readonly from: LocalDate;
  /** Whatever their age, entries with one of these ids in them are kept, and all since. */
  readonly held: ReadonlySet<string>;
};

/** Days of a school's trail that are older than they are kept. */
export interface OldDays {
  readonly school: string | undefined;
  /** Those that go, the oldest first. */
  readonly days: readonly LocalDate[];
  /** Of how many that there are. */
  readonly of: number;
  /** The first of the older days that stays, since it names a child who is on hold. */
  readonly heldFrom?: LocalDate;
}

/** What becomes of a trail with time. */
export interface Ageing {
  /** What is older than it is kept; nothing of a school's where nothing is. */
  old(keptBy: KeptBy): Promise<readonly OldDays[]>;
  /**
   * Removes such days, whole files, the oldest first; before the first of them goes, an entry has on disk who did it and up to where, so
   * that the rest can still be proved. False, and nothing is removed, where something in them is not as it was written.
   * @throws {NotKept} that could not be written, and nothing is removed
   */
  remove(old: OldDays, who: string): Promise<boolean>;
}
