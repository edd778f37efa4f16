import { annualPartOf, isDecidedByLa } from '../review/annual-part.ts';
import { meetingDay } from '../review/held.ts';
import type { ReviewContent } from '../review/review-content.ts';
import { schoolYearOf } from '../school/calendar.ts';
import type { PhaseKind, PhaseTransfer, PlanContent, PupilDetails, School } from '../school/school.ts';
import type { LocalDate } from '../time.ts';
import { dayNamed, type Rule, type RuleDate, type RuleId, reckon, ruleOn, STATUTE } from './statute.ts';

/** The year groups pupils leave a school after, where its own data does not say. */
const LEAVING_YEARS: readonly string[] = ['6', '11'];

/** A pupil's phase transfer while it is time to think of it. */
export interface DueTransfer {
  readonly kind: PhaseKind;
  readonly year: number;
  /** The last day on which the plan is amended in time. */
  readonly deadline: RuleDate;
  /** The latest day for the meeting. */
  readonly meetBy: RuleDate;
  readonly standing: 'in-time' | 'at-risk' | 'late';
  /** The meeting held or set for it. */
  readonly meetingOn?: LocalDate;
}

const DEADLINE: Readonly<Record<PhaseKind, RuleId>> = {
  'reception-entry': 'transfer-15-feb',
  'infant-junior': 'transfer-15-feb',
  middle: 'transfer-15-feb',
  'primary-secondary': 'transfer-15-feb',
  'secondary-post-16': 'transfer-31-mar',
  'post-16-post-16': 'transfer-post-16',
};

/** By the year group that pupils leave after. */
const KIND_AFTER: Readonly<Record<string, PhaseKind>> = {
  N2: 'reception-entry',
  '2': 'infant-junior',
  '3': 'middle',
  '4': 'middle',
  '5': 'middle',
  '6': 'primary-secondary',
  '7': 'middle',
  '8': 'middle',
  '9': 'middle',
  '10': 'secondary-post-16',
  '11': 'secondary-post-16',
  '12': 'post-16-post-16',
  '13': 'post-16-post-16',
  '14': 'post-16-post-16',
};

const YEAR_GROUPS = ['N1', 'N2', 'R', ...Array.from({ length: 14 }, (_, i) => String(i + 1))];

const septemberOf = (year: number): LocalDate => `${year}-09-01`;

/**
 * The pupil's next phase transfer, however far ahead: as the plan's data has it while that is not past, else worked out
 * from the year group and the year groups after which pupils leave `school` (from nursery always to Reception).
 * Undefined where there is none, or the year group is none we know.
 */
export function transferOf(
  { yearGroup }: Pick<PupilDetails, 'yearGroup'>,
  { phaseTransfer: given }: Pick<PlanContent, 'phaseTransfer'>,
  today: LocalDate,
  school?: School,
): PhaseTransfer | undefined {
  if (given === 'none') return undefined;
  if (given && today <= septemberOf(given.year)) return given;
  const here = YEAR_GROUPS.indexOf(yearGroup.toUpperCase());
  if (here < 0) return undefined;
  const leaving = ['N2', ...(school?.leavingYears ?? LEAVING_YEARS)];
  const last = YEAR_GROUPS.findIndex((group, at) => at >= here && leaving.includes(group));
  const kind = KIND_AFTER[YEAR_GROUPS[last] ?? ''];
  return kind && { kind, year: schoolYearOf(today) + 1 + last - here };
}

/** The deadline of a transfer and the latest day for its meeting, by the rules for a review that began on `day`. */
export function transferDates(
  { kind, year }: PhaseTransfer,
  day: LocalDate,
  statute: readonly Rule[] = STATUTE,
): { readonly deadline: RuleDate; readonly meetBy: RuleDate } {
  const rule = ruleOn(DEADLINE[kind], day, statute);
  const deadline = reckon(rule, rule.from === 'transfer' ? septemberOf(year) : `${year}-01-01`);
  return { deadline, meetBy: reckon(ruleOn('transfer-meeting', day, statute), dayNamed(deadline)) };
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
  readonly pupil: Pick<PupilDetails, 'yearGroup'>;
  readonly plan: PlanContent;
  readonly reviews: readonly ReviewContent[];
  readonly today: LocalDate;
  readonly school: School | undefined;
  readonly day?: LocalDate;
  readonly statute?: readonly Rule[];
}

/**
 * The pupil's phase transfer on `today`, from the day it is to be thought of until the plan was decided on for it (and,
 * where it is to be amended, the final plan is there), and no longer than 1 September of its year.
 */
export function dueTransfer(given: TransferGiven): DueTransfer | undefined {
  const { pupil, plan, reviews, today, school, day = today, statute = STATUTE } = given;
  const transfer = transferOf(pupil, plan, today, school);
  if (!transfer || today > septemberOf(transfer.year)) return undefined;
  const dates = transferDates(transfer, day, statute);
  const flagged = flaggedFrom(dates.meetBy.date, school, day, statute);
  if (today < flagged || isSettled(plan, reviews, flagged)) return undefined;
  const meetingOn = meetingFor(plan, reviews, flagged);
  const riskFrom = reckon(ruleOn('transfer-at-risk', day, statute), dates.meetBy.date).date;
  const atRisk = meetingOn ? meetingOn > dates.meetBy.date : today > riskFrom;
  const standing = today > dates.deadline.date ? 'late' : atRisk ? 'at-risk' : 'in-time';
  return { ...transfer, ...dates, standing, ...(meetingOn && { meetingOn }) };
}

/** Whether nothing is left to be decided in the review for a transfer: where it is to be amended, with the final plan. */
export function isSettledFor(review: ReviewContent): boolean {
  const { decision, finalPlan } = annualPartOf(review);
  return isDecidedByLa(review) && (decision?.kind !== 'amend' || finalPlan !== undefined);
}

function isSettled(plan: PlanContent, reviews: readonly ReviewContent[], flagged: LocalDate): boolean {
  const imported = plan.lastDecision ?? '';
  const last = reviews
    .filter(isDecidedByLa)
    .sort((a, b) => (decidedOn(a) < decidedOn(b) ? -1 : 1))
    .at(-1);
  if (last && decidedOn(last) >= imported) return decidedOn(last) >= flagged && isSettledFor(last);
  return imported >= flagged;
}

/** The meeting of the review that is to settle it, in the bot or as imported: the first held or set. */
function meetingFor(
  plan: PlanContent,
  reviews: readonly ReviewContent[],
  flagged: LocalDate,
): LocalDate | undefined {
  const here = reviews
    .filter((review) => !isSettledFor(review) && (!isDecidedByLa(review) || decidedOn(review) >= flagged))
    .flatMap((review) => meetingDay(review) ?? []);
  const imported = plan.lastMeeting !== undefined && plan.lastMeeting >= flagged ? [plan.lastMeeting] : [];
  return [...here, ...imported].sort()[0];
}

const decidedOn = (review: ReviewContent): LocalDate => annualPartOf(review).decision?.on ?? '';
