import pLimit, { type LimitFunction } from 'p-limit';

const TURNS = new Map<string, LimitFunction>();

/**
 * Does what may add pupils to a school, or change who they are, when nothing else does: two who do so at once must each see
 * what the other did, so that no child is there twice. Not to be asked for within itself.
 */
export function pupilsInTurn<T>(schoolId: string, what: () => Promise<T>): Promise<T> {
  const turns = TURNS.get(schoolId) ?? pLimit(1);
  TURNS.set(schoolId, turns);
  return turns(what);
}
