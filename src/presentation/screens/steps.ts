import { daysWords, dayWords } from '../../domain/language/days.ts';
import { count } from '../../domain/language/words.ts';
import { broughtForwardFrom } from '../../domain/review/held-early.ts';
import { rowNamed } from '../../domain/review/obligations/index.ts';
import type { Review } from '../../domain/review/review.ts';
import { isQuiet } from '../../domain/school/place.ts';
import {
  clockOf,
  doneOn,
  isOver,
  lateBy,
  openSteps,
  type Step,
  stepsInOrder,
} from '../../domain/statute/clock.ts';
import { whyInFull } from '../../domain/statute/date-reasons.ts';
import type { RuleDate } from '../../domain/statute/statute.ts';
import type { LocalDate } from '../../domain/time.ts';
import { plain, type Run, subtle, urgent } from '../parts.ts';

/** A step of the statutory clock as it stands. */
export interface StepStands {
  readonly step: Step;
  readonly date: RuleDate;
  /** The day it was done, where that is recorded. */
  readonly done?: LocalDate | undefined;
  /** That day is the school's data's: what it came to is still to be recorded. */
  readonly inData?: true;
  /** Calendar days late; 0 where it is not. */
  readonly late: number;
  /** The day that people were invited to, where the meeting was brought forward from it. */
  readonly invitedTo?: LocalDate;
  /** The meeting was held without it: nothing is to be done about it any more. */
  readonly over?: true;
}

/** The steps of an annual review whose date is known, the earliest first; none for any other review. While nothing is asked of it none is late. */
export function stepsOf(review: Review, today: LocalDate): readonly StepStands[] {
  const resting = isQuiet(review.quiet, today);
  const forward = broughtForwardFrom(review);
  return stepsInOrder(clockOf(review)).map(({ step, due }) => ({
    step,
    date: due,
    done: doneOn(review, step),
    late: resting || isOver(review, step) ? 0 : lateBy(review, step, today),
    ...(isOver(review, step) && { over: true as const }),
    ...(step === 'invite' && forward && { invitedTo: forward }),
    ...(step === 'la-decision' && review.decidedInData && { inData: true as const }),
  }));
}

/** What the local authority still owes in a review, in order; nothing while nothing is asked of it. */
export function laOwes(review: Review, today: LocalDate): readonly StepStands[] {
  if (review.stage !== 'acting' || isQuiet(review.quiet, today)) return [];
  return stepsOf(review, today).filter(({ step, done }) => rowNamed(step)?.ofTheLa?.(review) && !done);
}

/** What is still to be done as far as its date is known, the earliest first; nothing while nothing is asked of it. */
export function nextSteps(review: Review, today: LocalDate): readonly StepStands[] {
  if (isQuiet(review.quiet, today)) return [];
  const open = new Set(openSteps(review).map(({ step }) => step));
  return stepsOf(review, today).filter(({ step }) => open.has(step));
}

/** How a step stands in one line: done on, late by, or due. */
export function stepRuns(
  { step, date: { date }, done, inData, invitedTo, late, over }: StepStands,
  today: LocalDate,
): Run[] {
  if (done && step === 'appeal')
    return [plain(`Lodged ${dayWords(done)}`), subtle(` · the last day was ${dayWords(date)}`)];
  if (done) {
    const after = late > 0 ? [urgent(` · ${count(late, 'day')} late`)] : [];
    const came = inData ? `Came ${dayWords(done)}, as the school’s data has it` : `Done ${dayWords(done)}`;
    const of = invitedTo ? `, to the meeting of ${dayWords(invitedTo)}` : '';
    return [plain(`${came}${of}`), subtle(` · was due ${dayWords(date)}`), ...after];
  }
  if (over) return [subtle(`Not recorded before the meeting · was due ${dayWords(date)}`)];
  // A right, which nobody is late with.
  if (step === 'appeal' || step === 'comments') {
    const words = date < today ? `The last day was ${dayWords(date)}` : `Until ${dayWords(date)}`;
    return [plain(`${words} (${daysWords(today, date)})`)];
  }
  if (late > 0) return [urgent(`${count(late, 'day')} late`), subtle(` · was due ${dayWords(date)}`)];
  return [plain(`By ${dayWords(date)} (${daysWords(today, date)})`)];
}

/** Why a step's date is what it is. */
export const stepWhy = ({ date }: StepStands): Run => subtle(whyInFull(date));
