import { meetingDue } from './meeting-day.ts';
import type { ObligationRow } from './row.ts';

/** Open the meeting on its day. */
export const holdMeeting: ObligationRow<'hold-meeting'> = {
  kind: 'hold-meeting',
  forFamily: 'To hold the review meeting',
  stages: ['gathering'],
  owed: ({ review, lead }) => {
    const due = meetingDue(review);
    return due ? [{ who: lead, due }] : [];
  },
  words: (_terms, { noSchool }) =>
    noSchool ? 'Note what comes of the meeting that the local authority holds' : 'Hold the meeting',
  help: () => 'holding the meeting',
  answers: [{ opens: 'meeting', title: 'Open the meeting' }],
  atItsHour: true,
  settled: ({ review }) => ({ is: review.meetingOpenedAt ? 'opened' : 'over' }),
};
