import { planRow } from '../../plans/index.ts';
import { localDate } from '../../time.ts';
import { meetingDay } from '../held.ts';
import type { ObligationRow } from './row.ts';

/** Decide the outcome at the meeting; of an annual review, record what it recommends. */
export const decideOutcome: ObligationRow<'decide-outcome'> = {
  kind: 'decide-outcome',
  forFamily: 'To record what the review concluded',
  stages: ['meeting'],
  owed: ({ review, lead }) => [{ who: lead, due: meetingDay(review) ?? localDate(review.startedAt) }],
  words: (_terms, review) => planRow(review.kind).words.oweConclusion,
  help: () => 'deciding the outcome',
  answers: [{ opens: 'screen', name: 'agenda', title: 'Go to the agenda' }],
  settled: ({ review }) => ({ is: review.outcome ? 'decided' : 'over' }),
};
