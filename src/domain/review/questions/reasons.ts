import type { LittleProgressReason } from './outcome-codes.ts';

const TOP_TIPS = 'Bristol Findability, SEN Support: Review (2016), "Some Top Tips"';

/** Why there was little progress, as data. */
export interface ReasonChoice {
  readonly code: LittleProgressReason;
  /** For a checkbox: at most 75 characters. `{child}` is filled in by the review. */
  readonly title: string;
  readonly explanation: string;
  readonly source: string;
}

/** The reasons for little progress, in the order in which they are offered. */
export const REASONS: readonly ReasonChoice[] = [
  {
    code: 'not-put-into-practice',
    title: 'The plan was not clear enough to put into practice',
    explanation:
      'What was planned got lost on its way into the classroom: who does what, and when, was not clear.',
    source: TOP_TIPS,
  },
  {
    code: 'beyond-control',
    title: 'It could not be carried out, for reasons beyond our control',
    explanation:
      'The plan was not carried out because of sickness, a crisis or something else nobody could help.',
    source: TOP_TIPS,
  },
  {
    code: 'wrong-intervention',
    title: 'It was the wrong support for the need or target',
    explanation: 'The support was carried out, but it was not the right kind for this need or this target.',
    source: TOP_TIPS,
  },
  {
    code: 'too-ambitious',
    title: 'The targets were too ambitious, or there were too many',
    explanation: 'There was some progress, but the targets asked too much at once.',
    source: TOP_TIPS,
  },
  {
    code: 'measured-badly',
    title: 'Progress was not measured well',
    explanation: 'There may have been progress that the way of measuring it did not show.',
    source: TOP_TIPS,
  },
  {
    code: 'needs-not-met',
    title: 'The support did not meet the {child}’s needs',
    explanation: 'The support was right on paper and was carried out, and the needs were still not met.',
    source: TOP_TIPS,
  },
];
