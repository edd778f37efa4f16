import { movedUp, type YearMove, yearMoves } from '../domain/pupil/year-moves.ts';
import type { Actor } from '../domain/review/decision.ts';
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
export const isLongMove = (moves: readonly YearMove[]): boolean => moves.length > LONG;

/** The pupils of the school who are to move up into the school year that begins in September of `year`. */
export async function movesInto(deps: Deps, school: School, year: number): Promise<readonly YearMove[]> {
  const today = localDate(deps.clock.now());
  return yearMoves(await deps.store.pupilsOf(school.id), school, year, today);
}

/**
 * Moves pupils up, each by a commit of their own, on which it stands for which school year it was: pressed twice, or gone on with
 * after it was cut short, nobody is moved twice. Everybody else has their turn between one and the next. Does not reject but for
 * a fault in the program.
 */
async function movePupils(
  deps: Deps,
  moves: readonly YearMove[],
  { year, actor, moving }: { readonly year: number; readonly actor: Actor; readonly moving: Moving },
): Promise<void> {
  try {
    for (const move of moves) {
      const now = await update(deps.store, 'pupils', move.pupil.id, (pupil) =>
        pupil?.yearGroup === move.pupil.yearGroup && pupil.yearOf === move.pupil.yearOf
          ? movedUp({ ...move, pupil }, year, actor)
          : undefined,
      );
      if (now) await bringUpToDate(deps, now);
      if (now) moving.done += 1;
    }
    moving.outcome = 'all';
  } catch (error) {
    if (!notCommitted(error)) throw error;
  }
}

/**
 * Begins to move them; `ended` resolves once it is over. Another press finds how far it is, and what came of it.
 */
export function beginMoving(
  deps: Deps,
  school: School,
  moves: readonly YearMove[],
  given: { readonly year: number; readonly actor: Actor },
): { readonly moving: Moving; readonly ended: Promise<void> } {
  const moving: Moving = { done: 0, of: moves.length };
  deps.moving?.set(school.id, moving);
  const ended = movePupils(deps, moves, { ...given, moving }).finally(() => {
    moving.outcome ??= 'cut-short';
    deps.committed(school.id);
  });
  return { moving, ended };
}
