import type { Terms } from '../domain/language/terms.ts';
import { type PlanKind, planRow } from '../domain/plans/index.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import { isYoungPerson } from '../domain/school/young-person.ts';
import type { LocalDate } from '../domain/time.ts';

/** How people are spoken of in a review: the words of its phase. */
export type Voice = Terms;

const isNursery = ({ yearGroup }: Pupil) => yearGroup.startsWith('N');

/** The words for a review of this pupil on `today`, by the plan it is of. */
export function voiceOf(review: { readonly kind: PlanKind }, pupil: Pupil, today: LocalDate): Voice {
  const { goal, addressesYoungPeople, ofYoungChildren } = planRow(review.kind);
  const young = addressesYoungPeople && isYoungPerson(pupil.dateOfBirth, today);
  const early = ofYoungChildren || isNursery(pupil) || pupil.yearGroup === 'R';
  return {
    child: young ? 'young person' : early ? 'child' : 'pupil',
    addressed: young ? 'the young person' : 'parents or carers',
    goal,
    goals: `${goal}s`,
    setting: isNursery(pupil) ? 'nursery' : 'school',
  };
}
