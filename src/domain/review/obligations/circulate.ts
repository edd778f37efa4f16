import { planRow } from '../../plans/index.ts';
import { annualPartOf } from '../annual-part.ts';
import { byClockBefore, recordedIf } from './by-clock.ts';
import type { ObligationRow } from './row.ts';

/** Send all advice to everybody invited to an annual review. */
export const circulate: ObligationRow<'circulate'> = {
  kind: 'circulate',
  forFamily: 'To send the advice to everybody invited',
  stages: ['gathering'],
  // Without a school the local authority sends it round (SEND Regulations 2014, reg 21).
  owed: (situation) =>
    annualPartOf(situation.review).circulated || situation.review.noSchool
      ? []
      : byClockBefore(situation, 'circulate'),
  words: () => 'Send all advice to everybody invited',
  brief: () => 'Send the advice round',
  help: () => 'sending the advice round',
  answers: [
    { opens: 'form', name: 'circulate', title: 'It was sent' },
    { opens: 'screen', name: 'pack', title: 'Look through it' },
  ],
  settled: ({ review }) => recordedIf(annualPartOf(review).circulated),
  record: {
    form: 'circulate',
    title: () => 'The advice was sent round',
    takes: ({ stage }) => stage === 'gathering' || stage === 'meeting',
  },
  missing: {
    before: ['openMeeting'],
    of: (review) => {
      const owed = planRow(review.kind).invitesOutsiders && !review.noSchool;
      if (!owed || annualPartOf(review).circulated) return [];
      const say = 'It is not recorded that all advice was sent to everybody invited.';
      return [{ what: 'circulate', offer: 'circulate', say }];
    },
    inBrief: () => 'sending the advice round',
  },
};
