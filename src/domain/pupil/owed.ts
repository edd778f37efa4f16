import { type Escalated, escalated, type Thresholds } from '../nudges/escalation.ts';
import { leadOf, sencoThere } from '../nudges/lead.ts';
import { obligationId, obligationNamed } from '../nudges/obligation-id.ts';
import type { Settled } from '../review/obligations/row.ts';
import { isQuiet, quietOf } from '../school/place.ts';
import type { PersonId, School } from '../school/school.ts';
import type { LocalDate } from '../time.ts';
import { PUPIL_DUTIES } from './duties/index.ts';
import type { PupilDuty, PupilSituation } from './duties/row.ts';

/** Something owed for a pupil, by a SENCO of the school. */
export interface PupilObligation extends PupilDuty {
  /** The same for the same thing owed by the same person, whenever it is derived. It begins with the pupil's id. */
  readonly id: string;
  readonly who: PersonId;
  readonly pupilId: string;
  readonly schoolId: string;
}

/** Whose it is: who runs the pupil's last review or, where there is none, a SENCO who is there. */
function whoFor({ reviews, school, today }: PupilSituation): PersonId | undefined {
  const last = reviews.at(-1);
  return last ? leadOf(last, school, today) : sencoThere(school, today);
}

/**
 * All that is owed for a pupil, whatever reviews there are; nothing in a school without a SENCO, and while the pupil is in
 * custody or at another school only what is owed wherever they are.
 */
export function owedForPupil(situation: PupilSituation): readonly PupilObligation[] {
  const { pupil, school, today } = situation;
  const isElsewhere = isQuiet(quietOf(pupil), today);
  const duties = PUPIL_DUTIES.filter((row) => row.whereverTheyAre || !isElsewhere).flatMap((row) =>
    row.owed(situation).map((duty) => ({ ...duty, kind: row.kind })),
  );
  const who = duties.length > 0 ? whoFor(situation) : undefined;
  if (who === undefined) return [];
  return duties.map(({ kind, ...duty }) => ({
    ...duty,
    id: obligationId({ reviewId: pupil.id, kind, about: duty.about, who }),
    ...{ who, pupilId: pupil.id, schoolId: school.id },
  }));
}

/** Who is to know on `today` what of `owed` is long overdue: what is a SENCO's own goes to the senior leaders. */
export function escalationsForPupils(
  owed: readonly PupilObligation[],
  school: School,
  today: LocalDate,
  thresholds?: Thresholds,
): readonly Escalated<PupilObligation>[] {
  return owed.flatMap((one) => escalated([one], one.who, school, today, thresholds));
}

/** What has become of something that was owed for a pupil and is not any more, by its id. */
export function settledForPupil(id: string, situation: PupilSituation): Settled {
  const { kind, about } = obligationNamed(id);
  return PUPIL_DUTIES.find((row) => row.kind === kind)?.settled(situation, about) ?? { is: 'over' };
}
