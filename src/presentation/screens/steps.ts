import { daysWords, dayWords } from '../../domain/language/days.ts';
import { count } from '../../domain/language/words.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import { wasHeld } from '../../domain/review/held.ts';
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
import { plain, type Run, reason, subtle, urgent } from '../parts.ts';

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
  /** People outside this chat are to be told today: that is said of the day, and no more is known. */
  readonly toTell?: true;
  /** The meeting was held without it: nothing is to be done about it any more. */
  readonly over?: true;
}

/** The steps of an annual review whose date is known, the earliest first; none for any other review. While nothing is asked of it none is late. */
export function stepsOf(review: Review, today: LocalDate): readonly StepStands[] {
  const resting = isQuiet(review.quiet, today);
  const forward = broughtForwardFrom(review);
  const toTell = isToTellOutside(review, today);
  return stepsInOrder(clockOf(review)).map(({ step, due }) => ({
    step,
    date: due,
    done: doneOn(review, step),
    late: resting || isOver(review, step) ? 0 : lateBy(review, step, today),
    ...(isOver(review, step) && { over: true as const }),
    ...(step === 'invite' && toTell && { toTell }),
    ...(step === 'invite' && forward && { invitedTo: forward }),
    ...(step === 'la-decision' && review.decidedInData && { inData: true as const }),
  }));
}

/** Whether it was said that people outside this chat are told of the meeting on `today`, which nobody can say they were yet. */
const isToTellOutside = (review: Review, today: LocalDate): boolean =>
  !review.noSchool &&
  annualPartOf(review).invitedOn === today &&
  annualPartOf(review).outsiders.length > 0 &&
  !wasHeld(review);

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

/** What is done once people are told of the meeting: they are asked for advice with that, and the notice is long enough or not. */
function toldRuns({ step, date: { date }, invitedTo, late, toTell }: StepStands, done: LocalDate): Run[] {
  if (step === 'ask-advice') return [plain(`With the invitation, ${dayWords(done)}`)];
  const short = late > 0 ? [urgent(` · ${count(late, 'day')} short of the notice`)] : [];
  if (toTell) return [plain('Those outside this chat are to hear of it from you today'), ...short];
  const of = invitedTo ? `, of the meeting of ${dayWords(invitedTo)}` : '';
  return [plain(`Told ${dayWords(done)}${of}`), subtle(` · was due ${dayWords(date)}`), ...short];
}

/** How a step stands in one line: done on, late by, or due. */
export function stepRuns(one: StepStands, today: LocalDate): Run[] {
  const { step, date, done, inData, late, over } = { ...one, date: one.date.date };
  if (done && step === 'appeal')
    return [plain(`Lodged ${dayWords(done)}`), subtle(` · the last day was ${dayWords(date)}`)];
  if (done && (step === 'invite' || step === 'ask-advice')) return toldRuns(one, done);
  if (done) {
    const after = late > 0 ? [urgent(` · ${count(late, 'day')} late`)] : [];
    const came = inData ? `Came ${dayWords(done)}, as the school’s data has it` : `Done ${dayWords(done)}`;
    return [plain(came), subtle(` · was due ${dayWords(date)}`), ...after];
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
export const stepWhy = ({ date }: StepStands): Run => reason(whyInFull(date));
