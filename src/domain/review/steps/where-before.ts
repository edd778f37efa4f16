import { compare } from '../../time.ts';
import type { FormSubject } from './step-form.ts';

/** Where the pupil's last meeting was set to be, in this review or one before; '' where nobody has said. */
export function whereBefore({ review, reviews = [] }: FormSubject): string {
  const others = reviews.filter(({ id }) => id !== review.id);
  const all = [...others.toSorted((a, b) => compare(a.startedAt, b.startedAt)), review];
  return (
    all
      .flatMap(({ meeting, earlierMeetings = [] }) => [...earlierMeetings, meeting])
      .findLast((one) => one?.where)?.where ?? ''
  );
}
