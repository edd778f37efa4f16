import { dayWords } from '../../language/days.ts';
import { wasHeld } from '../held.ts';
import type { Review } from '../review.ts';
import type { Alternative, FormSubject } from './step-form.ts';

/* What the forms have in common that record what a family or pupil says. */

/** A space and by when views are needed; '' where no meeting is set. */
export function neededBefore(review: Review, required = true): string {
  const { meeting } = review;
  if (!meeting || !required) return '';
  // One that is held already may have been brought forward.
  const when = wasHeld(review) ? '' : `; the meeting is on ${dayWords(meeting.date)}`;
  return ` They are needed before the outcome${when}.`;
}

/** The way on where somebody was asked for their views and none were received; offered `when` there are none yet. */
export const noneGiven = (
  about: 'parent' | 'pupil',
  when: (subject: FormSubject) => boolean,
  title: (subject: FormSubject) => string = () => 'No views received',
): Alternative<never> => ({
  title,
  when,
  opens: 'views-not-given',
  about,
  inItsPlace: true,
});
