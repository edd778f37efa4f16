import type { PersonId } from '../school/school.ts';
import type { LocalDate } from '../time.ts';
import { askedSupport } from './obligations/support.ts';
import { REQUEST } from './questions/request-options.ts';
import { requestsOf } from './requests.ts';
import type { RequestKind, Review } from './review.ts';

/** What a colleague answers for besides actions: support they see to, or a request to the local authority they are to send. */
export type Charge =
  | { readonly what: 'support'; readonly id: string; readonly text: string; readonly starts: LocalDate }
  | {
      readonly what: 'request';
      readonly id: RequestKind;
      readonly text: string;
      readonly sendBy: LocalDate;
    };

/** What `who` answers for in a review, besides actions: support of which it is still asked, and what is not sent yet. */
export function chargesOf(review: Review, who: PersonId): readonly Charge[] {
  const support = askedSupport({ review, school: undefined }).flatMap(
    ({ provision: { id, what: text, owner, starts } }): Charge[] =>
      owner === who ? [{ what: 'support', id, text, starts }] : [],
  );
  const requests = review.stage === 'acting' ? requestsOf(review) : [];
  const unsent = requests.flatMap(({ kind, owner, sendBy, sent, answer }): Charge[] =>
    owner === who && !sent && !answer ? [{ what: 'request', id: kind, text: REQUEST[kind], sendBy }] : [],
  );
  return [...support, ...unsent];
}
