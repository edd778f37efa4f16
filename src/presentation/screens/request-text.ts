import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { capital, count } from '../../domain/language/words.ts';
import type { LaRequest } from '../../domain/review/review.ts';
import { REQUEST_WORDS } from '../../domain/review/steps/of-request.ts';
import type { PersonId } from '../../domain/school/school.ts';
import { dayAndWhy } from '../../domain/statute/date-reasons.ts';
import { answerDue, requestLate } from '../../domain/statute/request-clock.ts';
import type { OfReview } from '../parts.ts';
import { initialsOf } from './chase-text.ts';

/** A letter that asks the local authority for its answer to a request, a paragraph each: initials and the reference for the name. */
export function requestText(
  { review, pupil, school, today }: OfReview,
  request: LaRequest,
  from: PersonId,
): readonly string[] {
  const due = answerDue(review, request);
  const late = requestLate(review, request, today);
  const words = capital(REQUEST_WORDS[request.kind]);
  return [
    `${words} of ${initialsOf(pupil)}, our reference ${pupil.ref}`,
    `It was sent on ${dayWords(request.sent?.on ?? today)}.`,
    ...(due
      ? [
          late
            ? `The answer was due by ${dayAndWhy(due)}. It is now ${count(late, 'day')} late.`
            : `The answer is due by ${dayAndWhy(due)}.`,
        ]
      : []),
    'Please send it to the family and to us, or tell us by return what stands in the way and on what day it will come.',
    `${nameOf(school, from)}, ${school.name}`,
  ];
}
