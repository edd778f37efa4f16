import type { Review } from '../review/review.ts';
import { isPresent } from '../school/absence.ts';
import { addSchoolDays, isSchoolDay } from '../school/calendar.ts';
import type { PersonId, School } from '../school/school.ts';
import type { LocalDate } from '../time.ts';
import type { Escalation, EscalationStep } from './digest.ts';
import { leadOf } from './lead.ts';
import { type Obligation, obligationsOf } from './obligations.ts';
import { policyOf } from './policy.ts';

/** Something that somebody owes, in a review or for a pupil, as far as it matters here. */
export type Owing = Pick<Obligation, 'id' | 'who' | 'due'>;

/** Somebody to be told of something long overdue that another owes. */
export interface Escalated<One extends Owing = Obligation> extends Escalation {
  readonly to: PersonId;
  readonly obligation: One;
}

/** From which day on something overdue is told to whom: what was due before these days. */
export interface Thresholds {
  readonly senco: LocalDate;
  readonly leader: LocalDate;
}

/** The thresholds of a school day: something is n school days overdue when it was due before the n-th last of them. */
export function thresholdsOn(school: School, today: LocalDate): Thresholds {
  const { sencoAfter, leaderAfter } = policyOf(school);
  return {
    senco: addSchoolDays(school, today, 1 - sencoAfter),
    leader: addSchoolDays(school, today, 1 - leaderAfter),
  };
}

/**
 * Who is to know on `today` what of `owed` is long overdue, whether or not they have been told. `lead`, the SENCO who runs
 * that, is told what another owes; what is their own goes to the senior leaders only. What somebody who is away owes is not
 * told while the SENCO is there: they have it already, to find somebody else for. None on a day without school.
 */
export function escalated<One extends Owing>(
  owed: readonly One[],
  lead: PersonId,
  school: School,
  today: LocalDate,
  thresholds: Thresholds = thresholdsOn(school, today),
): readonly Escalated<One>[] {
  if (!isSchoolDay(school, today)) return [];
  const sencos = isPresent(school, lead, today) ? [lead] : [];
  const leaders = school.staff
    .filter(({ email, role }) => role === 'leader' && isPresent(school, email, today))
    .map(({ email }) => email);
  const tell = (obligation: One, step: EscalationStep, people: readonly PersonId[]) =>
    obligation.due < thresholds[step]
      ? people
          .filter((to) => to !== obligation.who)
          .map((to) => ({ to, step, obligation, obligationId: obligation.id }))
      : [];
  return owed
    .filter(({ who }) => sencos.length === 0 || sencos.includes(who) || isPresent(school, who, today))
    .flatMap((obligation) => [...tell(obligation, 'senco', sencos), ...tell(obligation, 'leader', leaders)]);
}

/** The same of all that is owed in the review, by the SENCO who runs it. */
export function escalationsOf(
  review: Review,
  school: School,
  today: LocalDate,
  thresholds?: Thresholds,
): readonly Escalated[] {
  if (!isSchoolDay(school, today)) return [];
  const lead = leadOf(review, school, today);
  return escalated(obligationsOf(review, school, today), lead, school, today, thresholds);
}

/** Which of `escalations` to `person` are among the `standing` ones still, in the order given, with what they are about. */
export function stillEscalated<One extends Owing>(
  escalations: readonly Escalation[],
  person: PersonId,
  standing: readonly Escalated<One>[],
): readonly Escalated<One>[] {
  return escalations.flatMap(({ obligationId, step }) => {
    const same = standing.find(
      (one) => one.to === person && one.step === step && one.obligationId === obligationId,
    );
    return same ?? [];
  });
}
