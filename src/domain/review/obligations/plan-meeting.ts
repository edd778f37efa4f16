import { planRow } from '../../plans/index.ts';
import { localDate, plusDays } from '../../time.ts';
import { calledOff } from './meeting-day.ts';
import type { ObligationRow } from './row.ts';

/** How many days a SENCO has to plan the meeting of a review they started, or of one called off. Our own choice, no statute. */
const PLANNING_DAYS = 7;

/** Set the meeting and ask for evidence; a new date, where it was called off. */
export const planMeeting: ObligationRow<'plan-meeting'> = {
  kind: 'plan-meeting',
  forFamily: 'To set the day of the review meeting',
  stages: ['preparing', 'gathering'],
  owed: ({ review, lead }) => {
    const off = calledOff(review);
    if (review.stage === 'gathering' && !off) return [];
    return [{ who: lead, due: plusDays(localDate(off?.at ?? review.startedAt), PLANNING_DAYS) }];
  },
  words: (_terms, review) =>
    review.noSchool
      ? 'Ask the local authority when it holds the review, and put the day in'
      : planRow(review.kind).words.owePlanning,
  brief: () => 'Set the meeting',
  help: () => 'setting the meeting',
  answers: [{ opens: 'form', name: 'plan-meeting', title: 'Set the meeting' }],
  settled: ({ review }) => ({ is: review.meeting ? 'planned' : 'over' }),
  missing: {
    before: ['openMeeting'],
    of: ({ meeting }) => {
      if (meeting) return [];
      const say = 'The meeting was called off, and no new date is set.';
      return [{ what: 'plan-meeting', offer: 'plan-meeting', say }];
    },
  },
};
