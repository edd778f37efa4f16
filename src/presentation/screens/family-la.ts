import { dayWords } from '../../domain/language/days.ts';
import { count } from '../../domain/language/words.ts';
import { annualPartOf, isPlanToCome, isToCease } from '../../domain/review/annual-part.ts';
import { ceasingRule } from '../../domain/review/steps/ceasing-words.ts';
import { isAsOrdered } from '../../domain/statute/appeal.ts';
import type { Step } from '../../domain/statute/clock.ts';
import { countedAs } from '../../domain/statute/clock-words.ts';
import type { DueTransfer } from '../../domain/statute/due.ts';
import { AGAINST_THE_TRIBUNAL } from '../../domain/statute/rules/appeal.ts';
import { daysBetween, type LocalDate } from '../../domain/time.ts';
import type { OfReview } from '../parts.ts';
import { lodgedWords } from './appeal-section.ts';
import { isDueBy } from './family-says.ts';
import { type StepStands, stepsOf } from './steps.ts';

/* What a family is told of the local authority: what it decided, what is to come, and what they may do, in that order. */

/** Its day, of a step that is still to be done. */
function dayOf(steps: readonly StepStands[], step: Step): LocalDate | undefined {
  return steps.find((one) => one.step === step && !one.done)?.date.date;
}

/** What it was decided, in a sentence; nothing before that. */
function decidedLines({ review, pupil, today }: OfReview): readonly string[] {
  const { decision, notAmending, finalPlan, orderedPlan } = annualPartOf(review);
  if (!decision) return [];
  const letter = `(letter of ${dayWords(decision.on)})`;
  const since = [
    ...(notAmending
      ? [`After your answer it does not change the plan (letter of ${dayWords(notAmending.on)}).`]
      : []),
    ...(finalPlan ? [`The final plan is of ${dayWords(finalPlan.on)}.`] : []),
    ...(orderedPlan ? [`The plan was amended on ${dayWords(orderedPlan.on)}.`] : []),
  ];
  switch (decision.kind) {
    case 'keep':
      return [`The local authority keeps the plan as it is ${letter}.`, ...since];
    case 'amend':
      return [`The local authority changes the plan ${letter}.`, ...since];
    default: {
      const rule = ceasingRule({ pupil, today });
      const stands = 'It stays in force while you can appeal, and until any appeal has ended.';
      return [
        `The local authority decided to end the plan ${letter}.${isToCease(review) ? ` ${stands}` : ''}`,
        ...(rule ? [rule] : []),
        ...since,
      ];
    }
  }
}

const MAY_ASK = 'You may ask for a school to be named, and to meet an officer.';

/** Until when the family can answer the notice; later the local authority may still take it. */
function answerUntil(until: LocalDate | undefined, today: LocalDate): string {
  if (until && until < today)
    return `The days to answer that the regulations require ended on ${dayWords(until)}: ask at once whether it still takes your answer.`;
  return `You can answer until ${until ? dayWords(until) : 'the day it names'}, at least. ${MAY_ASK}`;
}

/** What comes between a decision to change the plan and the final one. */
function amendingLines({ review, today }: OfReview, steps: readonly StepStands[]): readonly string[] {
  const { notice, comments } = annualPartOf(review);
  if (!isPlanToCome(review)) return [];
  const final = dayOf(steps, 'final-plan');
  const ends = final ? [isDueBy('The final plan', final, today)] : [];
  if (!notice) {
    const by = dayOf(steps, 'notice');
    const late = by !== undefined && by < today;
    return [
      ...(late ? [isDueBy('Its notice of the changes it proposes', by, today)] : []),
      `${late ? 'Once you have it you' : `First you get a notice of the changes it proposes${by ? `, due by ${dayWords(by)}` : ''}. You then`} have at least ${countedAs(review, 'comments')} to answer. ${MAY_ASK}`,
      ...ends,
    ];
  }
  const answer = comments
    ? `Your answer of ${dayWords(comments.on)} is with it.`
    : answerUntil(dayOf(steps, 'comments'), today);
  return [`Its notice of ${dayWords(notice.on)} says what it proposes. ${answer}`, ...ends];
}

/** By when the plan is to name the next place, while that is to come. */
function moveLines(transfer: DueTransfer | undefined, today: LocalDate): readonly string[] {
  if (!transfer) return [];
  const { date } = transfer.deadline;
  const late = daysBetween(date, today);
  return [
    late > 0
      ? `For the move to the next school or college the plan was to name the place by ${dayWords(date)}. The local authority is ${count(late, 'day')} late.`
      : `For the move to the next school or college the plan is to name the place by ${dayWords(date)}.`,
  ];
}

/** What they may do, or what became of it. */
function appealLines(given: OfReview, steps: readonly StepStands[]): readonly string[] {
  const lodged = lodgedWords(given);
  if (lodged) return [lodged];
  if (isAsOrdered(annualPartOf(given.review))) return [`${AGAINST_THE_TRIBUNAL.words}.`];
  const right = steps.find(({ step }) => step === 'appeal')?.date;
  if (!right) return [];
  return [appealUntil(right.date, given.today, 'For most appeals a mediation certificate comes first.')];
}

/** Their right to appeal and its last day with what comes `first`, or that this has passed. */
export const appealUntil = (last: LocalDate, today: LocalDate, first: string): string =>
  last < today
    ? `The last day to appeal was ${dayWords(last)}.`
    : `If you disagree you may appeal to the SEND Tribunal. The last day for your appeal to reach it is ${dayWords(last)}, until 5pm.${first && ` ${first}`}`;

const reportLine = (by: LocalDate, today: LocalDate): string =>
  by < today
    ? `The report of the meeting was to be with you by ${dayWords(by)}: ask us when it comes.`
    : `You get the report of the meeting by ${dayWords(by)}.`;

const decisionLine = (by: LocalDate, today: LocalDate): string =>
  by < today
    ? isDueBy('The local authority’s decision', by, today)
    : `The local authority decides by ${dayWords(by)}, and writes to you.`;

/** Of a decision that the school knows the day of, and not yet what it was. */
const decidedOnLine = (on: LocalDate): string =>
  `The local authority has decided (${dayWords(on)}). Its letter says what, and until when you may appeal or answer.`;

/** What the local authority decided, what is to come of it, and by when. */
export function familyLaLines(
  given: OfReview & { readonly transfer?: DueTransfer | undefined },
): readonly string[] {
  const { review, today } = given;
  const steps = stepsOf(review, today);
  const { decision, report } = annualPartOf(review);
  const [reportBy, decisionBy] = [dayOf(steps, 'report'), dayOf(steps, 'la-decision')];
  return [
    ...(reportBy && !report ? [reportLine(reportBy, today)] : []),
    ...(decision || !decisionBy ? [] : [decisionLine(decisionBy, today)]),
    ...(review.decidedInData ? [decidedOnLine(review.decidedInData)] : []),
    ...decidedLines(given),
    ...amendingLines(given, steps),
    ...moveLines(given.transfer, today),
    ...appealLines(given, steps),
  ];
}
