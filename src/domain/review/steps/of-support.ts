import { type Decided, refusal, unless } from '../decision.ts';
import { supportEndedOn, supportNamed } from '../obligations/support.ts';
import type { Provision, Review } from '../review.ts';
import { beforeMeeting, cancelled, instead } from './instead.ts';
import { type Given, type Stages, TAKES } from './step.ts';
import type { FormSubject, ForNothing } from './step-form.ts';

/* What the steps have in common that are about support which a review has agreed. */

/** Support is followed up from the outcome on, also once the review is closed. */
export const OF_SUPPORT: Stages = {
  ...beforeMeeting(
    instead('Nothing has been agreed yet: this can be done once the outcome is recorded.', 'status'),
  ),
  meeting: instead('The outcome is not recorded yet. Until it is, you can change the provision.', 'agenda'),
  acting: TAKES,
  closed: TAKES,
  cancelled,
};

const OVER = 'This support has ended, so nothing more is asked about it.';
const seeStatus = { offer: { what: 'status' } };

/** What `decide` makes of support that has not ended, by itself or with the plan; refused where there is none of that id. */
export function ofSupport<Fact>(
  { review }: Given,
  id: string,
  decide: (provision: Provision) => Decided<Fact>,
): Decided<Fact> {
  const provision = review.provision.find((one) => one.id === id);
  if (!provision)
    return unless(refusal('unknown-thing', 'That support is not part of this review.', seeStatus));
  return supportEndedOn(review, provision)
    ? unless(refusal('already-done', OVER, seeStatus))
    : decide(provision);
}

/** The review with some of its support changed. */
export function withSupport(review: Review, id: string, change: (provision: Provision) => Provision): Review {
  return { ...review, provision: review.provision.map((one) => (one.id === id ? change(one) : one)) };
}

/** Why a form about support would be filled in for nothing: it has ended. */
export function supportOver({ review, about }: FormSubject): ForNothing | undefined {
  const provision = supportNamed(review, about);
  return provision && supportEndedOn(review, provision) ? { look: 'support', say: OVER } : undefined;
}
