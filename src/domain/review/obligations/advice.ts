import { planRow } from '../../plans/index.ts';
import { adviceAwaited, WHOSE } from '../annual.ts';
import { annualPartOf } from '../annual-part.ts';
import type { Review } from '../review.ts';
import { byClockBefore, recordedIf } from './by-clock.ts';
import type { ObligationRow } from './row.ts';

const awaited = (review: Review) => adviceAwaited(annualPartOf(review).outsiders);

/** Record the written advice of everybody outside who was invited to an annual review, or that none will come. */
export const advice: ObligationRow<'advice'> = {
  kind: 'advice',
  forFamily: 'To ask for written advice, and record what came',
  stages: ['gathering'],
  // Without a school the local authority gets it (SEND Regulations 2014, reg 21).
  owed: (situation) =>
    awaited(situation.review).length > 0 && !situation.review.noSchool
      ? byClockBefore(situation, 'advice')
      : [],
  words: () => 'Get and record everybody’s written advice',
  brief: () => 'Record everybody’s advice',
  help: () => 'getting everybody’s written advice',
  answers: [{ opens: 'screen', name: 'pack', title: 'See what has come' }],
  settled: ({ review }) => recordedIf(planRow(review.kind).invitesOutsiders && awaited(review).length === 0),
  missing: {
    before: ['openMeeting'],
    of: (review) =>
      review.noSchool
        ? []
        : awaited(review).map(({ id: about, role }) => {
            const say = `No written advice yet from ${WHOSE[role]}.`;
            return { what: 'advice', about, offer: 'advice', say };
          }),
    inBrief: (times) => `written advice from ${times} ${times === 1 ? 'person' : 'people'}`,
  },
};
