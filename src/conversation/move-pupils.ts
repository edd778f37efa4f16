import { movedBack } from '../domain/pupil/moves-back.ts';
import { movedUp, type YearMove, yearMoves } from '../domain/pupil/year-moves.ts';
import type { Actor } from '../domain/review/decision.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { School } from '../domain/school/school.ts';
import { localDate } from '../domain/time.ts';
import { update } from '../store/update.ts';
import type { Deps } from './deps.ts';
import type { Moving } from './moving-port.ts';
import { notCommitted } from './refusals.ts';
import { bringUpToDate } from './up-to-date.ts';

/** More pupils than this are moved while the person goes on: no chat waits for long, and nobody likes to. */
const LONG = 300;

/** Whether moving them takes so long that it is not waited for. */
export const isLongMove = (moves: readonly unknown[]): boolean => moves.length > LONG;

/** The pupils of the school who are to move up into the school year that begins in September of `year`. */
export async function movesInto(deps: Deps, school: School, year: number): Promise<readonly YearMove[]> {
  const today = localDate(deps.clock.now());
  return yearMoves(await deps.store.pupilsOf(school.id), school, year, today);
}

/** A pupil who is to be moved, and what they become; undefined where somebody has moved them since. */
interface Step {
  readonly id: string;
  become(pupil: Pupil): Pupil | undefined;
}

const stepUp =
  (year: number, actor: Actor) =>
  (move: YearMove): Step => ({
    id: move.pupil.id,
    become: (pupil) =>
      pupil.yearGroup === move.pupil.yearGroup && pupil.yearOf === move.pupil.yearOf
        ? movedUp({ ...move, pupil }, year, actor)
        : undefined,
  });

const stepBack =
  (year: number, actor: Actor) =>
  ({ id }: Pupil): Step => ({ id, become: (pupil) => movedBack(pupil, year, actor) });

/**
 * Moves pupils, each by a commit of their own, on which it stands for which school year it was: pressed twice, or gone on with
 * after it was cut short, nobody is moved twice. Everybody else has their turn between one and the next. Does not reject but for
 * a fault in the program.
 */
async function movePupils(deps: Deps, steps: readonly Step[], moving: Moving): Promise<void> {
  if (!(await isBackedUp(deps))) {
    moving.outcome = 'not-begun';
    return;
  }
  try {
    for (const { id, become } of steps) {
      const now = await update(deps.store, 'pupils', id, (pupil) => pupil && become(pupil));
      if (now) await bringUpToDate(deps, now);
      if (now) moving.done += 1;
    }
    moving.outcome = 'all';
  } catch (error) {
    if (!notCommitted(error)) throw error;
  }
}

/** Copies what is stored first. A disk that takes no copy takes no move either, so why it could not be is not asked. */
async function isBackedUp({ imports }: Deps): Promise<boolean> {
  if (!imports?.backUp) return true;
  return imports.backUp().then(
    () => true,
    () => false,
  );
}

interface Given {
  readonly year: number;
  readonly actor: Actor;
}
interface Begun {
  readonly moving: Moving;
  readonly ended: Promise<void>;
}

/**
 * Begins to move them up; `ended` resolves once it is over. Another press finds how far it is, and what came of it.
 */
export const beginMoving = (
  deps: Deps,
  school: School,
  moves: readonly YearMove[],
  { year, actor }: Given,
): Begun => begin(deps, school, 'up', moves.map(stepUp(year, actor)));

/** Begins to put pupils back who were moved up into the school year of `year`. As `beginMoving`. */
export const beginMovingBack = (
  deps: Deps,
  school: School,
  pupils: readonly Pupil[],
  { year, actor }: Given,
): Begun => begin(deps, school, 'back', pupils.map(stepBack(year, actor)));

function begin(deps: Deps, school: School, which: Moving['which'], steps: readonly Step[]): Begun {
  const moving: Moving = { which, done: 0, of: steps.length };
  deps.moving?.set(school.id, moving);
  const ended = movePupils(deps, steps, moving).finally(() => {
    moving.outcome ??= 'cut-short';
    deps.committed(school.id);
  });
  return { moving, ended };
}
