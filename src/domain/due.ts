import { type Awaiting, annualDates, isMetFor } from './due-annual.ts';
import { endedOn, heldOn, isDecided, isUnderWay, lastHeld } from './held.ts';
import type { Review } from './review.ts';
import type { PlanKind, Pupil, School } from './school.ts';
import { type Rule, type RuleDate, type RuleId, reckon, ruleOn, STATUTE, strictest } from './statute.ts';
import { compare, daysBetween, earlier, type LocalDate, later, latest, localDate, plusDays } from './time.ts';
import type { DueTransfer } from './transfer.ts';

export type { DueTransfer } from './transfer.ts';

/** When a pupil's next review opens and is due, and how that stands today. */
export interface Due {
  readonly kind: PlanKind;
  /** The first day on which it is time to prepare it. */
  readonly opensOn: LocalDate;
  /** The last day on which it is not overdue: the strictest of all rules that apply. */
  readonly dueBy: LocalDate;
  /** Why it is due by then. */
  readonly why: RuleDate;
  /** The day by which to hold the meeting, where it must be well before `dueBy` (an EHC plan's) and was not held yet. */
  readonly meetBy?: LocalDate;
  /** Why by then; its own day may be earlier, where that was before the day the interval counts from. */
  readonly meetWhy?: RuleDate;
  /** The day of the last review meeting; undefined when no review is known. */
  readonly lastReviewed?: LocalDate;
  /** EHC plan: the day of the local authority's last decision. */
  readonly lastDecision?: LocalDate;
  /** The day the interval counts from; undefined when neither a review nor a plan's date is known: then it is due now. */
  readonly countedFrom?: LocalDate;
  readonly state: 'overdue' | 'due' | 'coming';
  /** Calendar days until `dueBy`; negative when overdue. */
  readonly days: number;
  /** The id of the review that is under way. */
  readonly current?: string;
  /** A phase transfer that it is time to think of. */
  readonly transfer?: DueTransfer;
  /** The day on the letter with which the local authority decided to cease the plan, which stands until any appeal is over. */
  readonly ceasing?: LocalDate;
  /** A meeting was held, and the local authority has not decided. */
  readonly awaiting?: Awaiting;
}

/**
 * When `pupil`'s next review is due, given the pupil's reviews (any order) and the day it is; undefined when there is
 * no plan to review: none, or ended by its last review with no new plan made since (an EHC plan is not, see `endedOn`). `school` is the pupil's own: an EHC
 * plan's dates hang on its terms, local authorities and leaving years.
 *
 * SEN Support and early years: it counts from the last review or from the making of the plan, whichever is later. An
 * EHC plan: see `annualDates`. Where the last review set a day of its own for the next, that day holds if it is the
 * earlier; the review then opens early enough for evidence to be asked: four weeks before, or what the rule itself
 * leaves between opening and due if that is less. The rules are those of the day the review under way began, else of
 * today.
 */
export function dueOf(
  pupil: Pupil,
  reviews: readonly Review[],
  today: LocalDate,
  school?: School,
  statute: readonly Rule[] = STATUTE,
): Due | undefined {
  const kind = pupil.plan;
  if (kind === 'none') return undefined;
  const own = reviews.filter((review) => review.kind === kind && review.stage !== 'cancelled');
  const decided = lastHeld(own.filter(isDecided));
  if (decided && planEnded(pupil, decided)) return undefined;
  const begun = lastStarted(own.filter((review) => isUnderWay(review) && !isDecided(review)));
  const day = begun ? localDate(begun.startedAt) : today;
  const { opensOn, why, meetWhy, ...dates } =
    kind === 'ehcp'
      ? annualDates({ pupil, reviews: own, today, school, day, statute })
      : supportDates({ kind, pupil, decided, today, day, statute });
  // A move that is at risk is nothing to look at later, whatever day its review would open on.
  const pressing = today >= opensOn || (dates.transfer && dates.transfer.standing !== 'in-time');
  const state = today > why.date ? 'overdue' : pressing ? 'due' : 'coming';
  const current = openReview(reviews, state, dates.transfer);
  return {
    kind,
    opensOn,
    dueBy: why.date,
    why,
    state,
    days: daysBetween(today, why.date),
    ...(meetWhy && { meetBy: meetWhy.date, meetWhy }),
    ...dates,
    ...ceasing(pupil, decided),
    ...(current && { current: current.id }),
  };
}

/** As `dueOf`, with `review` as it stands now in the place of what `reviews` may have of it. */
export function dueWith(
  review: Review,
  pupil: Pupil,
  reviews: readonly Review[],
  today: LocalDate,
  school: School,
): Due | undefined {
  const others = reviews.filter(({ id }) => id !== review.id);
  return dueOf(pupil, [...others, review], today, school);
}

/** A pupil whose review is due some day, and when. */
export interface DuePupil {
  readonly pupil: Pupil;
  readonly due: Due;
}

export type DueList = Readonly<Record<Due['state'], readonly DuePupil[]>>;

