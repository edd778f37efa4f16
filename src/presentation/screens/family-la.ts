import { dayWords } from '../../domain/language/days.ts';
import { annualPartOf, isPlanToCome, isToCease } from '../../domain/review/annual-part.ts';
import { ceasingRule } from '../../domain/review/steps/ceasing-words.ts';
import { isAsOrdered } from '../../domain/statute/appeal.ts';
import type { Step } from '../../domain/statute/clock.ts';
import { countedAs } from '../../domain/statute/clock-words.ts';
import type { DueTransfer } from '../../domain/statute/due.ts';
import { AGAINST_THE_TRIBUNAL } from '../../domain/statute/rules/appeal.ts';
import type { OfReview } from '../parts.ts';
import { lodgedWords } from './appeal-section.ts';
import { type StepStands, stepsOf } from './steps.ts';

/* What a family is told of the local authority: what it decided, what is to come, and what they may do, in that order. */

/** Its day, of a step that is still to be done. */
function dayOf(steps: readonly StepStands[], step: Step): string | undefined {
  const found = steps.find((one) => one.step === step && !one.done);
  return found && dayWords(found.date.date);
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

/** What comes between a decision to change the plan and the final one. */
function amendingLines({ review }: OfReview, steps: readonly StepStands[]): readonly string[] {
  const { notice, comments } = annualPartOf(review);
  if (!isPlanToCome(review)) return [];
  const final = dayOf(steps, 'final-plan');
  const ends = final ? [`The final plan is due by ${final}.`] : [];
  if (!notice) {
    const by = dayOf(steps, 'notice');
    return [
      `First you get a notice of the changes it proposes${by ? `, due by ${by}` : ''}. You then have at least ${countedAs(review, 'comments')} to answer. You may ask for a school to be named, and to meet an officer.`,
      ...ends,
    ];
  }
  const until = dayOf(steps, 'comments');
  const answer = comments
    ? `Your answer of ${dayWords(comments.on)} is with it.`
    : `You can answer until ${until ?? 'the day it names'}, at least. You may ask for a school to be named, and to meet an officer.`;
  return [`Its notice of ${dayWords(notice.on)} says what it proposes. ${answer}`, ...ends];
}

/** By when the plan is to name the next place, while that is to come. */
function moveLines(transfer: DueTransfer | undefined): readonly string[] {
  if (!transfer) return [];
  const by = dayWords(transfer.deadline.date);
  return [`For the move to the next school or college the plan is to name the place by ${by}.`];
}

/** What they may do, or what became of it. */
function appealLines(given: OfReview, steps: readonly StepStands[]): readonly string[] {
  const lodged = lodgedWords(given);
  if (lodged) return [lodged];
  if (isAsOrdered(annualPartOf(given.review))) return [`${AGAINST_THE_TRIBUNAL.words}.`];
  const right = steps.find(({ step }) => step === 'appeal')?.date;
  if (!right) return [];
  if (right.date < given.today) return [`The last day to appeal was ${dayWords(right.date)}.`];
  return [
    `If you disagree you may appeal to the SEND Tribunal. The last day for your appeal to reach it is ${dayWords(right.date)}, until 5pm. For most appeals a mediation certificate comes first.`,
  ];
}

/** What the local authority decided, what is to come of it, and by when. */
export function familyLaLines(
  given: OfReview & { readonly transfer?: DueTransfer | undefined },
): readonly string[] {
  const { review, today } = given;
  const steps = stepsOf(review, today);
  const { decision, report } = annualPartOf(review);
  const [reportBy, decisionBy] = [dayOf(steps, 'report'), dayOf(steps, 'la-decision')];
  return [
    ...(reportBy && !report ? [`You get the report of the meeting by ${reportBy}.`] : []),
    ...(decision || !decisionBy ? [] : [`The local authority decides by ${decisionBy}, and writes to you.`]),
    ...decidedLines(given),
    ...amendingLines(given, steps),
    ...moveLines(given.transfer),
    ...appealLines(given, steps),
  ];
}
