import { planRow } from '../plans/index.ts';
import { annualPartOf } from '../review/annual-part.ts';
import { heldOn, wasHeld } from '../review/held.ts';
import type { Review } from '../review/review.ts';
import { within } from '../school/calendar.ts';
import { halfTermStarts } from '../school/half-terms.ts';
import { isQuiet, quietOf } from '../school/place.ts';
import type { Plan, Pupil } from '../school/pupil.ts';
import { meetingsOf } from '../school/pupil-meetings.ts';
import type { DateRange, School } from '../school/school.ts';
import { type SchoolYear, schoolYearAt } from '../school/school-year.ts';
import { compare, type LocalDate, localDate, plusDays } from '../time.ts';
import { type Rule, type RuleDate, type RuleId, reckon, ruleOn } from './statute.ts';

/** How often parents are to have been met by a day of the school year, by a rule. */
export interface MeetingsWanted extends RuleDate {
  /** Fewer than the rule says, where the plan began after the year did; never under nought. */
  readonly times: number;
}

/** How often a pupil's parents were met in the school year, and how often they are to be. */
export interface ParentsMet {
  readonly year: DateRange;
  /** The days on which they were met in this school year up to today, each once, in order. */
  readonly days: readonly LocalDate[];
  /** What is expected by the end of each term, in order. */
  readonly wanted: readonly MeetingsWanted[];
  /**
   * What was expected by a day that has passed and is not reached: the last such. Of the whole year it is told in the second
   * half of the summer term already.
   */
  readonly behind?: MeetingsWanted;
  /** The school year before, for a while after it ended with fewer than were expected. */
  readonly lastYear?: { readonly met: number; readonly wanted: MeetingsWanted };
  /** The day the plan began, where that was in this school year: only terms that began after it are counted. */
  readonly since?: LocalDate;
}

/**
 * How often the parents of a pupil with this plan were met in the school year that `today` is in; undefined for a kind of plan
 * of which nothing is expected, and while the pupil is in custody or at another school. Counted are reviews whose meeting the family was at or, where that is not known, in which it had its say, and other
 * meetings recorded; of one day, once. `reviews` are all of the pupil's, of whatever plan. Source: Code of Practice 6.65.
 */
export function parentsMet(
  pupil: Pupil,
  plan: Plan,
  reviews: readonly Review[],
  today: LocalDate,
  school: School | undefined,
  statute?: readonly Rule[],
): ParentsMet | undefined {
  const { parentMeetings = [] } = planRow(plan.kind);
  if (parentMeetings.length === 0 || isQuiet(quietOf(pupil), today)) return undefined;
  const met = [...new Set(daysMet(pupil, plan, reviews))].sort(compare);
  const rules = parentMeetings.map((named) => ruleOn(named, today, statute));
  const on = (id: RuleId, from: LocalDate) => reckon(ruleOn(id, today, statute), from).date;
  const year = schoolYearAt(school, today);
  const { days, since, wanted } = inYear({ ...year, end: today }, year, met, rules, { plan, reviews });
  const whole = wanted.at(-1);
  const isTold = (one: MeetingsWanted) =>
    one.date < today || (one === whole && today >= on('parents-met-year-told', summerHalf(school, year)));
  const behind = wanted.findLast((one) => isTold(one) && days.length < one.times);
  const before = schoolYearAt(school, plusDays(year.start, -1));
  const last = inYear(before, before, met, rules, { plan, reviews });
  const missed = last.wanted.at(-1);
  const isNews = today <= on('parents-met-last-year-told', before.end) && hadPlan(plan, before);
  const lastYear = isNews &&
    missed &&
    last.days.length < missed.times && {
      met: last.days.length,
      wanted: missed,
    };
  return {
    ...{ year, days, wanted },
    ...(behind && { behind }),
    ...(lastYear && { lastYear }),
    ...(since && { since }),
  };
}

/** The days on which parents were met in a school year up to a day of it, and how often they are to be. */
function inYear(
  upTo: DateRange,
  year: SchoolYear,
  met: readonly LocalDate[],
  rules: readonly Rule[],
  { plan, reviews }: { readonly plan: Plan; readonly reviews: readonly Review[] },
) {
  const since = begunIn(year, plan, reviews);
  const wanted = rules.map((rule) => ({
    ...reckon(rule, endIn(year, rule)),
    times: Math.max(0, (rule.times ?? 1) - termsBefore(year, since)),
  }));
  return { days: met.filter((day) => within(upTo, day)), since, wanted };
}

/** Whether the plan is known to have been there in a school year that is over: else nothing is said of it. */
const hadPlan = ({ planMade, lastReviewed }: Plan, { end }: SchoolYear): boolean =>
  [planMade, lastReviewed].some((day) => day !== undefined && day <= end);

/** The first school day of the second half of the summer term; where the terms are not known, 5 June. */
function summerHalf(school: School | undefined, { springEnd, end }: SchoolYear): LocalDate {
  const halves = school ? halfTermStarts(school, end).filter((day) => day > springEnd) : [];
  return halves[1] ?? `${end.slice(0, 4)}-06-05`;
}

/** The day of the school year from which a rule counts. */
function endIn({ autumnEnd, springEnd, end }: SchoolYear, { from }: Rule): LocalDate {
  if (from === 'autumn-end') return autumnEnd;
  return from === 'spring-end' ? springEnd : end;
}

/** Each day on which parents were met, of any year. */
function daysMet(pupil: Pupil, plan: Plan, reviews: readonly Review[]): readonly LocalDate[] {
  const held = reviews.filter(metTheFamily).map(heldOn);
  // A review from before the school had the bot: of its meeting no more is known than the day.
  const first = reviews
    .filter((review) => review.kind === plan.kind && wasHeld(review))
    .map(heldOn)
    .sort(compare)[0];
  const before = plan.lastReviewed && (!first || plan.lastReviewed < first) ? [plan.lastReviewed] : [];
  return [...held, ...before, ...meetingsOf(pupil).map(({ on }) => on)];
}

/**
 * Whether the review's meeting was held, and with the family: as it was said, or by who took part, where one of these is
 * noted; else by whether they had their say.
 */
function metTheFamily(review: Review): boolean {
  if (!wasHeld(review) || review.stage === 'cancelled') return false;
  const { parentsThere = '' } = review.outcome ?? {};
  if (parentsThere !== '') return parentsThere === 'yes';
  const { outsiders, attendance } = annualPartOf(review);
  const family = outsiders.filter(({ role }) => role === 'parent' || role === 'young-person');
  if (family.some(({ id }) => attendance[id] !== undefined))
    return family.some(({ id }) => attendance[id] === 'present');
  return review.parentViews?.given === true;
}

/** The day the plan began, where that is known and was after the school year began; a review of it shows that it was there. */
function begunIn(
  year: DateRange,
  { kind, planMade, lastReviewed }: Plan,
  reviews: readonly Review[],
): LocalDate | undefined {
  if (!planMade) return undefined;
  const begun = reviews.filter((review) => review.kind === kind).map(({ startedAt }) => localDate(startedAt));
  const [first = planMade] = [planMade, ...(lastReviewed ? [lastReviewed] : []), ...begun].sort(compare);
  return first > year.start ? first : undefined;
}

/** How many of the year's terms had begun before the plan: the meeting of a term that was under way is not expected. */
function termsBefore(year: SchoolYear, since: LocalDate | undefined): number {
  return since ? year.termStarts.filter((day) => day < since).length : 0;
}
