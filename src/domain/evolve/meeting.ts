import type { AnnualReview } from '../annual.ts';
import type { Actor } from '../commands.ts';
import type { ReviewEvent } from '../events.ts';
import type { EarlierMeeting, Review } from '../review.ts';

type Planned = Extract<ReviewEvent, { type: 'meeting-planned' }>;

/** The review with its meeting as it is now set, and those asked for evidence; one set before and moved is kept. */
export function planned(review: Review, event: Planned, actor: Actor): Review {
  const { date, time, invitees, evidenceBy: dueBy, asked, noLongerAsked } = event;
  return {
    ...(event.moved ? withEarlier(review, 'moved', event.whyMoved ?? '', actor) : review),
    stage: 'gathering',
    meeting: { date, time, invitees },
    evidence: [
      ...review.evidence
        .filter(({ who }) => !noLongerAsked.includes(who))
        .map((request) => ({ ...request, dueBy })),
      ...asked.map((who) => ({ who, askedAt: actor.at, dueBy, revision: 0 })),
    ],
    ...(review.annual && event.annual && { annual: invited(review.annual, event.annual, actor) }),
  };
}

/** The review without a meeting; what had been set, and what was gathered for it, stays. */
export function calledOff(review: Review, why: string, actor: Actor): Review {
  const { meeting: _, ...rest } = withEarlier(review, 'called-off', why, actor);
  if (!rest.annual) return rest;
  // Nobody is invited to a day any more.
  const { invitedOn: _invited, shortNotice: _notice, ...annual } = rest.annual;
  return { ...rest, annual };
}

function withEarlier(review: Review, was: EarlierMeeting['was'], why: string, { who, at }: Actor): Review {
  if (!review.meeting) return review;
  const one: EarlierMeeting = { ...review.meeting, was, why, by: who, at };
  return { ...review, earlierMeetings: [...(review.earlierMeetings ?? []), one] };
}

function invited(
  annual: AnnualReview,
  now: NonNullable<Planned['annual']>,
  { who, at }: Actor,
): AnnualReview {
  const { shortNotice: _, ...before } = annual;
  const adviceOf = (id: string) => annual.outsiders.find((one) => one.id === id)?.advice;
  return {
    ...before,
    invitedOn: now.invitedOn,
    ...(now.shortNotice.trim() !== '' && { shortNotice: { by: who, at, why: now.shortNotice } }),
    outsiders: now.outsiders.map((outsider) => {
      const advice = adviceOf(outsider.id);
      return advice ? { ...outsider, advice } : outsider;
    }),
  };
}
