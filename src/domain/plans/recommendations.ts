import type { OutcomeChoice } from '../review/outcome-choice.ts';

const ANNUAL = 'SEND Regulations 2014, reg 20; Code of Practice 9.176';

/** The three things that an annual review can recommend to the local authority, as offered. */
export const RECOMMENDATIONS: readonly OutcomeChoice[] = [
  {
    code: 'recommend-keep',
    title: 'Recommend that the EHC plan stays as it is',
    offeredAs: 'Keep the plan as it is',
    explanation: 'The plan still fits: the local authority is asked to keep it without changing it.',
    forFamilies: 'The meeting recommended to the local authority that the plan stays as it is.',
    source: ANNUAL,
    needsAction: true,
    needsReason: false,
    needsSectionChange: false,
    continues: true,
  },
  {
    code: 'recommend-amend',
    title: 'Recommend that the EHC plan is amended',
    offeredAs: 'Amend the plan',
    explanation:
      'Some of the plan no longer fits: the local authority is asked to change the sections noted at the meeting.',
    forFamilies: 'The meeting recommended to the local authority that the plan is changed.',
    source: ANNUAL,
    needsAction: true,
    needsReason: false,
    needsSectionChange: true,
    continues: true,
  },
  {
    code: 'recommend-cease',
    title: 'Recommend that the EHC plan ends',
    offeredAs: 'End the plan',
    explanation:
      'The plan is no longer needed, or the local authority is no longer responsible: it is asked to end the plan. ' +
      'Until it has decided, and while an appeal can be made, the plan stays in force.',
    forFamilies:
      'The meeting recommended to the local authority that the plan ends. It stays in force until that is decided, and while an appeal can be made.',
    source: ANNUAL,
    needsAction: false,
    needsReason: false,
    needsSectionChange: false,
    continues: false,
    whatFollows:
      'This asks the local authority to end the plan. It consults the family and the school first, and the plan stays in force until any ' +
      'appeal is over. If that is what the meeting recommends, send it as it stands.',
  },
];
