import { dayWords } from '../../language/days.ts';
import { count } from '../../language/words.ts';
import { withAnnual } from '../annual-part.ts';
import { checkWords } from '../checks.ts';
import { staffConcerned } from '../concerned.ts';
import { type Actor, refusal, unless } from '../decision.ts';
import { CANCEL_MEETING } from '../questions/cancel-meeting.ts';
import type { Review } from '../review.ts';
import { withEarlierMeeting } from './earlier-meeting.ts';
import { cancelled, held, instead, onceConcluded } from './instead.ts';
import { type Step, TAKES, tell } from './step.ts';
import { stepForm } from './step-form.ts';

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
  forms: [
    stepForm({
      name: 'cancel-meeting',
      title: 'Call the meeting off',
      open: 'Call the meeting off',
      send: 'Call it off',
      ask: ({ review }) =>
        `${review.meeting ? `The meeting was to be on ${dayWords(review.meeting.date)}. ` : ''}Everybody who was invited or asked is told. What has been gathered stays.`,
      notification: ({ review }) => `Call off the meeting of review ${review.ref}`,
      questions: CANCEL_MEETING,
      command: ({ why }) => ({ type: 'cancel-meeting', why }),
      said: ({ told, whenTold }) => {
        const off = told['meeting-called-off'];
        const tell = off ? ` ${count(off, 'colleague')} ${off === 1 ? 'is' : 'are'} told ${whenTold}.` : '';
        return `The meeting is called off. What was gathered stays.${tell}`;
      },
    }),
  ],
};

/** The review without a meeting; what had been set, and what was gathered for it, stays. */
function calledOff(review: Review, { why }: MeetingCalledOff, actor: Actor): Review {
  const { meeting: _, ...rest } = withEarlierMeeting(review, 'called-off', why, actor);
  // Nobody is invited to a day any more.
  return withAnnual(rest, ({ invitedOn: _on, shortNotice: _short, ...annual }) => annual);
}
