import type { ObligationKind } from '../domain/obligations.ts';
import type { Voice } from './voice.ts';

/** What is owed in the order in which it is best done, where several things are due on one day. */
export const OWED_ORDER: readonly ObligationKind[] = [
  'plan-meeting',
  'evidence',
  'advice',
  'circulate',
  'parent-views',
  'pupil-views',
  'hold-meeting',
  'decide-outcome',
  'report',
  'la-decision',
  'notice',
  'comments',
  'final-plan',
  'action',
  'reassign',
  'decide-action',
  'ask-another',
];

/** What is to be done, in a few words. */
export function owedWords(kind: ObligationKind, { child }: Voice, isAnnual: boolean): string {
  switch (kind) {
    case 'plan-meeting':
      return isAnnual
        ? 'Set the meeting, invite everybody and ask for advice'
        : 'Set the meeting, and ask for evidence';
    case 'evidence':
      return 'Give your evidence';
    case 'parent-views':
      return 'Record the parents’ or carers’ views';
    case 'pupil-views':
      return `Record the ${child}’s views`;
    case 'hold-meeting':
      return 'Hold the meeting';
    case 'decide-outcome':
      return isAnnual ? 'Record what the meeting recommends' : 'Decide the outcome';
    case 'action':
      return 'Your action';
    case 'reassign':
      return 'Find a new owner for an action';
    case 'decide-action':
      return 'Decide what becomes of an action';
    case 'ask-another':
      return 'Ask somebody else for evidence';
    case 'advice':
      return 'Get and record everybody’s written advice';
    case 'circulate':
      return 'Send all advice to everybody invited';
    case 'report':
      return 'Send the report to everybody invited';
    case 'la-decision':
      return 'The local authority’s decision: record it, or chase it';
    case 'notice':
      return 'The local authority’s proposed changes: record them, or chase them';
    case 'comments':
      return 'Record what they say to the proposed changes';
    case 'final-plan':
      return 'The final amended plan: record it, or chase it';
  }
}

/** What a colleague may need a hand with: it follows "may need a hand with". */
export function helpWords(kind: ObligationKind, { child }: Voice): string {
  switch (kind) {
    case 'plan-meeting':
      return 'setting the meeting';
    case 'evidence':
      return 'giving evidence';
    case 'parent-views':
      return 'recording the parents’ or carers’ views';
    case 'pupil-views':
      return `recording the ${child}’s views`;
    case 'hold-meeting':
      return 'holding the meeting';
    case 'decide-outcome':
      return 'deciding the outcome';
    case 'action':
      return 'this action';
    case 'reassign':
      return 'finding a new owner for this action';
    case 'decide-action':
      return 'deciding what becomes of this action';
    case 'ask-another':
      return 'asking somebody else for evidence';
    case 'advice':
      return 'getting everybody’s written advice';
    case 'circulate':
      return 'sending the advice round';
    case 'report':
      return 'sending the report';
    case 'la-decision':
      return 'chasing the local authority’s decision';
    case 'notice':
      return 'chasing the local authority’s proposed changes';
    case 'comments':
      return 'recording what is said to the proposed changes';
    case 'final-plan':
      return 'chasing the final plan';
  }
}
