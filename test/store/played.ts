import type { PlanKind } from '../../src/domain/plans/index.ts';
import type { Review } from '../../src/domain/review/review.ts';
import { type Ran, run, startReview } from '../../src/domain/review/run.ts';
import type { Command } from '../../src/domain/review/steps/index.ts';
import type { Pupil } from '../../src/domain/school/pupil.ts';
import type { PersonId } from '../../src/domain/school/school.ts';
import type { Instant } from '../../src/domain/time.ts';
import { anEhcpPupil } from '../support/annual-builders.ts';
import { aPupil, aSchool, SENCO } from '../support/builders.ts';
import { testIds } from '../support/ids.ts';
import { only } from '../support/one-plan.ts';

/** Who does what in a played review; the SENCO, unless it says otherwise. */
export interface Played {
  readonly at: Instant;
  readonly does: Command;
  readonly by?: PersonId;
}

export type Early = NonNullable<Parameters<typeof startReview>[0]['early']>;

const SCHOOL = aSchool();
const STARTED_AT = '2026-11-02T09:00:00.000Z';

/** The pupil whose plan is of this kind; `n` tells several apart. */
export function pupilOf(kind: PlanKind, n: number): Pupil {
  const [id, ref] = [`oakfield-p${n}`, `P${n}`];
  if (kind === 'ehcp') return anEhcpPupil({ id, ref });
  return kind === 'early-years-iep'
    ? aPupil({ id, ref, plan: kind, yearGroup: 'N1', dateOfBirth: '2023-02-03' })
    : aPupil({ id, ref });
}

/** Who asked for a review early, and the reviews that there were before it. */
interface Begins {
  readonly early?: Early | undefined;
  readonly before?: readonly Review[] | undefined;
}

/** The pupil's review as the program makes it when people do `steps`, not stored yet. Throws where one is refused. */
export function played(
  id: string,
  pupil: Pupil,
  steps: readonly Played[],
  { early, before = [] }: Begins = {},
): Review {
  const { unique } = testIds();
  const key = () => `${id}-${unique()}`;
  const asked = {
    id,
    ref: id.slice(-4).toUpperCase(),
    pupil,
    plan: only(pupil),
    targets: only(pupil).targets,
    school: SCHOOL,
    reviews: before,
  };
  const actor = { who: SENCO, at: STARTED_AT };
  const begun = accepted(startReview({ ...asked, actor, ...(early && { early }) }, key, `${id}-form`));
  return steps.reduce(
    (review, { at, does, by = SENCO }, n) =>
      accepted(run(review, does, { who: by, at }, SCHOOL, key, `${id}-form-${n}`), does),
    begun,
  );
}

function accepted(ran: Ran, command?: Command): Review {
  if (ran.ok) return ran.review;
  throw new Error(`${command?.type ?? 'start'} is refused: ${ran.refusal.code}, ${ran.refusal.say}`);
}
