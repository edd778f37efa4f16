import { byClock, recordedIf } from './by-clock.ts';
import type { ObligationRow } from './row.ts';

/** The local authority's decision after an annual review. */
export const laDecision: ObligationRow<'la-decision'> = {
  kind: 'la-decision',
  stages: ['acting'],
  owed: (situation) => (situation.review.annual?.decision ? [] : byClock(situation, 'la-decision')),
  words: () => 'The local authority’s decision: record it, or chase it',
  help: () => 'chasing the local authority’s decision',
  answers: [
    { opens: 'form', name: 'la-decision', title: 'Record it' },
    { opens: 'screen', name: 'chase', title: 'Chase' },
  ],
  settled: ({ review }) => recordedIf(review.annual?.decision),
  ofTheLa: 'the local authority’s decision',
  record: {
    form: 'la-decision',
    title: () => 'Record the decision',
    takes: ({ stage }) => stage === 'acting',
  },
  missing: {
    before: ['close'],
    of: ({ annual }) => {
      if (!annual || annual.decision) return [];
      const say = 'The local authority’s decision is not recorded.';
      return [{ what: 'la-decision', offer: 'la-decision', say }];
    },
  },
};
