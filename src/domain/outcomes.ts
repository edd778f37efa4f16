import type { OutcomeChoice } from './outcome-choice.ts';
import { OUTCOMES, type PlanKind, planRow } from './plans/index.ts';
import type { LittleProgressReason, OutcomeKind } from './review.ts';

export { OUTCOMES } from './plans/index.ts';

const TOP_TIPS = 'Bristol Findability, SEN Support: Review (2016), "Some Top Tips"';

/** What a review of this kind of plan can conclude, in the order in which it is offered. */
export function outcomesFor(kind: PlanKind): readonly OutcomeChoice[] {
  return planRow(kind).outcomes;
}

/** The outcome with this code. */
export function outcomeChoice(code: OutcomeKind): OutcomeChoice {
  const found = OUTCOMES.find((choice) => choice.code === code);
  if (!found) throw new Error('no such outcome');
  return found;
}

/** Why there was little progress, as data. */
export interface ReasonChoice {
  readonly code: LittleProgressReason;
  /** For a checkbox: at most 75 characters. */
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
    title: 'The support did not meet the pupil’s needs',
    explanation: 'The support was right on paper and was carried out, and the needs were still not met.',
    source: TOP_TIPS,
  },
];
