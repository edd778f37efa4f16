import type { Plan, Pupil } from '../domain/school/pupil.ts';
import type { School } from '../domain/school/school.ts';

/** What a list says of one of a pupil's plans: its kind and, of the rest, what stands in its cells. */
export type SaidPlan = Pick<Plan, 'kind'> & Partial<Plan>;

/**
 * A pupil as the files have them: which of the stored ones that is, is told when the import is planned. What the files do
 * not say stays as it is stored.
 */
export type WantedPupil = Omit<Pupil, 'id' | 'version' | 'plans' | 'keyStaff'> & {
  readonly keyStaff?: Pupil['keyStaff'];
  /** The year group was not said, and is only the usual one for the birth date. */
  readonly yearUnknown?: true;
  /** The list has the names in capitals, so how they are written is better known here. */
  readonly inCapitals?: true;
  /** All plans, with all that is known of them. */
  readonly plans?: Pupil['plans'];
  /** In the place of `plans`, what a list says of them; none is "no plan". Without either the plans stay. */
  readonly said?: readonly SaidPlan[];
};

/** A school as files want it, whatever is stored. */
export interface Wanted {
  readonly school: Omit<School, 'version'>;
  readonly pupils: readonly WantedPupil[];
  /** There is no list of pupils at all: they stay as they are, and none is missing from it. */
  readonly withoutPupils?: boolean;
  /** Only the staff list was given: all else of the school is as it is stored. */
  readonly staffAlone?: true;
}
