import { withAnnual } from '../annual-part.ts';
import { checkWords } from '../checks.ts';
import { staffConcerned } from '../concerned.ts';
import { type Actor, refusal, unless } from '../decision.ts';
import type { Review } from '../review.ts';
import { withEarlierMeeting } from './earlier-meeting.ts';
import { cancelled, held, instead, onceConcluded } from './instead.ts';
import { type Step, TAKES, tell } from './step.ts';

interface CancelMeeting {
  readonly type: 'cancel-meeting';
  readonly why: string;
}

interface MeetingCalledOff {
  readonly type: 'meeting-called-off';
  readonly why: string;
}

/** Calls the meeting off, with no new date yet. What was gathered stays. */
export const cancelMeeting: Step<CancelMeeting, MeetingCalledOff> = {
  type: 'cancel-meeting',
  giver: 'senco',
  stages: {
    preparing: instead('No meeting is set yet, so there is none to call off.', 'plan-meeting'),
    gathering: TAKES,
    meeting: instead('The meeting has been opened, so it can no longer be called off.', 'agenda'),
    ...onceConcluded(held),
    cancelled,
  },
  decide: ({ review }, { why }) => {
    const say = 'The meeting has been called off already. Set its new date when there is one.';
    return unless(
      (review.meeting ? undefined : refusal('already-done', say, { offer: { what: 'plan-meeting' } })) ??
        checkWords(why, 'why', 'Please say why the meeting is called off.'),
      { type: 'meeting-called-off', why },
    );
  },
  facts: {
    'meeting-called-off': {
      evolve: calledOff,
      tells: ({ review }) => tell('meeting-called-off', staffConcerned(review)),
    },
  },
};

/** The review without a meeting; what had been set, and what was gathered for it, stays. */
function calledOff(review: Review, { why }: MeetingCalledOff, actor: Actor): Review {
  const { meeting: _, ...rest } = withEarlierMeeting(review, 'called-off', why, actor);
  // Nobody is invited to a day any more.
  return withAnnual(rest, ({ invitedOn: _on, shortNotice: _short, ...annual }) => annual);
}
