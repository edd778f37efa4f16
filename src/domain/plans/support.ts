import { missingConsidered } from '../review/guards/requests.ts';
import {
  missingAction,
  missingProvisionReviews,
  missingTargetReviews,
  openActions,
} from '../review/guards/shared.ts';
import { heldOn, isConcluded, lastHeld } from '../review/held.ts';
import type { School } from '../school/school.ts';
import { type Rule, type RuleId, reckon, ruleOn, strictest } from '../statute/statute.ts';
import { daysBetween, earlier, later, latest, plusDays } from '../time.ts';
import { AGENDA_POINTS } from './agenda.ts';
import type { PlanKindRow } from './row.ts';
import { SUPPORT_OUTCOMES } from './support-outcomes.ts';
import type { Timetable, TimetableGiven } from './timetable.ts';

/** When the next review opens, and is due: after the last one, or first after the plan was made. */
type Interval = Readonly<Record<'opens' | 'due' | 'first', RuleId | Rule>> & {
  /** In how many weeks the school has set that a review opens and is due, where it may set that. */
  readonly setBy?: (school: School) => { readonly opens: number; readonly due: number } | undefined;
};

/** A rule of the interval as the school has set it. */
const asSchoolHas =
  ({ opens, setBy }: Interval) =>
  (rule: Rule, school: School | undefined): Rule => {
    const set = school && setBy?.(school);
    if (!set) return rule;
    const weeks = rule.id === (typeof opens === 'string' ? opens : opens.id) ? set.opens : set.due;
    const since = rule.from === 'plan-made' ? 'the plan was made' : 'the last review';
    return {
      ...rule,
      span: { weeks },
      counted: `${weeks} weeks after ${since}`,
      source: 'the school’s own interval',
    };
  };

/**
 * When a plan that the school keeps itself is reviewed, by the rules of its interval: those that are not in the table of
 * the law are the kind's own.
 */
export const every = (
  interval: Interval,
): Pick<PlanKindRow, 'rules' | 'timetable' | 'nextReview' | 'asSchoolHas'> => ({
  rules: [interval.opens, interval.due, interval.first].filter((rule) => typeof rule !== 'string'),
  timetable: timetableOf(interval),
  nextReview: interval.due,
  asSchoolHas: asSchoolHas(interval),
});

/**
 * When the next review of a plan the school keeps itself is due: it counts from the last review or from the making of the
 * plan, whichever is later. Where the last review set a day of its own for the next, that day holds if it is the earlier;
 * the review then opens early enough for evidence to be asked: four weeks before, or what the rule itself leaves between
 * opening and due if that is less.
 */
const timetableOf =
  (interval: Interval) =>
  ({ plan, reviews, today, day, statute, school }: TimetableGiven): Timetable => {
    const own = asSchoolHas(interval);
    const on = (rule: RuleId | Rule, from: string) => reckon(ruleOn(rule, day, statute), from);
    const set = (rule: RuleId | Rule, from: string) => reckon(own(ruleOn(rule, day, statute), school), from);
    const decided = lastHeld(reviews.filter(isConcluded));
    const lastReviewed = latest(plan.lastReviewed, decided && heldOn(decided));
    const from = latest(lastReviewed, plan.planMade);
    // A child whose plan has no date at all must not drop out of the list: it is due now.
    if (!from) return { opensOn: today, why: on('no-date', today) };
    const opens = set(interval.opens, from).date;
    const overdue = set(interval[from === lastReviewed ? 'due' : 'first'], from);
    const setDay = decided && heldOn(decided) === from ? decided.outcome?.nextReviewBy : undefined;
    // A day before the meeting that set it is a slip of the pen, and says nothing.
    const why = strictest(overdue, setDay && setDay > from ? on('set-day', setDay) : undefined);
    const asked = on('ask-advice', overdue.date).date;
    const notice = Math.min(daysBetween(opens, overdue.date), daysBetween(asked, overdue.date));
    const early = plusDays(why.date, -notice);
    return {
      opensOn: later(from, earlier(opens, early)),
      why,
      ...(lastReviewed && { lastReviewed }),
      countedFrom: from,
    };
  };

/** What the plans that a school keeps itself have in common: all who decide are at the meeting. */
export const SUPPORT: Omit<
  PlanKindRow,
  'name' | 'inASentence' | 'reviewInASentence' | 'importedAs' | 'ofYoungChildren' | 'timetable' | 'nextReview'
> = {
  goal: 'target',
  words: {
    conclusion: 'outcome',
    conclusionHeading: 'The outcome',
    conclusionMade: 'Decided',
    toConclude: 'Decide the outcome',
    oweConclusion: 'Decide the outcome',
    notReady: 'The outcome can be decided once what is named below is there.',
    otherOutcome: 'That can be recommended for an EHC plan only. Choose one of the four outcomes.',
    owePlanning: 'Set the meeting, and ask for evidence',
    nextPlanning: 'Next: set the meeting and choose whom to ask for evidence.',
    unlessItEnds: 'unless the plan ends',
    keptBack: 'Parents’ or carers’ views and any differences of view are kept with the SENCO.',
    everyAction: 'Every',
  },
  countsFrom: ['planMade', 'lastReviewed'],
  needsADay: 'a plan needs the day it was made, or was last reviewed, to know when its review is due',
  addressesYoungPeople: false,
  invitesOutsiders: false,
  proposesChanges: false,
  decidedElsewhere: false,
  forms: { plan: 'plan-meeting', conclude: 'outcome' },
  agenda: AGENDA_POINTS,
  outcomes: SUPPORT_OUTCOMES,
  before: {
    openMeeting: [],
    outcome: [missingTargetReviews, missingProvisionReviews, missingConsidered, missingAction],
    close: [openActions],
  },
  isDecided: isConcluded,
  endedOn: (review) => (review.outcome?.kind === 'plan-ended' ? heldOn(review) : undefined),
  goalsHold: () => true,
  isToGoOnWith: () => false,
  beginsWith: () => undefined,
};
