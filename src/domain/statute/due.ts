import { type PlanKind, planRow, RULES, type Timetable } from '../plans/index.ts';
import type { TimetableGiven } from '../plans/timetable.ts';
import { heldOn, isUnderWay, lastHeld, wasHeld } from '../review/held.ts';
import type { Review } from '../review/review.ts';
import { hasGone, isQuiet, type Quiet, quietOf, releasedOn } from '../school/place.ts';
import { type Plan, type Pupil, planUnder, reviewsUnder } from '../school/pupil.ts';
import type { School } from '../school/school.ts';
import { compare, daysBetween, type LocalDate, localDate } from '../time.ts';
import { isByLaw } from './by-law.ts';
import { endedOn, isDecided, isUnanswered } from './decided.ts';
import { type LateMeeting, lateMeeting } from './late-meeting.ts';
import { type ParentsMet, parentsMet } from './parents-met.ts';
import { type Rule, type RuleDate, reckon, ruleOn } from './statute.ts';
import { schoolDayBefore } from './transfer.ts';

export type { DueTransfer } from './transfer.ts';

/** When a pupil's next review opens and is due, and how that stands today. */
export interface Due extends Omit<Timetable, 'meetWhy'> {
  readonly kind: PlanKind;
  /** The last day on which it is not overdue: the strictest of all rules that apply. */
  readonly dueBy: LocalDate;
  /** The day by which to hold the meeting, where it must be well before `dueBy` (an EHC plan's) and was not held yet. */
  readonly meetBy?: LocalDate;
  /** The last school day before `meetBy`, where that is none itself and the school's calendar is known. */
  readonly meetSchoolDay?: LocalDate;
  /** Why by then; its own day may be earlier, where that was before the day the interval counts from. */
  readonly meetWhy?: RuleDate;
  readonly state: 'overdue' | 'due' | 'coming';
  /** Calendar days until `dueBy`; negative when overdue. */
  readonly days: number;
  /** How often the parents were met in the school year, where that is expected of such a plan. */
  readonly parents?: ParentsMet;
  /** Nothing is asked now, whatever the dates are, which stay as they are: in custody, or at another school. */
  readonly quiet?: Quiet;
  /** The day the pupil was released from custody, where the local authority's plan has not been reviewed since. */
  readonly released?: LocalDate;
  /** The meeting that is set, where its day is after the last one for it. */
  readonly late?: LateMeeting;
  /** The id of the review that is under way. */
  readonly current?: string;
}

/**
 * When the next review of a pupil's `plan` is due, given the pupil's reviews (any order) and the day it is; undefined where
 * its last review ended it and no new one was made since. `school` is the pupil's own: an EHC plan's dates hang on its
 * terms, local authorities and leaving years. How it is reckoned is the `timetable` of the plan's row, by the rules of
 * the day the review under way began, else of today.
 */
function dueOf(
  pupil: Pupil,
  plan: Plan,
  reviews: readonly Review[],
  today: LocalDate,
  school?: School,
  statute: readonly Rule[] = RULES,
): Due | undefined {
  const { kind } = plan;
  const own = reviews.filter((review) => review.kind === kind && review.stage !== 'cancelled');
  const decided = lastHeld(own.filter(isDecided));
  if (decided && hasEnded(plan, decided)) return undefined;
  const begun = lastStarted(own.filter((review) => isUnderWay(review) && !isDecided(review)));
  const day = begun ? localDate(begun.startedAt) : today;
  const given = { pupil, plan, reviews: own, today, school, day, statute };
  const {
    opensOn,
    why: reckoned,
    reviewWhy: reviewReckoned,
    meetWhy: meetReckoned,
    ...dates
  } = planRow(kind).timetable(given);
  // A move that is at risk is nothing to look at later, whatever day its review would open on.
  const quiet = quietOf(pupil);
  const resting = isQuiet(quiet, today);
  const release = planRow(kind).decidedElsewhere ? releasedOn(pupil, today) : undefined;
  const outside = (one: RuleDate) => (release && one.date < release ? onRelease(release, given) : one);
  const why = outside(reckoned);
  const reviewWhy = reviewReckoned && outside(reviewReckoned);
  // Once it was in custody no last safe day is left: it is to be met for as soon as can be.
  const meetWhy = release && meetReckoned && meetReckoned.date < release ? undefined : meetReckoned;
  const released = release && !wasHeldSince(own, release) ? release : undefined;
  const pressing = released || today >= opensOn || (dates.transfer && dates.transfer.standing !== 'in-time');
  // The Act sets no day after a release, so none is overdue by it.
  const isOver = today > why.date && why.rule.from !== 'release';
  const state = resting ? 'coming' : isOver ? 'overdue' : pressing ? 'due' : 'coming';
  const parents = parentsMet(pupil, plan, reviews, today, school, statute);
  const toMeet = begun && !resting && !wasHeld(begun) ? begun.meeting?.date : undefined;
  const late = toMeet && lateMeeting(toMeet, { why, meetWhy });
  const current = openReview(reviewsUnder(pupil, plan, reviews), state, today, dates);
  return {
    kind,
    opensOn,
    dueBy: why.date,
    why,
    state,
    days: daysBetween(today, why.date),
    ...(reviewWhy && { reviewWhy }),
    ...(meetWhy && { meetBy: meetWhy.date, meetWhy, ...schoolDayBefore(meetWhy.date, school) }),
    ...dates,
    ...(parents && { parents }),
    ...(quiet && resting && { quiet }),
    ...(released && { released }),
    ...(late && { late }),
    ...(current && { current: current.id }),
  };
}

