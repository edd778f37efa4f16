import { heldOn, isDecided } from './held.ts';
import type { Review } from './review.ts';
import type { Pupil, Target } from './school.ts';
import type { ReviewRule, Span } from './statute.ts';
import { NOTICE, REVIEW_RULES } from './statute.ts';
import type { LocalDate } from './time.ts';
import { daysBetween, plusDays, plusMonths } from './time.ts';

/** When a pupil's next review opens and is due, and how that stands today. */
export interface Due {
  readonly kind: Review['kind'];
  /** The first day on which it is time to prepare it. */
  readonly opensOn: LocalDate;
  /** The last day on which it is not overdue. */
  readonly dueBy: LocalDate;
  /** The day by which to hold the meeting, where it must be well before `dueBy` (an EHC plan's). */
  readonly meetBy?: LocalDate;
  /** Undefined when no review is known. */
  readonly lastReviewed?: LocalDate;
  /** The day the interval counts from; undefined when neither a review nor a plan's date is known: then it is due now. */
  readonly countedFrom?: LocalDate;
  readonly state: 'overdue' | 'due' | 'coming';
  /** Calendar days until `dueBy`; negative when overdue. */
  readonly days: number;
  /** The id of the review that is under way. */
  readonly current?: string;
  readonly why: ReviewRule;
}

/**
 * When `pupil`'s next review is due, given the pupil's reviews (any order) and the day it is; undefined when there is
 * no plan to review: none, or ended by its last review with no new plan made since.
 *
 * It counts from the last review or from the making of the plan, as the rule of the plan's kind says. Where the last
 * review set a day of its own for the next, that day holds if it is the earlier; the review then opens early enough
 * for evidence to be asked: four weeks before, or what the rule itself leaves between opening and due if that is less.
 */
export function dueOf(pupil: Pupil, reviews: readonly Review[], today: LocalDate): Due | undefined {
  if (pupil.plan === 'none') return undefined;
  const decided = lastDecided(reviews.filter((review) => review.kind === pupil.plan));
  if (decided && planEnded(pupil, decided)) return undefined;
  const rule = REVIEW_RULES[pupil.plan];
  const lastReviewed = latest(pupil.lastReviewed, decided && heldOn(decided));
  const countedFrom = countFrom(rule, pupil, lastReviewed);
  const setDay = decided && heldOn(decided) === countedFrom ? decided.outcome?.nextReviewBy : undefined;
  const { opensOn, dueBy } = interval(rule, countedFrom, setDay, today);
  const state = today > dueBy ? 'overdue' : today >= opensOn ? 'due' : 'coming';
  const current = openReview(reviews, state);
  return {
    kind: pupil.plan,
    opensOn,
    dueBy,
    state,
    days: daysBetween(today, dueBy),
    why: rule,
    ...(rule.meetingLead && { meetBy: latest(opensOn, plus(dueBy, rule.meetingLead, -1)) as LocalDate }),
    ...(lastReviewed && { lastReviewed }),
    ...(countedFrom && { countedFrom }),
    ...(current && { current: current.id }),
  };
}

/** A pupil whose review is due some day, and when. */
export interface DuePupil {
  readonly pupil: Pupil;
  readonly due: Due;
}

export type DueList = Readonly<Record<Due['state'], readonly DuePupil[]>>;

/** A school's pupils with a plan in three groups, in each the worst first: the earliest day, then by name. */
export function dueList(pupils: readonly Pupil[], reviews: readonly Review[], today: LocalDate): DueList {
  const byPupil = Map.groupBy(reviews, (review) => review.pupilId);
  const all = pupils
    .flatMap((pupil) => {
      const due = dueOf(pupil, byPupil.get(pupil.id) ?? [], today);
      return due ? [{ pupil, due }] : [];
    })
    .sort(worstFirst);
  const inState = (state: Due['state']) => all.filter((each) => each.due.state === state);
  return { overdue: inState('overdue'), due: inState('due'), coming: inState('coming') };
}

