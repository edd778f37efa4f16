import type { ReviewContent } from '../review/review-content.ts';
import { isSchoolDay, schoolDayBy } from '../school/calendar.ts';
import { isQuiet, type Quiet, quietOf, type WithPlaces } from '../school/place.ts';
import type { PhaseKind, PhaseTransfer, PlanContent, PupilDetails, School } from '../school/school.ts';
import type { LocalDate } from '../time.ts';
import { dayOfTransfer, transferOf } from './next-transfer.ts';
import { type Rule, type RuleDate, type RuleId, reckon, ruleOn, STATUTE } from './statute.ts';
import { meetingFor } from './transfer-meeting.ts';
import { isSettled } from './transfer-settled.ts';

/** A pupil's phase transfer while it is time to think of it. */
export interface DueTransfer {
  readonly kind: PhaseKind;
  readonly year: number;
  /** The last day on which the plan is amended in time. */
  readonly deadline: RuleDate;
  /** The latest day for the meeting. */
  readonly meetBy: RuleDate;
  /** The last school day before that, where it is none itself and the school's calendar is known. */
  readonly meetSchoolDay?: LocalDate;
  readonly standing: 'in-time' | 'at-risk' | 'late';
  /** The meeting set for it, or held and still to lead to a final plan; and whether it was held. */
  readonly meetingOn?: LocalDate;
  readonly met?: true;
  /** The day on the final plan that came and does not name the next place. */
  readonly finalOn?: LocalDate;
  /** The day on the final plan that came, where nobody has said whether it names the next place. */
  readonly finalUnsaid?: LocalDate;
  /** What was decided on the meeting is not known. */
  readonly unsaid?: true;
  /** The id of the review here in which what is not known is to be said. */
  readonly sayIn?: string;
  /** The day of the transfer, where the school's data has it: else it is 1 September. */
  readonly on?: LocalDate;
}

const DEADLINE: Readonly<Record<PhaseKind, RuleId>> = {
  'reception-entry': 'transfer-15-feb',
  'infant-junior': 'transfer-15-feb',
  middle: 'transfer-15-feb',
  'primary-secondary': 'transfer-15-feb',
  'secondary-post-16': 'transfer-31-mar',
  'post-16-post-16': 'transfer-post-16',
};

/** The last day on which the plan is amended in time for a transfer, and the latest for the meeting. */
type TransferDates = Pick<DueTransfer, 'deadline' | 'meetBy'>;

/** The deadline of a transfer and the latest day for its meeting, by the rules for a review that began on `day`. */
export function transferDates(
  transfer: PhaseTransfer,
  day: LocalDate,
  statute: readonly Rule[] = STATUTE,
): TransferDates {
  const rule = ruleOn(DEADLINE[transfer.kind], day, statute);
  const deadline = reckon(
    rule,
    rule.from === 'transfer' ? dayOfTransfer(transfer) : `${transfer.year}-01-01`,
  );
  return { deadline, meetBy: reckon(ruleOn('transfer-meeting', day, statute), deadline.date) };
}

/**
 * The day from which a transfer is thought of: the first of the term before the term of the latest day for its meeting
 * (where that is in a holiday, of the term before the one that has ended); where the terms are not known, some months
 * before.
 */
export function flaggedFrom(
  meetBy: LocalDate,
  school: School | undefined,
  day: LocalDate,
  statute: readonly Rule[] = STATUTE,
): LocalDate {
  const terms = [...(school?.terms ?? [])].sort((a, b) => (a.start < b.start ? -1 : 1));
  const at = terms.findLastIndex(({ start }) => start <= meetBy);
  const known = terms.some(({ end }) => end >= meetBy);
  const before = known ? terms[at - 1] : undefined;
  return before?.start ?? reckon(ruleOn('transfer-flag', day, statute), meetBy).date;
}

/** Whose transfer is looked at: `reviews` are all of the plan that were not cancelled; `day` is the one whose rules hold. */
export interface TransferGiven {
  readonly pupil: Pick<PupilDetails, 'yearGroup'> & WithPlaces;
  readonly plan: PlanContent;
  readonly reviews: readonly ReviewContent[];
  readonly today: LocalDate;
  readonly school: School | undefined;
  readonly day?: LocalDate;
  readonly statute?: readonly Rule[];
}

/**
 * The pupil's phase transfer on `today`, from the day it is to be thought of until it is settled, and no longer than the day
 * of the transfer itself. One whose last day falls in custody is not looked at there, and is owed from the release on.
 */
export function dueTransfer(given: TransferGiven): DueTransfer | undefined {
  const { pupil, plan, reviews, today, school, day = today, statute = STATUTE } = given;
  // One that has passed is none any more.
  const transfer = transferOf(pupil, plan, today, school);
  if (!transfer) return undefined;
  const byLaw = transferDates(transfer, day, statute);
  if (isQuiet(custodyAt(pupil, byLaw.deadline.date), today)) return undefined;
  const dates = datesOutside(pupil, byLaw, day, statute);
  const { meetBy, deadline } = dates;
  const release = deadline.rule.from === 'release';
  const flagged = flaggedFrom(byLaw.meetBy.date, school, day, statute);
  if (today < flagged || isSettled(plan, reviews, transfer, flagged)) return undefined;
  const meeting = meetingFor(plan, reviews, transfer, byLaw.meetBy.date);
  const riskFrom = reckon(ruleOn('transfer-at-risk', day, statute), meetBy.date).date;
  const leads = meeting && !meeting.unsaid && !meeting.finalOn && !meeting.finalUnsaid;
  // The Act sets no day after a release, so none is late by it.
  const late = leads ? !release && meeting.meetingOn > meetBy.date : today > riskFrom;
  const atRisk = late || meeting?.finalOn !== undefined || meeting?.finalUnsaid !== undefined;
  const isOver = today > deadline.date && !release;
  const standing = isOver ? 'late' : atRisk ? 'at-risk' : 'in-time';
  return { ...transfer, ...dates, ...schoolDayBefore(meetBy.date, school), standing, ...meeting };
}

/** The time in custody that `date` falls in: nothing falls due in it (Children and Families Act 2014, ss.70 and 74). */
function custodyAt(pupil: WithPlaces, date: LocalDate): Quiet | undefined {
  const quiet = quietOf(pupil);
  return quiet?.why === 'custody' && date >= quiet.from && isQuiet(quiet, date) ? quiet : undefined;
}

/** `dates`, or the release from custody in the place of both, where their last day fell in it. */
export function datesOutside(
  pupil: WithPlaces,
  dates: TransferDates,
  day: LocalDate,
  statute: readonly Rule[] = STATUTE,
): TransferDates {
  const until = custodyAt(pupil, dates.deadline.date)?.until;
  if (until === undefined) return dates;
  const release = reckon(ruleOn('ehcp-release', day, statute), until);
  return { deadline: release, meetBy: release };
}

/** The last school day before `meetBy`, where that is none itself. */
export function schoolDayBefore(
  meetBy: LocalDate,
  school: School | undefined,
): { readonly meetSchoolDay?: LocalDate } {
  const day = school && schoolDayBy(school, meetBy);
  // Before the first term that is known, nobody knows.
  return day && day !== meetBy && isSchoolDay(school, day) ? { meetSchoolDay: day } : {};
}
