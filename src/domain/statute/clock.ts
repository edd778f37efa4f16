import { type AnnualReview, adviceAwaited } from '../review/annual.ts';
import { isNeverDecided, isNoticeToCome, isPlanToCome } from '../review/annual-part.ts';
import { heldOn, meetingDay, wasHeld } from '../review/held.ts';
import type { ReviewContent } from '../review/review-content.ts';
import { compare, daysBetween, type LocalDate, localDate } from '../time.ts';
import { appealBy, lodgedAppeal } from './appeal.ts';
import {
  laterOf,
  type Rule,
  type RuleDate,
  type RuleId,
  reckon,
  ruleOn,
  STATUTE,
  strictest,
} from './statute.ts';
import { transferDates } from './transfer.ts';

/** What is to be done around an annual review's meeting, in the order of its days. */
export type Step =
  | 'invite'
  | 'ask-advice'
  | 'advice'
  | 'circulate'
  | 'report'
  | 'la-decision'
  | 'notice'
  | 'comments'
  | 'final-plan'
  /** There only once the local authority has said that it does not amend the plan after all. */
  | 'not-amending'
  /** The last day to appeal: a right, which nobody is late with. */
  | 'appeal';

/** The day of each step that has one as yet. */
export type Clock = Readonly<Partial<Record<Step, RuleDate>>>;

const STEPS: readonly Step[] = [
  'ask-advice',
  'advice',
  'invite',
  'circulate',
  'report',
  'la-decision',
  'notice',
  'comments',
  'final-plan',
  'not-amending',
  'appeal',
];

const BEFORE_MEETING: readonly Step[] = ['invite', 'ask-advice', 'advice', 'circulate'];

/**
 * When each step of an annual review is to be done, counted in calendar days from its meeting (the day set, then the day
 * it was held) and from the letters recorded, by the rules as they were when the review began. Empty for a review of
 * another kind. 'notice', 'comments' and 'final-plan' are there only where the local authority decided to amend.
 */
export function clockOf(review: ReviewContent, statute: readonly Rule[] = STATUTE): Clock {
  const { annual } = review;
  if (!annual) return {};
  if (statute !== STATUTE) return reckoned(review, annual, statute);
  const known = clocks.get(review) ?? reckoned(review, annual, statute);
  clocks.set(review, known);
  return known;
}

// A review never changes, it is followed by another: each screen, obligation and lateness asks for the same clock.
const clocks = new WeakMap<ReviewContent, Clock>();

function reckoned(review: ReviewContent, annual: AnnualReview, statute: readonly Rule[]): Clock {
  const began = localDate(review.startedAt);
  const by: By = (id, from) => (from ? reckon(heldBy(review, ruleOn(id, began, statute)), from) : undefined);
  const meeting = meetingDay(review);
  return present({
    invite: by('invite', meeting),
    'ask-advice': by('ask-advice', meeting),
    advice: adviceBy(annual, by('advice', meeting), by),
    circulate: by('circulate', meeting),
    report: by('report', meeting),
    'la-decision': isNeverDecided(review) ? undefined : by('la-decision', meeting),
    ...(annual.decision?.kind === 'amend' && amending(review, annual, meeting, by, began, statute)),
    appeal: appealBy(annual, by),
  });
}

/** The rule as it is by whoever holds the meeting: without a school, the local authority (SEND Regulations 2014, reg 21). */
const heldBy = ({ noSchool }: ReviewContent, rule: Rule): Rule =>
  noSchool ? { ...rule, ...rule.withoutSchool } : rule;

/** The day advice was asked for by, where that is later than our own default: no law sets either. */
function adviceBy(
  { adviceBy: set }: AnnualReview,
  usual: RuleDate | undefined,
  by: By,
): RuleDate | undefined {
  return usual && laterOf(usual, by('advice-set', set));
}

/** Whether a step that was to be done before the meeting can't be any more, for that was held without it. */
export function isOver(review: ReviewContent, step: Step): boolean {
  return BEFORE_MEETING.includes(step) && wasHeld(review) && doneOn(review, step) === undefined;
}

/**
 * The day a step was done, where that is recorded; of the advice, the day the last of it came. Of a decision that the school's
 * data alone has, the day is known, and nobody is late by more than that.
 */
export function doneOn({ annual, decidedInData }: ReviewContent, step: Step): LocalDate | undefined {
  if (!annual) return undefined;
  return DONE[step](annual) ?? (step === 'la-decision' ? decidedInData : undefined);
}

