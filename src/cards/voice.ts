import { isYoungPerson } from '../domain/addressee.ts';
import { goalOf } from '../domain/goal.ts';
import type { PlanKind, Pupil } from '../domain/school.ts';
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

/** The words for a review of `kind` of this pupil on `today`. */
export function voiceOf(kind: PlanKind, pupil: Pupil, today: LocalDate): Voice {
  const young = kind === 'ehcp' && isYoungPerson(pupil.dateOfBirth, today);
  const early = kind === 'early-years-iep' || isNursery(pupil) || pupil.yearGroup === 'R';
  return {
    child: young ? 'young person' : early ? 'child' : 'pupil',
    addressed: young ? 'the young person' : 'parents or carers',
    goal: goalOf(kind),
    goals: `${goalOf(kind)}s`,
    setting: isNursery(pupil) ? 'nursery' : 'school',
  };
}
