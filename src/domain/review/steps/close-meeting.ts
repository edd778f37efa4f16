import { localDate } from '../../time.ts';
import { refusal, unless } from '../decision.ts';
import { recordedAtMeeting } from '../recorded-at-meeting.ts';
import type { Review } from '../review.ts';
import { atMeeting, instead, recordStands } from './instead.ts';
import type { Step } from './step.ts';

interface CloseMeeting {
  readonly type: 'close-meeting';
}

interface MeetingClosedAgain {
  readonly type: 'meeting-closed-again';
}

/** A meeting that was opened by mistake is closed again, as long as nothing was recorded in it: it is as if it had not been opened. */
export const closeMeeting: Step<CloseMeeting, MeetingClosedAgain> = {
  type: 'close-meeting',
  giver: 'senco',
  stages: {
    ...atMeeting(recordStands),
    gathering: instead('The meeting is not open.', 'status', 'already-done'),
  },
  moves: [{ from: 'meeting', to: 'gathering', when: 'nothing was recorded in it' }],
  decide: ({ review }) => {
    const say =
      'Something has been recorded in this meeting, so it can’t be closed as opened by mistake. Take that back first.';
    return unless(
      recordedAtMeeting(review) ? refusal('not-now', say, { offer: { what: 'agenda' } }) : undefined,
      { type: 'meeting-closed-again' },
    );
  },
  facts: { 'meeting-closed-again': { evolve: notOpened } },
};

/** An answer that came while it was open by mistake is late only by the day it was asked for. */
function notOpened({ meetingOpenedAt: _, ...review }: Review): Review {
  return {
    ...review,
    stage: 'gathering',
    evidence: review.evidence.map((request) =>
      request.answer
        ? { ...request, answer: { ...request.answer, late: localDate(request.answer.at) > request.dueBy } }
        : request,
    ),
  };
}