/**
 * How many calendar days late a step of the review is: done late, or not done on `today`; what was to be done before
 * the meeting gets no later after it. Whoever is invited is asked for advice then, so that is late by nothing once it is done:
 * our own day for it may have passed before there was a meeting at all. 0 where it is not late, and for what follows the meeting until that was held.
 */
export function lateBy(
  review: ReviewContent,
  step: Step,
  today: LocalDate,
  statute: readonly Rule[] = STATUTE,
): number {
  const due = clockOf(review, statute)[step];
  const done = doneOn(review, step);
  if (!due || step === 'appeal' || (step === 'ask-advice' && done)) return 0;
  const held = wasHeld(review);
  if (!held && !BEFORE_MEETING.includes(step)) return 0;
  const still = held && BEFORE_MEETING.includes(step) ? heldOn(review) : today;
  return Math.max(0, daysBetween(due.date, done ?? still));
}

/** The steps that have a day as yet, the earliest first. */
export function stepsInOrder(clock: Clock): readonly { readonly step: Step; readonly due: RuleDate }[] {
  return STEPS.flatMap((step) => {
    const due = clock[step];
    return due ? [{ step, due }] : [];
  }).sort((a, b) => compare(a.due.date, b.due.date));
}

/**
 * The steps that are still to be done, the earliest first: until the meeting is held those before it, then those after.
 * The appeal is none of them, nor are comments on amendments that are in the final plan already.
 */
export function openSteps(
  review: ReviewContent,
  statute: readonly Rule[] = STATUTE,
): readonly { readonly step: Step; readonly due: RuleDate }[] {
  const before = !wasHeld(review);
  return stepsInOrder(clockOf(review, statute)).filter(
    ({ step }) =>
      step !== 'appeal' &&
      BEFORE_MEETING.includes(step) === before &&
      doneOn(review, step) === undefined &&
      !(step === 'comments' && !isPlanToCome(review)),
  );
}

/** What follows a decision to amend the plan: not what a plan that came another way, or none, has made needless. */
function amending(
  review: ReviewContent,
  annual: AnnualReview,
  meeting: LocalDate | undefined,
  by: By,
  began: LocalDate,
  statute: readonly Rule[],
): Readonly<Record<string, RuleDate | undefined>> {
  const { notice, notAmending, finalPlan: final } = annual;
  const plan = final || isPlanToCome(review);
  return {
    notice: notice || isNoticeToCome(review) ? by('notice', meeting) : undefined,
    comments: by('comments', notice?.on),
    'final-plan': plan ? finalPlan(annual, meeting, by, began, statute) : undefined,
    'not-amending': notAmending && by('not-amending', notice?.on),
  };
}

type By = (id: RuleId, from: LocalDate | undefined) => RuleDate | undefined;

function finalPlan(
  { notice, transfer, finalPlan: come }: AnnualReview,
  meeting: LocalDate | undefined,
  by: By,
  began: LocalDate,
  statute: readonly Rule[],
): RuleDate | undefined {
  const days = [
    by('final-plan-meeting', meeting),
    by('final-plan-notice', notice?.on),
    // One that names no place has not amended the plan for the transfer (reg 18): that is still owed, by its own day.
    transfer && come?.nextPlace !== 'not-named' && transferDates(transfer, began, statute).deadline,
  ].flatMap((day) => day || []);
  const [first, ...more] = days;
  return first && strictest(first, ...more);
}

const DONE: Readonly<Record<Step, (annual: AnnualReview) => LocalDate | undefined>> = {
  invite: ({ invitedOn }) => invitedOn,
  // Whoever is invited is asked for their advice with the invitation.
  'ask-advice': ({ invitedOn }) => invitedOn,
  // Where nobody is asked for advice, there is none to wait for.
  advice: (annual) =>
    adviceAwaited(annual.outsiders).length === 0
      ? (annual.outsiders
          .flatMap(({ advice }) => advice?.on ?? [])
          .sort()
          .at(-1) ?? annual.invitedOn)
      : undefined,
  circulate: ({ circulated }) => circulated?.on,
  report: ({ report }) => report?.on,
  'la-decision': ({ decision }) => decision?.on,
  notice: ({ notice }) => notice?.on,
  comments: ({ comments }) => comments?.on,
  'final-plan': ({ finalPlan: final }) => final?.on,
  'not-amending': ({ notAmending }) => notAmending?.on,
  appeal: (annual) => lodgedAppeal(annual)?.on,
};

function present(days: Readonly<Record<string, RuleDate | undefined>>): Clock {
  return Object.fromEntries(Object.entries(days).filter(([, day]) => day !== undefined));
}
