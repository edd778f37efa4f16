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
  stages: ['gathering'],
  owed: (situation) => (awaited(situation.review).length > 0 ? byClockBefore(situation, 'advice') : []),
  words: () => 'Get and record everybody’s written advice',
  help: () => 'getting everybody’s written advice',
  answers: [{ opens: 'screen', name: 'pack', title: 'See what has come' }],
  settled: ({ review }) => recordedIf(planRow(review.kind).invitesOutsiders && awaited(review).length === 0),
  missing: {
    before: ['openMeeting'],
    of: (review) =>
      awaited(review).map(({ id: about, role }) => {
        return { what: 'advice', about, offer: 'advice', say: `No written advice yet from ${WHOSE[role]}.` };
      }),
    inBrief: (times) => `written advice from ${times} ${times === 1 ? 'person' : 'people'}`,
  },
};
