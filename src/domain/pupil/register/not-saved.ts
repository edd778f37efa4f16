import { PLAN_KINDS } from '../../plans/index.ts';
import { hasLeft, isQuiet, quietOf } from '../../school/place.ts';
import { type Plan, type Pupil, planNamed } from '../../school/pupil.ts';
import type { LocalDate } from '../../time.ts';
import type { MissingRow, NotSaved, OfRegister } from './step.ts';

/** A row that stood on the page and is none any more: of whom it was, and the plan as it is now. */
interface GoneRow {
  readonly id: string;
  readonly pupil: Pupil;
  readonly plan?: Plan | undefined;
}

function goneRow(id: string, pupils: readonly Pupil[]): readonly GoneRow[] {
  return pupils.flatMap((pupil): GoneRow[] => {
    if (pupil.id === id) return [{ id, pupil }];
    const kind = PLAN_KINDS.find((one) => id === `${pupil.id}.${one}`);
    return kind ? [{ id, pupil, plan: planNamed(pupil, kind) }] : [];
  });
}

function why(pupil: Pupil, today: LocalDate): string {
  if (hasLeft(pupil)) return 'has left the school meanwhile';
  if (isQuiet(quietOf(pupil), today)) return 'is in custody, so that nothing is asked';
  return 'somebody else has answered meanwhile';
}

/**
 * Of whom an answer was sent that is not taken, since it is not asked of them any more: they have left, or somebody else has
 * answered otherwise.
 * @param given what the form was sent with: the rows that it showed
 * @param rows those of whom it is still to be said
 * @param isLost whether something was answered to the row that is not what is stored
 */
export function notSavedOf(
  given: OfRegister,
  rows: readonly MissingRow[],
  isLost: (row: GoneRow) => boolean,
): readonly NotSaved[] {
  const gone = (given.shown ?? []).filter((id) => rows.every((row) => row.id !== id));
  return gone
    .flatMap((id) => goneRow(id, given.pupils))
    .filter(isLost)
    .map(({ pupil }) => ({ pupil, why: why(pupil, given.today) }));
}
