import type { ObligationKind } from '../../domain/review/obligations/index.ts';

/* What somebody was reminded of, as a family reads it. What is owed in a review does not compile without words; a test has the rest. */

const IN_A_REVIEW: Readonly<Record<ObligationKind, string>> = {
  'plan-meeting': 'To set the day of the review meeting',
  rearrange: 'To answer a request to rearrange the meeting',
  'tell-in-person': 'To tell a colleague about the meeting',
  'tell-outside': 'To tell those from outside the school about the meeting',
  evidence: 'To say how the child is getting on',
  'ask-another': 'To ask another colleague how the child is getting on',
  'parent-views': 'To record what the family says',
  'pupil-views': 'To record what the child or young person says',
  advice: 'To ask for written advice, and record what came',
  circulate: 'To send the advice to everybody invited',
  'hold-meeting': 'To hold the review meeting',
  'decide-outcome': 'To record what the review concluded',
  report: 'To send the report of the meeting',
  'la-decision': 'To record, or ask after, the local authority’s decision',
  notice: 'To record, or ask after, the local authority’s proposed changes to the plan',
  comments: 'To record what the family says to the proposed changes',
  'final-plan': 'To record, or ask after, the final plan',
  'send-request': 'To send a request to the local authority',
  'request-answer': 'To record, or ask after, the local authority’s answer to a request',
  action: 'An action agreed at the review',
  reassign: 'To find somebody else to do an action',
  'decide-action': 'To decide what becomes of an action',
  'support-happening': 'To say whether support is happening as agreed',
  'support-owner': 'To find somebody else to see to support',
};

const OF_THE_CHILD: Readonly<Record<string, string>> = {
  'next-place': 'To see that the next school or place is settled',
  'la-decides': 'To record, or ask after, the local authority’s decision',
  'la-amends': 'To record, or ask after, the changed plan from the local authority',
  'la-letter': 'To see that the new local authority writes to the family',
  'family-waits': 'To answer what the family says is wrong',
};

/** What was owed, by its kind; undefined for one that nobody has words for. */
export function owedWords(kind: string): string | undefined {
  const all: Readonly<Record<string, string>> = { ...IN_A_REVIEW, ...OF_THE_CHILD };
  return Object.hasOwn(all, kind) ? all[kind] : undefined;
}
