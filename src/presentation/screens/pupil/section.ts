import type { OfPlan, OfPupil } from '../../../domain/pupil/step.ts';
import type { PupilStepName } from '../../../domain/pupil/steps/index.ts';
import type { Part } from '../../parts.ts';

/** What every section of the screen about a pupil says of itself. */
interface Titled {
  readonly title: string;
  /** The forms whose buttons stand below it, for a SENCO. */
  readonly forms: readonly PupilStepName[];
}

/** One thing that is known of a pupil as a whole: a short section of the screen about them. */
interface OfWhole extends Titled {
  readonly about: 'pupil';
  /** A line or two a part; without any the section is shown for its buttons alone, or not at all. */
  parts(of: OfPupil): readonly Part[];
}

/** One thing that is known of a plan: a section for each plan it is known of. */
interface OfEachPlan extends Titled {
  readonly about: 'plan';
  parts(of: OfPlan): readonly Part[];
}

export type PupilSection = OfWhole | OfEachPlan;
