import type { Actor } from '../review/decision.ts';
import type { Pupil } from '../school/pupil.ts';
import { changedInForm } from './changed-here.ts';

/** Who was moved up into a school year, and who of them can be put back: nobody has said their year group since. */
export interface MovesBack {
  readonly back: readonly Pupil[];
  readonly touched: readonly Pupil[];
}

const isAsMoved = ({ movedUp, yearGroup, yearOf }: Pupil): boolean =>
  movedUp !== undefined && yearGroup === movedUp.to && yearOf === movedUp.year;

/** The pupils who were moved up into the school year that begins in September of `year`. */
export function movesBack(pupils: readonly Pupil[], year: number): MovesBack {
  const moved = pupils.filter(({ movedUp }) => movedUp?.year === year);
  return {
    back: moved.filter(isAsMoved),
    touched: moved.filter((pupil) => !isAsMoved(pupil)),
  };
}

/**
 * The pupil in the year group that they had before they were moved up into the school year of `year`; undefined where they were
 * not, or somebody has said another since.
 */
export function movedBack(pupil: Pupil, year: number, actor: Actor): Pupil | undefined {
  const { movedUp, yearOf: _, ...rest } = pupil;
  if (movedUp?.year !== year || !isAsMoved(pupil)) return undefined;
  const before = movedUp.yearOf === undefined ? {} : { yearOf: movedUp.yearOf };
  return changedInForm(pupil, { ...rest, yearGroup: movedUp.from, ...before }, actor);
}
