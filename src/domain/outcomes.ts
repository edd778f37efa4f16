import type { LittleProgressReason, OutcomeKind } from './review.ts';
import type { PlanKind } from './school.ts';

/** One of the things a review can conclude, as data. */
export interface OutcomeChoice {
  readonly code: OutcomeKind;
  /** For a radio button: at most 75 characters. */
  readonly title: string;
  /** What it means, for somebody who has never chosen one. */
  readonly explanation: string;
  readonly source: string;
  /** The kinds of plan whose reviews can conclude it. */
  readonly kinds: readonly PlanKind[];
  /** At least one action with an owner and a date must be agreed first. */
  readonly needsAction: boolean;
  /** A reason for the little progress must be chosen. */
  readonly needsReason: boolean;
  /** At least one section of the plan to change must be noted. */
  readonly needsSectionChange: boolean;
  /** The plan goes on, so there is a next review. */
  readonly continues: boolean;
}

const FINDABILITY = 'Bristol Findability, SEN Support: Review (2016), "4 possible types of outcomes"';
const TOP_TIPS = 'Bristol Findability, SEN Support: Review (2016), "Some Top Tips"';

const ANNUAL = 'SEND Code of Practice 2015, 9.176; SEND Regulations 2014, reg 20';
const SUPPORT: readonly PlanKind[] = ['sen-support', 'early-years-iep'];

/** The four outcomes of SEN Support and early years, then the three recommendations of an annual review, as offered. */
export const OUTCOMES: readonly OutcomeChoice[] = [
  {
    code: 'plan-ended',
    title: 'The plan has succeeded and ends',
    explanation: 'The plan did its job: there are no relevant difficulties any more, so the plan ends.',
    source: FINDABILITY,
    kinds: SUPPORT,
    needsAction: false,
    needsReason: false,
    needsSectionChange: false,
    continues: false,
  },
  {
    code: 'continues',
    title: 'The plan is working and continues',
    explanation: 'The plan is succeeding, and everyone agrees that it should go on until the next review.',
    source: FINDABILITY,
    kinds: SUPPORT,
    needsAction: true,
    needsReason: false,
    needsSectionChange: false,
    continues: true,
  },
  {
    code: 'updated',
    title: 'Little difference so far: the plan is updated',
    explanation:
      'The plan has not made a significant difference. It is updated with what the review found, and more funding ' +
      'may be applied for (a top-up) if that would help.',
    source: FINDABILITY,
    kinds: SUPPORT,
    needsAction: true,
    needsReason: true,
    needsSectionChange: false,
    continues: true,
  },
  {
    code: 'ehc-assessment',
    title: 'Needs cannot be met this way: ask for an EHC needs assessment',
    explanation:
      'Everything a mainstream school can do has been considered, and what is needed cannot be put in place there at ' +
      'this point. The local authority is asked for an education, health and care needs assessment; the plan goes on ' +
      'meanwhile.',
    source: FINDABILITY,
    kinds: SUPPORT,
    needsAction: true,
    needsReason: false,
    needsSectionChange: false,
    continues: true,
  },
  {
    code: 'recommend-keep',
    title: 'Recommend that the EHC plan stays as it is',
    explanation: 'The plan still fits: the local authority is asked to keep it without changing it.',
    source: ANNUAL,
    kinds: ['ehcp'],
    needsAction: true,
    needsReason: false,
    needsSectionChange: false,
    continues: true,
  },
  {
    code: 'recommend-amend',
    title: 'Recommend that the EHC plan is amended',
    explanation:
      'Some of the plan no longer fits: the local authority is asked to change the sections noted at the meeting.',
    source: ANNUAL,
    kinds: ['ehcp'],
    needsAction: true,
    needsReason: false,
    needsSectionChange: true,
    continues: true,
  },
  {
    code: 'recommend-cease',
    title: 'Recommend that the EHC plan ends',
    explanation:
      'The plan is no longer needed, or the local authority is no longer responsible: it is asked to end the plan. ' +
      'Until it has decided, and while an appeal can be made, the plan stays in force.',
    source: ANNUAL,
    kinds: ['ehcp'],
    needsAction: false,
    needsReason: false,
    needsSectionChange: false,
    continues: false,
  },
];

/** What a review of this kind of plan can conclude, in the order in which it is offered. */
export function outcomesFor(kind: PlanKind): readonly OutcomeChoice[] {
  return OUTCOMES.filter(({ kinds }) => kinds.includes(kind));
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