/**
 * A school's pupils with a plan in three groups, in each the worst first: by the first day by which something must be
 * done, then by name. For the rest see `dueOf`.
 */
export function dueList(
  pupils: readonly Pupil[],
  reviews: readonly Review[],
  today: LocalDate,
  school?: School,
  statute: readonly Rule[] = STATUTE,
): DueList {
  const byPupil = Map.groupBy(reviews, (review) => review.pupilId);
  const all = pupils
    .flatMap((pupil) => {
      const due = dueOf(pupil, byPupil.get(pupil.id) ?? [], today, school, statute);
      return due ? [{ pupil, due }] : [];
    })
    .sort(worstFirst);
  const inState = (state: Due['state']) => all.filter((each) => each.due.state === state);
  return { overdue: inState('overdue'), due: inState('due'), coming: inState('coming') };
}

interface SupportGiven {
  readonly kind: Exclude<PlanKind, 'ehcp'>;
  readonly pupil: Pupil;
  readonly decided: Review | undefined;
  readonly today: LocalDate;
  readonly day: LocalDate;
  readonly statute: readonly Rule[];
}

interface Dates {
  readonly opensOn: LocalDate;
  readonly why: RuleDate;
  readonly meetWhy?: RuleDate;
  readonly lastReviewed?: LocalDate;
  readonly countedFrom?: LocalDate;
  readonly transfer?: DueTransfer;
}

/** When the next review opens, and is due: after the last one, or first after the plan was made. */
type Interval = Readonly<Record<'opens' | 'due' | 'first', RuleId>>;

const INTERVAL: Readonly<Record<SupportGiven['kind'], Interval>> = {
  'early-years-iep': { opens: 'early-years-opens', due: 'early-years-due', first: 'early-years-first' },
  'sen-support': { opens: 'sen-support-opens', due: 'sen-support-due', first: 'sen-support-first' },
};

function supportDates({ kind, pupil, decided, today, day, statute }: SupportGiven): Dates {
  const on = (id: RuleId, from: LocalDate) => reckon(ruleOn(id, day, statute), from);
  const lastReviewed = latest(pupil.lastReviewed, decided && heldOn(decided));
  const from = latest(lastReviewed, pupil.planMade);
  // A child whose plan has no date at all must not drop out of the list: it is due now.
  if (!from) return { opensOn: today, why: on('no-date', today) };
  const opens = on(INTERVAL[kind].opens, from).date;
  const overdue = on(INTERVAL[kind][from === lastReviewed ? 'due' : 'first'], from);
  const set = decided && heldOn(decided) === from ? decided.outcome?.nextReviewBy : undefined;
  // A day before the meeting that set it is a slip of the pen, and says nothing.
  const why = strictest(overdue, set && set > from ? on('set-day', set) : undefined);
  const asked = on('ask-advice', overdue.date).date;
  const notice = Math.min(daysBetween(opens, overdue.date), daysBetween(asked, overdue.date));
  const early = plusDays(why.date, -notice);
  return {
    opensOn: later(from, earlier(opens, early)),
    why,
    ...(lastReviewed && { lastReviewed }),
    countedFrom: from,
  };
}

/** The last decision, where it was to cease the plan and no new one was made since. */
function ceasing({ planMade = '' }: Pupil, decided: Review | undefined): Pick<Due, 'ceasing'> {
  const { kind, on = '' } = decided?.annual?.decision ?? {};
  return kind === 'cease' && planMade <= on ? { ceasing: on } : {};
}

function planEnded(pupil: Pupil, decided: Review): boolean {
  const ended = endedOn(decided);
  return ended !== undefined && (!pupil.planMade || pupil.planMade <= ended);
}

function lastStarted(reviews: readonly Review[]): Review | undefined {
  return reviews.toSorted((a, b) => compare(a.startedAt, b.startedAt)).at(-1);
}

/**
 * The review to go on with. One whose actions are under way gives way to the next once that is due: actions that
 * drag on must not keep a pupil from being reviewed.
 */
function openReview(
  reviews: readonly Review[],
  state: Due['state'],
  transfer: DueTransfer | undefined,
): Review | undefined {
  const goesOn = (review: Review) =>
    state === 'coming' || !isDecided(review) || (review.kind === 'ehcp' && isMetFor(review, transfer));
  return lastStarted(reviews.filter((review) => isUnderWay(review) && goesOn(review)));
}

function worstFirst(a: DuePupil, b: DuePupil): number {
  return (
    compare(firstDay(a.due), firstDay(b.due)) ||
    a.pupil.lastName.localeCompare(b.pupil.lastName, 'en') ||
    a.pupil.firstName.localeCompare(b.pupil.firstName, 'en') ||
    compare(a.pupil.id, b.pupil.id)
  );
}

/** The first day by which something must be done: the meeting held or, after it, the decision chased; else the review. */
function firstDay({ meetBy, awaiting, dueBy }: Due): LocalDate {
  const day = awaiting?.decisionBy.date ?? meetBy ?? dueBy;
  return day < dueBy ? day : dueBy;
}
