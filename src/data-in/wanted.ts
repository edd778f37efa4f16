import type { Pupil } from '../domain/school/pupil.ts';
import type { School } from '../domain/school/school.ts';

/** A pupil as the files have them: which of the stored ones that is, is told when the import is planned. */
export type WantedPupil = Omit<Pupil, 'id' | 'version'>;

/** A school as its folder has it: the documents wanted, whatever is stored. */
export interface Wanted {
  readonly school: Omit<School, 'version'>;
  readonly pupils: readonly WantedPupil[];
}
