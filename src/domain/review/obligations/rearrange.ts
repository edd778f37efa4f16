import { earlier, localDate, plusDays } from '../../time.ts';
import { rearrangementsOpen } from '../from-families.ts';
import type { ObligationRow } from './row.ts';

/** How many days a SENCO has to answer somebody who asks for another time. Our own choice, no statute. */
const ANSWER_DAYS = 2;

/** Move the meeting for somebody who asked for another time, or say why it stays. */
export const rearrange: ObligationRow<'rearrange'> = {
  kind: 'rearrange',
  forFamily: 'To answer a request to rearrange the meeting',
  stages: ['gathering'],
  owed: ({ review, lead }) => {
    const [first] = rearrangementsOpen(review);
    if (!first || !review.meeting) return [];
    return [{ who: lead, due: earlier(plusDays(localDate(first.at), ANSWER_DAYS), review.meeting.date) }];
  },
  words: () => 'Answer a request to rearrange the meeting',
  brief: () => 'Answer a request to rearrange',
  help: () => 'answering a request to rearrange the meeting',
  answers: [
    { opens: 'form', name: 'plan-meeting', title: 'Move the meeting' },
    { opens: 'form', name: 'keep-meeting', title: 'Say why it stays' },
  ],
  settled: () => ({ is: 'answered' }),
};
