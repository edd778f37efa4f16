import { isYoungPerson } from '../domain/addressee.ts';
import { type PlanKind, planOf } from '../domain/plans/index.ts';
import type { Pupil } from '../domain/pupil.ts';
import type { LocalDate } from '../domain/time.ts';

/** How people are spoken of in a review: the words of its phase. Each can stand in the middle of a sentence. */
export interface Voice {
  /** "pupil", "child", "young person". */
  readonly child: string;
  /** Who is addressed for the child: "parents or carers", or "the young person". */
  readonly addressed: string;
  /** What is worked towards: "target" (SEN Support, early years), "outcome" (EHC plan). */
  readonly goal: string;
  readonly goals: string;
  /** Where they are: "school", or "nursery" before Reception. */
  readonly setting: string;
}

const isNursery = ({ yearGroup }: Pupil) => yearGroup.startsWith('N');

/** The words for a review of this pupil on `today`, by the plan it is of. */
export function voiceOf(review: { readonly kind: PlanKind }, pupil: Pupil, today: LocalDate): Voice {
  const { goal, addressesYoungPeople, ofYoungChildren } = planOf(review);
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
