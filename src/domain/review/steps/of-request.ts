import type { PlanKindRow } from '../../plans/index.ts';
import { isSenco } from '../../school/membership.ts';
import { type Decided, type Refusal, refusal, unless } from '../decision.ts';
import { requestAbout } from '../questions/requests.ts';
import { requestOf } from '../requests.ts';
import type { LaRequest, RequestKind, Review } from '../review.ts';
import { beforeMeeting, cancelled, instead } from './instead.ts';
import { type Given, type Stages, TAKES } from './step.ts';
import type { FormSubject, ForNothing } from './step-form.ts';

/* What the steps have in common that are about one request to the local authority. */

/** Reviews of these kinds of plan can ask something of the local authority. */
export const asksTheLa = ({ outcomes }: PlanKindRow): boolean => outcomes.some(({ asksFor }) => asksFor);

const notDecided = instead(
  'Nothing has been asked of the local authority yet: that is settled with the outcome.',
  'status',
);

/** From the outcome on; in a closed review a slip can be put right, and a mediation certificate recorded. */
export const OF_REQUEST: Stages = {
  ...beforeMeeting(notDecided),
  meeting: notDecided,
  acting: TAKES,
  closed: TAKES,
  cancelled,
};

/** As `OF_REQUEST`, for what is over once the review is closed. */
export const OF_OPEN_REQUEST: Stages = {
  ...OF_REQUEST,
  closed: instead('This review is closed: its requests are answered.', 'status', 'already-done'),
};

/** What `decide` makes of the request; refused where there is none of that kind. */
export function ofRequest<Fact>(
  { review }: Given,
  kind: RequestKind,
  decide: (request: LaRequest) => Decided<Fact>,
): Decided<Fact> {
  const request = requestOf(review, kind);
  if (request) return decide(request);
  const say = 'This review has not asked the local authority for that.';
  return unless(refusal('unknown-thing', say, { offer: { what: 'status' } }));
}

/** A colleague who is no SENCO answers only for what they are to send themselves. */
export function checkTheirs({ actor, school }: Given, { owner }: LaRequest): Refusal | undefined {
  if (owner === actor.who || isSenco(school, actor.who)) return undefined;
  return refusal('not-yours', 'Only the person who is to send the request, or the SENCO, can do this.');
}

/** The review with one of its requests changed. */
export function withRequest(
  review: Review,
  kind: RequestKind,
  change: (request: LaRequest) => LaRequest,
): Review {
  const requests = review.requests?.map((one) => (one.kind === kind ? change(one) : one));
  return { ...review, ...(requests && { requests }) };
}

/** Why a form about a request would be filled in for nothing: `known` says what is known already. */
export const requestSettled =
  (known: (request: LaRequest) => string | undefined) =>
  (subject: FormSubject): ForNothing | undefined => {
    const say = known(requestAbout(subject));
    return say === undefined ? undefined : { look: 'requests', say };
  };

/** What is asked for, in the middle of a sentence. */
export const REQUEST_WORDS: Readonly<Record<RequestKind, string>> = {
  'top-up': 'the application for top-up funding',
  'ehc-assessment': 'the request for an EHC needs assessment',
};