/**
 * By when the next review is, and why. Not by the last day of a move for which one was held already: what is owed by that is
 * the plan that names the place (SEND Regulations 2014, reg 18).
 */
export const nextReviewOf = ({ why, reviewWhy = why }: Due): RuleDate => reviewWhy;

/** As `dueOf`, of each of the pupil's plans that has a next review. */
export function duesOf(
  pupil: Pupil,
  ...given: [reviews: readonly Review[], today: LocalDate, school?: School, statute?: readonly Rule[]]
): readonly Due[] {
  return pupil.plans.flatMap((plan) => dueOf(pupil, plan, ...given) ?? []);
}

/**
 * As `dueOf`, of the plan `review` is gone on with under, with it as it stands now in the place of what `reviews` may have
 * of it. Undefined too where it stands by itself.
 */
export function dueWith(
  review: Review,
  pupil: Pupil,
  reviews: readonly Review[],
  today: LocalDate,
  school: School,
): Due | undefined {
  const all = [...reviews.filter(({ id }) => id !== review.id), review];
  const plan = planUnder(pupil, review, all);
  return plan && dueOf(pupil, plan, all, today, school);
}

/** A pupil with a plan whose review is due some day, and when. */
export interface DuePupil {
  readonly pupil: Pupil;
  readonly due: Due;
}

export type DueList = Readonly<Record<Due['state'], readonly DuePupil[]>>;

/**
 * The plans of a school's pupils in three groups, in each the worst first: of what is overdue that which the law sets, then by
 * the day it was due; the rest by the first day by which something must be done; then by name. Those at another school have left the list. For the rest see `dueOf`.
 */
export function dueList(
  pupils: readonly Pupil[],
  reviews: readonly Review[],
  today: LocalDate,
  school?: School,
  statute: readonly Rule[] = RULES,
): DueList {
  const byPupil = Map.groupBy(reviews, (review) => review.pupilId);
  const all = pupils
    .flatMap((pupil) => {
      const dues = duesOf(pupil, byPupil.get(pupil.id) ?? [], today, school, statute);
      return dues.filter(({ quiet }) => !hasGone(quiet)).map((due) => ({ pupil, due }));
    })
    .sort(worstFirst);
  const inState = (state: Due['state']) => all.filter((each) => each.due.state === state);
  return { overdue: inState('overdue'), due: inState('due'), coming: inState('coming') };
}

/** Whether a review's meeting was held on that day or since. */
const wasHeldSince = (reviews: readonly Review[], day: LocalDate): boolean =>
  reviews.some((review) => wasHeld(review) && heldOn(review) >= day);

/**
 * What would have been due before the day its pupil was released: Part 3 of the Act does not run in custody, so it is due then
 * (Children and Families Act 2014, ss.48, 70 and 74).
 */
const onRelease = (release: LocalDate, { day, statute }: Pick<TimetableGiven, 'day' | 'statute'>): RuleDate =>
  reckon(ruleOn('ehcp-release', day, statute), release);

function hasEnded({ planMade }: Plan, decided: Review): boolean {
  const ended = endedOn(decided);
  return ended !== undefined && (!planMade || planMade <= ended);
}

function lastStarted(reviews: readonly Review[]): Review | undefined {
  return reviews.toSorted((a, b) => compare(a.startedAt, b.startedAt)).at(-1);
}

/**
 * The review to go on with. One whose actions are under way gives way to the next once that is due: actions that
 * drag on must not keep a pupil from being reviewed, and no more must a local authority that does not decide.
 */
function openReview(
  reviews: readonly Review[],
  state: Due['state'],
  today: LocalDate,
  { transfer, awaiting }: Pick<Timetable, 'transfer' | 'awaiting'>,
): Review | undefined {
  const waits = ({ id }: Review) => awaiting?.review === id && today < awaiting.nextOpensOn;
  const goesOn = (review: Review) => {
    if (state === 'coming') return true;
    if (isDecided(review)) return planRow(review.kind).isToGoOnWith(review, transfer);
    return waits(review) || !isUnanswered(review, today);
  };
  return lastStarted(reviews.filter((review) => isUnderWay(review) && goesOn(review)));
}

function worstFirst(a: DuePupil, b: DuePupil): number {
  return (
    overdueByGuidance(a.due) - overdueByGuidance(b.due) ||
    compare(urgentBy(a.due), urgentBy(b.due)) ||
    a.pupil.lastName.localeCompare(b.pupil.lastName, 'en') ||
    a.pupil.firstName.localeCompare(b.pupil.firstName, 'en') ||
    compare(a.pupil.id, b.pupil.id) ||
    compare(a.due.kind, b.due.kind)
  );
}

const overdueByGuidance = ({ state, why }: Due): number =>
  state === 'overdue' && !isByLaw(why.rule) ? 1 : 0;

/** What is overdue stands by how long it is, as is said of it; the rest by the first day by which something must be done. */
const urgentBy = (due: Due): LocalDate => (due.state === 'overdue' ? due.dueBy : firstDay(due));

/** The first day by which something must be done: the meeting held or, after it, the decision chased; else the review. */
export function firstDay({ meetBy, awaiting, released, dueBy }: Due): LocalDate {
  const day = awaiting?.decisionBy.date ?? released ?? meetBy ?? dueBy;
  return day < dueBy ? day : dueBy;
}