/**
 * The targets the pupil's next review is to look at: those the last review whose outcome is decided left (kept, changed in wording,
 * new; not the retired), with those imported as set after its meeting, which replace any of the same id. Before the
 * first review, and after one that ended the plan, only the imported ones.
 */
export function currentTargets(pupil: Pupil, reviews: readonly Review[]): readonly Target[] {
  const decided = lastDecided(reviews);
  if (!decided) return pupil.targets;
  const imported = pupil.targets.filter((target) => target.setOn > heldOn(decided));
  if (decided.outcome?.kind === 'plan-ended') return imported;
  const replaced = new Set(imported.map((target) => target.id));
  return [...leftBy(decided).filter((target) => !replaced.has(target.id)), ...imported];
}

function leftBy(review: Review): readonly Target[] {
  const reviewed = new Map(review.targetReviews.map((each) => [each.targetId, each]));
  const carried = review.targets.flatMap((target) => {
    const said = reviewed.get(target.id);
    if (said?.stillRight === 'retire') return [];
    if (said?.stillRight !== 'change') return [target];
    const { newText = target.text, newMeasure = target.measure } = said;
    return [{ ...target, text: newText, measure: newMeasure, setOn: heldOn(review) }];
  });
  return [...carried, ...review.newTargets];
}

function interval(
  rule: ReviewRule,
  from: LocalDate | undefined,
  setDay: LocalDate | undefined,
  today: LocalDate,
): { opensOn: LocalDate; dueBy: LocalDate } {
  // A child whose plan has no date at all must not drop out of the list: it is due now.
  if (!from) return { opensOn: today, dueBy: today };
  const opens = plus(from, rule.opensAfter);
  const overdue = plus(from, rule.overdueAfter);
  // A day before the meeting that set it is a slip of the pen, and says nothing.
  const dueBy = setDay && setDay > from && setDay < overdue ? setDay : overdue;
  const notice = Math.min(daysBetween(opens, overdue), daysBetween(from, plus(from, NOTICE)));
  return { opensOn: latest(from, earlier(opens, plusDays(dueBy, -notice))) as LocalDate, dueBy };
}

function countFrom(rule: ReviewRule, pupil: Pupil, lastReviewed: LocalDate | undefined) {
  return rule.newPlanRestarts ? latest(lastReviewed, pupil.planMade) : (lastReviewed ?? pupil.planMade);
}

function planEnded(pupil: Pupil, decided: Review): boolean {
  if (decided.outcome?.kind !== 'plan-ended') return false;
  return !pupil.planMade || pupil.planMade <= heldOn(decided);
}

function lastDecided(reviews: readonly Review[]): Review | undefined {
  return reviews
    .filter(isDecided)
    .sort((a, b) => compare(heldOn(a), heldOn(b)) || compare(a.startedAt, b.startedAt))
    .at(-1);
}

/**
 * The review to go on with. One whose actions are under way gives way to the next once that is due: actions that
 * drag on must not keep a pupil from being reviewed.
 */
function openReview(reviews: readonly Review[], state: Due['state']): Review | undefined {
  return reviews
    .filter((review) => review.stage !== 'closed' && review.stage !== 'cancelled')
    .filter((review) => state === 'coming' || !isDecided(review))
    .sort((a, b) => compare(a.startedAt, b.startedAt))
    .at(-1);
}

function worstFirst(a: DuePupil, b: DuePupil): number {
  return (
    compare(a.due.dueBy, b.due.dueBy) ||
    a.pupil.lastName.localeCompare(b.pupil.lastName, 'en') ||
    a.pupil.firstName.localeCompare(b.pupil.firstName, 'en') ||
    compare(a.pupil.id, b.pupil.id)
  );
}

const plus = (date: LocalDate, span: Span, times = 1) =>
  plusDays(plusMonths(date, times * (span.months ?? 0)), times * 7 * (span.weeks ?? 0));
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const earlier = (a: LocalDate, b: LocalDate) => (a < b ? a : b);

function latest(a: LocalDate | undefined, b: LocalDate | undefined): LocalDate | undefined {
  if (!a || !b) return a ?? b;
  return a > b ? a : b;
}
