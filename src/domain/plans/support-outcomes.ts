import type { OutcomeChoice } from '../review/outcome-choice.ts';

const FINDABILITY = 'Bristol Findability, SEN Support: Review (2016), "4 possible types of outcomes"';

/** The four outcomes of a review of SEN Support or an early years plan, as offered. */
export const SUPPORT_OUTCOMES: readonly OutcomeChoice[] = [
  {
    code: 'plan-ended',
    title: 'The plan has succeeded and ends',
    explanation: 'The plan did its job: there are no relevant difficulties any more, so the plan ends.',
    forFamilies: 'The plan has done its job, and ends.',
    source: FINDABILITY,
    needsAction: false,
    needsReason: false,
    needsSectionChange: false,
    continues: false,
    whatFollows:
      'This ends the plan: its targets and support are over, no next review is due, and everybody concerned gets a ' +
      'record that says so. If that is what the meeting decided, send it as it stands.',
  },
  {
    code: 'continues',
    title: 'The plan is working and continues',
    explanation: 'The plan is succeeding, and everyone agrees that it should go on until the next review.',
    forFamilies: 'The plan is working, and goes on.',
    source: FINDABILITY,
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
    forFamilies: 'The plan has not made enough difference yet, so it has been changed.',
    source: FINDABILITY,
    needsAction: true,
    needsReason: true,
    needsSectionChange: false,
    continues: true,
    needsChange: true,
  },
  {
    code: 'ehc-assessment',
    title: 'Needs cannot be met this way: ask for an EHC needs assessment',
    explanation:
      'Everything a mainstream school can do has been considered, and what is needed cannot be put in place there at ' +
      'this point. The local authority is asked for an education, health and care needs assessment; the plan goes on ' +
      'meanwhile.',
    forFamilies:
      'The plan goes on, and the local authority is asked for an education, health and care needs assessment.',
    source: FINDABILITY,
    asksFor: 'ehc-assessment',
    needsAction: true,
    needsReason: false,
    needsSectionChange: false,
    continues: true,
  },
];
