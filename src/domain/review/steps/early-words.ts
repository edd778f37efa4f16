import { dayWords } from '../../language/days.ts';
import { count } from '../../language/words.ts';
import { dueWith } from '../../statute/due.ts';
import { daysBetween } from '../../time.ts';
import { type FormSubject, sentences } from './step-form.ts';

/** "16 weeks", of a span of that many days; in days where it is shorter than a week. */
const span = (days: number) => (days < 7 ? count(days, 'day') : count(Math.floor(days / 7), 'week'));

/**
 * What it means to begin a review now, in sentences, where it is early or the one before is not decided yet; '' where it is
 * neither, where somebody has asked for it early, and once its meeting is set. It keeps nobody from going on.
 */
export function earlyWords({ review, pupil, reviews = [], today, school }: FormSubject): string {
  if (review.stage !== 'preparing' || review.early) return '';
  const due = dueWith(review, pupil, reviews, today, school);
  if (!due) return '';
  const { opensOn, dueBy, state, awaiting } = due;
  // A move at risk is due now, whatever day its review would open on.
  const isEarly = state === 'coming' && today < opensOn && opensOn <= dueBy;
  return sentences(
    isEarly
      ? `This is early: it is ${span(daysBetween(today, dueBy))} before the review is due, ${dayWords(dueBy)}, and time to prepare it from ${dayWords(opensOn)}.`
      : '',
    awaiting && awaiting.review !== review.id
      ? `The review before it, held on ${dayWords(awaiting.meetingOn)}, still awaits the local authority’s decision.`
      : '',
    isEarly ? 'You can go on all the same.' : '',
  );
}
